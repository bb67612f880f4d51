"""One spelling a word: readers who meet "Treff-Punkt" and "Treffpunkt" on one page take them for two things."""

import re
from pathlib import Path

import pytest
from conftest import MakeCity, entry_with, load_city
from pagetree import Page

from directory.checks.easy_language import check

PROJECT = Path(__file__).parents[1]
LISTED = [
    line.split(" | ")
    for line in (PROJECT / "tests/cases/one_spelling.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SPELLINGS = {other: wanted for wanted, other in LISTED}
OTHER = re.compile(rf"\b(?:{'|'.join(SPELLINGS)})")
# Words that citizens are not told, and what stands in their place there.
LABELS = re.compile(r"\b(?:Träger|Quellen?|Stand):")
WRITTEN_FOR_READERS = sorted(
    file for pattern in ("entries/**/*.yaml", "docs/**/*.md", "*.md") for file in PROJECT.glob(pattern)
)


def test_the_list_has_one_way_for_each_word() -> None:
    assert len(SPELLINGS) > 30
    assert not [wanted for wanted in SPELLINGS.values() if OTHER.search(wanted)]


@pytest.mark.parametrize("file", WRITTEN_FOR_READERS, ids=lambda file: file.relative_to(PROJECT).as_posix())
def test_entries_and_texts_have_one_spelling(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    # Other spellings are what people may search for.
    written = [line for line in lines if not re.match(r"\s*(weitere_formen|weitere_namen|worte):", line)]
    assert [found.group() for line in written for found in OTHER.finditer(line)] == []


def test_the_site_has_one_spelling_and_no_labels_of_officials(site: Path) -> None:
    wrong = set()
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        if address.startswith("mitmachen/sprache/"):
            continue  # it shows what is wrong
        for one in Page("/", file.read_text(encoding="utf-8")).all:
            if one.tag in {"script", "style", "pre", "code"}:
                continue
            for text in (one.text or "", one.tail or "", one.attrib.get("aria-label", "")):
                wrong |= {(found.group(), address) for found in OTHER.finditer(text)}
                if not re.match(r"mitmachen/|daten/|barrierefreiheit/|fachleute/|wege/\w+/fachleute/", address):
                    wrong |= {(found.group(), address) for found in LABELS.finditer(text)}
    assert sorted(wrong)[:20] == []


# What stands in addresses of pages and files is no word that somebody reads.
WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]{2,}(?:-[^\W\d_]+)*(?![\w@/-]|\.\w)")
# Law and forms have their own words; other names are there because people know them.
FOR_PROFESSIONALS = re.compile(r"mitmachen/|fachleute/|wege/\w+/fachleute/|mein-sozialraum/|a-bis-z/")


def test_no_word_of_the_site_has_two_spellings(site: Path) -> None:
    """A word with and without a hyphen: also one that comes tomorrow, and one that only a name has."""
    spelt: dict[str, dict[str, str]] = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        if FOR_PROFESSIONALS.match(address):
            continue
        for one in Page("/", file.read_text(encoding="utf-8")).all:
            if one.tag in {"script", "style", "pre", "code", "template"}:
                continue
            for text in (one.text or "", one.tail or ""):
                for word in WORD.findall(text.replace("\u00ad", "")):
                    lower = word.casefold()
                    spelt.setdefault(lower.replace("-", ""), {}).setdefault(lower, f"{word}: {address}")
    assert len(spelt) > 2000
    assert [list(found.values()) for found in spelt.values() if len(found) > 1] == []


def test_a_long_word_is_written_as_in_a_name(city: MakeCity) -> None:
    sentence = "Die Volkshochschule hat Kurse."
    for name, found in (("Volkshochschule Nord", []), ("Abend-Kurse", ["long-word"])):
        group = entry_with(f"name: {name}\nbeschreibung: {sentence}")
        directory = load_city(city({"mitte/gruppe.yaml": group}, name)).directory
        assert directory
        problems = [one.code for one in check(directory, advice=True) if one.path.endswith("gruppe.yaml")]
        assert problems == found
