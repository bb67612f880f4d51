"""Canonical form of every entry: nothing that a file says is lost, and no comment."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from any_entry import Scribbler, any_entry
from commands import run
from conftest import BASE_ENTRY, Case, MakeCity, entry_with
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.files.comments import find
from directory.files.formatting import formatted
from directory.files.writing import scalar, values_of, written
from directory.model import Entry
from directory.source.fields.validate import validate
from directory.source.parsing.document import Document
from directory.source.parsing.parse import parse
from directory.source.shape import read, shape_of

PROJECT = Path(__file__).parents[1]
SHIPPED = sorted((PROJECT / "entries").glob("[a-z]*/*.yaml"))
SHAPE = shape_of(Entry)


def entry_of(text: str) -> Entry:
    parsed = parse(text, "x.yaml")
    assert not parsed.problems
    entry, problems = validate(Entry, "x", Document("x.yaml", text))
    assert entry is not None, problems
    return entry


def said(entry: Entry) -> dict[str, Any]:
    return entry.model_dump()


def comments(text: str) -> list[str]:
    tree = yaml.compose(text)
    assert tree
    return sorted(comment.text for comment in find(text, tree))


@pytest.mark.cases("format")
def test_a_file_gets_its_one_spelling(case: Case, agree: Callable[[Case, str], None]) -> None:
    (text,) = case.files.values()
    new = formatted(text, entry_of(text))
    agree(case, new)
    assert formatted(new, entry_of(new)) == new
    assert said(entry_of(new)) == said(entry_of(text))
    assert comments(new) == comments(text)


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_whatever_the_style_the_entry_stays_the_same_and_every_comment_its_place(seed: int) -> None:
    for number in range(seed, seed + 20):
        assert_kept(random.Random(number))


def assert_kept(dice: random.Random) -> None:
    scribbler = Scribbler(dice)
    text = scribbler.write(any_entry(dice))
    entry = entry_of(text)
    new = formatted(text, entry)
    assert said(entry_of(new)) == said(entry)
    assert formatted(new, entry_of(new)) == new
    assert comments(new) == comments(text) == sorted(scribbler.comments)
    lines = new.splitlines()
    for comment, key in scribbler.above.items():
        number = next(number for number, line in enumerate(lines) if line.strip() == comment)
        following = next(line.strip() for line in lines[number:] if not line.strip().startswith("#"))
        assert following.removeprefix("- ").startswith(key) or following.startswith(key)
    for comment, key in scribbler.beside.items():
        (line,) = (line.strip() for line in lines if line.endswith(comment))
        assert key in line


@pytest.mark.parametrize("seed", range(100))
def test_what_is_written_is_read_as_the_same_values(seed: int) -> None:
    values = any_entry(random.Random(seed))
    text = written(values)
    root = parse(text, "x.yaml").root
    assert root is not None
    assert read(root, SHAPE) == values
    spelled = written(values_of(entry_of(text)))
    assert said(entry_of(spelled)) == said(entry_of(text))


@given(st.text(st.characters(codec="utf-8")) | st.text("a0 #:-?,[]{}()'\"\\\n\t!&*|>%@`~=<._x„"))
@settings(deadline=None)
def test_any_text_is_read_back_by_every_reader(text: str) -> None:
    for line in (scalar(text), f"[{scalar(text, in_brackets=True)}, x]", f"{{a: {scalar(text, in_brackets=True)}}}"):
        for loader in (yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            value = yaml.load(line, Loader=loader)  # noqa: S506 - text only
            assert value in (text, [text, "x"], {"a": text})


WORDS = ["no", "Yes", "null", "~", "on", "y", "N", "0x1F", "1e3", "1_000", "0o7", ".inf", "<<", "="]


@pytest.mark.parametrize("word", WORDS)
def test_words_that_others_take_for_something_else_stand_in_quotation_marks(word: str) -> None:
    assert scalar(word) == f'"{word}"'


@pytest.mark.parametrize(
    "text", ["07743", "18:30", "2026-10-01", "2026-10", "28a", "„Anker“ am Markt", "e. V.", "9.99"]
)
def test_what_is_clear_stands_without_quotation_marks(text: str) -> None:
    assert scalar(text) == text


def test_empty_values_are_left_out() -> None:
    assert written({"name": "A", "art": [], "orte": [{"strasse": ""}], "alter": {"ab": None}}) == "name: A\n"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_entries_are_in_their_one_spelling(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert formatted(text, entry_of(text)) == text
    assert said(entry_of(written(values_of(entry_of(text))))) == said(entry_of(text))


def untidy(root: Path) -> Path:
    file = root / "mitte" / "gruppe.yaml"
    file.write_bytes(BASE_ENTRY.replace("\n", "\r\n").encode())
    run("format", "--entries", root)
    assert file.read_bytes().count(b"\r\n") == file.read_bytes().count(b"\n"), "as the editor wrote it"
    file.write_text("art: selbsthilfegruppe\n" + BASE_ENTRY.replace("art: selbsthilfegruppe\n", ""))
    return file


def test_the_command_writes_what_differs_and_says_so(city: MakeCity) -> None:
    root = city({})
    file = untidy(root)
    old = file.read_bytes()
    done = run("format", "--check", "--entries", root)
    assert (done.returncode, file.read_bytes()) == (1, old)
    assert f"{file}: Das ist noch anders geschrieben." in done.stdout
    done = run("format", file, "--entries", root)
    assert done.returncode == 0
    assert done.stdout == f"{file}: neu geschrieben\n1 Angebot: 1 Datei neu geschrieben.\n"
    assert file.read_text().startswith("name: Gruppe\nart: [selbsthilfegruppe]\n")
    done = run("format", "--check", file, "--entries", root)
    assert (done.returncode, done.stdout) == (0, "1 Angebot: 0 Dateien sind anders geschrieben.\n")


@pytest.mark.parametrize("text", [entry_with("status: aktif"), "name: [", "", "name: Gruppe\nname: Gruppe\n"])
def test_a_file_with_errors_is_left_alone(text: str, city: MakeCity) -> None:
    root = city({"mitte/kaputt.yaml": text})
    done = run("format", root / "mitte" / "kaputt.yaml", "--entries", root)
    assert done.returncode == 1
    assert "Hier sind Fehler. Die Datei bleibt, wie sie ist." in done.stderr
    assert (root / "mitte" / "kaputt.yaml").read_text() == text


def test_only_entries_are_formatted(city: MakeCity) -> None:
    root = city({})
    words = root / "_vocabulary" / "themen.yaml"
    old = words.read_text()
    done = run("format", words, "--entries", root)
    assert "Das ist kein Angebot." in done.stderr
    assert words.read_text() == old
