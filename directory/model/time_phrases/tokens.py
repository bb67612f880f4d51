"""A line about times as tokens: weekdays, times of day, separators, known phrases, and words that are none of these."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

import yaml

from directory.model.time_phrases.clock_times import ClockTime, clock_time
from directory.model.time_phrases.dates import dates_at
from directory.model.time_phrases.things import thing

LONGEST_ABBREVIATION = 4  # letters: "Sept.", "Sonn-"
LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"
SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u3000]+")
# Text out of a table often has no blank where a cell ends: "UhrDienstag", "Freitag13:00".
CELL_END = re.compile(r"([Uu]hr|tag|woch|abend|eschlossen)(?=[A-ZÄÖÜ][a-zäöüß]|\d)")
QUOTES = re.compile('["„“”»«()\\[\\]!]')
NEXT_ORDINALS = re.compile(
    r"^(?:\s|,|/|&|\+|u\.|und\b|oder\b|(?:erste|zweite|dritte|vierte|fünfte|letzte)[nr]?\b|[1-5]\.(?!\d))+",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
WORD = re.compile(rf"[{LETTERS}€%]+(?:[-'][{LETTERS}]+)*\.?")
# Small abbreviations are weekdays only before a time, in a row of such days, or beside one of some words.
SMALL_DAYS = r"(?:mo|di|mi|do|fr|sa)"
JOIN = r"\s?(?:[-–+/&,]|und|u\.?|bis)\s?"
SMALL = re.compile(
    rf"(?P<day>{SMALL_DAYS}|so)(?![{LETTERS}])\.?"
    rf"(?P<next>(?:{JOIN}(?i:{SMALL_DAYS}|so)(?![{LETTERS}])\.?)*[,:]?\s?(?:(?:ab|von|um)\s)?(?:\d|statt(?![{LETTERS}])))?"
)
SMALL_AFTER = re.compile(rf"(?:(?:statt|immer|jeden)\s|(?<![{LETTERS}]){SMALL_DAYS}\.?{JOIN})$", re.IGNORECASE)
CROSSES = frozenset("✗✘❌✖❎⛔🚫🛇")
DASH = re.compile(r"[-\u2010-\u2015\u2212]+")
MARKS = {
    ",": "comma",
    "/": "comma",
    "+": "and",
    "&": "and",
    ";": "end",
    ".": "end",
    "\n": "end",
    "|": "end",
    ":": "colon",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line, `start` to `end` in it. `value` is what it means: a weekday, minutes, a month.

    `exact` marks a time that can be nothing else: it has minutes or says "Uhr". `twelve` marks one that people
    say so in the morning and in the afternoon.
    """

    kind: str
    start: int
    end: int
    value: Any = None
    exact: bool = False
    twelve: bool = False


@cache
def table() -> Mapping[str, Any]:
    """Return the words of times; words.yaml explains them."""
    return MappingProxyType(
        yaml.safe_load(files("directory.model.time_phrases").joinpath("words.yaml").read_text("utf-8"))
    )


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    bounded = rf"(?<![{LETTERS}])(?:%s)"
    return tuple(
        (kind, re.compile(bounded % pattern.strip(), re.IGNORECASE)) for kind, pattern in table()["phrases"].items()
    )


@cache
def _days() -> Mapping[str, int]:
    """Return each way to write a weekday in small letters; three letters or fewer are abbreviations."""
    ways: dict[str, int] = {}
    for number, names in enumerate(table()["weekdays"]):
        for name in names:
            ways |= {
                name + ending: number
                for ending in (("", "s", "e", "en") if len(name) > LONGEST_ABBREVIATION else ("",))
            }
    return ways


@cache
def _months() -> Mapping[str, int]:
    return {name: number for number, names in enumerate(table()["months"], 1) for name in names}


def prepared(line: str) -> str:
    """Return the line as it is read: composed letters, plain blanks, no quotation marks or brackets."""
    text = QUOTES.sub(" ", unicodedata.normalize("NFC", line))
    return SPACES.sub(" ", CELL_END.sub(r"\1 ", text)).strip()


def tokens(text: str) -> list[Token]:
    """Return all tokens of a prepared line; together they cover everything but blanks."""
    found = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at)
        found.append(token)
        at = token.end
    return list(_without_units(text, found))


def _token(text: str, at: int) -> Token:
    if end := thing(text, at):
        return Token("word", at, end, "thing")
    for kind, pattern in _phrases():
        if match := pattern.match(text, at):
            return Token(kind, at, match.end(), _count(match) if match.groups() else None)
    return _small(text, at) or (_number(text, at) if text[at].isdigit() else _letters(text, at))


def _letters(text: str, at: int) -> Token:
    if time := clock_time(text, at):
        return _time(at, time)
    if match := DASH.match(text, at):
        return Token("dash", at, match.end())
    if match := WORD.match(text, at):
        return _word(match.group(), at)
    ornament = unicodedata.category(text[at]) == "So" and text[at] not in CROSSES
    return Token(MARKS.get(text[at], "filler" if ornament else "word"), at, at + 1)


def _count(match: re.Match[str]) -> int:
    said = match.group(1).lower()
    return int(said) if said.isdigit() else int(table()["numbers"][said])


def _small(text: str, at: int) -> Token | None:
    """Return the weekday of a small abbreviation: "mi 18:30", "immer do statt mi". "So" may be any word."""
    before = text[max(at - 10, 0) : at]
    match = SMALL.match(text, at) if not re.search(rf"[{LETTERS}]$", before) else None
    joined = SMALL_AFTER.search(before)
    if match is None or not (joined or match["next"]) or (match["day"] == "so" and not joined):
        return None
    end = match.end("day")
    return Token("weekday", at, end + (text[end : end + 1] == "."), _days()[match["day"]])


def _number(text: str, at: int) -> Token:
    if dates := dates_at(text, at, _months()):
        return Token("months" if dates.months else "date", at, dates.end, dates.months or dates.days)
    if match := re.match(r"[1-5]\.(?!\d)", text[at:]):
        rest = NEXT_ORDINALS.sub("", text[at + 2 :])
        if (word := WORD.match(rest)) and _word(word.group(), 0).kind == "weekday":
            return Token("ordinal", at, at + match.end(), match.group()[0])
    if time := clock_time(text, at):
        return _time(at, time)
    match = NUMBER.match(text, at)
    return Token("number", at, match.end() if match else at + 1)


def _time(at: int, time: ClockTime) -> Token:
    return Token("time", at, time.end, time.minutes, exact=time.exact, twelve=time.twelve)


@cache
def _known() -> Mapping[str, tuple[str, Any]]:
    """Return each word in small letters with its kind of token and what it means."""
    words = table()
    return MappingProxyType(
        {name: ("month", number) for name, number in _months().items()}
        | {f"{stem}e{end}": ("ordinal", value) for stem, value in words["ordinals"].items() for end in ("", "n", "r")}
        | {part + end: ("part", part) for part in words["parts"] for end in ("", "s")}
        | dict.fromkeys(words["until"], ("dash", "until"))
        | {word: (kind, word) for kind in ("open", "start", "from", "and") for word in words[kind]}
    )


def _word(written: str, at: int) -> Token:
    bare = written.rstrip(".")
    # A full name has no full stop of its own: it ends the sentence.
    short = len(bare) <= LONGEST_ABBREVIATION or bare.lower() in table()["long_abbreviations"]
    end = at + len(written if short else bare)
    first, dash, rest = bare.partition("-")
    if dash and all(_word(piece, 0).kind in {"weekday", "month"} for piece in (first, rest)):
        return _word(first, at)  # "Mo-Fr": the dash is a token of its own
    if (day := _day(bare)) is not None:
        return Token("weekday", at, end, day)
    kind, value = _known().get(bare.lower(), ("word", None))
    return Token(kind, at, end, value) if value is not None else _compound(bare, at) or Token("word", at, end)


def _day(word: str) -> int | None:
    """Return the weekday of a word. Abbreviations need a capital letter, for "so", "die" and "do" are words as well."""
    number = _days().get(word.lower())
    if number is None or (len(word) <= LONGEST_ABBREVIATION and not word[:1].isupper()):
        return None
    return None if word.lower() == "die" else number


def _compound(word: str, at: int) -> Token | None:
    """Return the weekday of "Montagabend", "dienstagvormittags"; what follows is read on its own."""
    for name, number in _days().items():
        if len(name) > LONGEST_ABBREVIATION and word.lower().startswith(name):
            rest = word[len(name) :].lstrip("-").lower()
            if rest.removesuffix("s") in table()["parts"]:
                return Token("weekday", at, at + len(name), number)
    return None


def _without_units(text: str, found: list[Token]) -> Iterator[Token]:
    """Yield the tokens; a number that counts something, such as "50 Jahre", becomes a word with what it counts."""
    units = table()["units"]
    skip = False
    for token, after in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        counted = token.kind in {"time", "number"} and not (
            token.kind == "time" and token.exact and ":" in text[token.start : token.end]
        )
        if counted and after and text[after.start : after.end].lower().rstrip(".") in units:
            yield Token("word", token.start, after.end)
            skip = True
        else:
            yield token
