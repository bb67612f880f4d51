"""Time `directory language --format json -` on 10,000 sentences, start included, and measure its memory.

Run: python tests/benchmarks/language_speed.py [file]. Without a file the sentences are those of the entries and of the
corpora, in turn; with one, its first 10,000 lines. One process, one core.
"""

import json
import os
import resource
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from build_speed import PROJECT

from directory.model.sentences import sentences
from directory.source import load

COUNT = 10_000


def known_sentences() -> list[str]:
    """Return the sentences of the shipped entries and of the corpora."""
    directory = load(PROJECT / "entries").directory
    if directory is None:
        raise SystemExit("The entries have errors.")
    own = [sentence for record in directory.records() for sentence in sentences(record)]
    files = sorted((PROJECT / "tests" / "language" / "corpus").glob("*/*.txt"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return own + [line[2:] for line in lines if line.startswith(("+ ", "- "))]


def main() -> None:
    """Print seconds and megabytes."""
    given = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if len(sys.argv) > 1 else known_sentences()
    text = "\n".join(islice(cycle(given), COUNT)) + "\n"
    command = [sys.executable, "-m", "directory", "language", "--format", "json", "-"]
    one_core = {**os.environ, "OMP_NUM_THREADS": "1"}
    started = time.perf_counter()
    done = subprocess.run(command, cwd=PROJECT, input=text, env=one_core, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{len(set(given)):,} different sentences, {COUNT:,} in all, {len(json.loads(done.stdout)):,} findings")
    print(f"{seconds:.2f} s ({usage.ru_utime + usage.ru_stime:.2f} s of computing; must be under 5)")
    print(f"{usage.ru_maxrss / 1024:.0f} MB (must be under 250)")


if __name__ == "__main__":
    main()
