"""Rows of a table in place of fields: tabs stand between the names and the values."""

import re

from directory.problems.written import in_one_line, scalar
from directory.source.field_names import is_field, is_list
from directory.source.layout.finding import Finding, rewritten

ROW = re.compile(r"(?P<key>[^\W\d][\w .-]*?)\s*:?\t+(?P<value>.*\S)\s*$")
MORE = re.compile(r"\t+(?P<value>.*\S)\s*$")
# So many rows are no slip.
FEWEST = 3


def rows(lines: list[str]) -> Finding | None:
    """Return the rows of a table as fields; what stands below each other in its second column as a list."""
    if not any("\t" in line for line in lines):
        return None
    found: dict[int, tuple[str, list[str]]] = {}
    mended: dict[int, str] = {}
    last = -1
    for at, line in enumerate(lines):
        if (row := ROW.match(line)) and is_field(row["key"]):
            found[at], last = (row["key"], [row["value"]]), at
        elif (more := MORE.match(line)) and last >= 0:
            found[last][1].append(more["value"])
            mended[at] = ""
        elif line.strip():
            last = -1
    if len(found) < FEWEST:
        return None
    mended |= {at: f"{key}: {_written(key, values)}" for at, (key, values) in found.items()}
    message = "Das ist eine Tabelle. Nach dem Namen vom Feld steht hier ein Doppelpunkt mit Leerzeichen."
    return rewritten("yaml-doppelpunkt-fehlt", message, dict(sorted(mended.items())))


def _written(key: str, values: list[str]) -> str:
    if is_list(key) and len(values) == 1 and re.fullmatch(r"\[[^\[\]]*\]", values[0]):
        return values[0]  # the brackets were there
    return in_one_line(values) if len(values) > 1 or (is_list(key) and " " in values[0]) else scalar(values[0])
