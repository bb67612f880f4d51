"""Files as somebody writes them who knows no YAML: each mistake is seen, and its message is enough to mend it.

The first 60 were written before their author knew the messages. `mended` is what the same person wrote who read nothing
but the message; 58 of 60 were right at the first try. Of 40 others, written later in the same way, 5 are no mistakes
any more, 23 could be mended at the first try, and 12 could not; their messages were changed. They have the numbers
from 61.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from commands import PROJECT
from conftest import CASES, TODAY, Case, MakeCity, entry_with, load_city, read_case

from directory.checks import check_files
from directory.model import Entry
from directory.problems import Problem, Severity
from directory.source import load
from directory.source.shape import Fields, ListOf, fields_of

ENTRIES = PROJECT / "entries"
NEEDED = ("_stadt.yaml", "_vocabulary", "_traeger", "lobeda/stadtteilzentrum-lisa.yaml")
MENDED = "mended "
OLD_ENCODING = " cp1252"
# The same file sixty times is sixty times the same offer.
OF_ALL = {"name-doppelt", "kontakt-von-anderen", "fast-gleich"}
Found = dict[str, list[Problem]]


def put(root: Path, name: str, path: str, text: str) -> str:
    """Write one file of a case under a name of its own, and return its path."""
    shown, encoding = (path.removesuffix(OLD_ENCODING), "cp1252") if path.endswith(OLD_ENCODING) else (path, "utf-8")
    place = PurePosixPath(shown)
    own = place.name.replace("strick-treff", f"strick-treff-{name[:2]}")
    file = root / place.parent.relative_to("entries") / own
    file.write_bytes(text.encode(encoding))
    return f"{place.parent}/{own}"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Found, Found]:
    """Return what is wrong with each file, and with each mended one, by the name of the case."""
    return of_all(tmp_path_factory.mktemp("wrong"), mended=False), of_all(
        tmp_path_factory.mktemp("mended"), mended=True
    )


def of_all(root: Path, *, mended: bool) -> Found:
    for name in NEEDED:
        if (ENTRIES / name).is_dir():
            shutil.copytree(ENTRIES / name, root / name)
        else:
            (root / name).parent.mkdir(exist_ok=True)
            shutil.copy(ENTRIES / name, root / name)
    paths = {}
    for case in (read_case(path) for path in sorted((CASES / "mistakes").glob("*.txt"))):
        [(path, text)] = [file for file in case.files.items() if file[0].startswith(MENDED) == mended]
        paths[case.path.stem] = put(root, case.path.stem, path.removeprefix(MENDED), text)
    loaded = load(root, shown_as="entries")
    problems = check_files(loaded, TODAY, set(paths.values()))
    return {
        name: [problem for problem in problems if problem.path == path and problem.code not in OF_ALL]
        for name, path in paths.items()
    }


@pytest.mark.cases("mistakes")
def test_a_mistake_is_seen_and_explained(
    case: Case, found: tuple[Found, Found], agree: Callable[[Case, str], None]
) -> None:
    said = found[0][case.path.stem]
    assert said
    lines = [line for problem in said for line in (problem.message, *problem.hint.split("\n")) if line]
    agree(case, "\n".join(lines))


BLOCKS = [
    key
    for key, shape in fields_of(Entry).items()
    if isinstance(inner := shape.item if isinstance(shape, ListOf) else shape, Fields) and not inner.main
]


@pytest.mark.parametrize("key", BLOCKS)
def test_a_text_in_place_of_several_fields_is_answered_with_fields(key: str, city: MakeCity) -> None:
    root = city({"mitte/neu.yaml": entry_with(f"{key}: am Dienstag 15-17 Uhr")})
    [problem] = [one for one in load_city(root).problems if one.code in {"wert-falsch", "quelle-leer", "webseite"}]
    assert re.search(rf"^(?:{key}:|- {{)", problem.hint, re.MULTILINE), problem.hint


@pytest.mark.cases("mistakes")
def test_what_the_message_says_mends_it(case: Case, found: tuple[Found, Found]) -> None:
    left = found[1][case.path.stem]
    assert [problem for problem in left if problem.severity is Severity.ERROR] == []
    assert {problem.code for problem in left} <= {"special-character"}
