"""How long all data files of many made-up entries take, and how much memory. Prints its figures."""

import resource
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generate import write_entries

from directory.checks import Checked
from directory.exports import data_files
from directory.schedule import agenda
from directory.source import load
from directory.view.day import DayView

PROJECT = Path(__file__).parents[2]
MEGABYTE = 1_000_000


def main() -> None:
    """Write the data files of as many entries as the argument says, 10,000 without one."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with TemporaryDirectory() as folder:
        root = Path(folder) / "entries"
        write_entries(PROJECT / "entries", root, count)
        directory = load(root).directory
    assert directory
    view = DayView(Checked(directory=directory), agenda(directory, date(2026, 11, 29)))
    began, computed = time.perf_counter(), _computed()
    sizes = [len(file.content) for file in data_files(view)]
    seconds, computing = time.perf_counter() - began, _computed() - computed
    own, child = (resource.getrusage(who).ru_maxrss * 1024 / MEGABYTE for who in (0, resource.RUSAGE_CHILDREN))
    print(f"{count} entries: {len(sizes)} files, {sum(sizes) / MEGABYTE:.0f} MB")
    print(f"{seconds:.1f} s, {computing:.1f} s of computing; {own:.0f} MB, {child:.0f} MB a worker")


def _computed() -> float:
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, (0, resource.RUSAGE_CHILDREN)))


if __name__ == "__main__":
    main()
