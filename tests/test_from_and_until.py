"""From when and until when: whoever reads that something is there must not stand before a closed door."""

import json
from datetime import date

import pytest
from conftest import MakeCity, day_view, entry_with, load_city

from directory.exports import data_files
from directory.model.participation import Age, Cost
from directory.output.file import OutputFile
from directory.pages import pages
from directory.view.day import DayView
from directory.view.outline import outline_of
from directory.view.phrases import age_text, cost_text

TODAY = date(2026, 11, 22)
LATER = """gueltig: {ab: 2027-06-01}
zeiten:
  - {zweck: offen, immer: ja, stand: 2026-11}
  - {zweck: treffen, tage: Di, von: 18:00, stand: 2026-11}"""


def view_of(city: MakeCity, lines: str, **files: str) -> DayView:
    return day_view(load_city(city({"mitte/gruppe.yaml": entry_with(lines), **files})).directory, TODAY)


def bodies(view: DayView) -> dict[str, str]:
    return {page.address: page.body for page in pages(view)}


def data(view: DayView) -> dict[str, OutputFile]:
    return {file.path: file for file in data_files(view)}


def test_what_begins_later_says_so_wherever_it_stands(city: MakeCity) -> None:
    view = view_of(city, LATER)
    made, entry = bodies(view), view.of(view.directory.entry["gruppe"])
    assert "Ab Juni 2027." in made["angebote/gruppe/"]
    assert "gibt es noch <b>nicht</b>" in made["angebote/gruppe/"]
    assert made["mitte/"].count("Ab Juni 2027.") == 1
    assert "Ab Juni 2027." in made["meine-liste/"]
    outline = outline_of(entry, view.directory.city)
    assert "Ab Juni 2027." in [line.text for group in outline.groups if group.label == "Wann?" for line in group.lines]
    assert "Dieses Angebot gibt es noch nicht." in [line.text for line in outline.lead]
    [row] = [
        row for row in json.loads(str(data(view)["daten/entries.json"].content))["angebote"] if row["id"] == "gruppe"
    ]
    assert row["gueltig"] == {"ab": "2027-06-01"}


def test_what_begins_later_does_not_run_yet(city: MakeCity) -> None:
    view = view_of(city, LATER)
    made = bodies(view)
    assert all(occurrence.day >= date(2027, 6, 1) for occurrence in view.agenda.of(view.directory.entry["gruppe"]))
    assert 'data-entry="gruppe"' not in made["diese-woche/"], "neither open day and night nor perhaps open"


def test_what_ends_says_until_when(city: MakeCity) -> None:
    ends = LATER.replace("{ab: 2027-06-01}", "{ab: 2024-01-01, bis: 2026-12-31}")
    view = view_of(city, ends)
    made = bodies(view)
    assert "Bis zum 31. Dezember 2026." in made["angebote/gruppe/"]
    assert "Bis zum 31. Dezember 2026." in made["mitte/"]
    dates = view.agenda.of(view.directory.entry["gruppe"])
    assert max(occurrence.day for occurrence in dates) == date(2026, 12, 29)


def test_a_rule_that_is_over_is_said_nowhere(city: MakeCity) -> None:
    view = view_of(city, "zeiten: {zweck: treffen, tage: Di, von: 18:00, gueltig: {bis: 2026-11-01}, stand: 2026-10}")
    assert "Dienstag" not in bodies(view)["mitte/"]
    row = json.loads(str(data(view)["daten/entries.json"].content))["angebote"]
    assert all("zeiten_in_saetzen" not in one for one in row if one["id"] == "gruppe")


def test_two_places_in_one_street_are_told_apart(city: MakeCity) -> None:
    places = """orte:
  - {id: eins, strasse: Hauptstraße, hausnummer: 80}
  - {id: zwei, strasse: Hauptstraße, hausnummer: 81}
  - {id: drei, art: online}
zeiten:
  - {zweck: treffen, ort: eins, tage: Mo, von: 15-16, stand: 2026-10}
  - {zweck: treffen, ort: zwei, tage: Di, von: 15-16, stand: 2026-10}
  - {zweck: treffen, ort: drei, tage: Mi, von: 15-16, stand: 2026-10}"""
    entry = (view := view_of(city, places)).of(view.directory.entry["gruppe"])
    assert [place.heading for place in entry.places] == ["Hauptstraße 80", "Hauptstraße 81", "Im Internet"]
    assert [line.where for block in entry.times for line in block.lines] == [place.heading for place in entry.places]


def test_places_of_which_nothing_is_known_are_counted(city: MakeCity) -> None:
    places = "orte: [{id: eins, art: wechselnd}, {id: zwei, art: wechselnd}]"
    entry = (view := view_of(city, places)).of(view.directory.entry["gruppe"])
    assert [place.heading for place in entry.places] == ["Ort (1)", "Ort (2)"]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"ab": 1}, "Ab 1 Jahr."),
        ({"ab": 2}, "Ab 2 Jahren."),
        ({"bis": 1}, "Bis 1 Jahr."),
        ({"bis": 27}, "Bis 27 Jahre."),
        ({"ab": 18, "bis": 18}, "Für Menschen, die 18 Jahre alt sind."),
        ({"ab": 10, "bis": 99}, "Für Menschen von 10 bis 99 Jahren."),
    ],
)
def test_an_age_has_the_right_form_of_its_noun(values: dict[str, int], text: str) -> None:
    assert age_text(Age.model_validate(values)) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"art": "preis", "betrag": "2,5"}, "Es kostet 2,50 Euro."),
        ({"art": "preis", "betrag": "2.50", "je": "Abend"}, "Es kostet 2,50 Euro je Abend."),
        ({"art": "beitrag", "betrag": "12", "je": "Monat"}, "Der Beitrag ist 12 Euro je Monat."),
        ({"art": "spende", "betrag": "3"}, "Sie können 3 Euro spenden."),
    ],
)
def test_an_amount_is_written_as_on_a_price_tag(values: dict[str, str], text: str) -> None:
    assert cost_text(Cost.model_validate(values)) == text
