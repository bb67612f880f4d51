"""One field set in an entry's file; every other character stays as it is."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from directory.model.entry import Entry
from directory.problems.errors import DirectoryError
from directory.problems.problem import has_errors
from directory.source.fields.validate import validate
from directory.source.parsing.builder import field_name
from directory.source.parsing.decode import decode
from directory.source.parsing.document import Document
from directory.source.parsing.parse import parse
from directory.source.shape import read, shape_of
from directory.source.tree import locate

Value = str | Mapping[str, str]
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
LINE_END = re.compile(r"\r\n|\n|\r")
# The parser that also reads the files.
_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)


class CannotAmendError(DirectoryError):
    """The file is written so that one field cannot be changed alone; somebody has to do it by hand."""

    def __str__(self) -> str:
        return "In dieser Datei geht das nicht von selbst. Ändern Sie die Datei mit der Hand."


@dataclass(frozen=True, slots=True, kw_only=True)
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


def with_field(text: str, key: str, value: Value) -> str:
    """Return the file with this field of the entry set to the value: a plain one, or plain ones by their keys.

    Where the field stands, the new values take the place of the old ones, and notes beside them stay. Else one line
    comes in, where the model has it. Raises CannotAmendError if the file has errors, or if anything but the field would
    be read differently afterwards.
    """
    before = _read(text)
    mark, body = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    new = mark + _changed(body, _root(body), key, value)
    after = _read(new)
    attribute = next(name for name, info in Entry.model_fields.items() if info.alias == key)
    written = read(locate(after.document.root, (key,)), shape_of(Entry).field(key))
    if written != value or _without(before.entry, attribute) != _without(after.entry, attribute):
        raise CannotAmendError
    return new


def span_of(text: str, key: str) -> tuple[int, int]:
    """Return where a field at the top of a file begins and ends; CannotAmendError where it has no lines of its own."""
    root = _root(text)
    field = None if root.in_braces else root.field(key)
    if field is None:
        raise CannotAmendError
    return field.start, field.value.end


def line_of(key: str, value: Value) -> str:
    """Return the field as one line of a file."""
    if isinstance(value, str):
        return f"{key}: {value}"
    return f"{key}: {{{', '.join(f'{name}: {inner}' for name, inner in value.items())}}}"


def _changed(text: str, root: _Value, key: str, value: Value) -> str:
    old = root.field(key)
    if old is None:
        in_braces = f"{json.dumps(key)}: {json.dumps(value)}"
        return _inserted(text, root, key, in_braces if root.in_braces else line_of(key, value))
    places = _places(old.value, value)
    if not places:
        return text[: old.start] + line_of(key, value) + text[old.value.end :]
    for place, new in sorted(places, key=lambda one: -one[0].start):
        quotation = text[place.start] if text[place.start] in "\"'" else ""
        text = text[: place.start] + quotation + new + quotation + text[place.end :]
    return text


def _places(old: _Value, value: Value) -> list[tuple[_Value, str]]:
    """Return which written values get which new text; nothing for an empty field, or one that is written elsewhere."""
    if isinstance(value, str):
        return [] if old.fields or old.start == old.end else [(old, value)]
    found = [(old.field(name), new) for name, new in value.items()]
    places = [(field.value, new) for field, new in found if field]
    return places if len(places) == len(found) else []


def _inserted(text: str, root: _Value, key: str, line: str) -> str:
    """Return the text with the line before the first field that follows in the model; notes above it stay there."""
    order = [info.alias for info in Entry.model_fields.values()]
    following = order[order.index(key) + 1 :]
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
    first = LINE_END.search(text)
    line_end = first.group() if first else "\n"
    return f"{text[:at]}{indent}{line}{line_end}{text[at:]}"


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it is read."""

    document: Document
    entry: Entry


def _read(text: str) -> _Read:
    decoded = decode(text.encode(), "")
    parsed = parse(decoded.text, "")
    if decoded.problem or has_errors(parsed.problems):
        raise CannotAmendError
    document = Document("", decoded.text)
    entry, _ = validate(Entry, "", document)
    if entry is None:
        raise CannotAmendError
    return _Read(document, entry)


def _without(entry: Entry, attribute: str) -> dict[str, Any]:
    return entry.model_dump(exclude={attribute})


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
        return _Value(start=start, end=end, fields=tuple(fields), in_braces=bool(event.flow_style))
    if isinstance(event, yaml.SequenceStartEvent):
        end = start
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            end = _value(text, item, events).end
        return _Value(start=start, end=_at(item.end_mark) if event.flow_style else end)
    # A text over several lines ends for the parser where the next thing begins.
    return _Value(start=start, end=max(start, len(text[: _at(event.end_mark)].rstrip())))


def _at(mark: Any) -> int:
    """Return the number of characters before a place; the parser's own types say that there may be no place."""
    return int(mark.index)
