"""HSDS as files: what the official schemas say of it, and what they cannot say."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid5

import pytest
from conftest import CASES, TODAY, MakeCity, day_view, entry_with, load_city
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from directory.exports.hsds import FOLDER, hsds_files, written
from directory.exports.hsds.services import service
from directory.exports.hsds.taxonomies import terms
from directory.exports.identity import NAMESPACE, uuid_of
from directory.schedule.recurrence import days
from directory.view.times import recent_rules

SHIPPED = Path(__file__).parents[1] / "entries"
SCHEMAS = CASES / "hsds"
HOUSE = """name: Das Saalhaus
art: treffpunkt
themen: [sucht]
beschreibung: [Das ist ein Haus., Es hat einen Saal.]
orte:
  - strasse: Hauptstraße
    hausnummer: 3
    plz: "20095"
    ortsteil: Altstadt
    so_finden_sie_uns: Die Tür ist im Hof.
    haltestelle: Am Kai
    zugang: {rollstuhl: ja, laut: das Haus, stand: 2026-10}
kontakt: {telefon: [040 123456, {nummer: 040 654321, art: fax}], mail: haus@example.org}
kosten: {art: preis, betrag: "2,50", stand: 2026-10}
alter: 18
quelle: {angabe: Träger, stand: 2026-10}
"""
GUEST = """orte:
  - {bei: haus, so_finden_sie_uns: Gehen Sie in den Saal., zugang: {rollstuhl: nein, stand: 2026-10}}
zeiten:
  - {zweck: treffen, tage: [Dienstag, Donnerstag], von: 18:00, bis: 20:00, stand: 2026-10}
  - {zweck: treffen, tage: Freitag, im_monat: [1, letzter], von: 18:00, bis: 24:00, stand: 2026-10}
  - {zweck: treffen, tage: Mittwoch, alle_wochen: 2, ab: 2026-11-04, von: 10:00, stand: 2026-10}
  - {zweck: treffen, tage: Montag, monate: [Mai, Juni], von: 10:00, stand: 2026-10}
  - {zweck: treffen, tage: Montag, von: 11:00, stand: 2024-10}
  - {zweck: treffen, termine: [2026-11-01, 2026-12-24], von: 10:00, stand: 2026-10}
  - {zweck: telefon, immer: ja, stand: 2026-10}"""
FILES: dict[str, str | bytes] = {"mitte/haus.yaml": HOUSE, "mitte/gast.yaml": entry_with(f"name: Der Gast\n{GUEST}")}


def of(root: Path, today: date = TODAY) -> dict[str, str]:
    loaded = load_city(root)
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []
    view = day_view(loaded.directory, today)
    words = terms(view.directory)
    services = (written(service(view, entry, words)) for entry in view.listed)
    return {file.path: str(file.content) for file in hsds_files(view, services)}


@given(st.text())
def test_an_identifier_is_a_uuid_of_our_namespace(key: str) -> None:
    assert uuid_of(key) == str(uuid5(NAMESPACE, key))


def listed(files: dict[str, str], name: str = "services") -> list[dict[str, Any]]:
    contents: list[dict[str, Any]] = json.loads(files[f"{FOLDER}/{name}/index.json"])["contents"]
    return contents


def called(files: dict[str, str], name: str) -> dict[str, Any]:
    return next(one for one in listed(files) if one["name"] == name)


@pytest.fixture(scope="module")
def shipped() -> dict[str, str]:
    return of(SHIPPED, date(2026, 11, 29))


# The official schemas, in which nothing is allowed that they do not name


def validator(name: str) -> Draft202012Validator:
    schemas = {}
    for file in sorted(SCHEMAS.glob("*.json")):
        schema = json.loads(file.read_text(encoding="utf-8"))
        schemas[file.name] = {**schema, "additionalProperties": False}
        schemas[file.name].pop("$id", None)
    resources = [(name, Resource.opaque(schema)) for name, schema in schemas.items()]
    registry: Registry[Any] = Registry().with_resources(resources)
    return Draft202012Validator(schemas[f"{name}.json"], registry=registry, format_checker=FormatChecker())


KINDS = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}


def faults(files: dict[str, str]) -> list[str]:
    return [
        f"{one['id']}: {error.json_path}: {error.message}"
        for name, kind in KINDS.items()
        for judge in [validator(kind)]
        for one in listed(files, name)
        for error in judge.iter_errors(one)
    ]


def test_what_is_shipped_is_valid(shipped: dict[str, str]) -> None:
    assert len(listed(shipped)) > 80
    assert faults(shipped) == []


def test_an_entry_with_everything_is_valid(city: MakeCity) -> None:
    assert faults(of(city(FILES))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["status"], "aktiv"),
        (["id"], "gast"),
        (["oeffnung"], "immer"),
        (["minimum_age"], "18"),
        (["service_at_locations", 0, "location", "location_type"], "house"),
        (["service_at_locations", 0, "schedules", 0, "freq"], "YEARLY"),
        (["attributes", 0, "taxonomy_term", "farbe"], "rot"),
    ],
)
def test_a_planted_fault_is_found(city: MakeCity, path: list[str | int], value: object) -> None:
    service = called(of(city(FILES)), "Der Gast")
    assert not [*validator("service").iter_errors(service)]
    at: Any = service
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    assert [*validator("service").iter_errors(service)]


# What no schema says


def objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for one in value.values():
            yield from objects(one)
    elif isinstance(value, list):
        for one in value:
            yield from objects(one)


def everything(files: dict[str, str]) -> list[dict[str, Any]]:
    return [one for text in files.values() for one in objects(json.loads(text))]


def refuse(files: dict[str, str]) -> None:
    """One id is one content, every reference leads somewhere, and nothing is empty."""
    contents: dict[str, dict[str, Any]] = {}
    for one in everything(files):
        assert contents.setdefault(one["id"], one) == one, "one id, two contents"
        assert not [key for key, value in one.items() if value in (None, "", [], {})]
    for one in contents.values():
        references = {key: value for key, value in one.items() if key.endswith("_id")}
        assert not [key for key, value in references.items() if value not in contents]


def test_one_id_is_one_thing_and_references_lead_somewhere(shipped: dict[str, str], city: MakeCity) -> None:
    refuse(shipped)
    refuse(of(city(FILES)))


def test_a_second_content_and_a_lost_reference_are_found(city: MakeCity) -> None:
    files = of(city(FILES))
    other = f"{FOLDER}/organizations/index.json"
    for planted in (
        {**files, other: files[other].replace('"Das Saalhaus"', '"Ein Saalhaus"')},
        {name: re.sub(r'("location_id": ")\w', r"\1z", text) for name, text in files.items()},
    ):
        with pytest.raises(AssertionError):
            refuse(planted)


def test_a_service_of_its_own_is_the_one_of_the_list(shipped: dict[str, str]) -> None:
    for one in listed(shipped):
        assert json.loads(shipped[f"{FOLDER}/services/{one['id']}.json"]) == one


def test_ids_outlive_a_new_name_of_the_file(city: MakeCity) -> None:
    before = of(city(FILES))
    renamed: dict[str, str | bytes] = {
        "mitte/neues-haus.yaml": f"{HOUSE}fruehere_namen_der_datei: [haus]\n",
        "mitte/neuer-gast.yaml": str(FILES["mitte/gast.yaml"]).replace("bei: haus", "bei: neues-haus")
        + "fruehere_namen_der_datei: [gast, gast-spaeter]\n",
    }
    assert of(city(renamed, name="later")) == before
    del renamed["mitte/neuer-gast.yaml"]
    forgotten = city(renamed | {"mitte/neuer-gast.yaml": entry_with("name: Der Gast")}, name="forgotten")
    assert called(of(forgotten), "Der Gast")["id"] != called(before, "Der Gast")["id"]


def test_a_house_is_one_location_and_a_guest_says_its_own_beside_it(city: MakeCity) -> None:
    files = of(city(FILES))
    [house] = called(files, "Das Saalhaus")["service_at_locations"]
    [guest] = called(files, "Der Gast")["service_at_locations"]
    assert house["location"] == guest["location"]
    location = house["location"]
    assert (location["name"], location["description"], location["transportation"]) == (
        "Das Saalhaus",
        "Die Tür ist im Hof.",
        "Am Kai",
    )
    assert location["addresses"][0]["postal_code"] == "20095"
    assert [one["details"].split(".")[0] for one in location["accessibility"]] == ["rollstuhl: ja"]
    assert guest["description"].startswith("Gehen Sie in den Saal.")
    assert "Rollstuhl" in guest["description"]
    assert "description" not in house


def test_an_address_with_gaps_is_no_address_but_told(city: MakeCity) -> None:
    lines = "name: Gruppe\norte: {strasse: Am Kai, hausnummer: 9}"
    [at] = called(of(city({"mitte/gruppe.yaml": entry_with(lines)})), "Gruppe")["service_at_locations"]
    assert "addresses" not in at["location"]
    assert at["location"]["description"].startswith("Am Kai 9, ")


def test_what_is_not_known_is_not_there(city: MakeCity) -> None:
    service = called(of(city({"mitte/gruppe.yaml": entry_with("name: Gruppe")})), "Gruppe")
    assert service.keys() == {
        "id", "name", "status", "description", "organization", "organization_id", "phones", "attributes",
    }  # fmt: skip


def test_a_secret_place_is_no_location(city: MakeCity) -> None:
    lines = (
        "name: Zuflucht\norte: [{art: geheim}, {art: telefon}]\nzeiten: {zweck: offen, tage: Montag, stand: 2026-10}"
    )
    service = called(of(city({"alle/zuflucht.yaml": entry_with(lines)})), "Zuflucht")
    assert "service_at_locations" not in service
    assert [one["byday"] for one in service["schedules"]] == ["MO"]
    assert not [one for one in service["attributes"] if one["link_type"] in {"quelle", "sozialraeume"}]


# Times


def schedules(service: dict[str, Any]) -> list[dict[str, Any]]:
    at = (one for place in service.get("service_at_locations", ()) for one in place.get("schedules", ()))
    return [*service.get("schedules", ()), *at]


def as_a_calendar_reads_it(schedule: dict[str, Any], first: date, last: date) -> list[date]:
    """Return the days of a schedule, by a reader that knows RFC 5545 and nothing of us."""
    start = date.fromisoformat(schedule.get("dtstart") or schedule.get("valid_from") or first.isoformat())
    end = min(last, date.fromisoformat(schedule["valid_to"]))
    parts = [f"FREQ={schedule['freq']}", f"BYDAY={schedule['byday']}"]
    parts += [f"{key.upper()}={schedule[key]}" for key in ("interval", "wkst") if key in schedule]
    rule = rrulestr(";".join(parts), dtstart=datetime.combine(start, time()))
    return [
        one.date() for one in rule.between(datetime.combine(first, time()), datetime.combine(end, time()), inc=True)
    ]


def refuse_wrong_days(root: Path, today: date) -> int:
    view = day_view(load_city(root).directory, today)
    services = {one["name"]: one for one in listed(of(root, today))}
    last = today + timedelta(days=400)
    seen = 0
    for entry in view.listed:
        rules = recent_rules(entry, today).values()
        ours = {tuple(days(times, today, last)) for times in rules if not times.dates}
        for schedule in schedules(services[entry.name]):
            if "freq" in schedule and schedule.get("opens_at") != "00:00":
                seen += 1
                found = as_a_calendar_reads_it(schedule, today, last)
                until = date.fromisoformat(schedule["valid_to"])
                assert tuple(found) in {tuple(day for day in one if day <= until) for one in ours}, entry.slug
    return seen


def test_rules_name_the_days_of_the_entries(city: MakeCity) -> None:
    assert refuse_wrong_days(city(FILES), TODAY) == 3
    assert refuse_wrong_days(SHIPPED, date(2026, 11, 29)) > 5


def test_each_schedule_has_a_sentence_and_half_a_rule_is_only_a_sentence(city: MakeCity) -> None:
    service = called(of(city(FILES)), "Der Gast")
    told = {one["description"]: (one.get("byday"), one.get("opens_at"), one["valid_to"]) for one in schedules(service)}
    assert told == {
        "Jeden Dienstag und Donnerstag: 18 Uhr bis 20 Uhr.": ("TU,TH", "18:00", "2027-10-02"),
        "Jeden 1. und letzten Freitag im Monat. Von 18 Uhr bis 24 Uhr.": ("-1FR,1FR", "18:00", "2027-10-02"),
        "Alle 2 Wochen am Mittwoch. Ab 10 Uhr. Zum Beispiel am Mittwoch, 4. November 2026.": (
            "WE",
            "10:00",
            "2027-10-02",
        ),
        "Jeden Montag: ab 10 Uhr. Nur im Mai und Juni.": (None, None, "2027-10-02"),
        "Am Donnerstag, 24. Dezember 2026: ab 10 Uhr.": (None, "10:00", "2026-12-24"),
        "Tag und Nacht.": ("MO,TU,WE,TH,FR,SA,SU", "00:00", "2027-10-02"),
    }
    assert service["schedules"][0]["notes"] == "Am Telefon"


def test_a_day_on_which_nothing_lapses_changes_no_byte(city: MakeCity) -> None:
    root = city(FILES)
    assert of(root) == of(root) == of(root, TODAY + timedelta(days=1))
