"""Numbers written as words."""

import re
from collections.abc import Iterator
from functools import cache

from directory.easy_language.finding import Match
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.text import Kind, Sentence, Token

_ONES = {"zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9}
_TEENS = {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_ONE = "|".join(_ONES)
_BELOW_100 = (
    rf"(?:(?P<one>ein|{_ONE})und(?P<ten>{'|'.join(_TENS)})|(?P<teen>{'|'.join(_TEENS)})"
    rf"|(?P<tens>{'|'.join(_TENS)})|(?P<ones>{_ONE}|eins))"
)
# „neunzehnhundert“ and the like stand in years
_BEFORE_HUNDRED = "|".join(["ein", *_ONES, *(teen for teen in _TEENS if teen != "zehn")])
_BELOW_1000 = rf"(?:(?P<hundreds>{_BEFORE_HUNDRED})?(?P<hundred>hundert)(?:und)?)?{_BELOW_100}?"
_HUNDREDS = re.compile(_BELOW_1000)
_POSSIBLE = re.compile(rf"{'|'.join([*_ONES, *_TEENS, 'ßig', 'zig', 'hundert', 'tausend', 'dreissig', 'halb'])}")
_GROWN = re.compile(r"(?P<number>\w+?)(?P<times>mal)?")
_HALVES = re.compile(r"(?:(?P<number>\w+?)(?:und)?einhalb|anderthalb)(?:mal|e[rns]?)?")

# Words that say that „acht“ is attention and no number.
_ATTENTION = frozenset(
    [
        "hab",
        "gebe",
        "gibst",
        "gibt",
        "geben",
        "gebt",
        "gib",
        "gab",
        "gaben",
        "gegeben",
        "nimm",
        "nehmt",
        "nehmen",
        "habt",
        "achtgeben",
    ]
)
_CLOCK = frozenset(
    [
        "um",
        "halb",
        "bis",
        "nach",
        "vor",
        "gegen",
        "ab",
        "seit",
        "viertel",
        "dreiviertel",
        "kurz",
        "nur",
        "von",
        "alle",
        "zu",
        "und",
    ]
)
_AFTER_SIEVE = frozenset(["das", "den", "die", "es", "ihn", "sie", "durch"])
_SIFTED = frozenset(["mehl", "sand", "erde", "puderzucker", "kakao", "zucker", "stärke", "kompost"])


@cache
def _possible(word: str) -> bool:
    return _POSSIBLE.search(word) is not None


@cache
def value(word: str) -> int | None:
    """Return the number that a word in small letters means; None for „ein“, „eins“, ordinals and all other words."""
    if not _POSSIBLE.search(word):
        return None
    thousands, mark, rest = word.partition("tausend")
    if not mark:
        return _below_1000(word)
    high = 1 if thousands in ("", "ein") else _below_1000(thousands)
    low = 0 if not rest else _below_1000(rest.removeprefix("und")) if rest != "undeins" else 1
    return None if high is None or low is None else high * 1000 + low


def _below_1000(word: str) -> int | None:
    match = _HUNDREDS.fullmatch(word)
    if not match or word in ("eins", ""):
        return None
    part = match.groupdict()
    if part["hundred"] and word.endswith("und"):
        return None
    ones = {**_ONES, **_TEENS, "ein": 1, "eins": 1}
    total = (ones[part["hundreds"]] if part["hundreds"] else 1) * 100 if part["hundred"] else 0
    if part["ten"]:
        return total + _TENS[part["ten"]] + ones[part["one"]]
    if part["teen"]:
        return total + _TEENS[part["teen"]]
    if part["tens"]:
        return total + _TENS[part["tens"]]
    return total + (ones[part["ones"]] if part["ones"] else 0) or None


def number_word(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find numbers from 2 on that are written as words, also with -mal; the digits are a safe rewrite."""
    for i, token in enumerate(sentence.tokens):
        if token.kind is not Kind.WORD or token.name or not _possible(token.lower):
            continue
        if half := _half(sentence, token):
            yield half
            continue
        match = _GROWN.fullmatch(token.lower)
        if not match:
            continue
        number = value(match["number"])
        if number is None or not _is_number(sentence, i, number):
            continue
        digits = _digits(number) + ("-mal" if match["times"] else "")
        yield Match(
            start=token.start,
            end=token.end,
            suggestion=f"Schreiben Sie: {digits}.",
            replacement=digits,
            values={"digits": digits},
        )


def _half(sentence: Sentence, token: Token) -> Match | None:
    """Return the match of „zweieinhalb“ and „anderthalb“; what is best instead depends on what is counted."""
    match = _HALVES.fullmatch(token.lower) if "halb" in token.lower else None
    if not match or (token.capital and not sentence.first(token)):
        return None
    number = 1 if match["number"] in (None, "ein") else value(match["number"])
    if number is None:
        return None
    return Match(
        start=token.start,
        end=token.end,
        suggestion=f"Schreiben Sie zum Beispiel: {number} und ein halb.",
        values={"digits": f"{number},5"},
    )


def _digits(number: int) -> str:
    return f"{number:,}".replace(",", ".") if number >= 10_000 else str(number)  # noqa: PLR2004 - „2000“ needs no dot


def _is_number(sentence: Sentence, i: int, number: int) -> bool:
    tokens = sentence.tokens
    token = tokens[i]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    before = tokens[i - 1] if i else None
    if token.capital and not sentence.first(token) and not token.text.isupper():
        return False  # a noun: the mark „eine Drei“, the tram „die Vier“
    if before and before.lower == "zu" and number < 13 and not _counted(after):  # noqa: PLR2004
        return False  # „zu zwei und zwei“ is rare, „zu sieben“ is often the verb
    if token.lower == "acht":
        return _is_eight(sentence, before, after)
    if token.lower == "sieben":
        return _is_seven(sentence, before, after)
    if token.lower in ("tausend", "hundert") and after and after.lower in ("dank", "tode", "mal"):
        return False
    return not (token.lower == "drei" and after is not None and after.lower == "viertel")


def _counted(after: Token | None) -> bool:
    """Return whether the next word can be what is counted: a noun, or an adjective with an ending."""
    if after is None or after.kind is not Kind.WORD:
        return False
    return after.capital or after.lower.endswith(("e", "en", "er"))


def _is_eight(sentence: Sentence, before: Token | None, after: Token | None) -> bool:
    if before and before.lower in ("außer", "in", "auf") and not (_counted(after) and after and after.capital):
        return before.lower == "in" and _counted(after) and not _takes_care(after)
    if after and (after.lower in _ATTENTION or after.lower in ("zu", "auf", "darauf")):
        return before is not None and before.lower in _CLOCK - {"und"}
    if before and before.lower in _CLOCK - {"und", "nur"}:
        return True
    if sentence.lowers & _ATTENTION and not _counted(after):
        return False
    return not (sentence.first(sentence.tokens[0]) and before is None and after is None)


def _takes_care(after: Token | None) -> bool:
    return after is not None and after.lower in _ATTENTION | {"nehmen", "genommen"}


def _is_seven(sentence: Sentence, before: Token | None, after: Token | None) -> bool:
    if after and (after.lower in _AFTER_SIEVE or (after.lower in _SIFTED and after.capital)):
        return False
    if before and (before.lower in _SIFTED or before.lower in ("es", "ihn", "fein")):
        return _counted(after)
    return not (sentence.lowers & _SIFTED and not _counted(after))
