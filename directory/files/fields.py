"""Every field of an entry as forms need it, read off the model: form, schema, questions and documents cannot differ."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator
from pydantic.fields import FieldInfo

from directory.model import Entry
from directory.model.base import Model
from directory.model.choices import labels
from directory.model.contact import mail_address, web_address
from directory.model.phone_number import phone_number
from directory.model.special_days import read_hours, read_special_day
from directory.model.text import SENTENCES, ItemReference, identifier, reference
from directory.model.values import (
    MONTHS,
    WEEKDAYS,
    read_clock,
    read_date,
    read_decimal,
    read_month,
    read_ordinal,
    read_partial_date,
    read_truth,
    read_weekday,
)

Kind = Literal[
    "line", "sentence", "identifier", "choice", "features", "truth", "number", "date", "partial-date", "special-day",
    "time", "hours", "phone", "mail", "url", "group",
]  # fmt: skip
# What a value is, by the function that reads it.
READERS: Mapping[object, Kind] = {
    read_date: "date",
    read_partial_date: "partial-date",
    read_special_day: "special-day",
    read_clock: "time",
    read_hours: "hours",
    read_truth: "truth",
    read_decimal: "number",
    phone_number: "phone",
    mail_address: "mail",
    web_address: "url",
    identifier: "identifier",
    reference: "identifier",
}
NAMED: Mapping[object, tuple[str, ...]] = {
    read_weekday: WEEKDAYS,
    read_month: MONTHS,
    read_ordinal: ("1", "2", "3", "4", "5", "letzter"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the fixed values of a field, and what readers see for it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field.

    `path` has the YAML keys from the entry down to the field. `many`: a list of such values. `words`: the values are
    items of this list: the name of a file under `_vocabulary/`, or one of those in `directory.model.text`. `choices`:
    the fixed values; of `features` the degrees, while `words` has the features. `fields`: what is in a group; `main` is
    the key in it that a plain value stands for. `default` is what holds where the field is absent, as it is written.
    `attribute` is its name in the model.
    """

    path: tuple[str, ...]
    title: str
    help: str
    kind: Kind
    many: bool
    required: bool
    choices: tuple[Choice, ...] = ()
    words: str = ""
    fields: tuple["Field", ...] = ()
    main: str = ""
    default: str = ""
    example: str = ""
    pattern: str = ""
    attribute: str = ""

    @property
    def key(self) -> str:
        """The YAML key."""
        return self.path[-1]

    def field(self, key: str) -> "Field":
        """Return a field of a group."""
        return next(field for field in self.fields if field.key == key)


@cache
def entry_fields() -> tuple[Field, ...]:
    """Return the fields of an entry in the order of the model, which is the order of files, forms and documents."""
    return fields_of(Entry, ())


def every_field(fields: tuple[Field, ...] | None = None) -> Iterator[Field]:
    """Yield every field and, after each group, the fields in it."""
    for field in entry_fields() if fields is None else fields:
        yield field
        yield from every_field(field.fields)


def fields_of(model: type[Model], above: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the fields of a model that stands under these keys."""
    return tuple(
        _field(attribute, info, (*above, info.alias or attribute)) for attribute, info in model.model_fields.items()
    )


def _field(attribute: str, info: FieldInfo, path: tuple[str, ...]) -> Field:
    value = _Value(path)
    value.read(info.annotation)
    value.mark(info.metadata)
    inner = value.model
    choices = tuple(Choice(name, _label(path, name)) for name in value.names)
    return Field(
        path=path,
        title=info.title or "",
        help=info.description or "",
        kind=value.kind,
        many=value.many,
        required=info.is_required(),
        choices=choices,
        words=value.words,
        fields=fields_of(inner, path) if inner else (),
        main=inner.shorthand_field if inner else "",
        default=info.default if value.kind == "choice" and isinstance(info.default, str) else "",
        example=info.examples[0] if info.examples else "",
        pattern=value.pattern,
        attribute=attribute,
    )


class _Value:
    """What an annotation says of the value."""

    def __init__(self, path: tuple[str, ...]) -> None:
        self.path = path
        self.kind: Kind = "line"
        self.many = False
        self.names: tuple[str, ...] = ()
        self.words = ""
        self.pattern = ""
        self.model: type[Model] | None = None

    def read(self, annotation: Any) -> None:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            self.read(arguments[0])
            self.mark(arguments[1:])
        elif origin in (Union, types.UnionType):
            for argument in arguments:
                self.read(argument)
        elif origin is tuple:
            self.many = True
            self.read(arguments[0])
        elif origin is Literal:
            self.kind, self.names = "choice", arguments
        elif origin is not None and issubclass(origin, Mapping):
            self.read(arguments[1])
            self.kind = "features"
        elif isinstance(annotation, type) and issubclass(annotation, Model):
            self.kind, self.model = "group", annotation
        elif annotation in (int, float):
            self.kind = "number"

    def mark(self, metadata: Any) -> None:
        for mark in metadata:
            if mark == SENTENCES:
                self.kind = "sentence"
            elif isinstance(mark, ItemReference):
                self.words = mark.words
            elif isinstance(mark, BeforeValidator | AfterValidator) and mark.func in READERS:
                self.kind = READERS[mark.func]
            elif isinstance(mark, BeforeValidator) and mark.func in NAMED:
                self.kind, self.names = "choice", NAMED[mark.func]
            elif getattr(mark, "pattern", None):
                self.pattern = mark.pattern


def _label(path: tuple[str, ...], value: str) -> str:
    """Return what readers see for a fixed value; weekdays and months are their own labels."""
    return labels(path).get(value, value)
