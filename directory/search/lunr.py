"""lunr.js, as MkDocs brings it along, as a small module for the browser."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from directory.output.scripts import minified


@cache
def lunr_module() -> str:
    """Return lunr.js 2.3.9 without comments, but with its licence, as an ES module with lunr as its default export.

    Raises FileNotFoundError if the installed MkDocs has no lunr.js; MkDocs itself is not imported.
    """
    found = find_spec("mkdocs")
    folder = Path(found.origin).parent if found and found.origin else Path()
    source = (folder / "contrib" / "search" / "templates" / "search" / "lunr.js").read_text(encoding="utf-8")
    licence = re.match(r"/\*\*.*?\*/", source, re.DOTALL)
    head = licence[0] if licence else ""
    return f"{head}\nconst exports={{}},module={{exports}};{minified(source)}\nexport default module.exports;\n"
