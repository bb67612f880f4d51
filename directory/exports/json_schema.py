"""JSON Schema of the JSON file (draft 2020-12): what the model says of its fields, and what stands beside them."""

import json
from typing import Any

from directory.exports.as_json import VERSION
from directory.exports.records import INTERNAL, SECRET
from directory.files.schema import DRAFT
from directory.model import Entry

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
HOURS: Schema = {
    "title": "Zeiten wie in OpenStreetMap",
    "description": "Ein Text für jeden Zweck. Fehlt ein Zweck, kann OpenStreetMap die Zeiten nicht sagen.",
    "type": "object",
    "additionalProperties": TEXT,
}
# What `records` adds to the fields of an entry.
ADDED: Schema = {
    "id": {**TEXT, "title": "Kenn-Wort", "description": "So heißt die Datei. So endet auch die Adresse der Seite."},
    "sozialraum": {**TEXT, "title": "Sozialraum", "description": "In diesem Sozialraum steht die Datei."},
    "zeiten_in_saetzen": {**TEXTS, "title": "Zeiten in Sätzen", "description": "Nur Zeiten, die nicht alt sind."},
    "termine": {
        "title": "Die nächsten Termine",
        "description": "Höchstens 10, in der Zeit von der Stadt. „unklar“ sagt, was an dem Tag nicht sicher ist.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "tag": {**TEXT, "format": "date"},
                "von": TEXT,
                "bis": TEXT,
                "ort": TEXT,
                "unklar": TEXT,
            },
            "required": ["tag"],
            "additionalProperties": False,
        },
    },
    "opening_hours": HOURS,
}


def json_schema() -> str:
    """Return the schema as JSON, the same for the same model. What is absent in a record is not known, or not so."""
    model = _plain(Entry.model_json_schema(by_alias=True, mode="serialization"))
    defined = {name: _named_by_its_field(one) for name, one in model.pop("$defs").items()}
    defined["Place"]["properties"]["opening_hours"] = HOURS
    properties = {key: one for key, one in model["properties"].items() if key not in INTERNAL}
    # A secret entry says neither who is behind it nor who told us.
    required = ["id", "sozialraum", *(key for key in model["required"] if key not in SECRET)]
    entry = {
        "type": "object",
        "properties": {**ADDED, **properties},
        "required": required,
        "additionalProperties": False,
    }
    whole = {
        "$schema": DRAFT,
        "title": "Alle Angebote",
        "description": "Was die Datei entries.json enthält. Was fehlt, ist nicht bekannt. Das heißt nie „nein“.",
        "type": "object",
        "properties": {
            "$schema": TEXT,
            "version": {"const": VERSION, "description": "Eine neue Nummer heißt: Ein Feld fehlt oder ist anders."},
            "titel": TEXT,
            "lizenz": TEXT,
            "stand": {**TEXT, "description": "Das jüngste Datum, das in einem Angebot steht: Jahr, Monat oder Tag."},
            "angebote": {"type": "array", "items": {"$ref": "#/$defs/Angebot"}},
        },
        "required": ["$schema", "version", "titel", "lizenz", "angebote"],
        "additionalProperties": False,
        "$defs": {"Angebot": entry, **defined},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    """Return a schema without null, which no record has: what is not known is absent."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: _plain(one) for key, one in value.items() if not (key == "default" and one in (None, [], {}))}
    choices = [one for one in found.pop("anyOf", ()) if one != {"type": "null"}]
    return {**found, **(choices[0] if len(choices) == 1 else {"anyOf": choices} if choices else {})}


def _named_by_its_field(schema: Schema) -> Schema:
    """Return the schema of a group without the words of the code: its field has German ones."""
    return {key: one for key, one in schema.items() if key not in {"title", "description"}}
