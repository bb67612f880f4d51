"""One file that was read: its path and its tree."""

from dataclasses import dataclass

from directory.problems import Position
from directory.source.tree import Mapping, locate


@dataclass(frozen=True, slots=True)
class Document:
    """A readable file; the origin of the records that are made from it."""

    path: str
    root: Mapping

    def position(self, *keys: str | int) -> Position:
        """Return where the value under these keys stands, or its nearest parent that is written."""
        node = locate(self.root, keys)
        return Position(self.path, node.line, node.column)

    def key_position(self, *keys: str) -> Position:
        """Return where the name of the last of these keys stands."""
        parent = locate(self.root, keys[:-1])
        node = parent.keys.get(keys[-1], parent) if isinstance(parent, Mapping) else parent
        return Position(self.path, node.line, node.column)
