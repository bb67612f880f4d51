"""What a YAML file says, every scalar as text, each piece with its place."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

# Written without quotation marks these words say "nothing here" (YAML 1.1, tag:yaml.org,2002:null).
ABSENT = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True, kw_only=True)
class Scalar:
    """A text; `plain` when written without quotation marks."""

    line: int
    column: int
    text: str
    plain: bool

    @property
    def absent(self) -> bool:
        """Whether the text says that there is no value."""
        return self.plain and self.text in ABSENT


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Mapping:
    """Keys with values; keys are written without umlauts here, whatever the file says."""

    line: int
    column: int
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: "dict[str, Node]" = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


def absent(node: Node) -> bool:
    """Return whether the node stands for "no value"."""
    return isinstance(node, Scalar) and node.absent


def plain(node: Node) -> Any:
    """Return what a node says as text, lists and dictionaries."""
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items()} if isinstance(node, Mapping) else node.text


def joined(node: Node) -> str:
    """Return the texts of a node as one."""
    return " ".join(texts_of(node))


def texts_of(node: Node) -> list[str]:
    """Return a text, or the texts of a list."""
    items = node.items if isinstance(node, Sequence) else [node]
    return [item.text for item in items if isinstance(item, Scalar)]


def node_of(value: Any, at: Node) -> Node:
    """Return a value as what is written in place of a node."""
    if isinstance(value, dict):
        keys = {key: Scalar(line=at.line, column=at.column, text=key, plain=True) for key in value}
        values = {key: node_of(item, at) for key, item in value.items()}
        return Mapping(line=at.line, column=at.column, keys=keys, values=values)
    if isinstance(value, list):
        return Sequence(at.line, at.column, [node_of(item, at) for item in value])
    return Scalar(line=at.line, column=at.column, text=str(value), plain=False)


def locate(root: Node, keys: tuple[str | int, ...]) -> Node:
    """Return the node under these keys, or the nearest one above it that is written.

    Steps that the file does not write are passed over: that is where a single value stands for a list of one, or a
    plain value for a small object.
    """
    node = root
    for key in keys:
        if isinstance(node, Mapping) and isinstance(key, str) and key in node.values:
            value = node.values[key]
            # An absent value has no place of its own: its key has.
            node = node.keys[key] if absent(value) else value
        elif isinstance(node, Sequence) and isinstance(key, int):
            written = [item for item in node.items if not absent(item)]
            node = written[key] if key < len(written) else node
    return node


@dataclass(frozen=True, slots=True)
class Spot:
    """A value that is written in a file, and what it is a part of; None for the whole file."""

    node: Node
    parent: "Mapping | Sequence | None" = None

    def put(self, node: Node) -> None:
        """Write another value in its place."""
        if isinstance(self.parent, Sequence):
            self.parent.items[:] = [node if item is self.node else item for item in self.parent.items]
        elif isinstance(self.parent, Mapping):
            for key, value in self.parent.values.items():
                if value is self.node:
                    self.parent.values[key] = node

    def remove(self) -> None:
        """Leave it out."""
        if isinstance(self.parent, Sequence):
            self.parent.items[:] = [item for item in self.parent.items if item is not self.node]
        elif isinstance(self.parent, Mapping):
            for key in [key for key, value in self.parent.values.items() if value is self.node]:
                del self.parent.values[key], self.parent.keys[key]


def spot(root: Node, keys: tuple[str | int, ...]) -> Spot:
    """Return the value under these keys with what it is a part of, or the nearest one above it that is written."""
    found = Spot(root)
    for key in keys:
        node = found.node
        if isinstance(node, Mapping) and isinstance(key, str) and key in node.values:
            found = Spot(node.values[key], node)
        elif isinstance(node, Sequence) and isinstance(key, int):
            written = [item for item in node.items if not absent(item)]
            found = Spot(written[key], node) if key < len(written) else found
    return found
