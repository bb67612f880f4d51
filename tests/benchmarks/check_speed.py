"""Time `directory check` on 10,000 made-up entries: all of them, and one that has changed; start included.

Run: python tests/benchmarks/check_speed.py [number of entries]. The first check of one entry loads the list of words,
the next ones remember what it said.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from build_speed import PROJECT
from generate import write_entries

COUNT = 10_000
REAL = "lobeda/stadtteilzentrum-lisa.yaml"  # its words are not those of the made-up entries
ALL, ONE = 10.0, 1.0  # seconds that must be kept, on two cores


def seconds(*arguments: str) -> tuple[float, float]:
    """Return the seconds on the clock and of computing that a check takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    command = [sys.executable, "-m", "directory", "check", *arguments]
    subprocess.run(command, cwd=PROJECT, stdout=subprocess.DEVNULL, check=True)
    clock = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder:
        entries = Path(folder) / "entries"
        write_entries(PROJECT / "entries", entries, count)
        one = entries / REAL
        shutil.copy(PROJECT / "entries" / REAL, one)
        for what, limit, arguments in (
            (f"all {count:,} entries", ALL, []),
            ("one entry, first time", None, [str(one)]),
            ("one entry, again", ONE, [str(one)]),
        ):
            clock, computing = seconds(*arguments, "--entries", str(entries))
            must = f"; must be under {limit:.0f}" if limit else ""
            print(f"{what}: {clock:.2f} s ({computing:.2f} s of computing{must})")


if __name__ == "__main__":
    main()
