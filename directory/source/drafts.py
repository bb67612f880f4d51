"""The sentences and words of a record that has errors, by the shape of its model."""

from collections.abc import Callable, Iterator

from pydantic_core import PydanticCustomError

from directory.model.base import Model, Record
from directory.model.draft import Draft
from directory.model.entry import Entry
from directory.model.sentences import Keys
from directory.model.text import SENTENCES, one_line, reference
from directory.source.parsing.document import Document
from directory.source.shape import Fields, ListOf, fields_of
from directory.source.tree import Mapping, Node, Scalar, Sequence, absent, locate

WORDS = ("art", "themen", "zielgruppen", "sprachen", "traeger")


def draft(model: type[Record], document: Document, *path: str) -> Draft:
    """Return what can be read of the record under these keys, whatever else is wrong with it."""
    node = locate(document.root, path)
    accepted = (_text(_value(one, "regel")) for one in _items(_value(node, "trotzdem")))
    return Draft(
        origin=document,
        above=path,
        sentence_lists=tuple(_sentence_lists(node, model)),
        words={key: tuple(_text(one, reference) for one in _items(_value(node, key))) for key in WORDS}
        if model is Entry
        else {},
        names=tuple(filter(None, map(_text, (_value(node, "name"), *_items(_value(node, "weitere_namen")))))),
        accepted=frozenset(filter(None, accepted)),
    )


def _sentence_lists(node: Node | None, model: type[Model], *above: str | int) -> Iterator[tuple[Keys, tuple[str, ...]]]:
    shapes = fields_of(model)
    for attribute, field in model.model_fields.items():
        key = field.alias or attribute
        value, shape = _value(node, key), shapes[key]
        if SENTENCES in field.metadata:
            if lines := tuple(map(_text, _items(value))):
                yield (*above, key), lines
        elif isinstance(shape, ListOf) and isinstance(shape.item, Fields):
            for index, item in enumerate(_items(value)):
                yield from _sentence_lists(item, shape.item.model, *above, key, index)
        elif isinstance(shape, Fields):
            yield from _sentence_lists(value, shape.model, *above, key)


def _value(node: Node | None, key: str) -> Node | None:
    return node.values.get(key) if isinstance(node, Mapping) else None


def _items(node: Node | None) -> list[Node]:
    """Return the items of a list; a single value stands for a list of one."""
    found = node.items if isinstance(node, Sequence) else [node] if node else []
    return [item for item in found if not absent(item)]


def _text(node: Node | None, read: Callable[[str], str] = one_line) -> str:
    try:
        return read(node.text) if isinstance(node, Scalar) else ""
    except PydanticCustomError:
        return ""
