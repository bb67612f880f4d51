"""One file that was read: its path, and its tree as long as someone asks where something stands."""

from dataclasses import dataclass
from functools import cached_property

from directory.problems import Position
from directory.source.parsing.parse import parse
from directory.source.tree import Mapping, Node, Scalar, locate


@dataclass(frozen=True)
class Document:
    """A readable file; the origin of the records that are made from it. Travels between processes without its tree.

    `mended` is the tree of a file with mistakes as it was meant.
    """

    path: str
    text: str
    mended: Mapping | None = None

    @cached_property
    def root(self) -> Mapping:
        """The tree of the file."""
        return self.mended or parse(self.text, self.path).root or Mapping(line=1, column=1)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    def position(self, *keys: str | int, offset: int = 0) -> Position:
        """Return where the value under these keys stands, or its nearest parent that is written.

        `offset` leads to so many characters into a text, if it is written in one line.
        """
        node = locate(self.root, keys)
        column = node.column
        if offset and isinstance(node, Scalar):
            quotation = 0 if node.plain else 1
            line = self._lines[node.line - 1]
            if line.startswith(node.text, column - 1 + quotation):
                column += quotation + offset
        return Position(self.path, node.line, column)

    def key_position(self, *keys: str | int) -> Position:
        """Return where the name of the last of these keys stands."""
        parent = locate(self.root, keys[:-1])
        node = parent.keys.get(str(keys[-1]), parent) if isinstance(parent, Mapping) else parent
        return Position(self.path, node.line, node.column)

    def in_place_of(self, lines: str, *keys: str | int) -> str:
        """Return lines with the blanks, and the dash, that stand in the file before the field under these keys."""
        parent = locate(self.root, keys[:-1])
        node = parent.keys.get(str(keys[-1])) if isinstance(parent, Mapping) else None
        return self.as_it_stands(lines, node) if node else lines

    def as_it_stands(self, lines: str, node: Node) -> str:
        """Return the lines of a field with the blanks, and the dash, that stand in the file before this one.

        Between brackets nothing does.
        """
        if not self.alone(node):
            return lines
        before = self._before(node)
        return before + lines.replace("\n", "\n" + " " * len(before))

    def alone(self, node: Node) -> bool:
        """Return whether nothing but blanks and a dash stands before a node in its line."""
        return self._before(node).strip() in {"", "-"}

    def _before(self, node: Node) -> str:
        return self._lines[node.line - 1][: node.column - 1] if node.line <= len(self._lines) else ""

    def __reduce__(self) -> tuple[type["Document"], tuple[str, str, Mapping | None]]:
        return Document, (self.path, self.text, self.mended)
