"""What can be read of a record that has errors: nobody shall mend one value and then meet ten more mistakes."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.model.sentences import Keys
from directory.problems import Origin, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The readable part of a record with errors. `accepted` are the rules that its author has accepted with a reason.

    `words` are the items of lists that an entry names, by the key. What is wrong itself is an empty text, so that the
    others keep their places.
    """

    origin: Origin
    above: tuple[str, ...]
    sentence_lists: tuple[tuple[Keys, tuple[str, ...]], ...]
    words: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...]
    accepted: frozenset[str]

    @property
    def path(self) -> str:
        """The file that the record was read from, as messages name it."""
        return self.origin.path

    def position(self, *keys: str | int, offset: int = 0) -> Position:
        """Return where the value under these YAML keys stands, or so many characters after its beginning."""
        return self.origin.position(*self.above, *keys, offset=offset)
