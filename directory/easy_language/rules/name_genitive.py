"""The genitive of names: „Bremens Vereine“, „Omas alter Garten“, „Klaus’ Rad“, „Herrn Baumanns Katze“."""

from collections.abc import Sequence

from directory.easy_language.grammar import COORDINATORS, DETERMINERS, PERSONAL, PREPOSITIONS
from directory.easy_language.rules.bare_genitive import is_noun, place
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import surely_finite
from directory.easy_language.wordlist import word_set, words

TITLES = word_set("herr herrn frau familie tante onkel oma opa doktor professor pfarrer bürgermeister schwester")
_PERSONS = frozenset(("herr", "herrn", "frau", "familie"))
_ARTICLES = word_set("des dieses das die den der eines ein zwei viele")
_SHORTEST = 4
_MOST_ADJECTIVES = 3


def with_name(sentence: Sentence, segment: Sequence[Token], i: int) -> int | None:
    """Return the place of the noun that belongs to the name that begins here, or of the name itself behind a noun."""
    if segment[i].lower in TITLES and (found := _titled(segment, i)) is not None:
        return found
    text = segment[i].text
    if apostrophe(segment, i):
        return _noun(segment, i + 2)
    stem = text.removesuffix("’s").removesuffix("'s") if text.endswith(("’s", "'s")) else text.removesuffix("s")
    if stem == text or not (place(stem) or stem in words("first-names")):
        return None
    before = segment[i - 1] if i else None
    if before is not None and _behind_noun(sentence, segment, i, stem):
        return i
    if before is not None and (before.lower in _ARTICLES or before.kind is Kind.NUMBER):
        return None
    return _noun(segment, i + 1)


# With -s these are family names: „der Sänger Peters“.
_FAMILY_NAMES = word_set(
    """Peter Heinrich Martin Paul Wilhelm Georg Carl Karl Walter Simon Dirk Jakob Konrad Christian Robert Richard
    Friedrich Gerhard Hermann Ludwig Kai Lang Klein Wolf Koch König Kaiser Werner Ernst Otto Hugo Bruno Erich Kurt
    Jan Till"""
)


def _behind_noun(sentence: Sentence, segment: Sequence[Token], i: int, stem: str) -> bool:
    """Return whether a name belongs to the noun before: „die Freunde Annas“, „Vereine Bremens“."""
    before = segment[i - 1]
    if not is_noun(sentence, before) or before.lower in _PERSONS:
        return False
    if place(stem):
        return True
    followed = i + 1 < len(segment) and segment[i + 1].capital
    article = i > 1 and segment[i - 2].lower in DETERMINERS
    return article and not followed and stem not in _FAMILY_NAMES and before.lower not in TITLES


def apostrophe(segment: Sequence[Token], i: int) -> bool:
    """Return whether an apostrophe stands for the -s of a name: „Hans’ Rad“; other names have no place for it."""
    token = segment[i]
    if i + 2 >= len(segment) or token.lower[-1] not in "szxß" or not token.text.isalpha():
        return False
    mark = segment[i + 1]
    opened = any(other.text in "'‚‘’" and other.kind is Kind.MARK for other in segment[:i])
    return mark.text in "'’" and mark.start == token.end and segment[i + 2].start > mark.end and not opened


def _titled(segment: Sequence[Token], i: int) -> int | None:
    """Return the noun of „Frau Meiers Auto“: the name ends in -s, and a noun follows that is no family name."""
    if i + 2 >= len(segment):
        return None
    name = segment[i + 1]
    if name.kind is not Kind.WORD or not name.capital or name.name or len(name.text) < _SHORTEST:
        return None
    if apostrophe(segment, i + 1):
        return _noun(segment, i + 3)
    if not name.text.endswith("s") or name.text.endswith("ss") or name.text in words("names-in-s"):
        return None
    return _noun(segment, i + 2)


def _noun(segment: Sequence[Token], begin: int) -> int | None:
    """Return the place of a noun, over adjectives and numbers."""
    for j in range(begin, min(begin + _MOST_ADJECTIVES, len(segment))):
        token = segment[j]
        if token.kind is Kind.NUMBER:
            continue
        if token.kind is not Kind.WORD:
            return None
        if token.capital:
            return None if token.lower in PERSONAL | {"ihnen"} else j
        if (
            token.lower in DETERMINERS | PREPOSITIONS | COORDINATORS | PERSONAL
            or not token.lower.endswith(("e", "en", "er", "es"))
            or surely_finite(token.lower)
        ):
            return None
    return None
