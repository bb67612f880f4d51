"""Every rule on every file, and the files of the search: what the live preview lets another process do.

    python -m directory.site.whole ENTRIES DAY OUTPUT

It is started again after each change and ended by the next one, so it is the last to get the processor.
"""

import os
import pickle
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from directory.checks import check
from directory.problems import Problem, has_errors
from directory.schedule import agenda
from directory.search import search_files
from directory.site.snapshot import content_of
from directory.source import load
from directory.view.day import DayView

LAST = 19


@dataclass(frozen=True, slots=True)
class Whole:
    """What was found, and the files of the search by their path; none where something has an error."""

    problems: tuple[Problem, ...]
    search: Mapping[str, bytes]


def whole(entries: Path, today: date) -> Whole:
    """Return what a build finds, and what it makes for the search."""
    result = check(load(entries), today)
    if result.checked is None or has_errors(result.problems):
        return Whole(result.problems, {})
    view = DayView(result.checked, agenda(result.checked.directory, today))
    return Whole(result.problems, content_of(search_files(view)))


def main(entries: str, today: str, output: str) -> None:
    """Leave everything in a file."""
    if hasattr(os, "nice"):
        os.nice(LAST)
    Path(output).write_bytes(pickle.dumps(whole(Path(entries), date.fromisoformat(today))))


if __name__ == "__main__":
    main(*sys.argv[1:])
