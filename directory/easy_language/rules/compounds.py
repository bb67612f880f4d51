"""Long compounds, and how hyphens stand in them."""

import re
from collections.abc import Iterator
from functools import cache

from directory.easy_language.finding import Match
from directory.easy_language.lemmas import known, lemma
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.splitting import modifier_cost, split, split_adjective
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.wordlist import words

_LETTERS = 14
_STREET = ("straße", "strasse", "gasse", "allee", "chaussee", "ufer", "damm", "graben", "steig", "promenade")
_STREET_OR_PLACE = ("platz", "weg", "ring", "brücke", "park", "berg", "tal", "thal", "hof", "tor", "markt", "siedlung")
_TOWN = (
    "dorf",
    "burg",
    "hausen",
    "bach",
    "berg",
    "feld",
    "stein",
    "kirchen",
    "leben",
    "roda",
    "städt",
    "heim",
    "ow",
    "itz",
    "walde",
    "rode",
    "ingen",
    "stedt",
    "thal",
)
_SURE_TOWN = (
    "hausen",
    "stedt",
    "haven",
    "brandenburg",
    "friesland",
    "lausitz",
    "weiler",
    "münde",
    "kirchen",
    "zhofen",
    "shofen",
    "nhofen",
    "lautern",
    "gladbach",
    "walde",
    "beuren",
    "reuth",
    "roda",
    "rode",
)
_ROADS = (
    "einbahnstraße",
    "spielstraße",
    "fußgängerstraße",
    "umgehungsstraße",
    "durchgangsstraße",
    "bundesstraße",
    "einkaufsstraße",
)
_SURE = 1.5
_LONG = 4  # letters: shorter words also end names


def long_word(sentence: Sentence, limits: Limits) -> Iterator[Match]:
    """Find compounds of 14 or more letters without hyphen or Mediopunkt; the suggestion is the word with hyphens."""
    least = limits[0] if limits else _LETTERS
    for i, token in enumerate(sentence.tokens):
        if token.kind is not Kind.WORD or token.name:
            continue
        text = token.text.strip("-‐")
        if len(text) < least or not text.isalpha():
            continue
        if i and sentence.tokens[i - 1].lower in _BEFORE_FAMILY_NAMES:
            continue
        parts = _parts(sentence, i, text)
        if len(parts) < 2:  # noqa: PLR2004 - a compound has two parts
            continue
        noun = token.capital and not (split_adjective(text.lower()) == parts and _before_noun(sentence, i))
        shown = "-".join(part.capitalize() if noun else part for part in parts)
        if token.capital and not noun:
            shown = shown[:1].upper() + shown[1:]
        level = sum(len(text) >= limit for limit in limits[1:])
        yield Match(
            start=token.start,
            end=token.end,
            suggestion=f"Schreiben Sie: {shown}.",
            level=level,
            values={"parts": shown},
        )


_BEFORE_FAMILY_NAMES = frozenset(("herr", "herrn", "frau", "familie", "doktor", "dr", "professor"))


def _before_noun(sentence: Sentence, i: int) -> bool:
    """Return whether a capital word is an adjective at the start of a sentence: „Barrierefreie Räume“."""
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    return sentence.first(sentence.tokens[i]) and after is not None and after.kind is Kind.WORD and after.capital


def _parts(sentence: Sentence, i: int, text: str) -> tuple[str, ...]:
    token = sentence.tokens[i]
    low = text.lower()
    if not token.capital:
        return () if _verb(low) else split_adjective(low)
    if sentence.first(token) and not known(text) and known(low):
        return () if _verb(low) else split_adjective(low)
    if _is_place(sentence, i, low):
        return ()
    if sentence.first(token) and len(found := split_adjective(low)) > 1 and lemma(low) != low and not known(text):
        return found
    return split(text)


def _verb(low: str) -> bool:
    base = lemma(low)
    return (
        base != low
        and base.endswith(("en", "eln", "ern"))
        and not low.endswith(("em", "er", "es", "te", "ten", "ende", "enden"))
    )


def _is_place(sentence: Sentence, i: int, low: str) -> bool:
    """Return whether a word is a street or a town: these are names."""
    if low.endswith(_ROADS) or low.removesuffix("n").endswith(_ROADS):
        return False
    tokens = sentence.tokens
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if low.endswith((*_STREET, "gässchen", "gässle", "stiege")) or low.removesuffix("n").endswith(_STREET):
        return True
    if low.endswith(_SURE_TOWN) or any(low.endswith(name) for name in _long_places()):
        return True
    if low.endswith(_STREET_OR_PLACE):
        return (after is not None and after.kind is Kind.NUMBER) or not _common(low)
    return low.endswith(_TOWN) and not all(modifier_cost(part) <= _SURE for part in split(low))


@cache
def _long_places() -> tuple[str, ...]:
    """Return names that other names end in: „Neubrandenburg“, „Ostfriesland“."""
    return tuple(name.lower() for name in words("places") if len(name) > _LONG + 2)


def _common(low: str) -> bool:
    """Return whether what stands before „-platz“ or „-weg“ is an everyday word and no name."""
    parts = split(low)
    if len(parts) < 2:  # noqa: PLR2004 - a compound has two parts
        return False
    front = low[: -len(parts[-1])]
    longer = parts[-1].removesuffix("n") not in _STREET_OR_PLACE  # „Abenteuer-Spielplatz“
    return (
        longer
        or front in words("everyday-places")
        or any(front.endswith(word) for word in words("everyday-places") if len(word) > _LONG)
    )


_MOST_PARTS = 3
_COLOURS = frozenset({"weiß", "rot", "grün", "blau", "gelb", "grau", "braun", "schwarz", "rosa", "bunt"})
_KEPT_SMALL = frozenset(
    [
        "mein",
        "nicht",
        "mich",
        "dich",
        "sich",
        "ohne",
        "bei",
        "aus",
        "nach",
        "de",
        "la",
        "und",
        "oder",
        "in",
        "an",
        "am",
        "auf",
        "von",
        "vom",
        "zu",
        "zum",
        "der",
        "die",
        "das",
        "des",
        "für",
        "mit",
        "vor",
        "pro",
        "to",
        "go",
        "end",
        "on",
        "up",
        "out",
        "by",
        "of",
        "for",
        "at",
        "the",
    ]
)
_ENDINGS = frozenset(
    [
        "ung",
        "ungen",
        "heit",
        "heiten",
        "keit",
        "keiten",
        "schaft",
        "schaften",
        "lich",
        "licher",
        "liche",
        "lichen",
        "isch",
        "ische",
        "bar",
        "sam",
        "tion",
        "tionen",
        "tät",
        "tum",
        "nis",
        "nisse",
        "ling",
        "in",
        "innen",
        "chen",
        "lein",
        "er",
        "ler",
    ]
)
_CUT_PREFIXES = frozenset(["ver", "be", "ent", "er", "ge", "zer", "un", "miss"])


def hyphen_form(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find hyphens in the wrong form: a small letter after them, inside a word part, or too many of them."""
    for token in sentence.tokens:
        if not ("-" in token.text or "‐" in token.text) or token.kind is not Kind.WORD or token.name:
            continue
        if not re.search(r"\w[-‐]\w", token.text):
            continue
        parts = [part for part in re.split(r"[-‐]", token.text) if part]
        if any(not part.replace("'", "").isalpha() for part in parts) or "·" in token.text:
            continue
        if match := _malformed(token, parts):
            yield match


def _malformed(token: Token, parts: list[str]) -> Match | None:  # noqa: PLR0911 - one line a mistake
    if any(part.lower() in _ENDINGS for part in parts[1:]) or parts[0].lower() in _CUT_PREFIXES:
        joined = parts[0] + "".join(part.lower() for part in parts[1:])
        if known(joined) or known(joined.lower()) or known(joined.capitalize()):
            return Match(start=token.start, end=token.end, suggestion=f"Schreiben Sie: {joined}.")
    if sum(part.lower() not in _KEPT_SMALL for part in parts) > _MOST_PARTS and not token.lower.endswith(
        _STREET + _STREET_OR_PLACE
    ):
        return Match(
            start=token.start, end=token.end, suggestion="Machen Sie 2 Wörter daraus oder erklären Sie das Wort."
        )
    if not token.capital or not parts[-1][:1].islower() or parts[-1].lower() in _KEPT_SMALL:
        return None
    if len(parts[-1]) < 4 or not all(len(part) > 1 for part in parts):  # noqa: PLR2004 - „E-mail“ is rare, „T-shirt“ too
        return None
    last = parts[-1]
    if not known(last.capitalize()) or not lemma(last.capitalize())[:1].isupper():
        return None
    if last in words("compound-adjectives") | _COLOURS or (known(last) and modifier_cost(last) > _SURE):
        return None  # an adjective or participle: „Barriere-freie“ at the start of a sentence
    mended = "-".join(part if part.lower() in _KEPT_SMALL else part[:1].upper() + part[1:] for part in parts)
    return Match(start=token.start, end=token.end, suggestion=f"Schreiben Sie: {mended}.")
