"""What the letters of a sentence look like wherever it is read: units that stay with their numbers, bold negations."""

import re

NEGATION = re.compile(r"\b(?:nicht|nichts|nie|niemals|niemand|niemanden|kein(?:e[mnrs]?)?|ohne)\b", re.IGNORECASE)
_UNIT = re.compile(r"(?<=\d) (?=Uhr|Euro|Jahre)|(?<=\be\.) (?=V\.)")


def keep_units_together(text: str) -> str:
    """Return the text with numbers that stay in one line with their unit, and short forms whole: "18 Uhr", "e. V."."""
    return _UNIT.sub("\N{NO-BREAK SPACE}", text)
