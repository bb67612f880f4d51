"""The JSON file and the schema that describes it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import CASES, MakeCity, day_view, entry_with, load_city
from jsonschema import Draft202012Validator, FormatChecker

from directory.exports import as_json
from directory.exports.json_schema import json_schema
from directory.exports.records import records

PROJECT = Path(__file__).parents[1]
KEYS = CASES / "json_keys.txt"
EVERYTHING = (CASES / "reading" / "full-form.txt").read_text(encoding="utf-8").split("\n=== ")[1].partition("\n")[2]
REFUGE = "name: Zuflucht\norte: [{art: geheim}]\ntraeger: ein-traeger"


def exported(root: Path) -> dict[str, Any]:
    view = day_view(load_city(root).directory)
    return dict(json.loads(as_json.write(map(as_json.line, records(view)), view)))


def faults(data: object) -> list[str]:
    schema = json.loads(json_schema())
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in judge.iter_errors(data)]


def test_what_is_shipped_is_as_the_schema_says() -> None:
    data = exported(PROJECT / "entries")
    assert len(data["angebote"]) > 80
    assert faults(data) == []


def test_an_entry_with_everything_and_a_secret_one_are_as_the_schema_says(city: MakeCity) -> None:
    data = exported(city({"mitte/alles.yaml": EVERYTHING, "alle/zuflucht.yaml": entry_with(REFUGE)}))
    assert {one["id"] for one in data["angebote"]} >= {"alles", "zuflucht"}
    assert faults(data) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("name", None), ("art", "treffpunkt"), ("farbe", "rot"), ("zeiten", [{"zweck": "schlafen"}]), ("id", 7)],
)
def test_a_planted_fault_is_found(city: MakeCity, key: str, value: object) -> None:
    data = exported(city({"mitte/alles.yaml": EVERYTHING}))
    data["angebote"][0][key] = value
    assert faults(data)


def paths(schema: dict[str, Any], at: str, whole: dict[str, Any]) -> Iterator[str]:
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    kind = schema.get("type", "const" if "const" in schema else "any")
    yield f"{at or '.'} {kind}"
    for key, one in schema.get("properties", {}).items():
        yield from paths(one, f"{at}.{key}".removeprefix("."), whole)
    if "items" in schema:
        yield from paths(schema["items"], f"{at}[]", whole)


def test_a_key_that_goes_or_changes_needs_a_new_version(request: pytest.FixtureRequest) -> None:
    whole = json.loads(json_schema())
    found = [f"version {as_json.VERSION}", *paths(whole, "", whole)]
    if request.config.getoption("--golden"):
        KEYS.write_text("\n".join([*found, ""]), encoding="utf-8")
    known = KEYS.read_text(encoding="utf-8").splitlines()
    assert found[0] != known[0] or {*known} <= {*found}, "raise VERSION in as_json: programs rely on what is gone"
    assert {*found} == {*known}, "new keys: write them down with --golden"


def test_its_date_is_the_newest_that_anybody_said(city: MakeCity) -> None:
    assert exported(city({}))["stand"] < "2026-11-20"
    newer = entry_with("name: Neu\nquelle: {angabe: Träger, stand: 2026-11-20}")
    assert exported(city({"mitte/neu.yaml": newer}, name="newer"))["stand"] == "2026-11-20"
