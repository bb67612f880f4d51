"""What the accessibility tests looked at and found: a table at the end of the run, and the same as a dict.

A test says `findings("one h1", pages=477, found=[...])`: that is remembered on its report, which pytest-xdist carries
from the worker to the controller, and fails the test if something was found.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

KEY = "finding"
Report = Callable[[str, int, Sequence[str]], None]
Counts = dict[str, dict[str, int]]
COUNTS = pytest.StashKey[Counts]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--findings", type=Path, help="write the counts of the accessibility checks into this JSON file")


@pytest.fixture
def findings(record_property: Callable[[str, object], None]) -> Report:
    """Return a function that remembers how many pages a check saw and what it found, and fails if it found anything."""

    def report(check: str, pages: int, found: Sequence[str]) -> None:
        record_property(KEY, {"check": check, "pages": pages, "found": len(found)})
        shown = sorted(set(found))
        assert not found, f"{check}: {len(found)} on {pages} pages\n" + "\n".join(shown[:25])

    return report


def counts(reports: Iterable[pytest.TestReport]) -> Counts:
    """Add up what all reports remember, by check."""
    total: Counts = defaultdict(lambda: {"pages": 0, "found": 0})
    for report in reports:
        for key, value in report.user_properties:
            if key == KEY and report.when == "call":
                total[value["check"]]["pages"] += value["pages"]
                total[value["check"]]["found"] += value["found"]
    return dict(sorted(total.items()))


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
    if target := config.getoption("--findings"):
        target.write_text(json.dumps(total, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
