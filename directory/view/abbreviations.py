"""What short names mean: a name of letters is explained where another name of the same thing spells it out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

# "AWO", "ThINKA", "gGmbH": at least 2 capital letters, and not two words ("WeltRaum").
SHORT = re.compile(r"(?<!\w)(?=\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ])(?![A-ZÄÖÜ][a-zäöüß]{3,})[A-Za-zÄÖÜäöüß]{2,}(?!\w)")
# What follows the name: "e. V.", ", Kreisverband Musterstadt".
APPENDED = re.compile(r", (?:Kreis|Landes|Orts)ver(?:band|ein).*| e\. ?V\..*")
UMLAUTS = str.maketrans("äöüÄÖÜ", "aouAOU")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short name and the long one that it stands for."""

    short: str
    long: str


def short_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the short names in texts, each once, in their order."""
    return tuple(dict.fromkeys(short for text in texts for short in _shorts(text)))


def abbreviations(
    shorts: Iterable[str], names: Iterable[tuple[str, ...]], called: Iterable[str]
) -> tuple[Abbreviation, ...]:
    """Return the short names that another name spells out, unless what is `called` so has both.

    `names` are groups: all names in one belong to the same thing, a body or a word of the glossary.
    """
    groups, titles = tuple(names), tuple(called)
    longs = {short: min(_spelled_out(short, groups), key=len, default="") for short in shorts}
    return tuple(
        Abbreviation(short, long)
        for short, long in longs.items()
        if long and not any(long in title and short in title for title in titles)
    )


def _spelled_out(short: str, groups: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield the names that begin like a short name and have its letters in this order, where that is a name too."""
    letters = re.compile(".*?".join(short.translate(UMLAUTS)), re.IGNORECASE)
    for group in groups:
        if any(short in _shorts(name) for name in group):
            for name in group:
                plain = name.translate(UMLAUTS)
                is_long = letters.match(plain) and not _shorts(name) and short.casefold() not in name.casefold()
                if is_long:
                    yield APPENDED.sub("", _without_the_same_end(name, short, group))


def _without_the_same_end(name: str, short: str, group: Iterable[str]) -> str:
    """Return "Sportverein" of "Sportverein Hafen", where "SV Hafen" is a name too."""
    ends = (other.removeprefix(short) for other in group if other.startswith(f"{short} "))
    return next((name.removesuffix(end) for end in ends if name.endswith(end)), name)


@cache
def _shorts(name: str) -> tuple[str, ...]:
    return tuple(SHORT.findall(name))
