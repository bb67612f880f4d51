"""Every word of the shipped site that is explained, in its sentence: a list that somebody has read.

A new or changed line is looked at once: is that word meant, in this sense? `pytest --golden` writes the list anew.
"""

from pathlib import Path

import pytest
from browsing import ENTRIES
from conftest import day_view
from pagetree import Page

from directory.source import load
from directory.view.shown import shown_sentences

LIST = Path("tests/cases/glossary_of_the_site.txt")


def test_every_explained_word_of_the_site_was_read(request: pytest.FixtureRequest) -> None:
    view = day_view(load(ENTRIES).directory)
    sentences = {line for entry in view.directory.entries for line in shown_sentences(entry)}
    sentences |= {line for area in view.directory.vocabulary.areas.values() for line in area.description}
    lines = sorted(
        f"{use.term} | {sentence[use.start : use.end]} | {sentence}"
        for sentence in sentences
        for use in view.glossary.uses(sentence)
    )
    text = "".join(f"{line}\n" for line in lines)
    if request.config.getoption("--golden"):
        LIST.write_text(text, encoding="utf-8")
    assert text == LIST.read_text(encoding="utf-8")


def test_every_explained_word_stands_on_its_page(site: Path) -> None:
    found, wrong = 0, []
    for file in sorted((site / "angebote").glob("*/index.html")):
        page = Page("/", file.read_text(encoding="utf-8"))
        boxes = [one for one in page.find("details") if one.attrib.get("class") == "word"]
        inside = {part for box in boxes for part in box.iter()}
        text = " ".join(" ".join((one.text or "", one.tail or "")) for one in page.all if one not in inside)
        for box in boxes:
            found += 1
            word = next(part for part in box.iter("b")).text or ""
            wrong += [] if " ".join(word.split()) in " ".join(text.split()) else [f"{file.parent.name}: {word}"]
    assert found > 100
    assert wrong == []
