"""What a file says is what a person means by it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import BASE_ENTRY, Case, MakeCity, entry_with, load_city
from hypothesis import given
from hypothesis import strategies as st

from directory.model import Entry
from directory.model.text import collation_key, street_key
from directory.source.parsing.decode import MAX_BYTES, decode
from directory.source.parsing.parse import parse


def entry_of(root: Path, slug: str = "gruppe") -> Entry:
    loaded = load_city(root)
    assert loaded.directory
    assert not [problem for problem in loaded.problems if slug in problem.path]
    return loaded.directory.entry[slug]


@pytest.mark.cases("reading")
def test_a_file_is_read_as_meant(case: Case, city: MakeCity, agree: Callable[[Case, str], None]) -> None:
    entry = entry_of(city(dict(case.files)))
    values = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    agree(case, json.dumps(values, ensure_ascii=False, indent=1))


@pytest.mark.parametrize(
    ("start", "end"), [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"", b"\r"), (b"\xef\xbb\xbf", b"\r\n")]
)
def test_byte_order_mark_and_foreign_line_ends_are_accepted(city: MakeCity, start: bytes, end: bytes) -> None:
    data = start + BASE_ENTRY.encode().replace(b"\n", end)
    assert entry_of(city({"mitte/gruppe.yaml": data})).name == "Gruppe"


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"{\\rtf1 name: Gruppe}", "datei-programm", 1, 1),
        (b"PK\x03\x04 word", "datei-programm", 1, 1),
        ("name: Café".encode("latin-1"), "datei-kodierung", 1, 10),
        ("name: Gruppe".encode("utf-16"), "datei-kodierung", 1, 1),
        (b"name: Gruppe\nart: a\x00b", "datei-steuerzeichen", 2, 7),
        (b"name: Gruppe\r\nart: \x1b[31m", "datei-steuerzeichen", 2, 6),
        ("name: Gru\u2028ppe".encode(), "datei-steuerzeichen", 1, 10),
        (b"#" * (MAX_BYTES + 1), "datei-zu-gross", 1, 1),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, code: str, line: int, column: int) -> None:
    problem = decode(data, "x.yaml").problem
    assert problem
    assert (problem.code, problem.line, problem.column) == (code, line, column)


def test_links_that_lead_out_folders_and_pipes_are_no_entries(city: MakeCity, tmp_path: Path) -> None:
    import os  # noqa: PLC0415 - mkfifo is only here

    root = city({"mitte/gruppe.yaml": BASE_ENTRY})
    (tmp_path / "secret.yaml").write_text(BASE_ENTRY)
    (root / "mitte" / "hinaus.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "mitte" / "ordner-hinaus").symlink_to(tmp_path)
    (root / "mitte" / "leer.yaml").symlink_to(tmp_path / "nothing.yaml")
    (root / "mitte" / "kreis.yaml").symlink_to(root / "mitte" / "kreis.yaml")
    (root / "mitte" / "innen.yaml").symlink_to(root / "mitte" / "gruppe.yaml")
    (root / "mitte" / "ordner.yaml").mkdir()
    os.mkfifo(root / "mitte" / "rohr.yaml")
    loaded = load_city(root)
    found = {(problem.path.rpartition("/")[2], problem.code) for problem in loaded.problems}
    assert found == {
        ("hinaus.yaml", "datei-verknuepfung"),
        ("ordner-hinaus", "datei-endung"),
        ("leer.yaml", "datei-verknuepfung"),
        ("kreis.yaml", "datei-verknuepfung"),
        ("ordner.yaml", "datei-keine-datei"),
        ("rohr.yaml", "datei-keine-datei"),
    }
    assert loaded.directory
    assert {"gruppe", "innen"} <= set(loaded.directory.entry)


def test_a_group_in_a_house_has_its_address_and_access(city: MakeCity) -> None:
    root = city({"mitte/gruppe.yaml": entry_with("orte: {bei: ein-haus, zugang: {aufzug: ja}}")})
    directory = load_city(root).directory
    assert directory
    place = directory.places(directory.entry["gruppe"])[0]
    assert (place.street, place.house_number, place.postal_code) == ("Hauptstraße", "1", "20095")
    assert place.access
    assert place.access.features == {"aufzug": "ja"}, "own values win"


def test_a_secret_house_gives_no_address_away(city: MakeCity) -> None:
    files = {
        "mitte/gruppe.yaml": entry_with("orte: {bei: versteck}"),
        "alle/versteck.yaml": entry_with("orte:\n  - strasse: Beispielstraße\n  - art: geheim"),
    }
    directory = load_city(city(dict(files))).directory
    assert directory
    assert directory.places(directory.entry["gruppe"])[0].street is None


def test_the_directory_cannot_be_changed(city: MakeCity) -> None:
    directory = load_city(city({})).directory
    assert directory
    with pytest.raises(AttributeError):
        directory.entries = ()  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        directory.entries[0].name = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        directory.vocabulary.topics["neu"] = None  # type: ignore[index]


TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]), min_size=1)


@given(TEXT)
def test_any_text_between_quotation_marks_is_read_as_it_is(text: str) -> None:
    if "\ufeff" in text or "\ufffe" in text or "\uffff" in text:
        return
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    parsed = parse(f'name: "{escaped}"', "x.yaml")
    assert not parsed.problems
    assert parsed.root
    node = parsed.root.values["name"]
    assert getattr(node, "text", None) == text


@given(st.text())
def test_any_text_at_all_gives_a_tree_or_a_german_problem(text: str) -> None:
    decoded = decode(text.encode("utf-8", "surrogatepass"), "x.yaml")
    if decoded.problem is None:
        parsed = parse(decoded.text, "x.yaml")
        assert parsed.root is not None or parsed.problems


def test_german_lists_sort_umlauts_as_their_base_letter() -> None:
    names = ["Zebra", "Äpfel", "Apfel", "Öl", "straße", "Strasse", "oben", "„Anker“"]
    ordered = sorted(names, key=collation_key)
    assert ordered == ["„Anker“", "Apfel", "Äpfel", "oben", "Öl", "Strasse", "straße", "Zebra"]


def test_a_street_is_the_same_however_it_is_spelled() -> None:
    spelled = ["Bahnhofstraße", "Bahnhofstrasse", "Bahnhofstr.", "bahnhof-straße", "Bahnhof Str"]
    assert {street_key(name) for name in spelled} == {"bahnhofstr"}
    assert street_key("Straßenbahn-Weg") == "strassenbahnweg"
