"""A confirmation written into an offer's file; every other character stays as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import yaml

from directory.model.entry import Entry
from directory.model.provenance import Confirmation
from directory.source.decode import decode
from directory.source.document import Document
from directory.source.parse import field_name, parse
from directory.source.validate import validate

By = Literal["traeger", "redaktion"]
FIELD = "bestaetigt"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
LINE_END = re.compile(r"\r\n|\n|\r")
# The parser that also reads the files.
_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)


class CannotConfirmError(Exception):
    """The file is written so that one line cannot be changed alone; somebody has to do it by hand."""


@dataclass(frozen=True, slots=True)
class _Value:
    """Where a value begins and ends, and the fields in it; `in_braces` if it is a mapping written with braces."""

    start: int
    end: int
    fields: "tuple[_Field, ...]" = ()
    in_braces: bool = False

    def field(self, key: str) -> "_Field | None":
        return next((field for field in self.fields if field.key == key), None)


@dataclass(frozen=True, slots=True)
class _Field:
    key: str
    start: int
    value: _Value


def with_confirmation(text: str, on: date, by: By) -> str:
    """Return the file with its offer confirmed on this day.

    Where a confirmation stands, the new day and person take the place of the old ones, and notes beside them stay. Else
    one line comes in, where the model has it. Raises CannotConfirmError if the file has errors, or if anything but the
    confirmation would be read differently afterwards.
    """
    before = _read(text)
    mark, body = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    root = _root(body)
    new = mark + _changed(body, root, on.isoformat(), by)
    confirmed = Confirmation.model_validate({"am": on, "von": by})
    if _read(new).model_dump() != before.model_copy(update={"confirmed": confirmed}).model_dump():
        raise CannotConfirmError
    return new


def _changed(text: str, root: _Value, on: str, by: str) -> str:
    line = f"{FIELD}: {{am: {on}, von: {by}}}"
    old = root.field(FIELD)
    if old is None:
        return _inserted(text, root, f'"{FIELD}": {{"am": "{on}", "von": "{by}"}}' if root.in_braces else line)
    day, person = old.value.field("am"), old.value.field("von")
    if day is None or person is None:  # an empty field, or one that is written elsewhere
        return text[: old.start] + line + text[old.value.end :]
    for field, value in sorted(((day, on), (person, by)), key=lambda change: -change[0].start):
        start, end = field.value.start, field.value.end
        quotation = text[start] if text[start] in "\"'" else ""
        text = text[:start] + quotation + value + quotation + text[end:]
    return text


def _inserted(text: str, root: _Value, line: str) -> str:
    """Return the text with the line before the first field that follows in the model; notes above it stay there."""
    order = [info.alias for info in Entry.model_fields.values()]
    following = order[order.index(FIELD) + 1 :]
    number, follower = next((at, field) for at, field in enumerate(root.fields) if field.key in following)
    if root.in_braces:
        return f"{text[: follower.start]}{line}, {text[follower.start :]}"
    breaks = list(LINE_END.finditer(text, 0, follower.start))
    indent = text[breaks[-1].end() if breaks else 0 : follower.start]
    if number:
        above = root.fields[number - 1].value.end
        at = next(found.end() for found in breaks if found.start() >= above)
    else:
        at = follower.start - len(indent)
    line_end = breaks[0].group() if breaks else "\n"
    return f"{text[:at]}{indent}{line}{line_end}{text[at:]}"


def _read(text: str) -> Entry:
    decoded = decode(text.encode(), "")
    parsed = parse(decoded.text, "")
    if decoded.problem or parsed.problems:
        raise CannotConfirmError
    entry, _ = validate(Entry, "", Document("", decoded.text))
    if entry is None:
        raise CannotConfirmError
    return entry


def _root(text: str) -> _Value:
    events = iter(yaml.parse(text, Loader=_LOADER))
    start = next(event for event in events if isinstance(event, yaml.MappingStartEvent))
    return _value(text, start, events)


def _value(text: str, event: Any, events: Iterator[Any]) -> _Value:
    start = _at(event.start_mark)
    if isinstance(event, yaml.MappingStartEvent):
        fields = []
        while not isinstance(item := next(events), yaml.MappingEndEvent):
            key = _value(text, item, events)
            name = field_name(item.value) if isinstance(item, yaml.ScalarEvent) else ""
            fields.append(_Field(name, key.start, _value(text, next(events), events)))
        end = _at(item.end_mark) if event.flow_style else fields[-1].value.end
        return _Value(start, end, tuple(fields), bool(event.flow_style))
    if isinstance(event, yaml.SequenceStartEvent):
        end = start
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            end = _value(text, item, events).end
        return _Value(start, _at(item.end_mark) if event.flow_style else end)
    # A text over several lines ends for the parser where the next thing begins.
    return _Value(start, max(start, len(text[: _at(event.end_mark)].rstrip())))


def _at(mark: Any) -> int:
    """Return the number of characters before a place; the parser's own types say that there may be no place."""
    return int(mark.index)
