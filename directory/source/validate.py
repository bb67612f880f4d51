"""A tree to a record of the model, or to problems in German; pydantic's own words never get out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from directory.model.base import Model, Record
from directory.problems import Problem, quoted
from directory.source.advice import text_for_block, unknown_choice, unknown_field
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
        mistakes = [
            _Mistake(error=detail, model=model, document=document, path=path)
            for detail in _own(error.errors(include_url=False))
        ]
        mistakes = [mistake for mistake in mistakes if not _is_there_in_other_letters(mistake)]
        return None, [EXPLANATIONS.get(mistake.error["type"], _wrong_value)(mistake) for mistake in mistakes]
    record.bind(identifier, document, *path)
    return record, []


def _own(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Return the errors without lists that are too short only because what is in them is wrong."""
    places = [error["loc"] for error in errors if error["type"] != "too_short"]
    return [
        error
        for error in errors
        if error["type"] != "too_short" or not any(place[: len(error["loc"])] == error["loc"] for place in places)
    ]


@dataclass(frozen=True, kw_only=True)
class _Mistake:
    """One error of pydantic, with everything that a message about it needs."""

    error: ErrorDetails
    model: type[Model]
    document: Document
    path: Keys

    @property
    def keys(self) -> Keys:
        return self.error["loc"]

    @property
    def name(self) -> str:
        """The YAML key that the value stands under; empty for the whole record."""
        return next((key for key in reversed(self.keys) if isinstance(key, str)), "")

    @property
    def node(self) -> Node:
        return locate(self.document.root, (*self.path, *self.keys))

    @property
    def shape(self) -> Shape:
        return _shape_at(self.model, self.keys)

    @property
    def explained(self) -> str:
        """What the field means and how it is written."""
        field = self._field()
        if field is None:
            return ""
        example = f"\nZum Beispiel:\n{field.examples[0]}" if field.examples else ""
        return f"„{self.name}“ bedeutet: {field.description}{example}"

    def problem(self, code: str, message: str, hint: str, *below: str | int) -> Problem:
        return Problem.at(self.document.position(*self.path, *self.keys, *below), code, message, hint)

    def _field(self) -> FieldInfo | None:
        last = max((index for index, key in enumerate(self.keys) if isinstance(key, str)), default=0)
        parent = _shape_at(self.model, self.keys[:last])
        fields = parent.model.model_fields.values() if isinstance(parent, Fields) else ()
        return next((field for field in fields if field.alias == self.name), None)


def _is_there_in_other_letters(mistake: _Mistake) -> bool:
    """Return whether a field is missing only because its name has capital letters: that is one mistake, not two."""
    parent = locate(mistake.document.root, (*mistake.path, *mistake.keys[:-1]))
    here = parent.keys if isinstance(parent, Mapping) else {}
    return mistake.error["type"] == "missing" and any(
        key != mistake.name and key.casefold() == mistake.name for key in here
    )


def _refused(mistake: _Mistake) -> Problem:
    said = mistake.error["ctx"]
    hint = said["hint"]
    if mistake.keys[:1] == ("quelle",) and mistake.name == "url" and "." not in _text(mistake.node):
        hint += (
            f"\nHat es jemand gesagt? Dann schreiben Sie:\nquelle: {{angabe: {_text(mistake.node)}, stand: 2026-10}}"
        )
    return mistake.problem(said["code"], said["message"], hint, *said["at"])


def _missing(mistake: _Mistake) -> Problem:
    owner = next((str(key) for key in reversed(mistake.keys[:-1]) if isinstance(key, str)), "")
    inside = f" in „{owner}“" if owner else ""
    parent = locate(mistake.document.root, (*mistake.path, *mistake.keys[:-1]))
    if isinstance(parent, Mapping) and mistake.name in parent.keys:
        return _empty(mistake)
    return mistake.problem("feld-fehlt", f"Das Feld „{mistake.name}“ fehlt{inside}.", mistake.explained)


def _unknown_field(mistake: _Mistake) -> Problem:
    parent = _shape_at(mistake.model, mistake.keys[:-1])
    known = list(fields_of(parent.model)) if isinstance(parent, Fields) else []
    position = mistake.document.key_position(*mistake.path, *mistake.keys)
    message = f"Das Feld {quoted(mistake.name)} gibt es hier nicht."
    if mistake.name.isdigit():
        hint = "In geschweiften Klammern trennt ein Komma 2 Felder. Setzen Sie die Zahl in Anführungszeichen:"
        return Problem.at(position, "feld-unbekannt", message, f"{hint}\n{_number_before(mistake)}")
    message, hint = unknown_field(mistake.name, mistake.node, mistake.document.root, mistake.model, known)
    return Problem.at(position, "feld-unbekannt", message, hint)


def _number_before(mistake: _Mistake) -> str:
    """Return the field before the one that is the rest of a number, with the whole number in quotation marks."""
    parent = locate(mistake.document.root, (*mistake.path, *mistake.keys[:-1]))
    keys = list(parent.keys) if isinstance(parent, Mapping) else []
    before = keys[keys.index(mistake.name) - 1] if mistake.name in keys[1:] else ""
    value = parent.values[before] if isinstance(parent, Mapping) and before else None
    return f'{before}: "{value.text},{mistake.name}"' if isinstance(value, Scalar) else f'"…,{mistake.name}"'


def _unknown_choice(mistake: _Mistake) -> Problem:
    words = re.findall(r"'([^']*)'", str(mistake.error["ctx"]["expected"]))
    message = f"Im Feld „{mistake.name}“ steht {_shown(mistake.node)}. Das gibt es hier nicht."
    path = tuple(key for key in mistake.keys if isinstance(key, str))
    return mistake.problem("wert-unbekannt", message, unknown_choice(path, _text(mistake.node), words))


def _empty(mistake: _Mistake) -> Problem:
    return mistake.problem("wert-leer", f"Das Feld „{mistake.name}“ ist leer.", mistake.explained)


def _wrong_value(mistake: _Mistake) -> Problem:
    inside = f"Im Feld „{mistake.name}“" if mistake.name else "Hier"
    if isinstance(mistake.shape, Fields):
        message = f"{inside} steht {_shown(mistake.node)}. Dort gehören mehrere Felder hin."
        if isinstance(mistake.node, Scalar):
            said, what_to_write = text_for_block(mistake.name, mistake.node.text)
            if what_to_write:
                return mistake.problem("wert-falsch", f"{inside} steht {_shown(mistake.node)}. {said}", what_to_write)
        hint = mistake.explained or f"Erlaubt ist: {', '.join(fields_of(mistake.shape.model))}."
        return mistake.problem("wert-falsch", message, hint)
    hint = mistake.explained
    numbers = re.findall(r"\d+", _text(mistake.node))
    if mistake.error["type"] == "int_parsing" and len(numbers) == 1:
        hint = f"Schreiben Sie nur die Zahl: {numbers[0]}"
    if isinstance(mistake.node, Mapping):
        hint += "\nSteht im Text ein Doppelpunkt? Dann setzen Sie den ganzen Text in Anführungszeichen."
    return mistake.problem("wert-falsch", f"{inside} steht {_shown(mistake.node)}. Das passt dort nicht.", hint)


# By the types that pydantic names (its documentation, "Validation Errors"); any other type is a wrong value.
EXPLANATIONS: dict[str, Callable[[_Mistake], Problem]] = {
    "refused": _refused,
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "literal_error": _unknown_choice,
    "too_short": _empty,
}


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
