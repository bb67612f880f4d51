"""The table for a German Excel: what a double click shows."""

import csv
import io
import re

import pytest
from conftest import MakeCity, day_view, entry_with, load_city

from directory.exports.as_excel_csv import row, write
from directory.view.day import DayView

FULL = """name: Offener Treff für Ältere
art: treffpunkt
themen: [sucht, sport]
beschreibung: [Wir treffen uns; jede Woche., "Kommen Sie \\"gern\\"."]
orte: {strasse: Hauptstraße, hausnummer: 3-5, plz: "01067", ortsteil: Altstadt}
zeiten:
  - {zweck: treffen, tage: Montag, von: 18:00, bis: 20:00, stand: 2026-10}
  - {zweck: treffen, tage: Freitag, von: 9:00, bis: 12:00, stand: 2023-10}
kontakt:
  telefon: [040 123456, {nummer: +49 40 654321, wofuer: Büro}, {nummer: +43 1 5125678, art: fax}]
quelle: {angabe: Träger, stand: 2026-10}
"""
# What Excel makes a number, a date or a formula of.
TAKEN_FOR_ANOTHER = re.compile(r"[=+@\t\r-].*|0\d+|\d+[-/.]\d+([-/.]\d+)?", re.DOTALL)


def view_of(city: MakeCity, text: str, name: str = "entries") -> DayView:
    directory = load_city(city({"mitte/treff.yaml": text}, name=name)).directory
    assert directory
    assert "treff" in directory.entry
    return day_view(directory)


def as_a_german_excel_reads_it(view: DayView) -> dict[str, dict[str, str]]:
    data = write([row(view, entry) for entry in view.listed]).encode()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    return {one["Kenn-Wort"]: one for one in rows}


def test_a_row_has_whole_postcodes_phones_and_umlauts(city: MakeCity) -> None:
    row = as_a_german_excel_reads_it(view_of(city, FULL))["treff"]
    town = row.pop("PLZ und Ort")
    assert re.fullmatch(r"01067 \w+", town)
    assert row["Name"] == "Offener Treff für Ältere"
    assert row["Straße"] == "Hauptstraße 3-5"
    assert row["Telefon"] == "040 12 34 56; 040 65 43 21 (Büro)"
    assert row["Weitere Nummern"].startswith("0043 1 ")
    assert row["Weitere Nummern"].endswith("(Fax)")
    assert row["Was ist das?"] == 'Wir treffen uns; jede Woche. Kommen Sie "gern".'
    assert row["Wann ist das?"] == (
        "Jeden Montag: 18 Uhr bis 20 Uhr.; Im Jahr 2023 war das so: Jeden Freitag: 9 Uhr bis 12 Uhr."
    )


def test_no_cell_becomes_a_number_a_date_or_a_formula(city: MakeCity) -> None:
    for one in as_a_german_excel_reads_it(view_of(city, FULL)).values():
        assert [text for text in one.values() if TAKEN_FOR_ANOTHER.fullmatch(text)] == []


@pytest.mark.parametrize("name", ["=1+1", "+Punkte", "-Treff", "@mal", "07743", "3/5", "a;b", 'sagt "ja"', "x\u2028y"])
def test_a_hostile_name_stays_text(city: MakeCity, name: str) -> None:
    quoted = name.replace("'", "''")
    loaded = load_city(city({"mitte/treff.yaml": entry_with(f"name: '{quoted}'")}))
    row = as_a_german_excel_reads_it(day_view(loaded.directory))["treff"]
    plain = name.replace("\u2028", "")  # an error, and read on as it was meant
    assert row["Name"] == (f"'{plain}" if name[0] in "=+-@03" else plain)
    assert [problem.code for problem in loaded.problems] == (["datei-steuerzeichen"] if plain != name else [])


def test_a_secret_offer_has_no_address_and_no_old_times(city: MakeCity) -> None:
    lines = """orte: [{art: geheim}, {strasse: Am Kai, hausnummer: 9, plz: "20095", rolle: buero}]
zeiten: {zweck: offen, tage: Montag, von: 9:00, stand: 2020}"""
    directory = load_city(city({"alle/zuflucht.yaml": entry_with(lines)})).directory
    row = as_a_german_excel_reads_it(day_view(directory))["zuflucht"]
    assert (row["Straße"], row["PLZ und Ort"], row["Wann ist das?"]) == ("", "", "")
    assert "Am Kai" not in "".join(row.values())
