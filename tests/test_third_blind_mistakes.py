"""The third blind mistakes of people in files, and their relatives: what the message says to write is what was meant.

How the files came about, and what the first run said of all 60: cases/mistakes/blind-third-2026-11-30/README.md.
"""

import shutil
from collections.abc import Callable
from typing import Any

import pytest
from browsing import ENTRIES
from conftest import BASE_ENTRY, CASES, TODAY, MakeCity, entry_with, load_city

from directory.checks import check
from directory.files.writing import values_of
from directory.model import Entry
from directory.model.phone_number import numbers_with_kind
from directory.model.spoken_hours import spoken_hours
from directory.problems.console import plain_text
from directory.source.fields.costs import cost
from directory.source.fields.dates import validity
from directory.source.fields.places_in_words import place
from directory.source.fields.validate import meant
from directory.source.layout.finding import with_quotes
from directory.source.parsing.document import Document
from directory.source.parsing.parse import parse

BLIND = CASES / "mistakes" / "blind-third-2026-11-30"
WITH_THE_NAME_OF = {55: "nord/begegnungszentrum-jena.yaml", 56: "ost/usv-jena.yaml"}
Told = Callable[[int], str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Return the messages about one of the files, by its number."""
    entries = tmp_path_factory.mktemp("third") / "entries"
    shutil.copytree(ENTRIES, entries)
    names = {int(case.stem): f"nord/nummer-{case.stem}.yaml" for case in BLIND.glob("*.yaml")} | WITH_THE_NAME_OF
    for number, name in names.items():
        shutil.copy(BLIND / f"{number:02}.yaml", entries / name)
    loaded = load_city(entries)
    problems = [*loaded.problems, *check(loaded, TODAY).problems]
    return lambda number: plain_text(list(dict.fromkeys(one for one in problems if one.path.endswith(names[number]))))


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        pytest.param(6, ["Zeilen 1, 3, 32, 34, 35, 37, 38"], id="a sentence behind the fields of an e-mail"),
        pytest.param(7, ["      orte:\n      zeiten:\n      kontakt:", "„😊“", "Löschen Sie es."], id="pictures"),
        pytest.param(8, ["den Zeilen 6, 7, 9, 12, 18", "        - zweck: treffen"], id="bullets and long dashes"),
        pytest.param(9, ["name: Näh-Treff Löbstedt", "hinter der großen Tür."], id="no umlauts"),
        pytest.param(10, ["        - art: fest\n          ortsteil: Jena-Nord"], id="no blanks at all"),
        pytest.param(11, ['name: "Club „Immer munter“ Zwätzen"'], id="quotation marks in quotation marks"),
        pytest.param(13, ["nichts eingerückt", "          strasse: Brückenstraße"], id="nothing indented"),
        pytest.param(20, ["webseite: https://www.example.org/rheuma\n"], id="links written twice"),
        pytest.param(22, ["quelle: {angabe: Die Gruppe selbst, stand: 2026-10}"], id="a field behind its block"),
        pytest.param(
            23, ["{nummer: 03641 99 00 24, art: fax}", "einen Anruf-Beantworter."], id="the last digits of a fax"
        ),
        pytest.param(27, ["im_monat: [2]", "alle_wochen: 2"], id="every second"),
        pytest.param(29, ["von: 14:30", "bis: 17:00", "Es endet ungefähr um 17 Uhr."], id="hours in the afternoon"),
        pytest.param(41, ["Machen Sie 3 Sätze daraus"], id="advertising"),
        pytest.param(48, ["Das ist ein Beispiel aus der Anleitung", "Löschen Sie „fuer_wen“"], id="lines of the guide"),
        pytest.param(49, ["„weitere_namen“ steht „keine“", "löschen Sie „kosten“ mit allen"], id="not known"),
        pytest.param(
            55,
            ["Die Felder „art“, „themen“ und „beschreibung“ fehlen.", "nehmen Sie die ganze alte Datei"],
            id="only what has changed",
        ),
        pytest.param(58, ["          schulferien: offen"], id="it takes place"),
        pytest.param(57, ["schreiben Sie: asb-jena", "Schreiben Sie: familienzentrum-jena"], id="names of others"),
        pytest.param(59, ["Zeilen 1, 8, 14, 24, 26", "kann sie jeder lesen"], id="notes that are public"),
        pytest.param(60, ["Das ist eine Tabelle", "telefon: 03641990060", "plz: 07743"], id="a table"),
    ],
)
def test_the_message_shows_what_was_meant(told: Told, number: int, lines: list[str]) -> None:
    for line in lines:
        assert line in told(number)


def as_told(text: str) -> dict[str, Any]:
    """Return what a file says when everything is done that the messages say."""
    parsed = parse(text, "gruppe.yaml")
    outcome = meant(Entry, "gruppe", Document("gruppe.yaml", parsed.text))
    assert outcome.record, (parsed.problems, outcome.problems)
    return values_of(outcome.record)


def blind(number: int) -> dict[str, Any]:
    return as_told((BLIND / f"{number:02}.yaml").read_text("utf-8"))


SENIORS = {"zweck": "treffen", "tage": ["Donnerstag"], "von": "10:30", "bis": "11:30", "stand": "2026-11"}


@pytest.mark.parametrize(
    ("number", "key", "value"),
    [
        pytest.param(6, "quelle", [{"angabe": "Das Strick-Café selbst", "stand": "2026-11"}], id="an e-mail"),
        pytest.param(7, "kontakt", {"telefon": [{"nummer": "03641 990007"}]}, id="pictures before fields"),
        pytest.param(10, "beschreibung", ["Wir spielen zusammen Boule.", "Kugeln haben wir für alle."], id="no blanks"),
        pytest.param(11, "name", "Club „Immer munter“ Zwätzen", id="quotation marks in quotation marks"),
        pytest.param(
            13, "quelle", [{"angabe": "Der Eltern-Kind-Kreis selbst", "stand": "2026-09"}], id="nothing indented"
        ),
        pytest.param(17, "art", ["verein"], id="own names of fields"),
        pytest.param(17, "zielgruppen", ["erwachsene"], id="a word for whom"),
        pytest.param(
            17, "quelle", [{"angabe": "Der Verein selbst", "stand": "2026-10"}], id="a source by another name"
        ),
        pytest.param(
            18,
            "orte",
            [
                {"strasse": "Camburger Straße", "hausnummer": "199", "plz": "07743"}
                | {"ortsteil": "Jena-Nord", "haltestelle": "Nordfriedhof"}
            ],
            id="an address with its stop",
        ),
        pytest.param(20, "quelle", [{"url": "https://www.example.org/rheuma", "stand": "2026-10"}], id="a double link"),
        pytest.param(22, "quelle", [{"angabe": "Die Gruppe selbst", "stand": "2026-10"}], id="one line for a block"),
        pytest.param(
            32, "kosten", {"art": "preis", "betrag": "4,50", "je": "Essen", "stand": "2026-11"}, id="a comma in braces"
        ),
        pytest.param(
            33,
            "kosten",
            {"art": "beitrag", "betrag": "8", "je": "Monat"}
            | {"hinweis": ["Für Rentner 5 Euro.", "1. Mal Schnuppern umsonst."]},
            id="what some pay",
        ),
        pytest.param(58, "gueltig", {"ab": "2026-12-01", "bis": "2027-03-31"}, id="from and until in words"),
    ],
)
def test_who_does_what_the_message_says_has_written_what_was_meant(number: int, key: str, value: object) -> None:
    assert blind(number)[key] == value


def test_only_the_new_value_of_two_stays() -> None:
    first, second = blind(56)["zeiten"]
    assert SENIORS.items() <= first.items()
    assert second["tage"] == ["Dienstag", "Donnerstag"]


def test_spoken_hours_end_after_they_begin() -> None:
    [times] = blind(26)["zeiten"]
    assert (times["von"], times["bis"], times["im_monat"]) == ("14:00", "15:30", ["2", "4"])


def test_notes_on_barriers_stand_together() -> None:
    access = blind(39)["orte"][0]["zugang"]
    assert (access["rollstuhl"], access["ohne_stufen"], access["parkplatz"]) == ("ja", "nein", "ja")
    assert access["hinweis"] == ["Aber nur über den Hof.", "1 kleine Stufe.", "Schlüssel im Büro."]


def test_what_nobody_knows_is_left_out() -> None:
    found = blind(49)
    assert not {"weitere_namen", "traeger", "kosten", "zielgruppen"} & found.keys()
    assert found["orte"][0]["zugang"] == {"rollstuhl": "ja", "stand": "2026-11"}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("halb drei", ("02:30", "14:30")),
        ("halb acht abends", ("19:30",)),
        ("gegen fünf", ("05:00", "17:00")),
        ("sieben Uhr morgens", ("07:00",)),
        ("viertel nach fünf", ("05:15", "17:15")),
        ("viertel vor acht abends", ("19:45",)),
        ("dreiviertel drei", ("02:45", "14:45")),
        ("ca. 17 Uhr", ("17:00",)),
        ("zwölf Uhr mittags", ("12:00",)),
        ("zehn nach fünf", ()),
    ],
)
def test_words_for_hours_mean_each_half_of_the_day_that_they_can(text: str, hours: tuple[str, ...]) -> None:
    assert spoken_hours(text) == hours


@pytest.mark.parametrize(
    ("days", "start", "end", "hours"),
    [
        ("Freitagabend", "7", "9", ("19:00", "21:00")),
        ("Freitagabend", "19:30", "halb zehn", ("19:30", "21:30")),
        ("Samstagvormittag", "neun", "halb zwölf", ("09:00", "11:30")),
        ("Freitag", "viertel nach sieben abends", "neun", ("19:15", "21:00")),
    ],
)
def test_the_day_says_which_half_of_it_is_meant(days: str, start: str, end: str, hours: tuple[str, str]) -> None:
    [times] = as_told(
        entry_with(f"zeiten: {{zweck: treffen, tage: {days}, von: {start}, bis: {end}, stand: 2026-10}}")
    )["zeiten"]
    assert (times["von"], times["bis"]) == hours


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("bis Ende Dezember 2026", {"bis": "2026-12-31"}),
        ("Oktober 2026 bis März 2027", {"ab": "2026-10-01", "bis": "2027-03-31"}),
        ("von Anfang Dezember bis Ende März", {"ab": "2026-12-01", "bis": "2027-03-31"}),
        ("vom 1. Dezember bis 31. März 2027", {"ab": "2026-12-01", "bis": "2027-03-31"}),
        ("seit März 2026", {"ab": "2026-03-01"}),
        ("seit März", None),
        ("vom 1.12. bis zum Frühjahr", None),
        ("im Winter", None),
    ],
)
def test_a_start_is_never_an_end(text: str, fields: dict[str, str] | None) -> None:
    assert validity(text, "2026-11") == fields


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("03641 990023, Fax: -24", ("sprache", "fax")),
        ("03641 990023 (Fax -24)", ("sprache", "fax")),
        ("Fax: 03641 990024, Tel. -23", ("fax", "sprache")),
        ("03641 990023 oder -91", ("sprache", "sprache")),
        ("03641 990023 (Fax)", ("fax",)),
        ("Tel 03641 990023 Durchwahl 12", ("sprache",)),
    ],
)
def test_the_last_digits_of_a_fax_belong_to_the_number_before(text: str, numbers: tuple[str, ...]) -> None:
    found = numbers_with_kind(text)
    assert tuple(kind for _, kind in found) == numbers
    assert all(number.startswith("03641 9900") for number, _ in found)


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ('name: "Club "Immer munter""', 'name: "Club „Immer munter“"'),
        ('- "A" und "B"', '- "„A“ und „B“"'),
        ("- 'Das geht's", '- "Das geht\'s"'),
        ("- Wir sagen: „Hallo: du“", '- "Wir sagen: „Hallo: du“"'),
        ("name: „Chor Nord: Die Spatzen“", 'name: "Chor Nord: Die Spatzen"'),
    ],
)
def test_quotation_marks_that_belong_to_a_text_stay_in_it(line: str, mended: str) -> None:
    assert with_quotes(line) == mended


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Weg 2, 07743 Jena, OT Zwätzen", {"ortsteil": "Zwätzen"}),
        ("Weg 2, 07743 Jena-Nord", {"ortsteil": "Jena-Nord"}),
        ("Weg 2, 07743 Jena (Zwätzen), 2. Stock", {"ortsteil": "Zwätzen", "so_finden_sie_uns": "Das ist im 2. Stock."}),
        ("Weg 2, 07743 Jena, Bus-Haltestelle: Am Markt", {"haltestelle": "Am Markt"}),
    ],
)
def test_an_address_names_its_part_of_the_city_and_its_stop(text: str, fields: dict[str, str]) -> None:
    assert place(text) == {"strasse": "Weg", "hausnummer": "2", "plz": "07743"} | fields


def test_prices_are_not_put_in_an_order_that_nobody_wrote() -> None:
    assert cost("3 Euro oder 5 Euro") == {"art": "preis", "hinweis": "3 Euro oder 5 Euro."}


@pytest.mark.parametrize(
    "line",
    [
        "# yaml-language-server: $schema=x",
        "# SPDX-License-Identifier: CC0-1.0",
        "bedingungen: 'Klingeln Sie bei # 3.'",
        "# Neues Angebot: Gruppe\n# entries/mitte/gruppe.yaml\n",
    ],
)
def test_what_programs_read_is_no_note(city: MakeCity, line: str) -> None:
    loaded = load_city(city({"mitte/gruppe.yaml": f"{line}\n{BASE_ENTRY}"}))
    assert not [one for one in loaded.problems if one.code == "notiz-oeffentlich"]


def test_a_list_at_the_left_edge_is_indented_enough() -> None:
    lists = (
        "weitere_namen:\n- Gruppe A\n- Gruppe B\nquelle:\n- url: https://a.example.org\n- url: https://b.example.org\n"
    )
    assert not parse(lists, "gruppe.yaml").problems
