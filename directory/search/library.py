"""lunr.js, as MkDocs brings it along, as a small module for the browser."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]  # it has no types


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
    return f"{head}\nconst exports={{}},module={{exports}};{jsmin(source)}\nexport default module.exports;\n"


def minified(script: str) -> str:
    """Return a script without comments and blanks."""
    return str(jsmin(script))
