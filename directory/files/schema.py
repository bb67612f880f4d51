"""JSON Schema of an entry, for editors and programs: the fields of the model with the words of a city.

Draft 2020-12 (json-schema.org). It takes what the reader of files takes, one value for a list and a plain value for a
group too; keys with umlauts it does not know. Rules between several fields are left to `directory check`.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from directory.files.fields import Field, Kind, entry_fields
from directory.files.terms import GROWING, names_of, sentences_of
from directory.model import Directory
from directory.model.shorthand import EVERY_DAY
from directory.model.spoken_hours import CLOCK_PATTERN
from directory.model.values import MONTHS, NO, ORDINALS, WEEKDAYS, YES

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ABOUT = {
    "title": "Ein Angebot",
    "description": "Was eine Datei über ein Angebot sagt. Die ganze Prüfung macht der Befehl „directory check“.",
}
Schema = dict[str, Any]
# Editors take `07743`, `2026` and `18` for numbers.
TEXT: Schema = {"type": ["string", "number"]}


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of these words, with a small or a capital letter at the beginning."""
    return "|".join(f"[{word[0].upper()}{word[0].lower()}]{word[1:]}" for word in words)


TRUTH: Schema = {"type": ["boolean", "string"], "pattern": f"^(?:{_any_of(sorted(YES | NO))})$"}
CLOCKS: Schema = {
    **TEXT,
    "pattern": rf"^(?:(?:ab|bis|von)\s+)?{CLOCK_PATTERN}(?:\s*(?:-|–|—|bis)\s*{CLOCK_PATTERN})?$",
}
SHAPES: Mapping[Kind, Schema] = {
    "line": TEXT,
    "sentence": TEXT,
    "identifier": {**TEXT, "pattern": r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},
    "truth": {"anyOf": [{"enum": ["ja", "nein"]}, TRUTH]},
    "number": {**TEXT, "pattern": r"^-?\d+(?:[.,]\d+)?$"},
    "date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "partial-date": {"type": ["string", "integer"], "pattern": r"^(?:\d{4}(?:-\d{2}){0,2}|unbekannt)$"},
    "special-day": {
        **TEXT,
        "pattern": rf"^(?:\d{{4}}-\d{{2}}-\d{{2}}|(?:\d{{1,2}}\.\s*)?(?:{_any_of(MONTHS)})|\d{{1,2}}\.\s*\d{{1,2}}\.)$",
    },
    "time": CLOCKS,
    "hours": CLOCKS,
    "phone": {**TEXT, "pattern": r"^\+?[\d\s/().–-]+$"},
    "mail": {"type": "string", "pattern": r"^\S+@\S+\.\S+$"},
    "url": {"type": "string", "pattern": r"^https?://\S+$"},
}
DAYS = _any_of(name for day in (*WEEKDAYS, "Sonnabend") for name in (f"{day}s?", day[:2]))
# What people may write beside the names: weekdays in short, several of them, with hours; "2." and "letzte".
SHORTHAND = {
    "tage": rf"^(?:{_any_of(sorted(EVERY_DAY))}|(?:{DAYS})\b.*)$",
    "monate": rf"^(?:{_any_of(MONTHS)})\s*(?:-|–|bis)\s*(?:{_any_of(MONTHS)})$",
    "im_monat": rf"^(?:[1-5]\.?|(?:{_any_of((*ORDINALS, 'letzt'))})e[nr]?)$",
}
# What people may write in place of a small object.
SPANS = {"alter": r"^(?:(?:[Aa]b|[Bb]is)\s+\d+|(?:[Vv]on\s+)?\d+\s*(?:-|–|bis)\s*\d+)(?:\s+Jahren?)?$"}


def entry_schema(directory: Directory) -> str:
    """Return the schema as JSON, the same for the same model and vocabulary."""
    schema = _Schema(directory)
    whole = {"$schema": DRAFT, **ABOUT, **schema.group(entry_fields()), "$defs": schema.defined}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


class _Schema:
    """Builds the schema; `defined` has what several places refer to."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.defined: Schema = {}

    def group(self, fields: Iterable[Field]) -> Schema:
        properties: Schema = {}
        required = []
        for field in fields:
            if field.kind == "features":
                properties |= self.features(field)
            else:
                properties[field.key] = {**_about(field), **self.value(field)}
            required += [field.key] * field.required
        group: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**group, "required": required} if required else group

    def value(self, field: Field) -> Schema:
        one = self.one(field)
        if not field.many:
            return one
        if field.fields or field.words:
            one = self.refer(".".join(field.path), one)
        several: Schema = {"type": "array", "items": one, **({"minItems": 1} if field.required else {})}
        return {"anyOf": [several, one]}

    def one(self, field: Field) -> Schema:
        if field.kind == "group":
            group = self.group(field.fields)
            if not field.main:
                return group
            spans = [{**TEXT, "pattern": SPANS[field.key]}] if field.key in SPANS else []
            return {"anyOf": [group, self.value(field.field(field.main)), *spans]}
        if field.choices:
            choices = _choice({choice.value: choice.label for choice in field.choices})
            shorthand = SHORTHAND.get(field.key)
            return {"anyOf": [choices, {**TEXT, "pattern": shorthand}]} if shorthand else choices
        if field.words and field.words not in GROWING:
            return _choice(names_of(field, self.directory))
        return {**SHAPES[field.kind], **({"pattern": field.pattern} if field.pattern else {})}

    def features(self, field: Field) -> Schema:
        """Return a property for each feature of the city."""
        sentences = {choice.value: sentences_of(field, self.directory, choice.value) for choice in field.choices}
        degrees = {
            key: _choice({degree: said[key] for degree, said in sentences.items()})
            for key in names_of(field, self.directory)
        }
        return {
            key: {"title": name, "description": field.help, "anyOf": [degrees[key], TRUTH]}
            for key, name in names_of(field, self.directory).items()
        }

    def refer(self, name: str, schema: Schema) -> Schema:
        self.defined[name] = schema
        return {"$ref": f"#/$defs/{name}"}


def _about(field: Field) -> Schema:
    about: Schema = {"title": field.title, "description": field.help}
    if field.example:
        about["examples"] = [_example(field)]
    if field.default:
        about["default"] = field.default
    return about


def _example(field: Field) -> Any:
    """Return the value of the field in its example, which may show what is around the field too."""
    shown = yaml.load(field.example, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text
    for key in field.path:
        shown = shown[key] if isinstance(shown, dict) and key in shown else shown
    return shown


def _choice(names: Mapping[str, str]) -> Schema:
    """Return one of these values; editors show the names beside them."""
    return {"enum": list(names), "enumDescriptions": list(names.values())}
