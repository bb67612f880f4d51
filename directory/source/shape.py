"""Lenient input: a tree is read by the shape of the model it is for.

One value where a list belongs is a list of one. A plain value where a small object belongs is its main field.
"""

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from directory.model.base import Model
from directory.source.tree import Mapping, Node, Sequence, absent


@dataclass(frozen=True, slots=True)
class Text:
    """A plain value."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """Any number of values of one shape."""

    item: "Shape"


@dataclass(frozen=True, slots=True)
class Fields:
    """An object with named fields; `main` is the one that a plain value stands for."""

    model: type[Model]

    @property
    def main(self) -> str:
        """The YAML key that a plain value stands for; an empty text where there is none."""
        return self.model.shorthand_field

    def field(self, key: str) -> "Shape":
        """Return the shape of one field; unknown ones are text."""
        return fields_of(self.model).get(key, TEXT)


Shape = Text | ListOf | Fields
TEXT = Text()


def shape_of(model: type[Model]) -> Fields:
    """Return the shape of a record."""
    return Fields(model)


def read(node: Node, shape: Shape) -> Any:
    """Return the node as text, lists and dictionaries, ready for the model that the shape was made from."""
    if isinstance(shape, ListOf):
        items = node.items if isinstance(node, Sequence) else [node]
        return [read(item, shape.item) for item in items if not absent(item)]
    if isinstance(node, Mapping):
        fields = shape if isinstance(shape, Fields) else None
        known = fields_of(fields.model) if fields and not fields.model.extra_keys else node.values
        # A field that does not exist is reported even when it is empty: `{betrag: 2,50}` has one named 50.
        return {
            key: read(value, fields.field(key) if fields else TEXT)
            for key, value in node.values.items()
            if not absent(value) or key not in known
        }
    if isinstance(node, Sequence):
        return [read(item, TEXT) for item in node.items if not absent(item)]
    return {shape.main: node.text} if isinstance(shape, Fields) and shape.main else node.text


@cache
def fields_of(model: type[Model]) -> dict[str, Shape]:
    """Return the shape of each field by its YAML key."""
    return {field.alias or name: _shape(field.annotation) for name, field in model.model_fields.items()}


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0])
    if origin in (Union, types.UnionType):
        return next((shape for shape in map(_shape, arguments) if shape != TEXT), TEXT)
    if origin is tuple:
        return ListOf(_shape(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Fields(annotation)
    return TEXT
