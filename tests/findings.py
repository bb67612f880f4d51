"""What the accessibility tests looked at and found: a table at the end of the run, and the same as a dict.

A test says `findings(477, {"headings": [...]})`: on how many pages it looked, and what it found, by check. That is
remembered on its report, which pytest-xdist carries from the worker to the controller, and fails the test if something
was found.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pytest
import yaml

KEY = "finding"
Counts = dict[str, dict[str, int]]
COUNTS = pytest.StashKey[Counts]()
DISAGREE = pytest.StashKey[list[str]]()
HERE = Path(__file__).parent
MEASURED = HERE / "cases" / "accessibility.yaml"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--findings", type=Path, help="write the counts of the accessibility checks into this JSON file")


class Report:
    """Remembers what the checks of one test found. Call it, or note one thing after another and ask for the verdict."""

    def __init__(self, remember: Callable[[str, object], None]) -> None:
        self._remember = remember
        self._shown: list[str] = []

    def note(self, pages: int, found: Mapping[str, Sequence[str]]) -> None:
        for check, faults in found.items():
            self._remember(KEY, {"check": check, "pages": pages, "found": len(faults)})
            self._shown += [f"{check}: {fault}" for fault in sorted(set(faults))]

    def verdict(self) -> None:
        if self._shown:
            pytest.fail(f"{len(self._shown)} findings\n" + "\n".join(self._shown[:60]), pytrace=False)

    def __call__(self, pages: int, found: Mapping[str, Sequence[str]]) -> None:
        self.note(pages, found)
        self.verdict()


@pytest.fixture
def findings(record_property: Callable[[str, object], None]) -> Report:
    return Report(record_property)


def counts(reports: Iterable[pytest.TestReport]) -> Counts:
    """Add up what all reports remember, by check."""
    total: Counts = defaultdict(lambda: {"pages": 0, "found": 0})
    for report in reports:
        for key, value in report.user_properties:
            if key == KEY and isinstance(value, dict) and report.when == "call":
                total[value["check"]]["pages"] += value["pages"]
                total[value["check"]]["found"] += value["found"]
    return dict(sorted(total.items()))


def known() -> dict[str, int]:
    """Return how many faults are known, by check."""
    return dict(yaml.safe_load(MEASURED.read_text(encoding="utf-8")))


def disagreeing(measured: Mapping[str, int], told: Mapping[str, int], *, every_check: bool, audit: bool) -> set[str]:
    """Return the checks of which the list of known faults says something else.

    A run that left pages to the audit may find less than is known, a partial run may miss checks.
    """
    both = measured.keys() & told.keys()
    wrong = {name for name in both if measured[name] > told[name] or (audit and measured[name] != told[name])}
    return wrong | (measured.keys() ^ told.keys() if every_check else set())


def ran(config: pytest.Config, reports: Sequence[pytest.TestReport], files: str) -> bool:
    """Return whether all these test files ran, each with all of its tests."""
    some = config.getoption("keyword") or any("::" in argument for argument in config.args)
    here = {Path(report.nodeid.partition("::")[0]).name for report in reports}
    return not some and here >= {file.name for file in HERE.glob(files)}


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run whose counts are not those that are known."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    reports = [one for kind in ("passed", "failed") for one in reporter.stats.get(kind, [])]
    measured = {name: count["found"] for name, count in counts(reports).items()}
    every_check = ran(session.config, reports, "test_accessibility_*.py")
    audit = every_check and any("audit" in report.keywords for report in reports)
    if wrong := disagreeing(measured, known(), every_check=every_check, audit=audit):
        session.config.stash[DISAGREE] = sorted(wrong)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table; other hooks find the counts in `config.stash[COUNTS]`."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.stats.get(kind, [])]
    total = config.stash[COUNTS] = counts(one for one in reports if isinstance(one, pytest.TestReport))
    if not total:
        return
    wide = max(map(len, total))
    terminalreporter.section("accessibility")
    terminalreporter.line(f"{'check':{wide}}  {'pages':>6}  {'found':>6}")
    for check, count in total.items():
        terminalreporter.line(f"{check:{wide}}  {count['pages']:6}  {count['found']:6}", red=count["found"] > 0)
    if disagree := config.stash.get(DISAGREE, []):
        terminalreporter.line(f"{MEASURED.name} says something else about: {', '.join(disagree)}", red=True)
    if target := config.getoption("--findings"):
        target.write_text(json.dumps(total, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
