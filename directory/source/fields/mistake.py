"""One error of the model, with everything that a message about it needs, and what may be done about it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from directory.model.base import Model
from directory.problems import Hint, Position, Problem, quoted
from directory.source.parsing.document import Document
from directory.source.shape import Fields, ListOf, Shape, shape_of
from directory.source.tree import Mapping, Node, Scalar, Sequence, Spot, locate, spot

Keys = tuple[str | int, ...]
A_MONTH = "2026-10"


@dataclass(frozen=True, slots=True)
class Noted:
    """A block, and the field in it that holds sentences about all of it."""

    block: Mapping
    key: str

    def same(self, other: "Noted | None") -> bool:
        """Return whether two messages write into the same field."""
        return other is not None and self.block is other.block and self.key == other.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said about a mistake, and how the tree becomes what was meant.

    The hint may be asked for at the end: then it shows the values as they have become. `shows` is the field whose
    value that is: nothing more needs to be said of it. `into`: the block that a field named `called` belongs to; of
    several fields the first answer speaks, with the hint that `together` returns for them all. `noted`: where the hint
    writes a note; if another message shows all notes of that place, the hint is the one that `without_notes` returns.
    `renames`: all that is wrong is the name of a field.
    """

    position: Position
    code: str
    message: str
    hint: str | Hint | Callable[[], str | Hint] = ""
    change: Callable[[], None] | None = None
    shows: tuple[str, ...] = ()
    shows_text: bool = True
    into: str = ""
    called: str = ""
    together: Callable[[list[str]], Hint] | None = None
    noted: Noted | None = None
    without_notes: Callable[[], Hint] | None = None
    renames: bool = False

    def problem(self) -> Problem:
        """Return it for people."""
        hint = self.hint() if callable(self.hint) else self.hint
        return Problem.at(self.position, self.code, self.message, hint)


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One error of pydantic, and where it is."""

    error: ErrorDetails
    model: type[Model]
    document: Document
    path: Keys

    @property
    def type(self) -> str:
        """How pydantic calls it."""
        return self.error["type"]

    @property
    def keys(self) -> Keys:
        """The YAML keys of the value within the record."""
        return self.error["loc"]

    @property
    def name(self) -> str:
        """The YAML key that the value stands under; empty for the whole record."""
        return next((key for key in reversed(self.keys) if isinstance(key, str)), "")

    @property
    def block(self) -> str:
        """The field that this one is inside; empty for a field of the record itself."""
        names = [key for key in self.keys if isinstance(key, str)]
        return names[-2] if len(names) > 1 else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The keys without the places in lists."""
        return tuple(key for key in self.keys if isinstance(key, str))

    @property
    def node(self) -> Node:
        """What is written there, or the nearest thing above."""
        return locate(self.document.root, (*self.path, *self.keys))

    @property
    def spot(self) -> Spot:
        """The same with what it is a part of."""
        return spot(self.document.root, (*self.path, *self.keys))

    @property
    def parent(self) -> Node:
        """What the value is a part of."""
        return locate(self.document.root, (*self.path, *self.keys[:-1]))

    @property
    def record(self) -> Node:
        """The whole record."""
        return locate(self.document.root, self.path)

    @property
    def text(self) -> str:
        """The value as text; of a block its keys."""
        return text_of(self.node)

    @property
    def shown(self) -> str:
        """The value as messages name it."""
        node = self.node
        if isinstance(node, Scalar):
            return quoted(node.text)
        if isinstance(node, Sequence):
            return "eine Liste"
        return f"ein Block mit Feldern ({', '.join(list(node.keys)[:3])} …)"

    @property
    def shape(self) -> Shape:
        """What the model expects there."""
        return shape_at(self.model, self.keys)

    @property
    def field(self) -> FieldInfo | None:
        """The field of the model."""
        last = max((index for index, key in enumerate(self.keys) if isinstance(key, str)), default=0)
        parent = shape_at(self.model, self.keys[:last])
        fields = parent.model.model_fields.values() if isinstance(parent, Fields) else ()
        return next((field for field in fields if field.alias == self.name), None)

    @property
    def explained(self) -> str:
        """What the field means and how it is written."""
        field = self.field
        if field is None:
            return ""
        example = f"\nZum Beispiel:\n{field.examples[0]}" if field.examples else ""
        return f"„{self.name}“ bedeutet: {field.description}{example}"

    @property
    def as_of(self) -> str:
        """When the times were said, or else when the first source of an entry said what it says; else a month."""
        said = (locate(self.record, place) for place in (("zeiten", "stand"), ("quelle", 0, "stand")))
        dates = [one.text for one in said if isinstance(one, Scalar)]
        return next((date for date in dates if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", date)), A_MONTH)

    @property
    def example(self) -> Any:
        """The fields of the model's example, as texts; None where it has none."""
        field = self.field
        return yaml.load(str(field.examples[0]), Loader=yaml.BaseLoader) if field and field.examples else None  # noqa: S506 - our own text

    def answer(
        self,
        code: str,
        message: str,
        hint: str | Hint | Callable[[], str | Hint],
        *below: str | int,
        change: Callable[[], None] | None = None,
    ) -> Answer:
        """Return what is said about it where the value stands, or what is below it."""
        position = self.document.position(*self.path, *self.keys, *below)
        return Answer(position=position, code=code, message=message, hint=hint, change=change)


def shape_at(model: type[Model], keys: Keys) -> Shape:
    """Return what the model expects under these keys."""
    shape: Shape = shape_of(model)
    for key in keys:
        if isinstance(shape, ListOf) and isinstance(key, str):  # a single value stands for a list of one
            shape = shape.item
        if isinstance(shape, ListOf) and isinstance(key, int):
            shape = shape.item
        elif isinstance(shape, Fields) and isinstance(key, str):
            shape = shape.field(key)
    return shape


def text_of(node: Node) -> str:
    """Return a text, or the keys of a block."""
    return node.text if isinstance(node, Scalar) else " ".join(node.keys) if isinstance(node, Mapping) else ""
