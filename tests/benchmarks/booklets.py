"""Time all booklets and sheets of the shipped entries, those of 1,000 recombined ones, and one booklet of 400 entries.

Run: python tests/benchmarks/booklets.py. Nothing comes out of a cache. Memory is that of the largest process.
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
from recombine import recombine

from directory.booklets import Edition, render
from directory.booklets.booklet_set import render_all
from directory.checks import Checked
from directory.schedule import agenda
from directory.source import load
from directory.view.day import DayView

TODAY = date.fromisoformat(BUILD_DAY)
ENTRIES, MANY = 400, 1000
# Seconds and MB that must not be exceeded.
ALL, THICK, ALL_OF_MANY = (5, 500), (6, 500), (25, 1000)


def all_of(entries: Path, limits: tuple[int, int]) -> None:
    """Print how long everything takes."""
    directory = load(entries).directory
    assert directory, "the entries have errors"
    view = DayView(Checked(directory=directory), agenda(directory, TODAY))
    started = time.perf_counter()
    made = render_all(view)
    told(f"{len(view.listed)} entries, {len(made.files)} files", started, limits)


def thick_one(entries: Path) -> None:
    """Print how long one thick booklet takes."""
    directory = load(entries).directory
    assert directory, "the entries have errors"
    view = DayView(Checked(directory=directory), agenda(directory, TODAY))
    started = time.perf_counter()
    pdf = render(view, AREAS[0], Edition.A5)
    count = sum(entry.area == AREAS[0] for entry in directory.entries)
    told(f"1 booklet, {count} entries, {len(pdf):,} bytes", started, THICK)


def told(what: str, started: float, limits: tuple[int, int]) -> None:
    seconds, (most, room) = time.perf_counter() - started, limits
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    computing = sum(one.ru_utime + one.ru_stime for one in used)
    largest = max(one.ru_maxrss for one in used) / 1024
    print(f"{what}: {seconds:.2f} s (must be under {most}), {computing:.1f} s of computing with loading", end=", ")
    print(f"{largest:.0f} MB (must be under {room})", flush=True)


def main() -> None:
    """Measure each in a process of its own: memory is never given back."""
    if sys.argv[1:]:
        entries = Path(sys.argv[2])
        {
            "all": lambda: all_of(entries, ALL),
            "many": lambda: all_of(entries, ALL_OF_MANY),
            "thick": lambda: thick_one(entries),
        }[sys.argv[1]]()
        return
    with tempfile.TemporaryDirectory() as folder:
        made_up, recombined = Path(folder) / "entries", Path(folder) / "recombined"
        write_entries(PROJECT / "entries", made_up, ENTRIES, areas=AREAS[:1])
        recombined.mkdir()
        recombine(PROJECT / "entries", recombined, MANY)
        for what, entries in (("all", PROJECT / "entries"), ("thick", made_up), ("many", recombined)):
            subprocess.run([sys.executable, __file__, what, str(entries)], check=True)


if __name__ == "__main__":
    main()
