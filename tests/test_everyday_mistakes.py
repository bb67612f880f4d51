"""Fields as people write them who know none: what messages say to write is right, complete, and accepted by the check.

`cases/everyday.txt` has ways to write each field, between empty lines: sentences, abbreviations, English, wrong places.
"""

import re
from textwrap import dedent
from typing import Any

import pytest
import yaml
from conftest import BASE_ENTRY, CASES, MakeCity, entry_with, load_city

from directory.checks.words_meant import what_to_write, with_age
from directory.files.writing import values_of
from directory.model import Entry
from directory.model.vocabulary import Audience
from directory.problems import Problem, Severity
from directory.source.fields.everyday_times import read_everyday
from directory.source.fields.umlauts import with_umlauts
from directory.source.fields.validate import Outcome, meant
from directory.source.parsing.document import Document
from directory.source.parsing.parse import parse
from directory.source.shape import fields_of

EVERYDAY = (CASES / "everyday.txt").read_text("utf-8").strip().split("\n\n")
A_FIELD = re.compile(r"\s*(?:- |\w+:(?:\s|$))")


def read(text: str) -> tuple[list[Problem], Outcome[Entry]]:
    parsed = parse(text, "gruppe.yaml")
    outcome = meant(Entry, "gruppe", Document("gruppe.yaml", parsed.text))
    return [*parsed.problems, *outcome.problems], outcome


def as_told(lines: str) -> dict[str, Any]:
    """Return what a small file with these lines says when everything is done that the messages say."""
    _, outcome = read(entry_with(lines))
    assert outcome.record, outcome.problems
    return values_of(outcome.record)


def proposals(problems: list[Problem]) -> list[str]:
    """Return the fields of the record that hints show to be written, each answer to a question for itself."""
    found = []
    for problem in problems:
        block: list[str] = []
        for line in [*problem.hint.split("\n"), ""]:
            if A_FIELD.match(line):
                block.append(line)
                continue
            text, block = dedent("\n".join(block)), []
            value = yaml.safe_load(text) if text else None
            if isinstance(value, dict) and value.keys() <= fields_of(Entry).keys():
                found.append(text)
    return found


@pytest.mark.parametrize("lines", EVERYDAY)
def test_what_the_messages_say_is_accepted(lines: str) -> None:
    problems, outcome = read(entry_with(lines))
    if outcome.record:
        assert meant(Entry, "x", outcome.document).problems == []
    for text in proposals(problems):
        again, _ = read(entry_with(text))
        assert [one for one in again if one.severity is Severity.ERROR] == [], text


@pytest.mark.parametrize("lines", EVERYDAY)
def test_one_mistake_is_told_in_few_words_of_german(lines: str) -> None:
    problems, _ = read(entry_with(lines))
    unclear = 1  # a name of one's own, and a question about the value
    assert len(problems) <= 1 + unclear + lines.count("\n")
    for one in problems:
        assert not re.search(r"\b(?:field required|input should|expected|mapping|None)\b", f"{one.message} {one.hint}")
        assert one.hint


TUESDAY = {"zweck": "treffen", "tage": ["Dienstag"], "stand": "2026-10"}
CARE = {"strasse": "Hauptstraße", "hausnummer": "5"}


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("zeiten: Dienstag gegen 17 Uhr", [TUESDAY | {"von": "17:00", "hinweis": ["Es beginnt ungefähr um 17 Uhr."]}]),
        (
            "zeiten: dienstags 15 Uhr, ca. 2 Stunden",
            [TUESDAY | {"von": "15:00", "bis": "17:00", "hinweis": ["Es endet ungefähr um 17 Uhr."]}],
        ),
        ("zeiten: Every Tuesday 3pm-5pm", [TUESDAY | {"von": "15:00", "bis": "17:00"}]),
        ("zeiten: rund um die Uhr", [{"zweck": "offen", "immer": "ja", "stand": "2026-10"}]),
        ("zeiten: Mittwoch nachmittags", [TUESDAY | {"tage": ["Mittwoch"], "hinweis": ["Am Nachmittag."]}]),
        ("wann: Dienstag\nuhrzeit: 15 Uhr", [TUESDAY | {"von": "15:00"}]),
        (
            "zeiten:\n  - {zweck: treffen, tage: [Dienstag], von: gegen 15 Uhr, bis: ca. 17 Uhr, stand: 2026-10}",
            [
                TUESDAY
                | {"von": "15:00", "bis": "17:00"}
                | {"hinweis": ["Es beginnt ungefähr um 15 Uhr.", "Es endet ungefähr um 17 Uhr."]}
            ],
        ),
        (
            "zeiten:\n  - {zweck: treffen, tage: [Dienstag], von: 15:00, dauer: 90 Minuten, stand: 2026-10}",
            [TUESDAY | {"von": "15:00", "bis": "16:30"}],
        ),
        (
            "zeiten:\n  - {zweck: treffen, tage: [Dienstag], von: 15:00, bis: open end, stand: 2026-10}",
            [TUESDAY | {"von": "15:00", "hinweis": ["Das Ende ist offen."]}],
        ),
        (
            "zeiten:\n  - {zweck: treffen, tage: [Dienstag], schulferien: nur nach Absprache, stand: 2026-10}",
            [TUESDAY | {"hinweis": ["In den Schul-Ferien: nur nach Absprache."]}],
        ),
        ("orte: geheim", [{"art": "geheim"}]),
        (
            "orte: online über Zoom, Link per Mail",
            [{"art": "online", "so_finden_sie_uns": ["Online über Zoom, Link per Mail."]}],
        ),
        ("orte: Hauptstr. 5, Hafen", [CARE]),
        ("orte: in der Hauptstraße 5", [CARE]),
        ("ort: Hauptstraße 5\nplz: 20095 Hafen", [CARE | {"plz": "20095"}]),
        ("kosten: keine", {"art": "kostenlos"}),
        ("kosten: {kostenlos: ja}", {"art": "kostenlos"}),
        ("kosten: 2-3 € pro Treffen", {"art": "preis", "hinweis": ["2-3 Euro pro Treffen."]}),
        ("kosten: Mitglieder frei, Gäste 3 €", {"art": "preis", "hinweis": ["Mitglieder frei, Gäste 3 Euro."]}),
        ("kosten: Jahresbeitrag 24 EUR", {"art": "beitrag", "betrag": "24", "je": "Jahr"}),
        (
            "kosten:\n  preis: 5 € pro Monat\n  ermäßigt: 3 €",
            {"art": "beitrag", "betrag": "5", "je": "Monat", "hinweis": ["Ermäßigt 3 Euro."]},
        ),
        ("teilnehmerzahl: max. 12", ["Es gibt höchstens 12 Plätze."]),
        ("kosten: fünf Euro im Monat", {"art": "preis", "betrag": "5", "je": "Monat"}),
        ("anmeldung: nicht nötig", {"wie": "offen"}),
        ("anmeldung: ja", {"wie": "anmeldung"}),
        (
            "mitmachen: Anmeldung bei Frau Schulze unter 040 990011",
            {"wie": "anmeldung", "hinweis": ["Anmeldung unter 040 990011."]},
        ),
        ("alter: unter 18", {"bis": "17"}),
        ("alter: sechs bis zwölf Jahre", {"ab": "6", "bis": "12"}),
        ("gelöscht: ja", "geschlossen"),
        ("mitbringen: Wolle und Nadeln", ["Bringen Sie Wolle und Nadeln mit."]),
        ("gueltig: bis Ende 2026", {"bis": "2026-12-31"}),
        (
            "ausnahmen: Sommerpause im Juli und August",
            [{"ab": "Juli", "bis": "August", "jedes_jahr": "ja", "hinweis": ["Sommerpause."]}],
        ),
        (
            "ausnahmen:\n  - 24.12.2026 bis 2.1.2027: Weihnachtspause",
            [{"ab": "2026-12-24", "bis": "2027-01-02", "hinweis": ["Weihnachtspause."]}],
        ),
        (
            "quelle:\n  - www.example.org\n  - Flyer",
            [{"url": "https://www.example.org", "stand": "2026-10"}, {"angabe": "Flyer", "stand": "2026-10"}],
        ),
        (
            "kontakt:\n  telefon: 040 990001 (auch AB)",
            {"telefon": [{"nummer": "040 990001"}], "hinweis": ["Es gibt einen Anruf-Beantworter."]},
        ),
    ],
)
def test_the_fields_say_what_was_written(lines: str, value: object) -> None:
    said = as_told(lines)
    assert value in said.values(), said


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("zeiten: siehe Aushang", ["zeiten:\n  - {zweck: treffen", "bedingungen: Siehe Aushang."]),
        ("zeiten: abends gegen sieben", ["statt „Dienstag“", "von: 19:00"]),
        ("zeiten: Dienstag um halb drei", ["von: 14:30"]),
        ("zeiten: einmal im Monat", ["im_monat: [1]"]),
        ("orte: bei uns zu Hause", ["strasse: Beispielstraße", "so_finden_sie_uns: Bei uns zu Hause."]),
        ("kosten: nach Einkommen", ["{art: preis, hinweis: Nach Einkommen.}", "{art: kostenlos, hinweis"]),
        ("mitmachen: nur für Mitglieder", ["{wie: anmeldung, hinweis: Nur", "{wie: offen, hinweis: Nur"]),
        ("alter: ab der 5. Klasse", ["Ein Alter ist eine Zahl."]),
        ("quelle: unbekannt", ["quelle: {angabe: Der Verein selbst"]),
        ("status: bitte löschen", ["status: geschlossen", "Bitte entfernen"]),
        ("haustiere: Hunde dürfen mitkommen", ['bedingungen: "Haustiere: Hunde dürfen mitkommen."']),
    ],
)
def test_what_is_not_clear_is_asked_with_lines_to_copy(lines: str, shown: list[str]) -> None:
    problems, _ = read(entry_with(lines))
    said = "\n".join(one.hint for one in problems)
    assert [one for one in shown if one not in said] == [], said


def test_all_names_of_ones_own_are_one_mistake() -> None:
    text = BASE_ENTRY.replace("name:", "titel:").replace("beschreibung:", "text:").replace("quelle:", "woher:")
    problems, _ = read(text.replace("themen:", "thema:"))
    assert [one.message for one in problems] == ["Diese Felder heißen hier anders."]


def test_fields_that_all_lack_are_one_mistake() -> None:
    problems, _ = read("name: Gruppe\nkontakt: {telefon: 040 123456}\n")
    [one] = problems
    assert "nehmen Sie die ganze alte Datei" in one.hint
    assert not read(f"name: Gruppe\nkontakt: {{telefon: 040 123456}}\n{proposals([one])[0]}\n")[0]


def test_bullets_and_long_dashes_are_dashes_at_once() -> None:
    text = "orte:\n  – strasse: Allee\n    hausnummer: 3\nfuer_wen:\n  • Für Eltern.\n  • Für Kinder."
    problems, outcome = read(entry_with(text))
    [one] = problems
    assert "Zeilen 8, 11, 12" in one.hint
    assert outcome.record is not None
    assert outcome.record.places[0].house_number == "3"


WHOLE = """\
name: Gruppe
art: selbsthilfegruppe
themen: sucht
beschreibung:
  - Wir treffen uns.
  - Wir reden.
orte:
  - strasse: Allee
    hausnummer: 3
kontakt:
  telefon: 040 123456
quelle:
  angabe: Der Verein
  stand: 2026-10
"""


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        pytest.param(r":(?: |$)", " = ", id="equals signs"),
        pytest.param(r":(?: |$)", " -> ", id="arrows"),
        pytest.param(r":(?: |$)", " ...... ", id="dots"),
        pytest.param(r"(?<=[^:\n])$", ",", id="commas at the ends"),
        pytest.param(r"^(?=\w)", "- ", id="dashes before fields"),
        pytest.param(r"\Z", "---\n", id="a rule at the end"),
        pytest.param(r"^  (?=- )", "  > ", id="angle brackets for dashes"),
    ],
)
def test_the_same_sign_in_all_lines_is_one_mistake(pattern: str, instead: str) -> None:
    text = re.sub(pattern, instead, WHOLE, flags=re.MULTILINE).replace("> - ", "> ")
    problems, outcome = read(text)
    assert len(problems) == 1, problems
    meant_by_all = read(WHOLE)[1].record
    assert outcome.record is not None
    assert meant_by_all is not None
    assert values_of(outcome.record) == values_of(meant_by_all)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("grosse", "große"),
        ("Strasse", "Straße"),
        ("aussen", "außen"),
        ("Massage", "Massage"),
        ("dass", "dass"),
        ("neue", "neue"),
        ("Mauer", "Mauer"),
        ("Israel", "Israel"),
        ("aktuell", "aktuell"),
        ("zuerst", "zuerst"),
        ("Fuesse", "Füße"),
    ],
)
def test_letters_that_stand_for_an_umlaut(word: str, meant: str) -> None:
    assert with_umlauts(word) == meant


def test_sentences_without_umlauts_are_shown_with_them(city: MakeCity) -> None:
    lines = (
        "name: Naeh-Treff Loebstedt\nfuer_wen: [Fuer Maenner., Neue sind zuerst da.]\n"
        "bedingungen: Gehen Sie an die grosse Mauer."
    )
    loaded = load_city(city({"mitte/gruppe.yaml": entry_with(lines)}))
    [one] = [one for one in loaded.problems if one.code == "umlaut"]
    for line in (
        "name: Näh-Treff Löbstedt",
        "fuer_wen: [Für Männer., Neue sind zuerst da.]",
        "Gehen Sie an die große Mauer.",
    ):
        assert line in one.hint


@pytest.mark.parametrize("text", ["Neue, Bauer, Quelle, Michael aus Israel.", "Es ist aktuell. Das muss man wissen."])
def test_other_words_have_no_umlaut(city: MakeCity, text: str) -> None:
    loaded = load_city(city({"mitte/gruppe.yaml": entry_with(f"fuer_wen: ['{text}']")}))
    assert not [one for one in loaded.problems if one.code == "umlaut"]


AUDIENCES = {
    "seele": Audience.model_validate({"name": "Menschen mit seelischer Krankheit", "worte": ["Depression"]}),
    "familien": Audience.model_validate({"name": "Familien", "worte": ["Eltern", "Kind"]}),
}


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Menschen mit Depressionen", {"zielgruppen": ["seele"]}),
        ("Eltern mit Kindern von 0-3 Jahren", {"zielgruppen": ["familien"], "alter": {"ab": "0", "bis": "3"}}),
    ],
)
def test_words_of_a_list_are_found_in_a_text(text: str, instead: object) -> None:
    hint = with_age(text, AUDIENCES, "zielgruppen") or what_to_write(text, AUDIENCES, "zielgruppen")
    assert hint is not None
    assert hint.instead == instead


def test_what_the_grammar_understands_is_left_to_it() -> None:
    assert read_everyday("Dienstag 15-17 Uhr, bitte klingeln", "2026-10").reading.rules == (
        {"tage": ["Dienstag"], "von": "15:00", "bis": "17:00", "hinweis": ["Bitte klingeln."]},
    )
