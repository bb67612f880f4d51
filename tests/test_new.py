"""`directory new`: questions in German, and a file without mistakes at the end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from commands import PROJECT, run
from conftest import MakeCity, load_city

ENTER = ""
# From the name to the last sentence.
START = ["Gruppe Süd", "selbsthilfegruppe", "Sucht", "Wir treffen uns.", "Sie können kommen.", ENTER]
ADDRESS = ["1", "Hauptstraße", "5", "20095", ENTER, "nein"]
HOUSE = ["2", "Das Haus"]
NOWHERE = ["3"]
PHONE = ["040 123456", ENTER, ENTER, "nein"]
CONTACT = [*PHONE, "kontakt@example.org", "https://www.example.org", ENTER]
NO_CONTACT = [ENTER, ENTER, ENTER]
SOURCE = [ENTER, "Die Gruppe", "2026-10", ENTER, "nein"]
HOURS = ["Wann ist das?", "offen", "Mo-Fr", "9-12", ENTER, "2026-10", ENTER, "nein"]
END = [ENTER, ENTER, ENTER, ENTER]  # nothing more; the folder, the name and the file are right


def answer(root: Path, lines: list[str]) -> subprocess.CompletedProcess[str]:
    return run("new", "--entries", root, said="".join(f"{line}\n" for line in lines))


SITUATIONS = {
    "a simple group": [*START, *ADDRESS, *CONTACT, *SOURCE, *END],
    "a house with opening hours": [*START, *ADDRESS, *NO_CONTACT, *SOURCE, *HOURS, *END],
    "a group in a house": [*START, *HOUSE, *NO_CONTACT, *SOURCE, *END],
    "a group for the whole city": [*START, *NOWHERE, *CONTACT, *SOURCE, *END],
}
FILES = {
    "a simple group": """name: Gruppe Süd
art: [selbsthilfegruppe]
themen: [sucht]
beschreibung:
  - Wir treffen uns.
  - Sie können kommen.
orte:
  - strasse: Hauptstraße
    hausnummer: 5
    plz: 20095
kontakt:
  telefon:
    - nummer: 040 123456
  mail: [kontakt@example.org]
  webseite: [https://www.example.org]
quelle:
  - angabe: Die Gruppe
    stand: 2026-10
""",
    "a house with opening hours": """name: Gruppe Süd
art: [selbsthilfegruppe]
themen: [sucht]
beschreibung:
  - Wir treffen uns.
  - Sie können kommen.
orte:
  - strasse: Hauptstraße
    hausnummer: 5
    plz: 20095
zeiten:
  - zweck: offen
    tage: [Montag, Dienstag, Mittwoch, Donnerstag, Freitag]
    von: 09:00
    bis: 12:00
    stand: 2026-10
quelle:
  - angabe: Die Gruppe
    stand: 2026-10
""",
    "a group in a house": """name: Gruppe Süd
art: [selbsthilfegruppe]
themen: [sucht]
beschreibung:
  - Wir treffen uns.
  - Sie können kommen.
orte:
  - bei: ein-haus
quelle:
  - angabe: Die Gruppe
    stand: 2026-10
""",
    "a group for the whole city": """name: Gruppe Süd
art: [selbsthilfegruppe]
themen: [sucht]
beschreibung:
  - Wir treffen uns.
  - Sie können kommen.
kontakt:
  telefon:
    - nummer: 040 123456
  mail: [kontakt@example.org]
  webseite: [https://www.example.org]
quelle:
  - angabe: Die Gruppe
    stand: 2026-10
""",
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_answers_become_a_file_without_mistakes(situation: str, city: MakeCity) -> None:
    root = city({})
    done = answer(root, SITUATIONS[situation])
    assert done.returncode == 0, done.stdout + done.stderr
    (file,) = root.glob("*/gruppe-sued.yaml")
    assert file.read_text(encoding="utf-8") == FILES[situation]
    assert f"directory check {file}" in done.stdout
    assert not [problem for problem in load_city(root).problems if "gruppe-sued" in problem.path]
    assert (file.parent.name == "alle") == (situation == "a group for the whole city")


def test_one_line_of_address_and_one_of_times_are_enough(city: MakeCity) -> None:
    root = city({})
    address = ["1", "Hauptstr. 5, 20095 Musterstadt", ENTER, "nein"]
    hours = ["Wann ist das?", "offen", "Mo-Fr 9-12 Uhr", "2026-10", ENTER, "nein"]
    done = answer(root, [*START, *address, *NO_CONTACT, *SOURCE, *hours, *END])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "So steht es da: Von Montag bis Freitag: 9 Uhr bis 12 Uhr." in done.stdout
    (file,) = root.glob("*/gruppe-sued.yaml")
    text = file.read_text(encoding="utf-8")
    assert "  - strasse: Hauptstr.\n    hausnummer: 5\n    plz: 20095\n" in text
    assert "    von: 09:00\n    bis: 12:00\n" in text


def test_mistakes_are_said_at_once_in_the_words_of_the_check(city: MakeCity) -> None:
    wrong = [*START[:1], "selbsthilfegrupe", START[1], "such", *START[2:], *HOUSE, *NO_CONTACT, *SOURCE]
    hours = [
        "Wann ist das?",
        "offen",
        "Dinstag",
        "Dienstag",
        "25",
        "18:00",
        "17:00",
        "20:00",
        "Oktober",
        "2026-10",
        ENTER,
        "nein",
    ]
    root = city({})
    done = answer(root, [*wrong, *hours, *END])
    assert done.returncode == 0, done.stdout + done.stderr
    for message in (
        "Meinten Sie „Selbst-Hilfe-Gruppe“?",
        "Meinten Sie „Sucht“?",
        "Das verstehen wir nicht: „Dinstag“. Meinten Sie „Dienstag“?",
        "So steht es da: Jeden Dienstag.",
        "Die Uhrzeit „25“ gibt es nicht.",
        "Das Ende liegt nicht nach dem Beginn.",
        "„Oktober“ ist kein Datum.",
    ):
        assert message in done.stdout
    (file,) = root.glob("*/gruppe-sued.yaml")
    assert "    tage: [Dienstag]\n    von: 18:00\n    bis: 20:00\n    stand: 2026-10\n" in file.read_text()


def test_what_the_check_says_of_the_whole_is_said_before_the_file_is_saved(city: MakeCity) -> None:
    long = "Wir sind eine Gruppe & wir treffen uns jeden Tag in der Stadt am Markt im alten Haus."
    start = [START[0], "Selbsthilfe-Gruppen", START[2], long, ENTER]
    mend = ["beschreibung", "Wir treffen uns.", ENTER, ENTER]
    root = city({})
    done = answer(root, [*start, *HOUSE, *NO_CONTACT, *SOURCE, *END[:3], *mend, ENTER])
    assert done.returncode == 0, done.stdout + done.stderr
    told, _, shown = done.stdout.partition("Das ist die Datei")
    assert "Der Satz hat 17 Wörter. Gut sind höchstens 10 Wörter." in told
    assert "Hier ist ein Sonder-Zeichen: „&“." in told
    assert "beschreibung:\n  - Wir treffen uns.\n" in shown
    assert not [problem for problem in load_city(root).problems if "gruppe-sued" in problem.path]


def test_without_a_way_in_it_asks_again(city: MakeCity) -> None:
    again = ["kontakt", *CONTACT]
    done = answer(city({}), [*START, *NOWHERE, *NO_CONTACT, *SOURCE, ENTER, *again, *END])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Niemand weiß, wie man hinkommt oder wen man fragt." in done.stdout


def test_what_is_there_already_stays_when_more_is_said(city: MakeCity) -> None:
    contact = ["kontakt", "hinweis", "Am Montag ist niemand da.", ENTER, ENTER]
    source = ["quelle", ENTER, "ja", "https://www.example.org", ENTER, "2026", ENTER, "nein"]
    root = city({})
    done = answer(root, [*START, *NOWHERE, *CONTACT, *SOURCE, *contact, *source, *END])
    assert done.returncode == 0, done.stdout + done.stderr
    (file,) = root.glob("*/gruppe-sued.yaml")
    assert "    - nummer: 040 123456\n" in file.read_text()
    assert "  hinweis:\n    - Am Montag ist niemand da.\n" in file.read_text()
    assert "  - angabe: Die Gruppe\n    stand: 2026-10\n  - url: https://www.example.org\n" in file.read_text()


def test_what_does_not_fit_together_can_be_mended_or_left_out(city: MakeCity) -> None:
    source = [ENTER, ENTER, "2026-10", "hinweis", "nur die Leute", ENTER, "angabe", "Die Leute", ENTER, "nein"]
    times = ["Wann ist das?", "offen", ENTER, ENTER, ENTER, "2026-10", ENTER, ENTER]
    root = city({})
    done = answer(root, [*START, *HOUSE, *NO_CONTACT, *source, *times, *END])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Diese Quelle sagt nicht, woher die Angaben sind." in done.stdout
    (file,) = root.glob("*/gruppe-sued.yaml")
    assert "angabe: Die Leute" in file.read_text()
    assert "Diese Zeit sagt nicht, an welchem Tag." in done.stdout
    assert "zeiten" not in file.read_text()


def test_a_taken_name_is_not_proposed_and_not_accepted(city: MakeCity) -> None:
    root = city({"mitte/gruppe-sued.yaml": FILES["a simple group"].replace("name: Gruppe Süd", "name: Andere")})
    done = answer(root, [*START, *HOUSE, *NO_CONTACT, *SOURCE, ENTER, ENTER, "gruppe-sued", "Süd", ENTER, ENTER])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Den Namen „gruppe-sued“ hat schon ein anderes Angebot." in done.stdout
    assert "„Süd“ ist kein Kurz-Name." in done.stdout
    assert list(root.glob("*/gruppe-sued-2.yaml"))


def test_where_the_schema_lies_beside_the_entries_the_file_names_it(city: MakeCity) -> None:
    root = city({"entry.schema.json": "{}"})
    answer(root, SITUATIONS["a group in a house"])
    (file,) = root.glob("*/gruppe-sued.yaml")
    line = file.read_text().splitlines()[0]
    assert line == "# yaml-language-server: $schema=../entry.schema.json"
    assert (file.parent / line.partition("=")[2]).is_file()


@pytest.mark.parametrize("length", [0, 3, 8, 14, 24])
def test_whoever_stops_has_written_nothing(length: int, city: MakeCity) -> None:
    root = city({})
    before = sorted(root.rglob("*"))
    done = answer(root, SITUATIONS["a simple group"][:length])
    assert done.returncode == 2
    assert "Nichts ist gespeichert." in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(root.rglob("*")) == before


def test_control_c_ends_without_a_file(city: MakeCity) -> None:
    root = city({})
    before = sorted(root.rglob("*"))
    command = [sys.executable, "-m", "directory", "new", "--entries", str(root)]
    asked = subprocess.Popen(
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert asked.stdout
    printed = b""
    while b"> " not in printed:
        more = os.read(asked.stdout.fileno(), 4096)
        assert more
        printed += more
    asked.send_signal(signal.SIGINT)
    _, said = asked.communicate(timeout=20)
    assert (asked.returncode, sorted(root.rglob("*"))) == (2, before)
    assert "Nichts ist gespeichert." in said.decode()


def test_refusing_the_file_writes_nothing(city: MakeCity) -> None:
    root = city({})
    done = answer(root, [*SITUATIONS["a group in a house"][:-1], "nein"])
    assert done.returncode == 0
    assert not list(root.glob("*/gruppe-sued.yaml"))
