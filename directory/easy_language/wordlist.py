"""Word lists of the data folder, each read once."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def lines(name: str) -> Iterator[str]:
    """Yield the lines of a list without comments and empty ones."""
    text = files(__package__).joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.strip()


@cache
def words(name: str) -> frozenset[str]:
    """Return all words of a list; several may stand in one line."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a list, each as its words."""
    return tuple(tuple(line.split()) for line in lines(name))


@cache
def pairs(name: str, separator: str = " = ") -> Mapping[str, str]:
    """Return what a list says about each word or phrase: „word = what to write“; „word | word = …“ are spellings."""
    found = {}
    for line in lines(name):
        left, _, right = line.partition(separator)
        for spelling in left.split(" | "):
            found[spelling.strip()] = right.strip()
    return MappingProxyType(found)


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text: for closed classes that belong to the code."""
    return frozenset(text.split())
