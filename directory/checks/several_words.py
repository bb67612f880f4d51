"""A text in which several items of a list are named, in a sentence: which ones, and what else it says."""

import re
from collections.abc import Mapping

from directory.model.base import Record
from directory.model.meanings import folded, meant
from directory.problems import WRITE, Hint, quoted

BETWEEN = re.compile(r"[,;/+&()]|\b(?:und|oder|sowie|aber auch|aber|dazu)\b", re.IGNORECASE)
FILLERS = re.compile(
    r"\b(?:Menschen|Personen|Leute|alle|die|der|den|das|deren|ihre|mit|von|für|und|auch|sowie|an|im|in)\b|\W",
    re.IGNORECASE,
)
# Who is not meant, or not alone, is no item of the list.
NEGATED = re.compile(r"\b(?:nicht|kein\w*|ohne|außer)\b", re.IGNORECASE)
# Shorter words are in too many texts.
SHORTEST = 4


def several_words(text: str, items: Mapping[str, Record], key: str) -> Hint | None:
    """Return all items that a text names, and what of it is none; None where that is not more than one thing.

    Nothing may be lost that somebody has written.
    """
    parts = [bare for part in BETWEEN.split(text) if (bare := part.strip(" .!-–"))]
    named: list[str] = []
    others: list[str] = []
    in_part = False
    for part in parts:
        found, rest = _named(part, items)
        in_part |= len(found) > 1 or bool(rest)
        named += [one for one in dict.fromkeys(found) if one not in named]
        others += [rest] if FILLERS.sub("", rest) else []
    if not named or (len(parts) == len(named) == 1 and not others and not in_part):
        return None
    if len(named) == 1 and not others:
        return Hint(WRITE, {key: named})
    if not others:
        return Hint(f"Das sind mehrere Wörter. {WRITE}", {key: named})
    left = ", ".join(map(quoted, others))
    said = f"Das haben wir nicht verstanden: {left}. Ist es wichtig? Dann schreiben Sie dazu einen Satz bei „fuer_wen“."
    return Hint(f"{said}\n{WRITE}", {key: named})


def _named(part: str, items: Mapping[str, Record]) -> tuple[list[str], str]:
    """Return the items that a part of a text names, and the other words in it."""
    if not FILLERS.sub("", part) or NEGATED.search(part):
        return [], part
    whole = meant(part, items)
    if len(whole.items) == 1:
        return [whole.items[0]], ""
    words = re.findall(r"[\w-]+", part)
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            some = " ".join(words[start : start + length])
            if len(folded(some)) >= SHORTEST and FILLERS.sub("", some) and (one := meant(some, items)).certain:
                sides = (" ".join(words[:start]), " ".join(words[start + length :]))
                (before, left), (after, right) = (_named(side, items) if side else ([], "") for side in sides)
                return [*before, one.items[0], *after], f"{left} {right}".strip()
    return [], part
