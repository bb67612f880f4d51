"""schema.org on the pages of entries: what a program of others reads, and whether schema.org allows it."""

import copy
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import CASES, MakeCity, day_view, entry_with, load_city
from pyld import jsonld  # type: ignore[import-untyped]

from directory.pages.entry import entry_page
from directory.pages.json_ld import json_ld
from directory.view.day import DayView

SHIPPED = Path(__file__).parents[1] / "entries"
SCHEMA = "https://schema.org/"
TYPES: dict[str, Any] = json.loads((CASES / "schema_org" / "domains.json").read_text(encoding="utf-8"))["types"]
# What schema.org's own context does, as far as we use it.
CONTEXT = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "dayOfWeek": {"@type": "@id"}}}
FULL = """name: Der Treff
weitere_namen: Treff
art: treffpunkt
themen: [sucht]
zielgruppen: [alle]
beschreibung: [Wir <b>treffen</b> uns & reden.]
gebiet: [alle]
orte:
  strasse: Hauptstraße
  hausnummer: 3
  plz: "20095"
  position: {breite: 50.93, laenge: 11.58, lizenz: CC0}
  zugang: {rollstuhl: teilweise, aufzug: nein, stand: 2026-10}
zeiten:
  - {zweck: offen, tage: [Montag, Dienstag], von: 9:00, bis: 24:00, stand: 2026-10}
  - {zweck: offen, tage: Mittwoch, im_monat: 1, von: 9:00, bis: 12:00, stand: 2026-10}
  - {zweck: offen, tage: Freitag, von: 9:00, bis: 12:00, stand: 2024-10}
  - {zweck: telefon, immer: ja, stand: 2026-10}
kosten: {art: preis, betrag: "2,50", stand: 2026-10}
alter: 18
kontakt: {telefon: 040 123456, mail: treff@example.org, webseite: https://example.org}
traeger: ein-traeger
bestaetigt: {am: 2026-11-01, von: traeger}
quelle: {angabe: Träger, stand: 2026-10}
"""


def offline(url: str, _options: object) -> dict[str, Any]:
    assert url.rstrip("/") == SCHEMA.rstrip("/"), "nothing else is loaded"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def read(text: str) -> dict[str, Any]:
    """Return the one object of the data, expanded."""
    [found] = jsonld.expand(
        json.loads(text), {"documentLoader": offline, "base": "https://angebote.example/angebote/x/"}
    )
    return dict(found)


def allowed(kind: str) -> set[str]:
    """Return the properties that name a type, or one that it is a kind of, as their domain."""
    return {*TYPES[kind]["properties"], *(one for parent in TYPES[kind]["parents"] for one in allowed(parent))}


def faults(value: object) -> list[str]:
    if isinstance(value, list):
        return [fault for one in value for fault in faults(one)]
    if not isinstance(value, dict) or "@value" in value:
        return []
    own = {key.removeprefix(SCHEMA): one for key, one in value.items() if not key.startswith("@")}
    kinds = [kind.removeprefix(SCHEMA) for kind in value.get("@type", ())]
    known = {name for kind in kinds for name in (allowed(kind) if kind in TYPES else ())}
    wrong = [f"{kinds}: {name}" for name in own if name not in known]
    return [*(f"no type {kind}" for kind in kinds if kind not in TYPES), *wrong, *faults(list(own.values()))]


def of(view: DayView, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_ld(view, view.directory.entry[slug]))
    return found


@pytest.fixture
def full(city: MakeCity) -> DayView:
    loaded = load_city(city({"mitte/treff.yaml": FULL}))
    assert loaded.directory
    assert "treff" in loaded.directory.entry
    return day_view(loaded.directory)


def test_each_property_fits_its_type(full: DayView) -> None:
    shipped = day_view(load_city(SHIPPED).directory, date(2026, 11, 29))
    for view in (full, shipped):
        found = [json_ld(view, entry) for entry in view.listed]
        assert {text: faults(read(text)) for text in found if faults(read(text))} == {}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["mainEntity", "isAccessibleForFree"], True),
        (["mainEntity", "amenityFeature"], [{"@type": "LocationFeatureSpecification", "name": "x"}]),
        (["mainEntity", "nmae"], "Treff"),
        (["mainEntity", "provider", "hoursAvailable"], "immer"),
        (["mainEntity", "@type"], "Servce"),
        (["mainEntity", "availableChannel", 0, "serviceLocation", "lastReviewed"], "2026-11-01"),
        (["mainEntity", "lastReviewed"], "2026-11-01"),
    ],
)
def test_a_planted_fault_is_found(full: DayView, path: list[str | int], value: object) -> None:
    data = of(full, "treff")
    at: Any = copy.deepcopy(data)
    planted = at
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    assert faults(read(json.dumps(data))) == []
    assert faults(read(json.dumps(planted)))


def test_what_is_known_stands_there_and_what_is_old_does_not(full: DayView) -> None:
    page = of(full, "treff")
    service = page["mainEntity"]
    assert (page["@type"], page["lastReviewed"], service["@id"]) == ("WebPage", "2026-11-01", "#angebot")
    assert service["provider"]["@type"] in {"NGO", "GovernmentOrganization", "Organization"}
    place, reached = service["availableChannel"]
    assert place["serviceLocation"]["address"]["postalCode"] == "20095"
    assert place["serviceLocation"]["geo"]["latitude"] == 50.93
    assert [one["value"] for one in place["serviceLocation"]["amenityFeature"]] == ["teilweise", False]
    assert reached["servicePhone"][0]["telephone"] == "+4940123456"
    assert reached["servicePhone"][0]["hoursAvailable"][0]["closes"] == "23:59"
    # A confirmation is of the old hours too.
    assert [(one["dayOfWeek"], one["opens"], one["closes"]) for one in service["hoursAvailable"]] == [
        (["https://schema.org/Monday", "https://schema.org/Tuesday"], "09:00", "23:59"),
        (["https://schema.org/Friday"], "09:00", "12:00"),
    ]
    assert service["offers"]["price"] == "2.50"
    assert service["audience"]["requiredMinAge"] == 18


def test_old_hours_and_what_is_no_whole_week_are_not_said(city: MakeCity) -> None:
    text = re.sub(r"bestaetigt:.*\n", "", FULL)
    hours = of(day_view(load_city(city({"mitte/treff.yaml": text})).directory), "treff")["mainEntity"]["hoursAvailable"]
    assert [one["dayOfWeek"] for one in hours] == [["https://schema.org/Monday", "https://schema.org/Tuesday"]]
    assert hours[0]["validThrough"] == "2027-10-02"


def test_what_is_not_known_is_not_there(city: MakeCity) -> None:
    view = day_view(load_city(city({"mitte/gruppe.yaml": entry_with("name: Gruppe")})).directory)
    assert of(view, "gruppe")["mainEntity"].keys() == {
        "@id", "@type", "availableChannel", "category", "description", "name", "provider", "serviceType",
    }  # fmt: skip


def test_a_secret_offer_has_no_place(city: MakeCity) -> None:
    lines = (
        "name: Zuflucht\ntraeger: ein-traeger\norte: [{art: geheim}, {strasse: Am Kai, hausnummer: 9, rolle: buero}]"
    )
    view = day_view(load_city(city({"alle/zuflucht.yaml": entry_with(lines)})).directory)
    text = json.dumps(of(view, "zuflucht"))
    assert not re.search(r"Place|PostalAddress|Am Kai|Träger", text)
    assert of(view, "zuflucht")["mainEntity"]["provider"]["name"] == "Zuflucht"


def test_nothing_in_it_ends_the_element(full: DayView) -> None:
    data = entry_page(full, "treff").json_ld
    assert "<" not in data
    assert json.loads(data)["mainEntity"]["description"].startswith("Wir <b>treffen</b> uns & reden.")


def test_a_closed_offer_has_none(city: MakeCity) -> None:
    view = day_view(load_city(city({"mitte/gruppe.yaml": entry_with("name: G\nstatus: geschlossen")})).directory)
    assert json_ld(view, view.directory.entry["gruppe"]) == ""
