"""Time all booklets and sheets of the shipped entries, and one booklet of 400 made-up entries; measure their memory.

Run: python tests/benchmarks/booklets.py. Nothing comes out of a cache.
"""

import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from build_speed import PROJECT
from build_speed import TODAY as BUILD_DAY
from generate import AREAS, write_entries

from directory.booklets import Edition, render
from directory.booklets.booklet_set import render_all
from directory.checks import Checked
from directory.schedule import agenda
from directory.source import load
from directory.view.day import DayView

TODAY = date.fromisoformat(BUILD_DAY)
ENTRIES = 400
SECONDS, MEGABYTES = 5, 500


def all_of(entries: Path) -> None:
    """Print how long everything takes."""
    directory = load(entries).directory
    assert directory, "the entries have errors"
    view = DayView(Checked(directory=directory), agenda(directory, TODAY))
    started = time.perf_counter()
    made = render_all(view)
    told(f"{len(view.listed)} entries, {len(made.files)} files", started)


def thick_one(entries: Path) -> None:
    """Print how long one thick booklet takes."""
    directory = load(entries).directory
    assert directory, "the entries have errors"
    view = DayView(Checked(directory=directory), agenda(directory, TODAY))
    started = time.perf_counter()
    pdf = render(view, AREAS[0], Edition.A5)
    told(
        f"1 booklet, {sum(entry.area == AREAS[0] for entry in directory.entries)} entries, {len(pdf):,} bytes", started
    )


def told(what: str, started: float) -> None:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    seconds = time.perf_counter() - started
    largest = max(own.ru_maxrss, children.ru_maxrss) / 1024
    print(f"{what}: {seconds:.2f} s (must be under {SECONDS}), {largest:.0f} MB (must be under {MEGABYTES})")


def main() -> None:
    """Measure each in a process of its own: memory is never given back."""
    if sys.argv[1:]:
        (all_of if sys.argv[1] == "all" else thick_one)(Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        made_up = Path(folder) / "entries"
        write_entries(PROJECT / "entries", made_up, ENTRIES, areas=AREAS[:1])
        for what, entries in (("all", PROJECT / "entries"), ("thick", made_up)):
            subprocess.run([sys.executable, __file__, what, str(entries)], check=True)


if __name__ == "__main__":
    main()
