"""Long lists in the order of the alphabet: parts begin with a letter, and each letter leads to its part."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Generic, TypeVar

from directory.model.text import initial
from directory.output.pagination import spans, starts_by_letter
from directory.pages.parts import NAMES, Part, keys_of

Item = TypeVar("Item")
# Letters are joined until they have so many names together.
JOINED = 50


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with the numbers of all parts in which it stands: the first one has its beginning, `#a`."""

    name: str
    parts: tuple[int, ...]

    @property
    def id(self) -> str:
        """The letter as an anchor."""
        return self.name.lower().replace(" ", "-")


@dataclass(frozen=True)
class Alphabet(Generic[Item]):
    """A list in parts, sorted by the name of each item: on one page up to `most`, else about `size` on each."""

    items: Sequence[Item]
    name: Callable[[Item], str]
    most: int = NAMES
    size: int = JOINED

    @cached_property
    def _names(self) -> Sequence[str]:
        return [self.name(item) for item in self.items]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return starts_by_letter(self._names, self.most, self.size)

    @cached_property
    def _spans(self) -> Sequence[str]:
        return spans(self._names, self._starts)

    @cached_property
    def letters(self) -> Sequence[Letter]:
        """Every letter, in order."""
        ends = (*self._starts[1:], len(self.items))
        found: dict[str, list[int]] = {}
        for number, (start, end) in enumerate(zip(self._starts, ends, strict=True), 1):
            for letter, _ in groupby(self._names[start:end], initial):
                found.setdefault(letter, []).append(number)
        return [Letter(letter, tuple(numbers)) for letter, numbers in found.items()]

    def keys(self, key: str) -> Iterator[str]:
        """Yield the key of the list and those of its further parts."""
        return keys_of(key, len(self._starts))

    def part(self, number: int) -> Part[Item]:
        """Return a part of the list."""
        return Part.between(self.items, number, self._starts, self._spans, alphabetical=True)

    def sections(self, shown: Part[Item]) -> Iterator[tuple[Letter, list[Item]]]:
        """Yield each letter of a part with what stands there."""
        letters = {one.name: one for one in self.letters}
        for letter, found in groupby(shown.items, lambda item: initial(self.name(item))):
            yield letters[letter], list(found)
