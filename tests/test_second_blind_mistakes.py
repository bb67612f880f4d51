"""The second blind mistakes of people in files: who does what the message says has written what was meant.

How the files came about, and what the first run said of all 60: cases/mistakes/blind-second-2026-11-30/README.md.
"""

import shutil
from collections.abc import Callable
from typing import Any

import pytest
from browsing import ENTRIES
from conftest import CASES, TODAY, load_city

from directory.checks import check
from directory.files.writing import values_of
from directory.model import Entry
from directory.problems.console import plain_text
from directory.source.fields.validate import meant
from directory.source.parsing.document import Document
from directory.source.parsing.parse import parse

BLIND = CASES / "mistakes" / "blind-second-2026-11-30"
Told = Callable[[int], str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Return the messages about one of the files, by its number."""
    entries = tmp_path_factory.mktemp("second") / "entries"
    shutil.copytree(ENTRIES, entries)
    for case in BLIND.glob("*.yaml"):
        shutil.copy(case, entries / "nord" / f"nummer-{case.stem}.yaml")
    loaded = load_city(entries)
    problems = [*loaded.problems, *check(loaded, TODAY).problems]
    return lambda number: plain_text(
        list(dict.fromkeys(one for one in problems if one.path.endswith(f"nummer-{number:02}.yaml")))
    )


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        pytest.param(4, ["themen: [familie, treffen-cafe]", "    bis: 11:30", "  stand: 2026-10"], id="capitals"),
        pytest.param(6, ['  - "Wichtig: Sie brauchen keine Noten."'], id="other quotation marks"),
        pytest.param(9, ["Löschen Sie alles in den Zeilen 1, 3, 23, 24, 26, 27"], id="an e-mail around the fields"),
        pytest.param(10, ["name: Tafel-Runde Nord", "themen: [treffen-cafe, einsamkeit]"], id="stars around names"),
        pytest.param(11, ["        telefon: 03641 990011"], id="blanks before a field"),
        pytest.param(15, ["        - art: fest", "          strasse: Emil-Höllein-Platz"], id="blanks in all lines"),
        pytest.param(12, ["  angabe: Die Gruppe Repair-Treff selbst, am Telefon"], id="a wrapped word that is a field"),
        pytest.param(
            17,
            ["- Wir sind eine Gruppe für Menschen mit Tinnitus.", "- Tinnitus ist ein Geräusch im Ohr."],
            id="words that a line divides",
        ),
        pytest.param(19, ['name: "#gemeinsam statt einsam"', "Das liest niemand"], id="a sign for notes"),
        pytest.param(20, ['  - "„Offene Tür“ heißt bei uns ohne Termin."'], id="quotation marks inside"),
        pytest.param(27, ["„der gern kegelt“", "zielgruppen: [aeltere-menschen, alle]"], id="a sentence for audiences"),
        pytest.param(28, ["nicht verstanden: „ein bisschen“", "sprachen: [de, ar, ru]"], id="languages in a sentence"),
        pytest.param(36, ["  telefon: [03641 990036, 03641 990037]", "Anruf-Beantworter"], id="2 numbers"),
        pytest.param(33, ["Die Felder „telefon“, „mail“ gibt es hier nicht."], id="two fields for one block"),
        pytest.param(34, ["telefon: {nummer: 03641 990034, wofuer: ab 18 Uhr}"], id="hours beside a number"),
        pytest.param(40, ["bei: begegnungszentrum-jena", "so_finden_sie_uns: Küche."], id="a house by its address"),
        pytest.param(
            43, ["Löschen Sie die Felder „ortsteil“, „haltestelle“.", "Ordner „ganz-jena“"], id="a secret place"
        ),
        pytest.param(
            48,
            ["- {zweck: offen, tage: [Donnerstag], von: 14:00, bis: 18:00, stand: 2026-11}"],
            id="opening hours from a door",
        ),
        pytest.param(54, ["angabe: Flyer der Gruppe (Okt. 26)"], id="a bracket at the end"),
        pytest.param(55, ["traeger: lern-freunde-jena", "name: Lern-Freunde Jena e. V."], id="a new provider"),
        pytest.param(56, ["Löschen Sie diese Zeile:\n      ort: beratung"], id="the id of a place that is gone"),
        pytest.param(57, ["Nach dem Doppelpunkt steht nur ein Strich", "„hausnummer“ steht „???“"], id="placeholders"),
    ],
)
def test_the_message_shows_what_was_meant(told: Told, number: int, lines: list[str]) -> None:
    for line in lines:
        assert line in told(number)


def opening(day: str, start: str, end: str) -> dict[str, Any]:
    """Return what the times of number 47 say."""
    kind = {"zweck": "offen", "tage": [day], "von": start, "bis": end}
    return kind | {"feiertage": "zu", "schulferien": "offen", "stand": "2026-10"}


def as_told(number: int) -> dict[str, Any]:
    """Return what one of the files says when everything is done that the messages say."""
    name = f"{number:02}.yaml"
    parsed = parse((BLIND / name).read_text("utf-8"), name)
    outcome = meant(Entry, "gruppe", Document(name, parsed.text))
    assert outcome.record, outcome.problems
    return values_of(outcome.record)


@pytest.mark.parametrize(
    ("number", "key", "value"),
    [
        pytest.param(4, "themen", ["familie", "treffen-cafe"], id="capital names of fields"),
        pytest.param(7, "zielgruppen", ["familien", "kinder"], id="bullets with tabs"),
        pytest.param(9, "name", "Boule-Freunde Nord", id="an e-mail around the fields"),
        pytest.param(10, "themen", ["treffen-cafe", "einsamkeit"], id="stars around names"),
        pytest.param(19, "name", "#gemeinsam statt einsam", id="a name that begins with a sign for notes"),
        pytest.param(
            38,
            "orte",
            [
                {"strasse": "Dornburger Straße", "hausnummer": "17", "plz": "07743"}
                | {"so_finden_sie_uns": ["Hinterhaus.", "Das ist im 1. Stock."]}
            ],
            id="a house behind a house",
        ),
        pytest.param(47, "zeiten", [opening("Montag", "09:00", "12:00"), opening("Donnerstag", "14:00", "18:00")]),
        pytest.param(54, "quelle", [{"angabe": "Flyer der Gruppe (Okt. 26)", "stand": "2026-10"}], id="a bracket"),
        pytest.param(
            53,
            "mitmachen",
            {"wie": "anmeldung", "hinweis": ["Bitte bis spätestens Freitag davor (12 Uhr) tel. anmelden!"]},
            id="until when one must register",
        ),
        pytest.param(
            49,
            "ausnahmen",
            [
                {"ab": "2026-12-21", "bis": "2027-01-03", "hinweis": ["Weihnachtspause."]},
                {"ab": "2027-02-03", "bis": "2027-02-03", "uhrzeit": ["16:00-18:00"], "stand": "2026-11", "zu": "nein"},
            ],
            id="exceptions in sentences",
        ),
        pytest.param(60, "bestaetigt", {"am": "2026-11-12", "von": "traeger"}, id="a day and who in a sentence"),
        pytest.param(58, "bedingungen", ["Pause bis März 2027."], id="until when a group pauses"),
        pytest.param(57, "kontakt", {"mail": ["krabbeln@example.org"]}, id="placeholders"),
    ],
)
def test_who_does_what_the_message_says_has_written_what_was_meant(number: int, key: str, value: object) -> None:
    assert as_told(number)[key] == value


@pytest.mark.parametrize(
    ("number", "key", "value"),
    [
        pytest.param(46, "alle_wochen", "2", id="every 14 days"),
        pytest.param(46, "ab", "2026-12-07", id="the next day of a rhythm"),
        pytest.param(50, "monate", ["Mai", "Juni", "Juli", "August", "September"], id="a season"),
        pytest.param(50, "hinweis", ["Nur wenn es trocken ist."], id="a condition beside a season"),
    ],
)
def test_words_for_a_rhythm_become_its_fields(number: int, key: str, value: object) -> None:
    [times] = as_told(number)["zeiten"]
    assert times[key] == value


def test_an_end_is_after_the_beginning() -> None:
    [times] = as_told(45)["zeiten"]
    assert (times["von"], times["bis"]) == ("19:30", "21:00")


def test_no_word_is_suggested_for_a_list_that_has_it(told: Told) -> None:
    assert told(26).count("chreiben Sie: seelische-gesundheit") == 1
    assert told(26).count("Dann löschen Sie dieses Wort hier.") == 2
