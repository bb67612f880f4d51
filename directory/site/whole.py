"""Every rule on every file, and the files of the search: what the live preview lets another process do.

    python -m directory.site.whole ENTRIES DAY OUTPUT

It is started again after each change and ended by the next one, so it is the last to get the processor.
"""

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
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


def in_another_process(entries: Path, today: date, stop: Callable[[], bool]) -> Whole | None:
    """Return what another process has found and made; None if it was stopped.

    `stop` waits a moment and says whether it should be.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "whole"
        command = [sys.executable, "-m", __name__, str(entries), today.isoformat(), str(file)]
        # Safe: our own interpreter, and no shell.
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:  # noqa: S603
            while running.poll() is None:
                if stop():
                    running.terminate()
                    return None
        if running.returncode:
            return None
        return Whole(*pickle.loads(file.read_bytes()))  # noqa: S301 - our own process has written it


def main(entries: str, today: str, output: str) -> None:
    """Leave everything in a file."""
    if hasattr(os, "nice"):
        os.nice(LAST)
    found = whole(Path(entries), date.fromisoformat(today))
    # Not as an object: the name of this module is another one here.
    Path(output).write_bytes(pickle.dumps((found.problems, dict(found.search))))


if __name__ == "__main__":
    main(*sys.argv[1:])
