"""What people call the items of a list, such as a topic or a provider, and which item they most likely meant."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directory.model.base import Record
from directory.model.slugs import LEGAL_FORM
from directory.model.text import collation_key

MOST_MEANT = 5
# Of 100; half right is not enough for words that people have chosen themselves.
LIKENESS = 80
PLURALS = frozenset({"", "en", "er", "n", "e", "s", "in", "innen", "nen"})
SHORTEST = 5  # letters; shorter words are alike by chance


@dataclass(frozen=True, slots=True)
class Meant:
    """The ids of the items that a text can mean. `certain`: it is another spelling, or a word of just one item."""

    items: tuple[str, ...]
    certain: bool = False


def meant(text: str, items: Mapping[str, Record]) -> Meant:
    """Return what a text can mean among these items: by their names first, then by the words for them, then nearly."""
    key = folded(text)
    if not key:
        return Meant(())
    for ways in (_names, _words):
        found = tuple(name for name, item in items.items() if key in map(folded, ways(name, item)))
        if found:
            return Meant(found[:MOST_MEANT], certain=len(found) == 1)
    found = tuple(
        name for name, item in items.items() if any(_same_word(key, folded(way)) for way in _words(name, item))
    )
    if len(key) >= SHORTEST and len(found) == 1:
        return Meant(found, certain=True)
    return Meant(_near(key, items) or _part_of(key, items))


def folded(text: str) -> str:
    """Return what is equal for all spellings: small and capital letters, umlauts, hyphens, "e. V."."""
    plain = collation_key(LEGAL_FORM.sub(" ", text))[0]
    return re.sub(r"[\W_]+", "", plain.replace("ae", "a").replace("oe", "o").replace("ue", "u"))


def _same_word(one: str, other: str) -> bool:
    """Return whether two words differ in no more than the usual endings of plurals."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in PLURALS


def _part_of(key: str, items: Mapping[str, Record]) -> tuple[str, ...]:
    """Return the items of which a longer word is the beginning of a compound: "Computerhilfe"."""
    found = {
        name
        for name, item in items.items()
        for way in map(folded, (*_names(name, item), *_words(name, item)))
        if len(way) > SHORTEST and key.startswith(way)
    }
    return tuple(sorted(found))[:MOST_MEANT]


def _names(name: str, item: Record) -> Iterator[str]:
    yield name
    yield from (str(getattr(item, field)) for field in ("name", "plural", "heading") if getattr(item, field, None))
    yield from getattr(item, "other_names", ())


def _words(_: str, item: Record) -> Iterator[str]:
    yield from getattr(item, "words", ())


def _near(key: str, items: Mapping[str, Record]) -> tuple[str, ...]:
    """Return the items of which a name or word is nearly the same, or has all of the text in it; likely ones first."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a run with mistakes pays for it

    likeness = {
        name: max(fuzz.ratio(key, folded(way)) for way in (*_names(name, item), *_words(name, item)))
        for name, item in items.items()
    }
    found = sorted((name for name in likeness if likeness[name] >= LIKENESS), key=lambda name: (-likeness[name], name))
    return tuple(found[:MOST_MEANT])
