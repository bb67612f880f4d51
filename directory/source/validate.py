"""A tree to a record of the model, or to problems in German; pydantic's own words never get out."""

import re
from typing import TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from directory.model.base import Model, Record
from directory.problems import Problem, allowed, quoted
from directory.source.document import Document
from directory.source.shape import Fields, ListOf, Shape, fields_of, read, shape_of
from directory.source.tree import Mapping, Node, Scalar, Sequence, locate

AnyRecord = TypeVar("AnyRecord", bound=Record)
Keys = tuple[str | int, ...]


def validate(
    model: type[AnyRecord], identifier: str, document: Document, *path: str
) -> tuple[AnyRecord | None, list[Problem]]:
    """Return the record under these keys of the document, or None and everything that must be mended in it."""
    node = locate(document.root, path)
    try:
        record = model.model_validate(read(node, shape_of(model)))
    except ValidationError as error:
        return None, [_problem(detail, model, document, path) for detail in error.errors(include_url=False)]
    record.bind(identifier, document, *path)
    return record, []


def _problem(error: ErrorDetails, model: type[Model], document: Document, path: Keys) -> Problem:
    keys, context = error["loc"], error.get("ctx", {})
    kind = error["type"]
    if kind == "refused":
        position = document.position(*path, *keys, *context["at"])
        return Problem.at(position, context["code"], context["message"], context["hint"])
    if kind == "missing":
        return _missing(keys, model, document, path)
    if kind == "extra_forbidden":
        return _unknown_field(keys, model, document, path)
    node = locate(document.root, (*path, *keys))
    position = document.position(*path, *keys)
    name = next((key for key in reversed(keys) if isinstance(key, str)), "")
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", str(context["expected"]))
        message = f"Im Feld „{name}“ steht {_shown(node)}. Das gibt es hier nicht."
        return Problem.at(position, "wert-unbekannt", message, allowed(_text(node), words))
    if kind == "too_short":
        return Problem.at(
            position, "wert-leer", f"Das Feld „{name}“ ist leer.", _how_to_write(name, _field(model, keys))
        )
    message = (
        f"Im Feld „{name}“ steht {_shown(node)}. Das passt hier nicht."
        if name
        else f"Hier steht {_shown(node)}. Hier gehören Felder hin."
    )
    return Problem.at(position, "wert-falsch", message, _how_to_write(name, _field(model, keys)))


def _missing(keys: Keys, model: type[Model], document: Document, path: Keys) -> Problem:
    name = str(keys[-1])
    owner = next((str(key) for key in reversed(keys[:-1]) if isinstance(key, str)), "")
    inside = f" in „{owner}“" if owner else ""
    return Problem.at(
        document.position(*path, *keys),
        "feld-fehlt",
        f"Das Feld „{name}“ fehlt{inside}.",
        _how_to_write(name, _field(model, keys)),
    )


def _unknown_field(keys: Keys, model: type[Model], document: Document, path: Keys) -> Problem:
    name = str(keys[-1])
    parent = _shape_at(model, keys[:-1])
    known = list(fields_of(parent.model)) if isinstance(parent, Fields) else []
    position = document.key_position(*path, *keys)
    return Problem.at(position, "feld-unbekannt", f"Das Feld {quoted(name)} gibt es hier nicht.", allowed(name, known))


def _how_to_write(name: str, field: FieldInfo | None) -> str:
    if field is None:
        return ""
    example = f"\nZum Beispiel:\n{field.examples[0]}" if field.examples else ""
    return f"„{name}“ bedeutet: {field.description}{example}"


def _field(model: type[Model], keys: Keys) -> FieldInfo | None:
    """Return the field that the last name among the keys stands for."""
    names = [index for index, key in enumerate(keys) if isinstance(key, str)]
    while names:
        last = names.pop()
        parent = _shape_at(model, keys[:last])
        if isinstance(parent, Fields):
            by_alias = {field.alias: field for field in parent.model.model_fields.values()}
            if keys[last] in by_alias:
                return by_alias[str(keys[last])]
    return None


def _shape_at(model: type[Model], keys: Keys) -> Shape:
    shape: Shape = shape_of(model)
    for key in keys:
        if isinstance(shape, ListOf) and isinstance(key, int):
            shape = shape.item
        elif isinstance(shape, Fields) and isinstance(key, str):
            shape = shape.field(key)
    return shape


def _shown(node: Node) -> str:
    if isinstance(node, Scalar):
        return quoted(node.text)
    return "eine Liste" if isinstance(node, Sequence) else f"ein Block mit Feldern ({', '.join(list(node.keys)[:3])} …)"


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else " ".join(node.keys) if isinstance(node, Mapping) else ""
