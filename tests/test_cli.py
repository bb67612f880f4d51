"""The command line: what it prints, and how it ends."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import run
from conftest import BASE_ENTRY, MakeCity, entry_with
from hostile import hostile_files

from directory.cli.main import cli

PROJECT = Path(__file__).parents[1]
BROKEN = entry_with("status: aktif")


def test_a_clean_folder_ends_with_0(city: MakeCity) -> None:
    done = run("check", "--entries", city({}))
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"\d+ Dateien geprüft\. Alles in Ordnung\.\n", done.stdout)


def test_errors_end_with_1_and_warnings_with_0(city: MakeCity) -> None:
    root = city({"mitte/notiz.txt": "x"})
    done = run("check", "--entries", root)
    assert done.returncode == 0
    assert "1 Warnung in 1 Datei" in done.stdout
    (root / "mitte" / "kaputt.yaml").write_text(BROKEN)
    done = run("check", "--entries", root)
    assert done.returncode == 1
    assert "1 Fehler, 1 Warnung in 2 Dateien" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--entries", "gibt-es-nicht"],
        ["check", "--nichts"],
        ["check", "--format", "xml"],
        ["nichts"],
        ["build", "--today", "heute"],
        ["build", "--config", "gibt-es-nicht.yml"],
        ["explain", "datem"],
    ],
)
def test_wrong_use_ends_with_2_and_is_said_in_german(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Hilfe: directory --help" in done.stderr
    assert not re.search(r"No such|Invalid|Error|Usage|Traceback|does not", done.stderr)


def test_json_has_the_seven_keys(city: MakeCity) -> None:
    done = run("check", "--format", "json", "--entries", city({"mitte/kaputt.yaml": BROKEN}))
    (problem,) = json.loads(done.stdout)
    assert list(problem) == ["path", "line", "column", "code", "severity", "message", "hint"]
    assert (problem["line"], problem["column"], problem["severity"]) == (7, 9, "error")


def test_github_annotations_stand_on_one_line_each(city: MakeCity) -> None:
    root = city({"mitte/kaputt.yaml": entry_with('status: "%0A::warning::x,y"')})
    done = run("check", "--format", "github", "--entries", root)
    assert len(done.stdout.splitlines()) == 1
    assert re.fullmatch(
        r"::error file=[^,]*kaputt\.yaml,line=7,col=9,title=wert-unbekannt::.*%250A.*", done.stdout.strip()
    )


def test_colour_only_where_it_is_wanted(city: MakeCity) -> None:
    root = city({"mitte/kaputt.yaml": BROKEN})
    assert "\x1b[" not in run("check", "--entries", root).stdout
    assert "\x1b[" in run("check", "--entries", root, FORCE_COLOR="1").stdout
    assert "\x1b[1;31m" not in run("check", "--entries", root, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_what_is_quoted_cannot_command_the_terminal(city: MakeCity) -> None:
    done = run(
        "check", "--entries", city({"mitte/\x1b[31m.yaml": "x", "mitte/b.yaml": entry_with('status: "[bold]x[/bold]"')})
    )
    assert "\x1b" not in done.stdout
    assert "„[bold]x[/bold]“" in done.stdout, "no markup of ours either"


def test_explain_lists_and_explains() -> None:
    assert "feld-fehlt" in run("explain").stdout
    assert "Falsch:" in run("explain", "datum").stdout


COMPLETE = """
betreiber:
  name: Verein Musterstadt
  adresse: [Hauptstraße 1, 20095 Musterstadt]
  kontakt: {telefon: 040 222222}
  datenschutz: {mail: datenschutz@example.org}
auskunft: {name: Die Auskunft, kontakt: {telefon: 040 333333}, zugesagt: 2026-10-01}
fehler_melden: {telefon: 040 333333, mail: fehler@example.org}
durchsetzungsstelle: {name: Stelle für Beschwerden}
webseite: https://treff.example
quelltext: https://git.example/verzeichnis
veroeffentlicht: {am: 2026-11-01, von: Der Vorstand}
"""

AUDIT = """am: 2026-11-01
vereinbar: teilweise
regeln: WCAG 2.2
so_geprueft: Wir haben die Seite selbst geprüft.
barrieren:
  - abschnitt: 10.1.3.1
    was: Die Vorlagen sind nicht für Vorlese-Programme.
    grund: Ein Programm ordnet die Seiten.
    stattdessen: Nehmen Sie das Heft zum Lesen.
"""
PEOPLE = """mit_menschen:
  - am: 2026-11-10
    wer: Menschen mit Lern-Schwierigkeiten
    wie_viele: 5
    gefunden: 3 Personen haben die Uhrzeit nicht gefunden.
    geaendert: Die Uhrzeit steht jetzt oben.
"""


def test_nothing_is_published_until_someone_answers_for_it(city: MakeCity, tmp_path: Path) -> None:
    root = city({})
    done = run("build", "--publish", "--entries", root, "--output", tmp_path / "site")
    assert done.returncode == 1
    assert done.stdout.count("[veroeffentlichung]") == 8
    assert not (tmp_path / "site").exists()
    settings = root / "_stadt.yaml"
    settings.write_text(settings.read_text() + COMPLETE)
    (root / "_barrierefreiheit.yaml").write_text(AUDIT)
    done = run("build", "--publish", "--entries", root, "--output", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for page in (tmp_path / "site").rglob("*.html"):
        text = page.read_text()
        assert "Kein Angebot der Stadt" not in text
        assert "noindex" not in text or page.parent.name in {"aendern", "meine-liste", "site"}
    entry = (tmp_path / "site" / "angebote" / "ein-haus" / "index.html").read_text()
    assert "mailto:fehler@example.org?subject=Fehler%3A%20Das%20Haus" in entry
    assert "https://git.example/verzeichnis/blob/main/" in entry


def test_thousands_of_hostile_files_give_messages_in_time(city: MakeCity) -> None:
    root = city({})
    good = 0
    for number, data in enumerate(hostile_files(5000)):
        good += data == BASE_ENTRY.encode()
        (root / "mitte" / f"datei-{number}.yaml").write_bytes(data)
    started = time.monotonic()
    done = run("check", "--format", "json", "--entries", root)
    seconds = time.monotonic() - started
    assert (done.returncode, done.stderr) == (1, "")
    assert seconds < 40, "20 on a machine that has nothing else to do"
    problems = json.loads(done.stdout)
    broken = {problem["path"] for problem in problems if problem["severity"] == "error"}
    assert len(broken) >= 4000
    assert good > 400
    assert len(broken) <= 5000 - good, "good files beside broken ones are read"
    words = " ".join(problem["message"] + problem["hint"] for problem in problems)
    assert not re.search(r"Traceback|Input should|could not find|did not find|Value error|while parsing", words)


def test_editors_learn_which_words_lead_nowhere_and_which_names_are_not_unique(city: MakeCity) -> None:
    topics = (
        "sport: {name: Sport, gruppe: freizeit, worte: [Turnen, Ballspiel]}\nsucht: {name: Sucht, gruppe: gesundheit}\n"
    )
    hikers = entry_with("name: Wanderer\nthemen: sucht\nbeschreibung: Wir machen ein Ballspiel.")
    others = entry_with("name: Die Läufer\nthemen: sucht\nweitere_namen: Wanderer")
    files = {"_vocabulary/themen.yaml": topics, "mitte/wanderer.yaml": hikers, "mitte/laeufer.yaml": others}
    root = city(files)
    for file in (root / "mitte").glob("ein*.yaml"):
        file.unlink()
    done = run("report", "--entries", root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "- Sport: Turnen\n" in done.stdout, "no entry has it; Ballspiel stands in a text"
    assert "- Sucht" not in done.stdout
    assert "- wanderer: laeufer, wanderer\n" in done.stdout


@pytest.mark.parametrize("command", ["", *cli.commands])
def test_help_is_german(command: str) -> None:
    done = CliRunner().invoke(cli, [*command.split(), "--help"], prog_name="directory")
    assert done.output.startswith(f"So geht der Befehl: directory {command}".rstrip())
    assert "-h, --help" in done.output
    assert not re.search(r"Usage|Options|OPTIONS|Commands|COMMAND|Show this|\[default|\[required", done.output)


def test_starting_the_command_imports_no_network_code() -> None:
    code = "import sys, directory.cli.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "click" in loaded
    assert loaded.isdisjoint({"http.client", "ssl", "urllib.request", "socketserver", "watchdog", "mkdocs"})
