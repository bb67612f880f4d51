"""Folders of entries that name each other, with mistakes of every kind in some of them; the same for the same dice."""

import random
from typing import Any

from any_entry import TEXTS, any_entry
from conftest import entry_with
from hostile import hostile_files

from directory.files.writing import written

HOSTILE = list(hostile_files(200))
WORDS = {
    "art": ["treffpunkt", "selbsthilfegruppe"],
    "themen": ["sucht", "trauer", "sport"],
    "zielgruppen": ["alle"],
    "sprachen": ["de"],
    "gebiet": ["mitte", "hafen"],
}
# How often a name is wrong, and a file is.
WRONG, HOPELESS = 0.02, 0.08


def broken_files(dice: random.Random, entries: int = 9, providers: int = 3) -> dict[str, str | bytes]:
    """Return files to lay over the small city; each entry may name each other one, and what does not exist."""
    slugs = [f"angebot-{number}" for number in range(entries)]
    owners = [f"traeger-{number}" for number in range(providers)]
    files: dict[str, str | bytes] = {}
    for slug in slugs:
        folder = _name(dice, ["mitte", "hafen", "alle"])
        files[f"{folder}/{slug}.yaml"] = _entry(dice, slugs, owners)
    for owner in owners:
        through = f", ueber: {_name(dice, slugs)}" if dice.random() < 0.5 else ""
        files[f"_traeger/{owner}.yaml"] = f"name: {owner}\nart: verein\nkontakt: {{telefon: 040 123456{through}}}\n"
    for path in files:
        if dice.random() < HOPELESS:
            files[path] = dice.choice(HOSTILE)
    if dice.random() < 0.3:
        files["hafen/angebot-0.yaml"] = entry_with("name: Noch einer")  # a second file of this name
    if dice.random() < 0.3:
        files["mitte/tiefer/angebot-1.yaml"] = entry_with("name: Zu tief")
    if dice.random() < 0.2:
        files["_entfernt.yaml"] = "angebot-2: 2026-01-01\n"
    return files


def _entry(dice: random.Random, slugs: list[str], owners: list[str]) -> str:
    values = _readable(any_entry(dice)) | {"trotzdem": [], "name": f"Gruppe {dice.randrange(1000)}"}
    for field, known in WORDS.items():
        if field in values:
            values[field] = [_name(dice, known)]
    values["traeger"] = [_name(dice, owners) for _ in range(dice.randrange(3))]
    values["orte"] = [_place(dice, place, slugs) for place in values.get("orte", [])]
    if dice.random() < 0.5:
        values["orte"] = [{"bei": _name(dice, slugs)}]
    if dice.random() < 0.4:
        values.setdefault("kontakt", {})["ueber"] = _name(dice, slugs)
    values.pop("nachfolger", None)
    if dice.random() < 0.3:
        values |= {"status": "geschlossen", "nachfolger": [_name(dice, slugs)]}
    values["zeiten"] = [{key: value for key, value in one.items() if key != "ort"} for one in values.get("zeiten", [])]
    return written({key: value for key, value in values.items() if value})


def _readable(value: Any) -> Any:
    """Return values with a good sentence wherever any text may stand: there are enough other mistakes."""
    if isinstance(value, dict):
        return {key: _readable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_readable(item) for item in value]
    return "Wir treffen uns." if value in TEXTS and value != "no" else value


def _place(dice: random.Random, place: dict[str, Any], slugs: list[str]) -> dict[str, Any]:
    plain = {key: value for key, value in place.items() if key != "zugang"}
    return plain | ({"bei": _name(dice, slugs)} if "bei" in plain else {})


def _name(dice: random.Random, known: list[str]) -> str:
    return "gibt-es-nicht" if dice.random() < WRONG else dice.choice(known)
