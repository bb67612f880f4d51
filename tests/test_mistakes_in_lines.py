"""Single lines as people write them who know chats and word processors: the message shows the finished lines."""

import pytest
from conftest import BASE_ENTRY, TODAY, MakeCity, entry_with, load_city

from directory.checks import check
from directory.problems import WRITE, Hint
from directory.problems.console import plain_text

TIMES = "zeiten:\n  - zweck: treffen\n    tage: [Dienstag]\n    von: 15:00\n    stand: 2026-10"


def told(city: MakeCity, text: str) -> str:
    loaded = load_city(city({"mitte/gruppe.yaml": text}))
    return plain_text([*loaded.problems, *check(loaded, TODAY).problems])


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        pytest.param("name - Gruppe", "name: Gruppe", id="a dash for a colon"),
        pytest.param("name\tGruppe", "name: Gruppe", id="a tab for a colon"),
        pytest.param("name; Gruppe", "name: Gruppe", id="a semicolon"),
        pytest.param("name： Gruppe", "name: Gruppe", id="the colon of another script"),
        pytest.param("name:\nGruppe am Abend", "name: Gruppe am Abend", id="a value in the line below"),
        pytest.param("name: - Gruppe", "name: Gruppe", id="a dash before one value"),
        pytest.param('"name: Gruppe"', "name: Gruppe", id="a whole line in quotation marks"),
        pytest.param('"name": "Gruppe",', 'name: "Gruppe"', id="as programs write it"),
        pytest.param("[30.11.26, 10:15] Anna: name: Gruppe", "name: Gruppe", id="from a chat"),
        pytest.param("beschreibung:\n1. Wir malen.\n2. Wir reden.", "  - Wir malen.", id="numbers for dashes"),
        pytest.param("beschreibung:\n👉 Wir malen.\n✅ Wir reden.", "  - Wir reden.", id="pictures for dashes"),
        pytest.param(
            "kontakt:\n  - telefon: 040 123456\n  - mail: a@example.org", "kontakt:\n", id="dashes for fields"
        ),
        pytest.param("themen: {sucht, trauer}", "themen: [sucht, trauer]", id="braces for a list"),
        pytest.param("gueltig: bis Ende Dezember 2026", "gueltig: {bis: 2026-12-31}", id="until a month"),
        pytest.param("alter: ab 18 (Ausnahmen möglich)", "bedingungen: Ausnahmen möglich.", id="a condition of age"),
        pytest.param("kosten: {betrag: 5}", "art: preis", id="an amount without its kind"),
        pytest.param("kosten: 3 Euro Spende", "kosten: {art: spende, hinweis: 3 Euro Spende.}", id="a gift"),
        pytest.param("mitmachen: {wie: bitte bis Montag anmelden}", "wie: anmeldung", id="until when"),
        pytest.param("hinweis: Bitte klingeln Sie.", "bedingungen: Bitte klingeln Sie.", id="a note at the left edge"),
        pytest.param("orte: online über Zoom", "orte: {art: online}", id="online"),
        pytest.param(TIMES.replace("15:00", "9-12 Uhr, 14-16 Uhr"), "von: 14:00", id="2 hours in one"),
        pytest.param(f"{TIMES}\n    im_monat: erster und letzter", "im_monat: [1, letzter]", id="which in the month"),
        pytest.param(f"{TIMES}\n    alle_wochen: ungerade Wochen", "kalenderwochen: ungerade", id="odd weeks"),
        pytest.param(f"{TIMES}\n    monate: 4-6", "monate: [April, Mai, Juni]", id="numbers for months"),
        pytest.param("ausnahmen:\n  - am 24.12. zu", "- {ab: 2026-12-24, bis: 2026-12-24}", id="a day that is closed"),
        pytest.param("ausnahmen:\n  - am: 2026-12-24", "bis: 2026-12-24", id="only one day"),
        pytest.param(
            "orte: {strasse: Allee, hausnummer: 1, zugang: 'Aufzug ja, Toilette nein'}",
            "zugang: {aufzug: ja, toilette: nein}",
            id="barriers in words",
        ),
    ],
)
def test_the_message_shows_the_finished_line(city: MakeCity, lines: str, shown: str) -> None:
    of_the_name = BASE_ENTRY.replace("name: Gruppe", lines)
    assert shown in told(city, of_the_name if "Gruppe" in lines else entry_with(lines))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("ausnahmen: Am 24.12. nur vormittags offen", id="open at hours that are not clear"),
        pytest.param("alter: Jugendliche", id="an age without a number"),
    ],
)
def test_nothing_is_made_up(city: MakeCity, line: str) -> None:
    assert WRITE not in told(city, entry_with(line))


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        (Hint(WRITE, "18:00"), "Schreiben Sie: 18:00"),
        (Hint(WRITE, {"von": "18:00"}, "Stimmt das?"), "Schreiben Sie:\nvon: 18:00\nStimmt das?"),
        (Hint(WRITE, ["a, b", "c"]), 'Schreiben Sie:\n- "a, b"\n- c'),
        (Hint("Löschen Sie „von“.", without=("von",)), "Löschen Sie „von“."),
    ],
)
def test_the_words_of_a_hint_are_made_from_what_to_write(hint: Hint, text: str) -> None:
    assert str(hint) == text
