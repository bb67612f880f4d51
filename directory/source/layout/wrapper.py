"""A file whose fields all stand below a name that is no field: "angebot:", "eintrag:"."""

import re

from directory.problems import quoted
from directory.source.field_names import stands_at_top
from directory.source.layout.finding import Finding, in_lines, indentation, shown
from directory.source.tree import Mapping

# No item of a list of words has them all.
OF_AN_ENTRY = frozenset({"name", "art", "themen"})
# So many fields of a record below one name are the record.
FEWEST = 4


def wrapped(lines: list[str], root: Mapping | None) -> Finding | None:
    """Return how the fields of a record are written that stand below a name of somebody's own; nothing else changes."""
    if root is None or "name" in root.keys:
        return None
    for key, value in root.values.items():
        if not isinstance(value, Mapping) or stands_at_top(key) or not value.keys.keys() >= OF_AN_ENTRY:
            continue
        if sum(map(stands_at_top, value.keys)) >= FEWEST and value.line > root.keys[key].line:
            return _finding(lines, root.keys[key].line - 1, value.column - 1, root.keys[key].text)
    return None


def _finding(lines: list[str], number: int, column: int, name: str) -> Finding:
    inside: dict[int, str] = {}
    for at in range(number + 1, len(lines)):
        if lines[at].strip() and not re.match(r"\s*#", lines[at]) and len(indentation(lines[at])) < column:
            break
        if lines[at].strip():
            inside[at] = lines[at][min(column, len(indentation(lines[at]))) :]
    return Finding(
        code="yaml-einrueckung",
        message=f"Alles steht eingerückt unter {quoted(name)}. So ein Feld gibt es nicht.",
        hint=f"Löschen Sie die Zeile „{name}:“. Schreiben Sie {in_lines(inside)} mit weniger Leerzeichen davor:\n"
        f"{shown(inside.values())}",
        lines={number: "", **inside},
        line=number,
    )
