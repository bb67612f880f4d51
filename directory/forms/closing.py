"""The status of an offer, changed in its file; everything else stays as it was written."""

import re

from directory.forms.fields import entry_fields
from directory.source.parse import parse

STATUS, CLOSED = "status", "geschlossen"


def closed(text: str) -> str:
    """Return the text of a file with the status "geschlossen": in place of the old one, else in the model's order."""
    lines = text.splitlines(keepends=True)
    root = parse(text, "").root
    keys = root.keys if root else {}
    if STATUS in keys:
        number = keys[STATUS].line - 1
        lines[number] = re.sub(rf"^({STATUS}\s*:\s*)[^\s#]+", rf"\g<1>{CLOSED}", lines[number])
        return "".join(lines)
    order = [field.key for field in entry_fields()]
    after = set(order[order.index(STATUS) + 1 :])
    number = min((scalar.line - 1 for key, scalar in keys.items() if key in after), default=len(lines))
    while number and number < len(lines) and lines[number - 1].startswith("#"):
        number -= 1  # a comment belongs to what follows it
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return "".join([*lines[:number], f"{STATUS}: {CLOSED}\n", *lines[number:]])
