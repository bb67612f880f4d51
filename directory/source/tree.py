"""What a YAML file says, every scalar as text, each piece with its place."""

from dataclasses import dataclass, field
from typing import TypeAlias

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
