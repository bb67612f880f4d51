"""Commands while some files have errors: they go on with the rest and name what is missing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import MakeCity, entry_with

from directory.cli.main import main

PROJECT = Path(__file__).parents[1]
BROKEN = entry_with("name: Kaputt\nthemen: gibt-es-nicht\ntraeger: gibt-es-nicht")
FILES = {"mitte/kaputt.yaml": BROKEN, "mitte/gast.yaml": entry_with("name: Gast\norte: {bei: kaputt}")}
WORDS_BROKEN = {"_vocabulary/themen.yaml": "sucht: {name: Sucht, gruppe: nirgends}\n"}


class Ended:
    """How a command has ended: its status, and what it said."""

    def __init__(self, status: object, said: tuple[str, str]) -> None:
        self.status = status
        self.out, self.err = said


@pytest.fixture
def run(city: MakeCity, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> "Run":
    return Run(city, monkeypatch, capfd)


class Run:
    """Calls the command line as a person does."""

    def __init__(self, city: MakeCity, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self.city, self.monkeypatch, self.capfd = city, monkeypatch, capfd

    def where(self, files: dict[str, str]) -> Path:
        """Go where the small city with these files is the folder `entries`."""
        here: Path = self.city(dict(files)).parent
        self.monkeypatch.chdir(here)
        return here

    def __call__(self, *arguments: str | Path) -> Ended:
        self.monkeypatch.setattr(sys, "argv", ["directory", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        ended = Ended(end.value.code, tuple(self.capfd.readouterr()))  # type: ignore[arg-type]
        assert "Traceback" not in ended.out + ended.err
        return ended


COMMANDS = (
    ["desk", "--output", "tisch"],
    ["report"],
    ["due"],
    ["due", "--output", "briefe"],
    ["language"],
    ["schema", "--print"],
    ["issue-forms", "--output", "formulare"],
    ["confirm", "ein-haus", "--by", "redaktion"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_editors_work_on_what_is_left_and_learn_what_is_missing(command: list[str], run: Run) -> None:
    run.where(FILES)
    ended = run(*command)
    assert ended.status == 0
    assert "entries/mitte/kaputt.yaml: Das Angebot „kaputt“ fehlt. In der Datei sind Fehler." in ended.err
    assert "entries/mitte/gast.yaml: Das Angebot „gast“ fehlt. Es ist im Haus „kaputt“." in ended.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nobody_works_on_anything_while_a_list_of_words_is_wrong(command: list[str], run: Run) -> None:
    run.where({**FILES, **WORDS_BROKEN})
    ended = run(*command)
    assert ended.status == 1
    assert "entries/_vocabulary/themen.yaml:1:" in ended.err
    assert "Ein Fehler betrifft alle Angebote." in ended.err
    assert not Path("tisch").exists()


def test_the_desk_shows_what_is_missing_among_the_problems(run: Run) -> None:
    run.where(FILES)
    run("desk", "--output", "tisch")
    problems = Path("tisch/meldungen.html").read_text()
    assert "Das Angebot „gast“ fehlt. Es ist im Haus „kaputt“." in problems
    assert "traeger-unbekannt" in problems


def test_what_has_errors_cannot_be_confirmed(run: Run) -> None:
    run.where(FILES)
    ended = run("confirm", "kaputt", "--by", "redaktion")
    assert ended.status == 1
    assert "wort-unbekannt" in ended.out
    assert "Nichts ist geändert." in ended.err
    assert Path("entries/mitte/kaputt.yaml").read_text() == BROKEN


@pytest.mark.parametrize(
    "way", ["entries/mitte/kaputt.yaml", "{here}/entries/mitte/kaputt.yaml", "link/mitte/kaputt.yaml", "direkt"]
)
def test_a_broken_file_is_never_praised_however_it_is_named(way: str, run: Run) -> None:
    here = run.where(FILES)
    Path("link").symlink_to("entries")
    Path("direkt").symlink_to("entries/mitte/kaputt.yaml")
    ended = run("summary", way.format(here=here))
    assert ended.status == 1
    assert "Alles in Ordnung" not in ended.out
    assert "Dieses Wort gibt es nicht." in ended.out


def test_a_link_in_the_folder_is_a_file_of_its_own(run: Run) -> None:
    run.where({"mitte/gut.yaml": entry_with("name: Gut")})
    Path("entries/mitte/Zweiter Name.yaml").symlink_to("gut.yaml")
    ended = run("summary", "entries/mitte/Zweiter Name.yaml")
    assert ended.status == 1
    assert "Alles in Ordnung" not in ended.out


@pytest.mark.parametrize("command", ["summary", "check"])
@pytest.mark.parametrize(
    ("file", "words"), [("entries/mitte/weg.yaml", "gibt es nicht"), ("anderswo.yaml", "liegt nicht im Ordner")]
)
def test_a_file_that_is_not_there_is_never_praised(command: str, file: str, words: str, run: Run) -> None:
    run.where({})
    Path("anderswo.yaml").write_text(BROKEN)
    ended = run(command, file)
    assert ended.status == 2
    assert "Alles in Ordnung" not in ended.out
    assert words in ended.err


def test_the_day_of_a_check_is_not_that_of_the_clock(city: MakeCity, run: Run) -> None:
    root = city({"mitte/gruppe.yaml": entry_with("gueltig: {bis: 2026-12-31}")})
    assert "abgelaufen" not in run("check", "--entries", root, "--today", "2026-12-31").out
    assert "abgelaufen" in run("check", "--entries", root, "--today", "2027-01-01").out


def build(entries: Path, site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "directory", "build", "--no-booklets", "--today", "2026-11-22", *arguments]
    command += ["--entries", str(entries), "--output", str(site)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("Die alte Seite")
    return site


def test_a_build_with_errors_leaves_the_old_site(city: MakeCity, old_site: Path) -> None:
    done = build(city(dict(FILES)), old_site)
    assert done.returncode == 1
    assert "Die Seite ist nicht gebaut. Es gibt 2 Fehler" in done.stderr
    assert [file.read_text() for file in old_site.iterdir()] == ["Die alte Seite"]


def test_a_build_can_keep_going_without_what_has_errors(city: MakeCity, old_site: Path) -> None:
    done = build(city(dict(FILES)), old_site, "--keep-going")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "traeger-unbekannt" in done.stdout
    assert "Das Angebot „kaputt“ fehlt. In der Datei sind Fehler." in done.stderr
    assert "Das Angebot „gast“ fehlt. Es ist im Haus „kaputt“." in done.stderr
    entries = json.loads((old_site / "daten" / "entries.json").read_text())["angebote"]
    assert {entry["id"] for entry in entries} == {"ein-haus", "eine-runde"}
    assert {folder.name for folder in (old_site / "angebote").iterdir()} >= {"ein-haus", "eine-runde"}
    for file in old_site.rglob("*.html"):
        assert "/kaputt/" not in file.read_text(), file
        assert "/gast/" not in file.read_text(), file


def test_a_wrong_list_of_words_builds_nothing(city: MakeCity, old_site: Path) -> None:
    done = build(city(dict(WORDS_BROKEN)), old_site, "--keep-going")
    assert done.returncode == 1
    assert "Die Seite ist nicht gebaut. Es gibt 2 Fehler, 2 Warnungen" in done.stderr
    assert [file.read_text() for file in old_site.iterdir()] == ["Die alte Seite"]
