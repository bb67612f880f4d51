"""Weekdays in short: „Mo“, „Di.“, „Mo-Fr“; and how a short form gives way to its full form."""

import re

from directory.easy_language.finding import Match
from directory.easy_language.rules.boundaries import parts
from directory.easy_language.text import Kind, Sentence, Token

DAYS = {
    "Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag", "Sa": "Samstag",
    "So": "Sonntag",
}  # fmt: skip
_BETWEENDAYS = frozenset({"-", "–", "—", "bis", "und", ",", "+", "&", "/", "oder", "u"})
_BEFORE_DAY = frozenset(
    [
        "am",
        "jeden",
        "jeder",
        "jede",
        "immer",
        "vom",
        "zum",
        "ab",
        "bis",
        "nächsten",
        "kommenden",
        "letzten",
        "1",
        "2",
        "3",
        "4",
    ]
)


def expanded(start: int, end: int, full: str = "", *, safe: bool = False) -> Match:
    """Return a match that suggests the full form, and writes it where that is always right."""
    suggestion = f"Schreiben Sie: {full}." if full else ""
    return Match(start=start, end=end, suggestion=suggestion, replacement=full if safe and full else None)


def without_final_dot(sentence: Sentence, i: int, full: str) -> tuple[int, str]:
    """Return where a short form whose dot is token `i` ends, and its full form; a dot that ends the sentence stays."""
    tokens = sentence.tokens
    last = tokens[i]
    closes = all(token.kind is Kind.MARK and token.text in '“”"»«)' for token in tokens[i + 1 :])
    if closes or any(part[-1] is last for part in parts(sentence)[:-1]):
        return last.start, full
    return last.end, full


def _day_at(tokens: tuple[Token, ...], i: int) -> tuple[str, int] | None:
    """Return the weekday whose short form is token `i`, and the place after it and its dot."""
    if not 0 <= i < len(tokens):
        return None
    day = DAYS.get(tokens[i].text.lstrip("-‐"))
    if day is None:
        return None
    dotted = i + 1 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].start == tokens[i].end
    return day, i + 1 + dotted


def weekday(sentence: Sentence, i: int) -> Match | None:
    """Return the match if token `i` is a weekday in short: „Mo“, „Mo-Fr“, „Di.“."""
    tokens = sentence.tokens
    token = tokens[i]
    pieces = re.split(r"[-‐]", token.text)
    if len(pieces) == 2 and all(piece in DAYS for piece in pieces):  # noqa: PLR2004 - „Mo-Fr“
        full = f"{DAYS[pieces[0]]} bis {DAYS[pieces[1]]}"
        dot = i + 1 < len(tokens) and tokens[i + 1].text == "." and i + 2 < len(tokens)
        return expanded(token.start, tokens[i + 1].end if dot else token.end, full, safe=True)
    found = _day_at(tokens, i)
    if not found:
        return None
    day, after = found
    dotted = after == i + 2
    following = tokens[after] if after < len(tokens) else None
    if following and following.text.startswith(("-", "‐")) and (second := _day_at(tokens, after)):
        last = tokens[second[1] - 1]
        if last.text == "." and second[1] == len(tokens):
            last = tokens[second[1] - 2]
        return expanded(token.start, last.end, f"{day} bis {second[0]}", safe=True)
    if not (_beside(tokens, i, after) or _certain(tokens, i, after)):
        return None
    if not dotted:
        return expanded(token.start, token.end, day, safe=True)
    end, full = without_final_dot(sentence, i + 1, day)
    return expanded(token.start, end, full, safe=True)


def _certain(tokens: tuple[Token, ...], i: int, after: int) -> bool:
    """Return whether a short form that is also a word or a name („So“, „Mo“) is a weekday here."""
    following = tokens[after] if after < len(tokens) else None
    further = tokens[after + 1].text if after + 1 < len(tokens) else ""
    before = tokens[i - 1].lower if i else ""
    dotted = after == i + 2
    clock = following is not None and following.kind is Kind.NUMBER
    if tokens[i].text == "So":
        hour = clock and (dotted or further in ("Uhr", "bis", "-", "–"))
        ended = following is None or following.text in ".," or following.text in ("ab", "von", "um", "ist")
        return hour or (before in ("am", "jeden") and (dotted or clock or ended))
    ordinal = before == "." and i > 1 and tokens[i - 2].kind is Kind.NUMBER
    if clock or (dotted and following is not None and following.text in ("ab", "von", "um")):
        return True
    return (before in _BEFORE_DAY or ordinal) and not _name_follows(tokens, after)


def _name_follows(tokens: tuple[Token, ...], i: int) -> bool:
    return i < len(tokens) and tokens[i].kind is Kind.WORD and tokens[i].capital


def _beside(tokens: tuple[Token, ...], i: int, after: int) -> bool:
    """Return whether another short weekday stands next to it, as in „Mo, Mi und Fr“."""
    if after + 1 < len(tokens) and tokens[after].text in _BETWEENDAYS:
        step = after + 1
        if tokens[step].text == "." and step + 1 < len(tokens):
            step += 1
        if tokens[step].text in DAYS:
            return True
    back = i - 1
    if back >= 1 and tokens[back].text in _BETWEENDAYS:
        back -= 1
        if tokens[back].text == "." and back >= 1:
            back -= 1
        return tokens[back].text.lstrip("-") in DAYS
    return False
