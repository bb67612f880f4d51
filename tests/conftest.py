"""Golden case files, and small directories to try things on.

A case file has a first line that says what it shows, then parts. `=== <path>` holds a file of the directory, which is
laid over tests/city/. The last part is what must come out. `pytest --golden` writes it anew: look at the difference.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from directory.checks import Checked
from directory.model import Directory
from directory.schedule import agenda
from directory.source import Loaded, load
from directory.view.day import DayView

# How long an example takes says how busy the machine is, and nothing about the example.
settings.register_profile("directory", deadline=None)
settings.load_profile("directory")
pytest_plugins = ["browsing", "findings", "small_project"]
HERE = Path(__file__).parent
AUDIT = "DIRECTORY_AUDIT" in os.environ
CITY = HERE / "city"
CASES = HERE / "cases"
TODAY = date(2026, 11, 22)
BASE_ENTRY = """name: Gruppe
art: selbsthilfegruppe
themen: sucht
beschreibung: Wir treffen uns.
kontakt: {telefon: 040 123456}
quelle: {angabe: Träger, stand: 2026-10}
"""
MakeCity = Callable[..., Path]


def examples(many: int) -> int:
    """Return how many examples a costly property gets: all in `make audit`, a third of them in `make test`."""
    return many if AUDIT else -(-many // 3)


@dataclass(frozen=True)
class Case:
    """One situation: files laid over the city, the argument of the last part, and what it expects."""

    path: Path
    files: dict[str, str]
    argument: str
    expected: str


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write what comes out into the case files")
    parser.addoption("--without-site", action="store_true", help="leave out tests that need a built site or a browser")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--without-site"):
        slow = [item for item in items if {"site", "browser"} & {*getattr(item, "fixturenames", ())}]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]
        # Examples are quicker than properties: what is wrong is known sooner.
        items.sort(key=lambda item: getattr(getattr(item, "obj", None), "is_hypothesis_test", False))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        mark = metafunc.definition.get_closest_marker("cases")
        assert mark
        folder = mark.args[0]
        cases = [read_case(path) for path in sorted((CASES / folder).glob("*.txt"))]
        metafunc.parametrize("case", cases, ids=[case.path.stem for case in cases])


def read_case(path: Path) -> Case:
    parts = path.read_text(encoding="utf-8").split("\n=== ")[1:]
    named = [part.partition("\n") for part in parts]
    *files, (head, _, expected) = named
    return Case(path, {name: text + "\n" for name, _, text in files}, head.partition(" ")[2], expected.strip("\n"))


@pytest.fixture
def agree(request: pytest.FixtureRequest) -> Callable[[Case, str], None]:
    """Compare what came out with the last part of the case, or write it there."""

    def compare(case: Case, actual: str) -> None:
        actual = actual.strip("\n")
        if request.config.getoption("--golden") and actual != case.expected:
            text = case.path.read_text(encoding="utf-8")
            head, mark, last = text.rpartition("\n=== ")
            case.path.write_text(f"{head}{mark}{last.partition(chr(10))[0]}\n{actual}\n", encoding="utf-8")
        else:
            assert actual == case.expected

    return compare


@pytest.fixture
def city(tmp_path: Path) -> MakeCity:
    """Return a function that lays files over the small city and returns its folder."""

    def make(files: dict[str, str | bytes], name: str = "entries") -> Path:
        root = tmp_path / name
        shutil.copytree(CITY, root)
        for path, text in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return root

    return make


def load_city(root: Path) -> Loaded:
    return load(root, shown_as="entries")


def checked(directory: Directory | None) -> Checked:
    """Return the directory as if it had been checked; tests build some that no file could describe."""
    assert directory
    return Checked(directory=directory)


def day_view(directory: Directory | None, today: date = TODAY) -> DayView:
    """Return the directory on one day."""
    found = checked(directory)
    return DayView(found, agenda(found.directory, today))


def entry_with(lines: str) -> str:
    """Return the smallest entry, with these lines in place of its own lines of the same fields."""
    own = {line.split(":")[0] for line in lines.split("\n")}
    kept = [line for line in BASE_ENTRY.splitlines() if line.split(":")[0] not in own]
    return "\n".join([*kept, lines, ""])
