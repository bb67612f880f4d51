"""From when and until when: whoever reads that something is there must not stand before a closed door."""

import json
import re
from datetime import date

import pytest
from conftest import MakeCity, day_view, entry_with, load_city
from icalendar import Calendar

from directory.exports import data_files
from directory.model.participation import Age, Cost
from directory.output.file import OutputFile
from directory.pages import pages
from directory.pages.my_list import my_list_file
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
    assert "Ab Juni 2027." in str(my_list_file(view).content)
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


TWO_HOUSES = """orte:
  - {id: eins, strasse: Hauptstraße, hausnummer: 80}
  - {id: zwei, strasse: Hauptstraße, hausnummer: 81}
zeiten:
  - {zweck: treffen, ort: eins, tage: Mo, von: 15-16, feiertage: zu, stand: 2026-10}
  - {zweck: treffen, ort: zwei, tage: Di, von: 15-16, feiertage: zu, stand: 2026-10}"""


def test_a_date_is_at_its_own_place_in_every_output(city: MakeCity) -> None:
    view = view_of(city, TWO_HOUSES)
    made = bodies(view)
    week = re.findall(r'data-entry="gruppe".*?class="where">([^<]*)<', made["naechste-woche/"], re.DOTALL)
    assert week == ["Hauptstraße 80", "Hauptstraße 81"]
    files = data(view)
    [row] = [row for row in json.loads(str(files["daten/entries.json"].content))["angebote"] if row["id"] == "gruppe"]
    assert [date["ort"] for date in row["termine"][:2]] == ["eins", "zwei"]
    assert [place["opening_hours"]["treffen"].partition(";")[0] for place in row["orte"]] == [
        "Mo 15:00-16:00",
        "Tu 15:00-16:00",
    ]
    assert "opening_hours" not in row, "one text for both houses would be wrong for each"
    assert row["zeiten_in_saetzen"][1].startswith("Hauptstraße 81: Jeden Dienstag: 15 Uhr bis 16 Uhr.")
    assert "treffen, Hauptstraße 81: Tu 15:00-16:00" in str(files["daten/entries.csv"].content)
    events = Calendar.from_ical(str(files["angebote/gruppe/termine.ics"].content)).walk("VEVENT")
    assert {(f"{event.decoded('DTSTART'):%a}", str(event["LOCATION"]).partition(",")[0]) for event in events} == {
        ("Mon", "Hauptstraße 80"),
        ("Tue", "Hauptstraße 81"),
    }
    assert view.of(view.directory.entry["gruppe"]).whereabouts == "Hauptstraße 80 · Hauptstraße 81"


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (
            "[{zweck: treffen, hinweis: Im Advent., stand: unbekannt}, {zweck: offen, tage: Mo, von: 10, stand: 2012}]",
            "Zeit von 2012. Jeden Montag: ab 10 Uhr.",
        ),
        ("{zweck: telefon, tage: Di, von: 14-16, stand: 2020}", "Zeit von 2020. Am Telefon: Jeden Dienstag: 14 Uhr"),
        ("{zweck: offen, tage: Mi, von: 17, monate: Mai bis Juli, stand: 2020}", "ab 17 Uhr. Nur von Mai bis Juli."),
        ("{zweck: telefon, immer: ja, stand: unbekannt}", "Tag und Nacht. Wie alt diese Angabe ist, wissen wir nicht."),
        ("{zweck: telefon, immer: ja, stand: 2012}", "Zeit von 2012. Am Telefon: Tag und Nacht."),
    ],
)
def test_the_first_glance_misleads_nobody(times: str, said: str, city: MakeCity) -> None:
    body = bodies(view_of(city, f"zeiten: {times}"))["angebote/gruppe/"]
    [answer] = re.findall(r'data-fact="wann".*?</strong>(.*?)</li>', body, re.DOTALL)
    assert said in " ".join(re.sub(r"<[^>]*>", "", answer).replace("\xa0", " ").split())


def test_what_the_first_glance_leaves_out_stands_below(city: MakeCity) -> None:
    notes = ["Die Gruppe geht bei jedem Wetter zusammen in den Park.", "Danach trinken alle zusammen im Café Kaffee."]
    view = view_of(city, f"zeiten: {{zweck: treffen, tage: Mo, von: 10, hinweis: {notes}, stand: 2012}}")
    below = bodies(view)["angebote/gruppe/"].partition('id="wann"')[2]
    assert [note in below for note in notes] == [True, True]


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
        ({"ab": 18, "bis": 18}, "Für Menschen im Alter von 18 Jahren."),
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
