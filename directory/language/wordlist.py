"""Word lists of the package: one word a line, with comments."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a list as words, without comments and empty lines."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].split() for line in text.splitlines())
    return tuple(tuple(line) for line in lines if line)


@cache
def words(name: str) -> frozenset[str]:
    """Return all words of a list; several may stand in one line."""
    return frozenset(word for row in rows(name) for word in row)


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text: for closed classes that belong to the code."""
    return frozenset(text.split())
