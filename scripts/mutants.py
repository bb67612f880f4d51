"""Put small errors into the code, one at a time, and list those that no test notices in build/mutants.txt.

    python scripts/mutants.py [--minutes 60] [MUTANT ...]

A mutant is named as in that list; `*` stands for anything: "directory.schedule.age*". Without a name it is all that
pyproject.toml tells mutmut to change: what was not tried yet, and what was not noticed the last time. What is not tried
when the minutes are over is "not checked". Exit status: 0 all were tried, 1 some were not.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
REPORT = ROOT / "build" / "mutants.txt"
# Where no work is left: a test fails, mypy complains, or the code never ends.
NOTICED = {"killed", "caught by type check", "timeout"}


def main() -> int:
    """Run mutmut, write the report, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("mutants", nargs="*")
    asked = parser.parse_args()
    end = time.monotonic() + asked.minutes * 60
    unnoticed = survivors(results())
    run(asked.mutants, end)
    if not asked.mutants and (again := [name for name in survivors(results()) if name in unnoticed]):
        run(again, end)  # mutmut does not know that tests have changed
    found = results()
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join([*figures(found), "", *map(difference, survivors(found))]) + "\n", encoding="utf-8")
    print("\n".join(figures(found)), f"\nWhat was changed unnoticed: {REPORT.relative_to(ROOT)}", sep="\n")
    return int("not checked" in found.values())


def run(mutants: list[str], end: float) -> None:
    """Try the mutants until that moment; what was tried is kept."""
    running = subprocess.Popen([BIN / "mutmut", "run", *mutants], cwd=ROOT, env=with_own_commands())
    try:
        if running.wait(max(0.0, end - time.monotonic())):
            print(f"mutmut stopped early, with status {running.returncode}.")
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGINT)
        running.wait()


def with_own_commands() -> dict[str, str]:
    """Return the environment in which mutmut finds our mypy."""
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


def results() -> dict[str, str]:
    """Return how each mutant ended."""
    lines = said("results", "--all", "true").splitlines()
    return dict(line.strip().rsplit(": ", 1) for line in lines if "__mutmut_" in line)


def figures(found: dict[str, str]) -> list[str]:
    """Return a line for each module: how many of its mutants ended in which way."""
    modules: dict[str, Counter[str]] = defaultdict(Counter)
    for name, outcome in found.items():
        modules[re.split(r"\.xǁ|\.x_", name)[0]][outcome] += 1
    return [
        f"{module}: " + ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
        for module, outcomes in sorted(modules.items())
    ]


def survivors(found: dict[str, str]) -> list[str]:
    """Return the mutants that were tried and not noticed."""
    return [name for name, outcome in found.items() if outcome not in {*NOTICED, "not checked"}]


def difference(mutant: str) -> str:
    """Return what the mutant changes."""
    return said("show", mutant)


def said(*arguments: str) -> str:
    """Return what mutmut prints."""
    command = [str(BIN / "mutmut"), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
