"""Names of private persons in texts: what stands beside a title, a role or a given name."""

import re
from collections.abc import Iterator
from functools import cache

WORD = r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
SOMEBODY = r"\b(?:Ansprech-?[Pp]artner(?:in)?|Leiter(?:in)?|Vorsitzender?|Trainer(?:in)?)"
IS = r"(?::|\s+ist|\s+heißt)"
WHOM = (
    r"(?:\b(?:[Ff]ragen|[Rr]ufen|[Ss]chreiben|[Mm]elden)\s+Sie(?:\s+(?:sich|bitte|vorher|nach|bei|an|mit))*"
    rf"|{SOMEBODY}{IS}|\b(?:Leitung|Kontakt){IS})\s+"
)
PERSON = re.compile(
    rf"\b(?:Frau|Fr\.|Herrn?|Hr\.|Dr\.|Prof\.|Pfarrer|Pfarrerin)\s+(?:Dr\.\s+)?(?:{WORD}\s+)?{WORD}\b"
    rf"|{SOMEBODY}{IS}\s+{WORD}\s+{WORD}\b"
    rf"|{WHOM}[A-ZÄÖÜ]\.\s?{WORD}"
)
BIRTHDAY = re.compile(r"\b(?:geboren|geb\.|Geburtstag)\s+(?:am\s+)?\d")
# A given name is told from other words by what follows, or by what stands before it.
NAME = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"
WITH_A_FAMILY_NAME = re.compile(rf"\b(?=({NAME})(?:\s+(?:von|van|de|zu)(?:\s+de[rn])?)?\s+({NAME})\b)")
ALONE = re.compile(rf"(?:^|[.!?:]\s)({NAME})\s+[a-zäöüß]+t\b|{WHOM}({NAME})")
WORDS = re.compile(r"[^\W\d_]+")
NO_GIVEN_NAMES = frozenset({"August"})  # the month


def person_in(text: str, public: str = "") -> str:
    """Return what in a text names a private person, or an empty text.

    `public` are names that may stand there: of houses, streets and clubs, and of whom these are called after.
    """
    if found := PERSON.search(text) or BIRTHDAY.search(text):
        return found.group()
    if given_names().isdisjoint(WORDS.findall(text)):
        return ""
    known = public.replace("-", " ")
    whole = (name for name in _whole_names(text) if name.replace("-", " ") not in known)
    return next(whole, "") or next(_given_alone(text), "")


def _whole_names(text: str) -> Iterator[str]:
    for found in WITH_A_FAMILY_NAME.finditer(text):
        given, family = found.groups()
        if family[0].isupper() and _is_given(given):
            yield text[found.start(1) : found.end(2)]


def _given_alone(text: str) -> Iterator[str]:
    yield from filter(_is_given, (found[1] or found[2] for found in ALONE.finditer(text)))


def _is_given(name: str) -> bool:
    return name.split("-", maxsplit=1)[0] in given_names()


def is_given(name: str) -> bool:
    """Return whether a word is a given name, in any spelling: "juergen" is one."""
    return _folded(name) in _folded_names()


@cache
def _folded_names() -> frozenset[str]:
    return frozenset(map(_folded, given_names()))


def _folded(name: str) -> str:
    return name.casefold().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})


@cache
def given_names() -> frozenset[str]:
    """Return 2,000 given names of people in Germany, of all origins."""
    from faker.providers.person.de_DE import Provider  # noqa: PLC0415 - a tenth of a second, only for checks

    return frozenset(Provider.first_names) - NO_GIVEN_NAMES
