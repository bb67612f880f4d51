"""`directory check` of a few files: what is said of them, and what it leaves to the check of all."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from commands import run
from conftest import MakeCity, entry_with
from test_cli import BROKEN

from directory.cli.changes import changed_files
from directory.cli.terminal import WrongUse
from directory.easy_language import lemmas
from directory.source.partial import load_partial

GOOD = entry_with("name: Neue Gruppe\nkontakt: {telefon: 040 654321}")


def git(folder: Path, *arguments: str) -> None:
    who = {"GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.org"}
    who |= {"GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **who}, check=True, capture_output=True)


def test_only_the_named_file_is_reported(city: MakeCity) -> None:
    root = city({"mitte/kaputt.yaml": BROKEN, "mitte/gut.yaml": GOOD})
    done = run("check", root / "mitte" / "gut.yaml", "--entries", root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 Datei geprüft. Alles in Ordnung.\n")
    assert "directory check" in done.stdout, "it says what it did not look at"
    done = run("check", root / "mitte" / "gut.yaml", root / "mitte" / "kaputt.yaml", "--entries", root)
    assert done.returncode == 1
    assert "1 Fehler in 1 Datei" in done.stdout


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("themen: gibt-es-nicht", "wort-unbekannt"),
        ("traeger: gibt-es-nicht", "traeger-unbekannt"),
        ("orte: {bei: gibt-es-nicht}", "angebot-unbekannt"),
        ("orte: {bei: zu-haus}", "haus-geschlossen"),
        ("orte: {strasse: Am Kai}", "strasse-anderswo"),
        ("beschreibung: Es wird gekocht.", "passive"),
        ("beschreibung: Eins * zwei.", "special-character"),
        ("status: aktif", "wert-unbekannt"),
    ],
)
def test_a_changed_file_is_told_what_the_whole_check_tells_it(city: MakeCity, lines: str, code: str) -> None:
    files = {
        "mitte/gruppe.yaml": entry_with(lines),
        "mitte/zu-haus.yaml": entry_with("name: Haus\nstatus: geschlossen"),
    }
    root = city(dict(files))
    said = run("check", "--entries", root, "--format", "json").stdout
    part = run("check", root / "mitte" / "gruppe.yaml", "--entries", root, "--format", "json").stdout
    assert code in part
    assert [line for line in part.splitlines() if "message" in line] == [
        line for line in said.splitlines() if "message" in line and line in part
    ]


def test_references_to_files_that_are_not_read_are_right(city: MakeCity) -> None:
    root = city({"mitte/gruppe.yaml": entry_with("orte: {bei: ein-haus}\nnachfolger: [eine-runde]")})
    loaded = load_partial(root, {"entries/mitte/gruppe.yaml"}, "entries")
    assert loaded
    assert loaded.directory
    assert set(loaded.directory.entry) == {"gruppe", "ein-haus", "eine-runde"}


def test_names_in_files_that_are_not_read_are_names_all_the_same(city: MakeCity) -> None:
    other = """weitere_namen:
  - Ohne * geht es   # so heißt es
name: "Wohn*Raum"
art: treffpunkt
themen: sucht
beschreibung: Wir treffen uns.
orte:
  - {strasse: Am Markt}
  - haltestelle: Markt*Platz
quelle: {angabe: Träger, stand: 2026-10}
"""
    text = entry_with("beschreibung: [Der Wohn*Raum ist am Markt*Platz., Ohne * geht es gut.]")
    root = city({"mitte/gruppe.yaml": text, "mitte/anderes.yaml": other})
    done = run("check", root / "mitte" / "gruppe.yaml", "--entries", root)
    assert "special-character" not in done.stdout
    (root / "mitte" / "anderes.yaml").unlink()
    assert "special-character" in run("check", root / "mitte" / "gruppe.yaml", "--entries", root).stdout


@pytest.mark.parametrize(
    "lines",
    [
        "name: Towanda Frauen-Zentrum",
        "name: Kreis Towanda\nkontakt: {webseite: http://towanda.example/}",
        "name: Kreis\nkontakt: {webseite: http://towanda.example, mail: info@towanda.example}",
    ],
)
def test_the_same_offer_is_found_in_a_file_that_is_not_named(city: MakeCity, lines: str) -> None:
    contact = "kontakt: {webseite: https://www.towanda.example, mail: info@towanda.example}"
    files = {"mitte/towanda.yaml": entry_with(f"name: Frauenzentrum Towanda\n{contact}")}
    files |= {f"mitte/andere-{number}.yaml": entry_with(f"name: Kreis {number}") for number in range(3)}
    root = city({**files, "hafen/neu.yaml": entry_with(lines)})
    said = run("check", root / "hafen" / "neu.yaml", "--entries", root, "--format", "json").stdout
    assert "fast-gleich" in {problem["code"] for problem in json.loads(said)}


def test_the_name_of_a_file_must_be_new_in_all_folders(city: MakeCity) -> None:
    root = city({"mitte/gruppe.yaml": GOOD, "hafen/gruppe.yaml": GOOD.replace("Neue", "Andere")})
    assert "dateiname-doppelt" in run("check", root / "mitte" / "gruppe.yaml", "--entries", root).stdout


def test_a_list_of_words_needs_everything_and_is_reported_alone(city: MakeCity) -> None:
    root = city({"_vocabulary/themen.yaml": "sucht: {name: Sucht, gruppe: nirgends}\n", "mitte/kaputt.yaml": BROKEN})
    done = run("check", root / "_vocabulary" / "themen.yaml", "--entries", root)
    assert done.returncode == 1
    assert "themen.yaml:1" in done.stdout
    assert "kaputt" not in done.stdout


def test_changed_files_are_those_of_the_branch_and_those_not_yet_committed(city: MakeCity) -> None:
    root = city({"mitte/alt.yaml": BROKEN, "mitte/weg.yaml": GOOD})
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "main")
    done = run("check", "--changed", "--entries", root)
    assert (done.returncode, done.stdout.split("\n")[0]) == (0, "0 Dateien geprüft. Alles in Ordnung.")
    git(root, "checkout", "-qb", "zweig")
    (root / "mitte" / "weg.yaml").unlink()
    (root / "mitte" / "neu.yaml").write_text(GOOD)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "zweig")
    (root / "mitte" / "größer.yaml").write_text(
        entry_with("status: aktif\nname: Größere Gruppe\nkontakt: {telefon: 040 765432}")
    )
    done = run("check", "--changed", "--entries", root)
    assert done.returncode == 1
    assert "2 Dateien geprüft. 2 Fehler" in done.stdout, done.stdout + done.stderr
    assert "alt.yaml" not in done.stdout
    assert run("check", "--changed", "zweig", "--entries", root).stdout.count("Fehler  [") == 2
    (root / "mitte" / "größer.yaml").unlink()
    done = run("check", "--changed", "main", "--format", "github", "--entries", root)
    assert done.returncode == 0, "an old error of another file stops nobody"
    assert "alt.yaml" not in done.stdout


@pytest.mark.parametrize("ref", ["gibt-es-nicht", "--output=x"])
def test_a_commit_that_git_does_not_know_is_wrong_use(city: MakeCity, ref: str) -> None:
    root = city({})
    git(root, "init", "-q", "-b", "main")
    with pytest.raises(WrongUse, match=f"Einen Stand mit dem Namen „{ref}“ kennt git nicht"):
        changed_files(root, ref)
    assert not (root / "x").exists()


@pytest.mark.parametrize("arguments", [["README.md"], ["gibt-es-nicht.yaml"], ["--changed", "main", "README.md"]])
def test_files_elsewhere_are_wrong_use(arguments: list[str]) -> None:
    done = run("check", *arguments)
    assert done.returncode == 2
    assert "Hilfe: directory --help" in done.stderr


def test_answers_about_words_are_remembered_and_a_damaged_memory_is_not(tmp_path: Path) -> None:
    file = tmp_path / "woerter.json"
    code = "import sys\nfrom pathlib import Path\nfrom directory.easy_language.lemmas import lemma, remembered\n"
    code += "with remembered(Path(sys.argv[1])):\n    print(lemma('Hauses'), 'simplemma' in sys.modules)"
    ask = [sys.executable, "-c", code, str(file)]
    answers = [subprocess.run(ask, capture_output=True, text=True, check=True).stdout for _ in range(2)]
    file.write_text(file.read_text()[:-9])
    answers.append(subprocess.run(ask, capture_output=True, text=True, check=True).stdout)
    assert answers == [f"{lemmas.lemma('Hauses')} {loaded}\n" for loaded in (True, False, True)]


def test_answers_of_another_word_list_are_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "woerter.json"
    old = {"version": "0.0.1", "lemmas": {"Hauses": "Maus"}, "known": {"Hauses": False}}
    file.write_text(json.dumps(old))
    code = "import sys\nfrom pathlib import Path\nfrom directory.easy_language.lemmas import known, lemma, remembered\n"
    code += "with remembered(Path(sys.argv[1])):\n    print(lemma('Hauses'), known('Hauses'))"
    ask = [sys.executable, "-c", code, str(file)]
    assert subprocess.run(ask, capture_output=True, text=True, check=True).stdout == "Haus True\n"
    assert json.loads(file.read_text())["version"] == version("simplemma"), "the next check takes the new answers"
