"""Where each field stands in each format: the list that people read is what the exports do."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from conftest import MakeCity, entry_with, load_city
from every_value import changes, view_with
from icalendar import Calendar

from directory.exports import as_atom, as_csv, as_excel_csv, as_geojson
from directory.exports.as_icalendar import calendars
from directory.exports.hsds.services import service
from directory.exports.hsds.taxonomies import terms
from directory.exports.records import record
from directory.files.fields import every_field
from directory.model import Directory, Entry
from directory.pages import formats
from directory.pages.json_ld import json_ld
from directory.view.day import DayView

Said = Iterator[tuple[str, object]]
# The kind of HSDS object under each key that has objects of its own.
KINDS = {
    "organization": "organization",
    "location": "location",
    "service_at_locations": "service_at_location",
    "schedules": "schedule",
    "phones": "phone",
    "addresses": "address",
    "accessibility": "accessibility",
    "service_areas": "service_area",
    "languages": "language",
    "cost_options": "cost_option",
    "attributes": "attribute",
}
UNNAMED = {"UID", "RECURRENCE-ID"}
# What every entry has in the walk, so that the fields have something to stand in.
POSITION = {"breite": "50.9", "laenge": "11.6", "quelle": "Liste", "lizenz": "CC0"}


def richer(values: dict[str, Any], changed: str) -> dict[str, Any]:
    """Return an entry that is open, has a point on the map and is new, unless that is what changes."""
    found = json.loads(json.dumps(values))
    for times in found.get("zeiten", ()) if not changed.startswith("zeiten.zweck") else ():
        times["zweck"] = "offen"
    if not changed.startswith(("orte.position", "orte.art")) and (places := found.get("orte")):
        places[0].setdefault("position", POSITION)
    if not changed.startswith("aufgenommen"):
        found.setdefault("aufgenommen", "2026-11-01")
    return dict(found)


# What each format says, as pairs of a name and a value


def in_the_table(text: str, delimiter: str, key: str) -> Said:
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    return iter(next(row for row in rows if row[key] == "gruppe").items())


def in_json(view: DayView, entry: Entry) -> Said:
    return json_properties("", record(view, entry))


def json_properties(above: str, value: object) -> Said:
    if isinstance(value, dict) and not above.endswith(("opening_hours", "merkmale")):
        for key, one in value.items():
            yield from json_properties(f"{above}.{key}".removeprefix("."), one)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for one in value:
            yield from json_properties(above, one)
    else:
        yield above, value


def in_hsds(view: DayView, entry: Entry) -> Said:
    found = service(view, entry, terms(view.directory))
    yield "service.id", found["id"]
    yield from hsds_properties("service", found)


def hsds_properties(kind: str, item: dict[str, Any]) -> Said:
    label = f"attribute „{item['link_type']}“" if kind == "attribute" else kind
    for key, value in item.items():
        if key in KINDS:
            for one in value if isinstance(value, list) else [value]:
                yield from hsds_properties(KINDS[key], one)
        elif kind == "attribute" and key == "value":
            yield label, value
        elif kind != "attribute" and key != "id" and not key.endswith("_id"):
            yield f"{label}.{key}", value


def in_schema_org(view: DayView, entry: Entry) -> Said:
    text = json_ld(view, entry)
    return schema_org_properties(json.loads(text)) if text else iter(())


def schema_org_properties(item: dict[str, Any]) -> Said:
    for key, value in item.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and "@type" in one:
                yield from schema_org_properties(one)
            elif not key.startswith("@"):
                yield f"{item['@type']}.{key}", one


def in_geojson(view: DayView, _: Entry) -> Said:
    for feature in json.loads(as_geojson.write(view))["features"]:
        if feature["properties"]["id"] == "gruppe":
            yield "coordinates", feature["geometry"]["coordinates"]
            yield from feature["properties"].items()


def in_atom(view: DayView, entry: Entry) -> Said:
    for item in ET.fromstring(as_atom.write(view)).findall("{*}entry"):  # noqa: S314 - our own file
        if item.findtext("{*}title") == entry.name:
            yield from ((f"entry.{one.tag.partition('}')[2]}", one.text) for one in item)


def in_a_calendar(view: DayView, _: Entry) -> Said:
    text = dict(calendars(view)).get("angebote/gruppe/termine.ics")
    for event in Calendar.from_ical(text).walk("VEVENT") if text else ():
        yield from ((f"VEVENT.{key}", one.to_ical()) for key, one in event.items() if key not in UNNAMED)


FORMATS: Mapping[str, Callable[[DayView, Entry], Said]] = {
    "json": in_json,
    "csv": lambda view, entry: in_the_table(as_csv.write([as_csv.line(record(view, entry))]), ",", "id"),
    "excel": lambda view, entry: in_the_table(as_excel_csv.write([as_excel_csv.row(view, entry)]), ";", "Kenn-Wort"),
    "hsds": in_hsds,
    "schema_org": in_schema_org,
    "geojson": in_geojson,
    "kalender": in_a_calendar,
    "atom": in_atom,
}


def said(view: DayView, entry: Entry, name: str) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, value in FORMATS[name](view, entry):
        found[key].add(repr(value))
    return found


def changed(before: dict[str, set[str]], after: dict[str, set[str]]) -> set[str]:
    """Return the names whose values differ; a kind of object that comes or goes as a whole stands for its names."""
    names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    kinds = {name.partition(".")[0] for name in names if "." in name}
    for kind in kinds:
        if len({any(name.startswith(f"{kind}.") for name in one) for one in (before, after)}) == 2:
            names = {name for name in names if not name.startswith(f"{kind}.")} | {kind}
    return names


@pytest.fixture
def example(city: MakeCity) -> Directory:
    directory = load_city(city({"mitte/gruppe.yaml": entry_with("")})).directory
    assert directory
    return directory


@pytest.fixture
def measured(example: Directory) -> dict[str, dict[str, list[str]]]:
    found: dict[str, defaultdict[str, set[str]]] = {
        ".".join(field.path): defaultdict(set) for field in every_field() if field.kind != "group"
    }
    for change in changes():
        field = change.name.partition("=")[0]
        for before, after in (
            (change.before, change.after),
            (richer(change.before, field), richer(change.after, field)),
        ):
            views = view_with(example, before), view_with(example, after)
            if all(entry.listed(view.today) for view, entry in views):
                for name in FORMATS:
                    was, is_now = (said(view, entry, name) for view, entry in views)
                    found[field][name] |= changed(was, is_now)
    return {field: {name: exact(keys) for name, keys in by.items() if keys} for field, by in found.items()}


def exact(names: set[str]) -> list[str]:
    """Return the names without a kind of object of which single names are there."""
    inside = {name.partition(".")[0] for name in names if "." in name}
    return sorted(names - inside)


def test_the_list_says_where_each_field_stands(
    measured: dict[str, dict[str, list[str]]], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--golden"):
        text = yaml.safe_dump(measured, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None)
        formats.FILE.write_text(text, encoding="utf-8")
    assert formats.by_field() == measured
