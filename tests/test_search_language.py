"""The German of the search: what it makes of words, and that Python and the browser agree on every one."""

import json
from typing import Any

import pytest
from browsing import ENTRIES
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from searching import blank

from directory.search.analysis import fold, stem, stems, transliterated, words
from directory.search.compounds import Compounds, split
from directory.search.rules import rules

WHOLE = """async ([rules, texts, known]) => {
  const { fold, german, secondReading, words } = await import("/language.js");
  const { split, stem } = german(rules);
  const all = new Set(known);
  const has = (term) => all.has(term);
  return texts.map((text) => [
    fold(text),
    words(text).map(({ joined, parts }) => [
      joined, parts, secondReading(joined), stem(joined), split(joined, has), split(secondReading(joined), has),
    ]),
  ]);
}"""
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßÄÖÜABCÉèñçøłıİſﬁ0123456789-·/'*:_ ‐•­.,„“½²\u0301"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return blank(browser, {})


def corpus() -> list[str]:
    """Return every line of every shipped file: names, sentences, everyday words, streets, addresses."""
    return [line for path in sorted(ENTRIES.rglob("*.yaml")) for line in path.read_text(encoding="utf-8").splitlines()]


def in_python(text: str, known: frozenset[str]) -> list[Any]:
    found = []
    for word in words(text):
        second = transliterated(word.joined)
        parts = [list(split(form, known.__contains__)) for form in (word.joined, second)]
        found.append([word.joined, list(word.parts), second, stem(word.joined), *parts])
    return [fold(text), found]


def agree(page: Page, texts: list[str], known: frozenset[str]) -> None:
    in_browser = page.evaluate(WHOLE, [rules().for_browser(), texts, sorted(known)])
    for text, theirs in zip(texts, in_browser, strict=True):
        assert theirs == in_python(text, known), text


def test_the_browser_reads_every_shipped_word_as_the_build_does(page: Page) -> None:
    lines = corpus()
    agree(page, lines, Compounds(word for line in lines for word in words(line)).known)


@given(texts=st.lists(st.text(LETTERS, max_size=24), min_size=200, max_size=200))
@settings(max_examples=15, deadline=None)
def test_the_browser_reads_any_word_as_the_build_does(page: Page, texts: list[str]) -> None:
    agree(page, texts, frozenset({"such", "grupp", "hilf", "haus", "aab", "abc"}))


def test_the_rules_can_be_sent() -> None:
    assert json.loads(json.dumps(rules().for_browser()))["linking"][0] == ""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Straße", "strasse"),
        ("CAFÉ", "cafe"),
        ("Größe", "grosse"),
        ("Selbst\u00adhilfe", "selbsthilfe"),
        ("o\u0308ffentlich", "offentlich"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("fuer", "fur"),
        ("maenner", "manner"),
        ("hoeren", "horen"),
        ("neue", "neue"),
        ("frauen", "frauen"),
        ("quelle", "quelle"),
        ("bauer", "bauer"),
    ],
)
def test_the_second_reading(word: str, read: str) -> None:
    assert transliterated(word) == read


@pytest.mark.parametrize(
    "same",
    [
        "Gruppe Gruppen",
        "Beratung Beratungen beraten",
        "Kind Kinder Kindern Kindes",
        "Mann Männer Männern Mannes",
        "einsam Einsamkeit einsame",
        "krank Krankheit Krankheiten",
        "Rentner Rentnerin Rentnerinnen Rentnern",
        "Arzt Ärzte Ärztin Ärztinnen",
        "behindert Behinderte Behinderung",
        "trauern trauernde",
        "reparieren Reparatur repariert",
        "alt alte ältere älteren",
        "Nachbar Nachbarn Nachbarschaft",
    ],
)
def test_forms_of_a_word_have_one_stem(same: str) -> None:
    assert len(set(stems(same))) == 1


@pytest.mark.parametrize("different", ["Sucht suchen", "Chor Ohr", "Buch Bach", "Kirche Kirsche", "Arbeit Art"])
def test_other_words_have_other_stems(different: str) -> None:
    assert len(set(stems(different))) == 2


@pytest.mark.parametrize(
    ("text", "joined", "parts"),
    [
        ("Selbst-Hilfe-Gruppe", "selbsthilfegruppe", ("selbst", "hilfe", "gruppe")),
        ("Selbst·hilfe", "selbsthilfe", ("selbst", "hilfe")),
        ("Lobeda-Ost,", "lobedaost", ("lobeda", "ost")),
        ("ME/CFS", "mecfs", ("me", "cfs")),
        ("Bürger*innen", "burgerinnen", ("burgerinnen",)),
        ("Emil's", "emils", ("emils",)),
        ("e-Mail", "email", ("mail",)),
    ],
)
def test_words(text: str, joined: str, parts: tuple[str, ...]) -> None:
    (word,) = words(text)
    assert (word.joined, word.parts) == (joined, parts)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("selbsthilfegruppe", "selbsthilf grupp"),
        ("wohnungssuche", "wohn such"),
        ("trauercafe", "trau caf"),
        ("gruppe", ""),
    ],
)
def test_compounds_of_known_words(word: str, parts: str) -> None:
    known = {"selbsthilf", "grupp", "wohn", "such", "trau", "caf"}
    assert " ".join(split(word, known.__contains__)) == parts


def test_compounds_are_learned_from_hyphens() -> None:
    taught = Compounds(words("Die Vergiss-mein-nicht-Runde trifft sich im Garten"))
    assert {"vergiss", "gart"} <= taught.known
    assert taught.parts("gartenrunde") == {"gart", "rund"}
    assert taught.parts("kaninchenverein") == {stem("kaninchen"), stem("verein")}  # a usual last part is enough
    assert taught.parts("runde") == frozenset()
