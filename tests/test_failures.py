"""What goes wrong is said in German, in one line without a traceback; a fault of ours leaves its details in a file."""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import TODAY, MakeCity
from test_left_out import PROJECT, Run, run

from directory.cli.failure import failure
from directory.cli.main import cli
from directory.cli.report import report
from directory.problems.errors import DirectoryError
from directory.problems.system_errors import GERMAN, words_of

__all__ = ["run"]
LOG = re.compile(r"Die Einzelheiten stehen in dieser Datei: (\S+)\n$")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Räume\n".encode("cp1252"), "ist kein UTF-8"),
        ("Räume\n".encode("utf-16"), "als „Unicode“ oder „UTF-16“ gespeichert"),
    ],
)
def test_a_text_in_another_encoding_is_refused_in_german(data: bytes, words: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(data)
    ended = run("language", file)
    assert ended.status == 1
    assert words in ended.err
    assert "Speichern Sie die Datei mit der Kodierung „UTF-8“." in ended.err
    assert file.read_bytes() == data


def test_a_long_text_is_no_entry_and_is_read(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("Alles gut.\n" * 20_000)
    assert run("language", file).status == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["language", "weg.txt"], "Die Datei „weg.txt“ gibt es nicht."),
        (["from-issue", "weg.md"], "Die Datei „weg.md“ gibt es nicht."),
        (["confirm", "ein-haus"], "Die Option „--by“ fehlt. Erlaubt ist: traeger, redaktion."),
        (["confirm", "--by", "redaktion"], "Schreiben Sie den Namen von einem Angebot, oder nehmen Sie --mail."),
        (
            ["due", "--older-than", "0"],
            "„--older-than“: Der Wert passt nicht. Erlaubt ist eine ganze Zahl ab 1 bis 1200.",
        ),
        (["check", "--format", "xml"], "„--format“: Der Wert passt nicht. Erlaubt ist: text, json, github."),
        (["check", "--entries"], "Hinter der Option „--entries“ fehlt etwas"),
        (["nichts"], "Diesen Befehl gibt es nicht."),
        (["report", "zu", "viel"], "Vielleicht steht dort zu viel."),
        ([], "Befehle:\n  build        Die Internet-Seite bauen, wenn alle Dateien in Ordnung sind."),
    ],
    ids=str,
)
def test_wrong_use_says_what_is_wrong(arguments: list[str], words: str, run: Run) -> None:
    run.where({})
    ended = run(*arguments)
    assert ended.status == 2
    assert words in ended.err


def test_the_list_of_commands_cuts_no_sentence(run: Run) -> None:
    said = run("--help").out
    assert "..." not in said
    for command in cli.commands.values():
        assert command.short_help
        assert command.short_help[-1] in ".?!"


def test_a_version_is_said(run: Run) -> None:
    assert re.fullmatch(r"directory \d+\.\d+\.\d+\n", run("--version").out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["desk", "--output", "datei"], "Das gibt es schon: „datei“."),
        (["links", "--output", "datei/ergebnis", "--memory", "nichts"], "„datei“"),
        (["language", "entries"], "Das ist ein Ordner und keine Datei: „entries“."),
        (["issue-forms", "--output", "datei"], "„datei/"),
    ],
    ids=lambda value: value[0],
)
def test_what_the_system_refuses_is_said_in_german(
    arguments: list[str], words: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.where({})
    Path("datei").write_text("x")
    monkeypatch.setattr("directory.editors.links.check_all.check_all", lambda *_, **__: {})
    ended = run(*arguments)
    assert ended.status == 1
    assert words in ended.err
    assert ended.err.count("\n") == 1


def test_every_refusal_of_the_system_says_what_to_do() -> None:
    for number in GERMAN:
        assert re.fullmatch(r"[A-ZÄÖÜ][^.]*: „x“\. .*\.|[^{}]*\. .*\.", words_of(OSError(number, "no", "x")))
        assert "{" not in words_of(OSError(number, "no"))
    assert words_of(OSError(errno.EPROTO, "protocol")) == "", "that is a fault of ours"
    assert words_of(DirectoryError("Die Schrift fehlt.")) == "Die Schrift fehlt."


def test_a_fault_of_ours_is_one_line_that_names_a_file_with_the_details(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise KeyError("sucht")

    monkeypatch.setattr(report, "callback", lambda **_: broken())
    ended = run("report")
    assert ended.status == 1
    assert ended.err.startswith("Das Programm hat einen Fehler.")
    assert ended.err.count("\n") == 1
    found = LOG.search(ended.err)
    assert found
    log = Path(found.group(1))
    assert "KeyError: 'sucht'" in log.read_text()
    assert "in broken" in log.read_text()
    log.unlink()


def test_where_no_file_can_be_written_the_line_says_the_last_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    said = failure(KeyError("sucht"))
    assert "kein Platz" in said
    assert "KeyError: 'sucht'" in said
    assert "\n" not in said


@pytest.mark.parametrize("command", [["explain"], ["check", "--format", "json", "--entries", "tests/city"]], ids=str)
def test_who_stops_reading_sees_no_complaint(command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "directory", *command], cwd=PROJECT, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def build_with_hook(tmp_path: Path, entries: Path, hook: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "fault.py").write_text(f"from directory.problems.errors import DirectoryError\n\n\n{hook}\n")
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        f"INHERIT: {PROJECT}/mkdocs.yml\ndocs_dir: {PROJECT}/docs\n"
        f"hooks: [{PROJECT}/hooks/directory_hook.py, fault.py]\n"
    )
    command = [sys.executable, "-m", "directory", "build", "--no-booklets", "--today", TODAY.isoformat()]
    command += ["--entries", str(entries), "--output", str(tmp_path / "site"), "--config", str(config)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_a_fault_while_mkdocs_runs_is_one_line_too(city: MakeCity, tmp_path: Path) -> None:
    done = build_with_hook(tmp_path, city({}), "def on_nav(*_, **__):\n    raise KeyError('sucht')")
    assert done.returncode == 1
    found = LOG.search(done.stderr)
    assert found
    assert done.stderr.startswith("Die Seite ist nicht gebaut. ")
    assert done.stderr.count("\n") == 1
    log = Path(found.group(1))
    assert "KeyError: 'sucht'" in log.read_text()
    log.unlink()


def test_an_error_with_words_of_its_own_is_told_from_mkdocs_too(city: MakeCity, tmp_path: Path) -> None:
    done = build_with_hook(tmp_path, city({}), "def on_nav(*_, **__):\n    raise DirectoryError('Die Schrift fehlt.')")
    assert (done.returncode, done.stderr) == (1, "Die Seite ist nicht gebaut. Die Schrift fehlt.\n")
