"""A file in which nothing is indented: each field is put below the field that it belongs to."""

import re
from collections.abc import Iterator

from directory.source.field_names import has_field, is_own_name, plain, stands_at_top
from directory.source.layout.finding import Finding, in_lines, shown

LINE = re.compile(r"(?P<dash>-\s+)?(?P<key>\w+):(?:\s+(?P<value>\S.*))?\s*$")
# So many fields of blocks at the left edge are no slip.
FEWEST = 3


def not_indented(lines: list[str]) -> Finding | None:
    """Return how the lines of a file are indented that all begin at the left edge."""
    if any(line[:1].isspace() and line.strip() for line in lines):
        return None
    mended = {at: line for at, line in enumerate(_indented(lines)) if line != lines[at]}
    # A dash may stand at the left edge.
    if sum(bool(LINE.match(lines[at])) and not lines[at].startswith("-") for at in mended) < FEWEST:
        return None
    return Finding(
        code="yaml-einrueckung",
        message="In dieser Datei ist nichts eingerückt. So weiß niemand, was zusammen gehört.",
        hint=f"Schreiben Sie {in_lines(mended)} mit Leerzeichen davor:\n{shown(mended.values())}",
        lines=mended,
        line=next(iter(mended)),
    )


def _indented(lines: list[str]) -> Iterator[str]:
    open_fields: list[tuple[str, int, int]] = []  # and how far their dashes and the fields in them are indented
    seen: set[str] = set()
    for line in lines:
        found = LINE.match(line)
        if not found:
            yield " " * (open_fields[-1][1] if open_fields and line.startswith("-") else 0) + line
            continue
        key = plain(found["key"])
        at_top = not found["dash"] and stands_at_top(key) and key not in seen
        while open_fields and (at_top or not _inside(open_fields[-1][0], key)):
            open_fields.pop()
        above, dashes, fields = open_fields[-1] if open_fields else ("", 0, 0)
        if found["dash"] and above:
            fields = dashes + len(found["dash"])
            open_fields[-1] = above, dashes, fields
        if not above:
            seen.add(key)
        yield " " * (dashes if found["dash"] else fields) + line
        if not found["value"]:
            open_fields.append((key, fields + 2, fields + 2))


def _inside(block: str, key: str) -> bool:
    """Return whether a field belongs to a block; what is no field of any other is a barrier below `zugang`."""
    return has_field(block, key) or (block == "zugang" and not is_own_name(key))
