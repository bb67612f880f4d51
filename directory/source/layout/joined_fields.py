"""A field and the fields in it in one line: "quelle: angabe: Die Gruppe selbst, stand: 2026-10"."""

import re

from directory.problems.written import in_one_line
from directory.source.field_names import has_field
from directory.source.layout.finding import Finding, indentation

BLOCK = re.compile(r"(?P<before>\s*(?:-\s+)?)(?P<block>\w+):\s+(?P<fields>\w+:\s.+)$")
NEXT = re.compile(r"[,;]\s*(?=(?P<key>\w+):\s)")
PAIR = re.compile(r"(?P<key>\w+):\s+(?P<value>.+)")


def fields_in_a_line(lines: list[str], number: int) -> Finding | None:
    """Return how a line is written in which a block has its fields behind it; in all such lines of the file.

    Nothing where it goes on in the line below: then it is not clear what belongs together.
    """
    if not _mended(lines, number):
        return None
    mended = {at: line for at in range(len(lines)) if (line := _mended(lines, at))}
    return Finding(
        code="yaml-doppelpunkt",
        message="In einer Zeile stehen ein Feld und die Felder, die dazu gehören. Dafür braucht es Klammern.",
        hint="Schreiben Sie:\n" + "\n".join(mended.values()),
        lines=mended,
    )


def _mended(lines: list[str], number: int) -> str:
    found = BLOCK.fullmatch(lines[number].rstrip())
    if not found or not has_field(found["block"], found["fields"].partition(":")[0]):
        return ""
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    if len(indentation(below)) > len(found["before"]):
        return ""
    ends = [one for one in NEXT.finditer(found["fields"]) if has_field(found["block"], one["key"])]
    starts = [0, *(one.end() for one in ends)]
    pieces = [
        found["fields"][start:end] for start, end in zip(starts, [*(one.start() for one in ends), None], strict=True)
    ]
    pairs = [PAIR.fullmatch(piece.strip()) for piece in pieces]
    values = {pair["key"]: pair["value"].strip("\"'") for pair in pairs if pair}
    if len(values) < len(pieces):
        return ""
    return f"{found['before']}{found['block']}: {in_one_line(values)}"
