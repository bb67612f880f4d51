"""Build the site of two commits and list every file that differs: what a move or a renaming must not change.

    python scripts/compare_builds.py BEFORE [AFTER] [--today 2026-11-29]

Each commit is built in a fresh clone of its own, with booklets, with an empty `build/`, on the same day, with the
packages of the Python that runs this script. Exit status: 0 nothing differs, 1 something differs, 2 a build failed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from filecmp import cmp
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Any day will do, as long as it is the same for both.
TODAY = "2026-11-29"


def main() -> int:
    """Compare two commits and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before")
    parser.add_argument("after", nargs="?", default="HEAD")
    parser.add_argument("--today", default=TODAY)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="compare-builds-") as folder:
        places = {"before": (asked.before, Path(folder) / "before"), "after": (asked.after, Path(folder) / "after")}
        with ThreadPoolExecutor() as both:
            outcomes = list(both.map(lambda place: built(place[0], place[1], asked.today), places.values()))
        for (commit, _), complaint in zip(places.values(), outcomes, strict=True):
            if complaint:
                print(f"{commit} cannot be built:\n{complaint}")
        if any(outcomes):
            return 2
        differ, number = differences(*(place / "site" for _, place in places.values()))
    for line in differ:
        print(line)
    print(f"{number} files compared, {len(differ)} differ: {asked.before} and {asked.after}, on {asked.today}.")
    return 1 if differ else 0


def built(commit: str, clone: Path, today: str) -> str:
    """Build a commit in a new clone, into its folder `site`; return what went wrong, or an empty text."""
    steps = (
        (["git", "clone", "--quiet", "--no-checkout", str(ROOT), str(clone)], ROOT),
        (["git", "checkout", "--quiet", "--detach", resolved(commit)], clone),
        ([sys.executable, "-m", "directory", "build", "--today", today], clone),
    )
    # The clone's own package, before the one that is installed.
    environment = {**os.environ, "PYTHONPATH": str(clone)}
    for command, where in steps:
        done = subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"{done.stdout}{done.stderr}"
    return ""


def resolved(commit: str) -> str:
    """Return the full name of a commit, so that branches of this repository can be named too."""
    command = ["git", "rev-parse", "--verify", f"{commit}^{{commit}}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def differences(before: Path, after: Path) -> tuple[list[str], int]:
    """Return a line for each file that is new, gone or different, and how many files there are in all."""
    old, new = (
        {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} for site in (before, after)
    )
    found = dict.fromkeys(old - new, "gone") | dict.fromkeys(new - old, "new")
    found |= {name: "changed" for name in old & new if not cmp(before / name, after / name, shallow=False)}
    return [f"{what:<8} {name}" for name, what in sorted(found.items())], len(old | new)


if __name__ == "__main__":
    sys.exit(main())
