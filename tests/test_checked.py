"""What the checks let through: a directory without errors, in which every name leads somewhere."""

import ast
import pickle
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from broken import broken_files
from conftest import TODAY, MakeCity, entry_with, load_city

from directory.booklets.render import book_data, sheet_data
from directory.checks import Checked, CheckResult, check, check_proposal
from directory.checks.checked import Kind, LeftOut
from directory.cli.desk import search_section
from directory.editors.dashboard.pages import files as desk_files
from directory.editors.dashboard.sections import sections
from directory.editors.due import due
from directory.editors.due_items import items
from directory.editors.due_table import table
from directory.editors.letters.letter import letter
from directory.editors.letters.mail import draft
from directory.editors.letters.paper import form
from directory.editors.links.addresses import addresses
from directory.editors.recipients import recipients_of
from directory.exports import data_files
from directory.files.schema import entry_schema
from directory.forge.preview import as_it_reads
from directory.forge.summary import summary
from directory.intake.issues.templates import template_files
from directory.intake.resolve import find_entry
from directory.intake.web.pages import form_files, form_pages
from directory.pages import area_styles, pages
from directory.schedule import agenda
from directory.search import search_files
from directory.search.coverage import dead_words
from directory.source import load
from directory.source.parsing import document
from directory.source.parsing.parse import Parsed, parse
from directory.view.booklets import Edition
from directory.view.day import DayView

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "directory"


def result_of(root: Path) -> CheckResult:
    return check(load_city(root), TODAY)


def checked_of(root: Path) -> Checked:
    found = result_of(root).checked
    assert found
    return found


def missing_names(checked: Checked) -> Iterator[str]:
    """Yield every name in the directory that leads nowhere."""
    directory = checked.directory
    slugs, words = {entry.slug for entry in directory.entries}, directory.vocabulary
    for entry in directory.entries:
        yield from {*(one.slug for one in entry.successors), *filter(None, [entry.contact.through])} - slugs
        yield from {place.at for place in entry.places if place.at} - slugs
        yield from {*entry.providers} - directory.providers.keys()
        yield from {entry.area, *entry.areas} - words.areas.keys()
        yield from {*entry.topics} - words.topics.keys()
        yield from {*entry.kinds} - words.kinds.keys()
        yield from {*entry.audiences} - words.audiences.keys()
        yield from {*entry.languages} - words.languages.keys()
    yield from {one.contact.through for one in directory.providers.values() if one.contact.through} - slugs


def every_output(checked: Checked) -> None:
    """Make everything that is made of a directory; only Typst and a printer are missing."""
    directory = checked.directory
    view = DayView(checked, agenda(directory, TODAY))
    assert list(pages(view))
    assert list(form_pages(view))
    for made in (
        form_files(view),
        data_files(view),
        search_files(view),
        addresses(directory),
        dead_words(directory, view.listed),
    ):
        list(made)
    for area in directory.vocabulary.areas:
        for edition in Edition:
            book_data(view, area, edition, trial=True)
    for entry in view.listed:
        sheet_data(view, entry.slug, trial=True)
    for entry in directory.entries:
        as_it_reads(checked, entry.slug, TODAY)
    template_files(directory)
    entry_schema(directory)
    area_styles(directory)
    list(desk_files(view, sections(view, {}, search_section(view))))
    asked = recipients_of(directory, due(directory, TODAY))
    items(directory, asked)
    table(asked)
    for one in asked:
        draft(letter(view, one), one.contact)
        form(view, one)


@pytest.mark.parametrize("seed", range(30))
def test_every_output_can_be_made_of_what_is_left_of_any_broken_directory(seed: int, city: MakeCity) -> None:
    root = city(broken_files(random.Random(seed)))
    loaded = load_city(root)
    checked = check(loaded, TODAY).checked
    assert checked
    assert list(missing_names(checked)) == []
    every_output(checked)
    summary(CheckResult(problems=checked.problems, checked=checked), loaded.files, TODAY)
    there = {entry.path for entry in checked.directory.entries}
    there |= {one.path for one in checked.directory.providers.values()}
    lost = {one.path for one in checked.left_out if one.kind is not Kind.REFERENCE}
    assert not there & lost
    of_entries = {path for path in loaded.files if path.count("/") > 1 and "_vocabulary" not in path}
    assert there | lost >= of_entries, "what is not there is named"
    for house, guests in checked.directory.hosted.items():
        assert {guest.slug for guest in guests} <= checked.directory.entry.keys()
        assert house in checked.directory.entry


def test_broken_directories_are_broken_in_every_way(city: MakeCity) -> None:
    seen = {(one.kind, bool(one.because)) for seed in range(30) for one in left_out(city, seed)}
    every = {
        (Kind.ENTRY, False),
        (Kind.ENTRY, True),
        (Kind.PROVIDER, False),
        (Kind.FILE, False),
        (Kind.REFERENCE, True),
    }
    assert seen == every, "otherwise the test above shows nothing"


def left_out(city: MakeCity, seed: int) -> tuple[LeftOut, ...]:
    return checked_of(city(broken_files(random.Random(seed)), f"entries-{seed}")).left_out


def test_no_file_is_read_again_unless_something_is_wrong_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # Loading in workers leaves the trees behind; to say where something stands its file is read once more.
    loaded = pickle.loads(pickle.dumps(load(PROJECT / "entries")))  # noqa: S301 - our own
    again: list[str] = []

    def counted(text: str, path: str) -> Parsed:
        again.append(path)
        return parse(text, path)

    monkeypatch.setattr(document, "parse", counted)
    found = check(loaded, TODAY, advice=True)
    accepted = {entry.path for entry in loaded.directory.entries if entry.suppressions}
    assert set(again) <= accepted | {problem.path for problem in found.problems}


def test_without_errors_nothing_is_touched(city: MakeCity) -> None:
    loaded = load_city(city({"mitte/gruppe.yaml": entry_with("orte: {bei: ein-haus}\ntraeger: ein-traeger")}))
    checked = check(loaded, TODAY).checked
    assert checked
    assert checked.directory is loaded.directory
    assert checked.left_out == ()


HELD = {
    "mitte/haus.yaml": entry_with("name: Haus\nthemen: gibt-es-nicht"),
    "mitte/zimmer.yaml": entry_with("name: Zimmer\norte: {bei: haus}"),
    "hafen/tisch.yaml": entry_with("name: Tisch\norte: {bei: zimmer}"),
    "hafen/freund.yaml": entry_with("name: Freund\nkontakt: {telefon: 040 123457, ueber: tisch}"),
    "hafen/alt.yaml": entry_with("name: Alt\nstatus: geschlossen\nnachfolger: [zimmer, ein-haus]"),
}


def test_what_is_held_at_a_broken_house_is_left_out_with_it_and_named(city: MakeCity) -> None:
    checked = checked_of(city(dict(HELD)))
    assert set(checked.directory.entry) == {"alt", "freund", "ein-haus", "eine-runde"}
    assert {(one.name, one.because) for one in checked.left_out if one.kind is Kind.ENTRY} == {
        ("haus", ""), ("zimmer", "haus"), ("tisch", "zimmer"),
    }  # fmt: skip
    assert "Es ist im Haus „haus“." in " ".join(map(str, checked.left_out))


def test_other_names_of_what_is_left_out_are_dropped_and_the_entries_stay(city: MakeCity) -> None:
    files = {
        **HELD,
        "_traeger/neu.yaml": "name: Neu\nart: ???\n",
        "mitte/treff.yaml": entry_with("name: Treff\ntraeger: [neu, ein-traeger]"),
    }
    directory = checked_of(city(files)).directory
    assert directory.entry["freund"].contact.through is None
    assert [phone.number for phone in directory.entry["freund"].contact.phones] == ["040 123457"]
    assert [one.slug for one in directory.entry["alt"].successors] == ["ein-haus"]
    assert directory.entry["treff"].providers == ("ein-traeger",)
    said = {
        (one.path, one.name, one.because) for one in checked_of(city(files, "b")).left_out if one.kind is Kind.REFERENCE
    }
    assert said == {
        ("entries/hafen/freund.yaml", "kontakt: ueber", "tisch"),
        ("entries/hafen/alt.yaml", "nachfolger", "zimmer"),
        ("entries/mitte/treff.yaml", "traeger", "neu"),
    }


def test_a_broken_file_hides_no_wrong_word_of_the_same_name(city: MakeCity) -> None:
    files = {"mitte/malen.yaml": "name: [", "mitte/gruppe.yaml": entry_with("themen: malen")}
    result = result_of(city(files))
    assert "wort-unbekannt" in {problem.code for problem in result.problems}
    assert result.checked
    assert "gruppe" not in result.checked.directory.entry


def test_what_is_left_out_is_still_known_by_name(city: MakeCity) -> None:
    files = {"mitte/haus.yaml": entry_with("name: Wohn*Raum\nthemen: gibt-es-nicht")}
    directory = checked_of(city(files)).directory
    assert "Wohn*Raum" in directory.names
    assert "haus" in directory.invalid_entries
    for called in ("haus", "Wohn*Raum"):
        assert "sind gerade Fehler" in find_entry(directory, called).message
    assert "steht nicht im Verzeichnis" in find_entry(directory, "Wohnung").message


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("_vocabulary/themen.yaml", "sucht: {name: Sucht, gruppe: nirgends}\n"),
        ("_vocabulary/themen.yaml", "sucht: ["),
        ("_vocabulary/unbekannt.yaml", "a: {name: A}\n"),
        ("_entfernt.yaml", "ein-haus: gestern\n"),
        ("_barrierefreiheit.yaml", "am: gestern\n"),
        ("_stadt.yaml", "name: X\n"),
    ],
)
def test_an_error_of_the_whole_city_leaves_nothing(path: str, text: str, city: MakeCity) -> None:
    assert result_of(city({path: text})).checked is None


def test_what_is_missing_for_a_publication_leaves_nothing(city: MakeCity) -> None:
    loaded = load_city(city({}))
    assert check(loaded, TODAY).checked
    assert check(loaded, TODAY, publish=True).checked is None


def test_of_two_files_of_one_name_the_good_one_stays(city: MakeCity) -> None:
    files = {"hafen/gruppe.yaml": entry_with("name: Eine"), "mitte/gruppe.yaml": entry_with("name: Andere")}
    checked = checked_of(city({**files, "mitte/gast.yaml": entry_with("name: Gast\norte: {bei: gruppe}")}))
    assert checked.directory.entry["gruppe"].name == "Eine"
    assert "gast" in checked.directory.entry


def test_a_proposal_is_shown_only_without_errors_and_with_a_house(city: MakeCity) -> None:
    checked = checked_of(city({"mitte/haus.yaml": entry_with("name: Haus\nthemen: gibt-es-nicht")}))
    for lines, shown in (("name: A", True), ("themen: gibt-es-nicht", False), ("orte: {bei: haus}", False)):
        other = load_city(city({"mitte/gruppe.yaml": entry_with(lines)}, f"neu-{shown}-{len(lines)}")).directory
        assert other
        result = check_proposal(checked, other.entry["gruppe"], TODAY)
        assert bool(result.checked) == shown, lines
        if result.checked:
            assert "gruppe" in result.checked.directory.entry
            assert list(missing_names(result.checked)) == []


def test_only_the_checks_make_a_checked_directory() -> None:
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and module != PACKAGE / "checks" / "__init__.py":
                called = ast.unparse(node.func).rpartition(".")[2]
                first = ast.unparse(node.args[0]) if node.args else ""
                assert called != "Checked", module
                assert not (called == "replace" and first.rpartition(".")[2] in {"checked", "found"}), module


def test_whoever_reads_a_folder_checks_it() -> None:
    readers = set()
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and "load" in {name.name for name in node.names}:
                readers.add(module.relative_to(PACKAGE).as_posix())
    assert readers == {"source/__init__.py", "site/build.py", "site/whole.py", "cli/terminal.py", "cli/check.py"}
