"""An entry in which every field is filled, as the text of its file: tests put marks there and look for them."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from directory.files.fields import Field, entry_fields

# What goes together: rules between several fields forbid some of them.
FIXED: Mapping[str, Any] = {
    "art": ["selbsthilfegruppe"],
    "themen": ["sucht"],
    "zielgruppen": ["alle"],
    "traeger": ["ein-traeger"],
    "gebiet": ["alle"],
    "orte.art": "fest",
    "orte.plz": "20095",
    "zeiten.bis": "18:00",
    "alter.ab": "10",
    "alter.bis": "99",
    "kosten.art": "preis",
    "kosten.betrag": "2,50",
    "sprachen": ["de"],
    "gueltig.ab": "2024-01-01",
    "gueltig.bis": "2027-12-31",
    "ausnahmen.ab": "2026-12-24",
    "ausnahmen.bis": "2026-12-26",
    "ausnahmen.zu": "nein",
    "zeiten.gueltig.bis": "2027-10-01",
    "status": "aktiv",
    "trotzdem.regel": "mobilnummer",
    "kontakt.telefon.nummer": "0151 23456789",
}
LEFT_OUT = {
    "zeiten.im_monat", "zeiten.alle_wochen", "zeiten.ab", "zeiten.termine", "zeiten.immer", "zeiten.nach_vereinbarung",
    "zeiten.monate", "orte.bei", "orte.position", "nachfolger", "fruehere_namen_der_datei", "orte.zugang.quelle",
    "zeiten.quelle", "kosten.quelle", "mitmachen.quelle", "belege.fuer_wen.quelle", "belege.sprachen.quelle",
    "belege.haltestelle.quelle", "bild",
}  # fmt: skip
VALUES = {
    "truth": "ja", "number": "10", "date": "2026-10-01", "partial-date": "2026-10", "time": "10:00",
    "hours": "10-12", "special-day": "2026-12-09",
}  # fmt: skip


def planted(text: Callable[[Field], str], changed: Mapping[str, Any] | None = None) -> str:
    """Return the file; `text` gives each text. `changed` has other values by path; None leaves one out."""
    values = _group(entry_fields(), text, {**FIXED, **dict.fromkeys(LEFT_OUT), **(changed or {})})
    return json.dumps(values, ensure_ascii=False)


def _group(fields: tuple[Field, ...], text: Callable[[Field], str], fixed: Mapping[str, Any]) -> dict[str, Any]:
    values = {}
    for field in fields:
        path = ".".join(field.path)
        value = fixed[path] if path in fixed else _value(field, text, fixed)
        if value is not None:
            values[field.key] = [value] if field.many and not isinstance(value, list) else value
    return values


def _value(field: Field, text: Callable[[Field], str], fixed: Mapping[str, Any]) -> Any:
    if field.kind == "group":
        return _group(field.fields, text, fixed)
    if field.choices:
        return None if field.kind == "features" else field.choices[0].value
    if field.kind == "mail":
        return "kontakt@example.org"
    if field.kind == "url":
        return "https://example.org"
    if field.kind == "identifier":
        return "einer" if not field.words else "ein-haus" if field.words == "angebote" else None
    return VALUES[field.kind] if field.kind in VALUES else text(field)
