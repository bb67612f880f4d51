"""What the letters of a text look like wherever it is read: units that stay with numbers, negations, long words."""

import re
from collections.abc import Iterator

from directory.easy_language.splitting import split

NEGATION = re.compile(r"\b(?:nicht|nichts|nie|niemals|niemand|niemanden|kein(?:e[mnrs]?)?|ohne)\b", re.IGNORECASE)
# A line of a tile has room for ten letters.
_LONG = re.compile(r"[^\W\d_]{11,}")
_UNIT = re.compile(r"(?<=\d) (?=Uhr|Euro|Jahre)|(?<=\be\.) (?=V\.)")


def keep_units_together(text: str) -> str:
    """Return the text with numbers that stay in one line with their unit, and short forms whole: "18 Uhr", "e. V."."""
    return _UNIT.sub("\N{NO-BREAK SPACE}", text)


def with_seams(text: str, mark: str) -> str:
    """Return the text with a mark at each place where a long compound may break."""
    return _LONG.sub(lambda word: mark.join(_parts(word.group())), text)


def _parts(written: str) -> Iterator[str]:
    at = 0
    for part in split(written):
        yield written[at : at + len(part)]
        at += len(part)
