"""Blanks that are missing behind colons and dashes, in the whole file at once; the lines below a dash move with it."""

import re

from directory.source.field_names import is_field
from directory.source.layout.finding import Finding, in_lines, indentation, shown

JOINED = re.compile(r"^(?P<before>\s*(?:-\s*)?)(?P<key>[^\W\d][\w ]*?):(?P<value>(?!//)\S.*)$")
JOINED_DASH = re.compile(r"\s*-(?=[^\W\d\s])")


def no_blanks(lines: list[str], number: int) -> Finding | None:
    """Return how the lines are written whose blanks are missing, where one of them is missing in this line."""
    if not 0 <= number < len(lines) or not (JOINED.match(lines[number]) or JOINED_DASH.match(lines[number])):
        return None
    mended = {at: line for at, line in enumerate(_spaced(lines, number)) if line != lines[at]}
    dashes = any(JOINED_DASH.match(lines[at]) for at in mended)
    colons = any(JOINED.match(lines[at]) for at in mended)
    signs = " und nach dem ".join(sign for sign, missing in (("Doppelpunkt", colons), ("Strich", dashes)) if missing)
    where = f" Das ist so {in_lines(mended)}." if len(mended) > 1 else ""
    return Finding(
        code="yaml-leerzeichen-fehlt" if colons else "yaml-strich",
        message=f"Nach dem {signs} fehlt ein Leerzeichen.{where}",
        hint=f"Schreiben Sie:\n{shown(mended.values())}",
        lines=mended,
    )


def _spaced(lines: list[str], number: int) -> list[str]:
    spaced: list[str] = []
    dashes: list[int] = []  # where those stand whose fields below move to the right
    for at, line in enumerate(lines):
        column = len(indentation(line))
        while line.strip() and dashes and column <= dashes[-1]:
            dashes.pop()
        moved = " " * len(dashes) + line if line.strip() else line
        if JOINED_DASH.match(line):
            moved = moved.replace("-", "- ", 1)
            if _next_column(lines, at) == column + 1:
                dashes.append(column)
        joined = JOINED.match(moved)
        if joined and (at == number or is_field(joined["key"])):
            moved = f"{joined['before']}{joined['key'].strip()}: {joined['value']}"
        spaced.append(moved)
    return spaced


def _next_column(lines: list[str], number: int) -> int:
    return next((len(indentation(line)) for line in lines[number + 1 :] if line.strip()), 0)
