"""Values of an entry as YAML, always spelled the same way."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from directory.files.fields import Field, entry_fields
from directory.model import Entry
from directory.source.parsing.decode import UNPRINTABLE

WIDTH = 110
INDENT = 2

# What begins with a letter, a digit, a bracket or a German quotation mark is no sign of YAML. These patterns stand
# in directory/site/theme/assets/scripts/form/yaml.js too; a test compares what the two write.
PLAIN = re.compile(r"(?:[^\W_]|[„(+]).*")
SPLITS = re.compile(r":(?:\s|$)|\s#")
# In brackets a comma divides; PyYAML's own parser also takes each question mark there for a sign.
IN_BRACKETS = re.compile(r"[,?\[\]{}]|:(?=[\"'])")
# Dates, times and numbers as everybody writes them. Other readers may make a number of them, ours never does.
DIGITS = re.compile(r"\d+(?:[.:-]\d+)*")
# What YAML 1.1 (yaml.org/type) or 1.2 (10.3.2) takes for no value, for yes and no, for a number or a time.
NO_TEXT = re.compile(
    r"y|n|yes|no|true|false|on|off|null"
    r"|\+?(?:0x[\da-f_]+|0o[0-7]+|0b[01_]+|\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\d[\d_]*(?::\d+)+(?:\.[\d_]*)?)"
    r"|\d{4}-\d\d?-\d\d?(?:t|\s+)\d.*",
    re.IGNORECASE | re.ASCII,
)

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Notes:
    """The comments of one value: in the lines above it, beside it, and in the lines at its end."""

    before: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def written(values: Mapping[str, Any]) -> str:
    """Return the file of an entry.

    Values are text, lists and mappings by YAML key, as `directory.source.shape.read` returns them; what is empty is
    left out. Fields come in the order of the model, each list of sentences with a line for each sentence.
    """
    return written_with(_filled(values), {})


def written_with(values: Mapping[str, Any], notes: Mapping[Path, Notes]) -> str:
    """Return the file of an entry with comments; nothing is left out, and a value of None is an empty field."""
    return "".join(f"{line}\n" for line in _Writer(notes).group(values, entry_fields(), 0, ()))


def values_of(entry: Entry) -> dict[str, Any]:
    """Return what the file of an entry says, in its full form: every value as the model writes it, no empty lists."""
    values: dict[str, Any] = _spelled(entry.model_dump(mode="json", by_alias=True, exclude_unset=True), entry_fields())
    return values


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """Return the text as YAML: plain where every reader of YAML takes it as this text, or as this date or number."""
    plain = (
        text == " ".join(text.split())
        and PLAIN.fullmatch(text)
        and not SPLITS.search(text)
        and not UNPRINTABLE.search(text)
        and not (in_brackets and IN_BRACKETS.search(text))
        and (DIGITS.fullmatch(text) or not NO_TEXT.fullmatch(text))
    )
    return text if plain else UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _filled(value: Any) -> Any:
    """Return the value as text, lists and mappings, without anything empty inside."""
    if isinstance(value, Mapping):
        return {key: inner for key, item in value.items() if not _empty(inner := _filled(item))}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [inner for item in value if not _empty(inner := _filled(item))]
    return value if value is None else str(value)


def _empty(value: Any) -> bool:
    return value is None or not value


def _spelled(value: Any, fields: Sequence[Field]) -> Any:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, list):
        return [_spelled(item, fields) for item in value]
    if not isinstance(value, dict):
        return str(value)
    spelled: dict[str, Any] = {}
    for one in fields:
        own = value.get(one.key, [])
        if one.kind == "features":
            spelled |= own
        elif own != []:
            spelled[one.key] = _spelled(own, one.fields)
    return spelled


class _Writer:
    """Writes values with the comments that belong to them."""

    def __init__(self, notes: Mapping[Path, Notes]) -> None:
        self.notes = notes

    @cached_property
    def noted(self) -> frozenset[Path]:
        """Everything that has a comment somewhere inside."""
        inside = {path[:length] for path in self.notes for length in range(len(path))}
        return frozenset(inside | {path for path, notes in self.notes.items() if notes.after})

    def group(self, values: Mapping[str, Any], fields: Sequence[Field], indent: int, path: Path) -> Iterator[str]:
        known = {one.key: one for one in fields}
        for key in _in_order(values, fields):
            yield from self.value(key, values[key], known.get(key), indent, (*path, key))
        yield from self.comments(self.at(path).after, indent)

    def value(self, key: str, value: Any, one: Field | None, indent: int, path: Path) -> Iterator[str]:
        notes, name = self.at(path), " " * indent + scalar(key)
        yield from self.comments(notes.before, indent)
        if value is None:
            yield self.beside(f"{name}:", notes)
            yield from self.comments(notes.after, indent + INDENT)
        elif isinstance(value, str):
            yield self.beside(f"{name}: {scalar(value)}", notes)
        elif value == {}:
            yield from self.comments(notes.after, indent)
            yield self.beside(f"{name}: {{}}", notes)
        elif isinstance(value, Mapping):
            yield self.beside(f"{name}:", notes)
            yield from self.group(value, one.fields if one else (), indent + INDENT, path)
        else:
            line = f"{name}: [{', '.join(_short(item) for item in value)}]"
            sentences = one is not None and one.kind == "sentence"
            if value and (sentences or len(line) > WIDTH or path in self.noted or not _plain_list(value)):
                yield self.beside(f"{name}:", notes)
                for index, item in enumerate(value):
                    yield from self.item(item, one, indent + INDENT, (*path, index))
                yield from self.comments(notes.after, indent + INDENT)
            else:
                yield self.beside(line, notes)

    def item(self, value: Any, one: Field | None, indent: int, path: Path) -> Iterator[str]:
        notes, dash = self.at(path), " " * indent + "- "
        yield from self.comments(notes.before, indent)
        if not isinstance(value, Mapping):
            yield self.beside(dash + scalar(value), notes)
            return
        yield from self.comments(notes.beside, indent)
        if not value:
            yield from self.comments(notes.after, indent)
            yield f"{dash}{{}}"
            return
        begun = False
        for line in self.group(value, one.fields if one else (), indent + INDENT, path):
            if begun:
                yield line
            elif line.lstrip().startswith("#"):
                yield line[INDENT:]
            else:
                begun = True
                yield dash + line.lstrip()

    def at(self, path: Path) -> Notes:
        return self.notes.get(path, Notes())

    def comments(self, texts: Sequence[str], indent: int) -> Iterator[str]:
        yield from (" " * indent + text for text in texts)

    def beside(self, line: str, notes: Notes) -> str:
        return "  ".join([line, *notes.beside])


def _in_order(values: Mapping[str, Any], fields: Sequence[Field]) -> Iterator[str]:
    """Yield the keys in the order of the model; keys of no field stand where the field of all features stands."""
    known = {one.key for one in fields}
    for one in fields:
        if one.kind == "features":
            yield from (key for key in values if key not in known)
        if one.key in values:
            yield one.key
    if not any(one.kind == "features" for one in fields):
        yield from (key for key in values if key not in known)


def _short(value: Any) -> str:
    return scalar(value, in_brackets=True) if isinstance(value, str) else ""


def _plain_list(value: Sequence[Any]) -> bool:
    return all(isinstance(item, str) for item in value)
