"""Names of fields that a word processor has begun with a capital letter: all lines of them are shown at once."""

import re
from dataclasses import replace

from directory.problems import Position
from directory.source.field_names import is_own_name
from directory.source.fields.mistake import Answer, Mistake
from directory.source.layout.finding import in_lines, indentation, shown
from directory.source.tree import Mapping

CAPITAL = re.compile(r"(?P<before>\s*(?:-\s+)?)(?P<key>[\w-]*[A-ZÄÖÜ][\w-]*)(?P<after>:(?:\s.*)?)")


def all_capitals(mistake: Mistake, parent: Mapping, key: str, answer: Answer) -> Answer:
    """Return the answer to one capital name; where there are several in the file, the same answer to them all."""
    written = mistake.document.text.split("\n")
    lines = {
        number: f"{found['before']}{found['key'].lower()}{found['after']}"
        for number, line in enumerate(written)
        if (found := CAPITAL.fullmatch(line)) and is_own_name(found["key"])
    }
    if len(lines) == 1 or parent.keys[key].line - 1 not in lines:
        return answer
    first = next(iter(lines))
    column = len(indentation(written[first]))
    return replace(
        answer,
        position=Position(mistake.document.path, first + 1, column + 1),
        message="Feld-Namen haben nur kleine Buchstaben. Hier haben sie auch große.",
        hint=f"Schreiben Sie {in_lines(lines)}:\n{shown(lines.values())}",
        shows=(),
    )
