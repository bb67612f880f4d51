"""The data files: what a program of others makes of them."""

import csv
import io
from datetime import timedelta

import pytest
from conftest import TODAY, MakeCity, day_view, entry_with, load_city

from directory.exports import data_files
from directory.exports.as_csv import line, write
from directory.exports.records import records


def as_a_spreadsheet_reads_it(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    formula = f'{start}HYPERLINK("https://example.org")'
    [row] = as_a_spreadsheet_reads_it(
        write([line({"id": "gruppe", "name": formula, "zeiten_in_saetzen": [formula, "x"]})])
    )
    assert row["name"] == f"'{formula}"
    assert row["zeiten"] == f"'{formula}; x"


@pytest.mark.parametrize("name", ["@mal", "+Punkte", "-Treff", "=1+1"])
def test_the_name_of_an_entry_cannot_become_a_formula(city: MakeCity, name: str) -> None:
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(f"name: '{name}'")})).directory
    rows = as_a_spreadsheet_reads_it(write(map(line, records(day_view(directory)))))
    assert {row["id"]: row["name"] for row in rows}["gruppe"] == f"'{name}"


FULL = """name: Offener Treff
art: treffpunkt
themen: [sucht, sport]
zielgruppen: kinder
beschreibung: [Wir treffen uns., Kommen Sie gern.]
orte:
  - {art: telefon}
  - {strasse: Hauptstraße, hausnummer: 3a, plz: "01067", ortsteil: Altstadt}
  - {rolle: buero, strasse: Am Kai, hausnummer: 9, plz: 20095}
zeiten:
  - {zweck: treffen, tage: Montag, von: 18:00, bis: 20:00, stand: 2026-10}
  - {zweck: offen, tage: Freitag, von: 9:00, bis: 12:00, stand: 2026-10}
kontakt:
  telefon: [040 123456, {nummer: 040 654321, wofuer: Büro}]
  mail: [eins@example.org, zwei@example.org]
  webseite: [https://example.org, https://example.com]
bestaetigt: {am: 2026-11-01, von: traeger}
gebiet: [mitte, hafen]
aufgenommen: 2026-11-02
quelle: [{angabe: Ein Anruf}, {angabe: Träger, stand: 2026-10}, {angabe: Zeitung, stand: 2025}]
"""


def test_a_row_says_what_it_is_where_when_and_whom_to_ask(city: MakeCity) -> None:
    directory = load_city(city({"mitte/treff.yaml": FULL})).directory
    rows = as_a_spreadsheet_reads_it(write(map(line, records(day_view(directory)))))
    assert next(row for row in rows if row["id"] == "treff") == {
        "id": "treff",
        "name": "Offener Treff",
        "sozialraum": "mitte",
        "art": "treffpunkt",
        "themen": "sucht; sport",
        "zielgruppen": "kinder",
        "beschreibung": "Wir treffen uns.; Kommen Sie gern.",
        "strasse": "Hauptstraße",
        "hausnummer": "3a",
        "plz": "01067",
        "ortsteil": "Altstadt",
        "telefon": "040 123456; 040 654321 (Büro)",
        "weitere_nummern": "",
        "mail": "eins@example.org; zwei@example.org",
        "webseite": "https://example.org; https://example.com",
        "zeiten": "Jeden Montag: 18 Uhr bis 20 Uhr.; Jeden Freitag: 9 Uhr bis 12 Uhr.",
        "naechster_termin": "2026-11-23 18:00",
        "opening_hours": "treffen: Mo 18:00-20:00; offen: Fr 09:00-12:00",
        "bestaetigt_am": "2026-11-01",
        "quelle_stand": "2026-10",
        "gebiet": "mitte; hafen",
        "aufgenommen": "2026-11-02",
    }


def test_a_day_on_which_nothing_lapses_changes_no_byte_of_any_file(city: MakeCity) -> None:
    times = "zeiten: {zweck: treffen, tage: Freitag, von: 18:00, stand: 2026-10}"
    new = "aufgenommen: 2026-11-02"
    directory = load_city(city({"mitte/treff.yaml": entry_with(f"name: Treff\n{times}\n{new}")})).directory
    monday = TODAY + timedelta(days=1)
    on_tuesday, on_wednesday, after_the_date = (
        {file.path: file.content for file in data_files(day_view(directory, monday + timedelta(days=days)))}
        for days in (1, 2, 5)
    )
    assert on_tuesday == on_wednesday
    changed = {path for path, content in on_tuesday.items() if after_the_date.get(path) != content}
    assert changed == {
        "angebote/treff/termine.ics", "daten/entries.csv", "daten/entries.json",
        "kalender/alle.ics", "kalender/mitte.ics",
    }  # fmt: skip


def test_a_date_without_an_hour_is_only_a_date(city: MakeCity) -> None:
    times = "zeiten: {zweck: treffen, tage: Montag, stand: 2026-10}"
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(times)})).directory
    rows = as_a_spreadsheet_reads_it(write(map(line, records(day_view(directory)))))
    assert {row["id"]: row["naechster_termin"] for row in rows}["gruppe"] == "2026-11-23"


def test_what_is_not_known_is_an_empty_cell() -> None:
    [row] = as_a_spreadsheet_reads_it(write([line({"id": "gruppe", "orte": [{"strasse": "Am Kai"}], "quelle": [{}]})]))
    assert {column for column, text in row.items() if text} == {"id", "strasse"}


def test_lines_end_and_cells_are_quoted_as_rfc_4180_says() -> None:
    lines = write([line({"id": "a", "name": 'Treff, "offen"'})]).split("\r\n")
    assert (len(lines), lines[-1]) == (3, "")
    assert lines[1].startswith('a,"Treff, ""offen""",')


def test_what_is_no_formula_stays_as_it_is() -> None:
    [row] = as_a_spreadsheet_reads_it(write([line({"name": "Treff = Leben @ Jena", "beschreibung": ["Mo - Fr", "-"]})]))
    assert (row["name"], row["beschreibung"]) == ("Treff = Leben @ Jena", "Mo - Fr; -")
