"""Several words mean together what none of them means alone: what people come with."""

import json
from collections import Counter
from collections.abc import Mapping
from gzip import compress
from pathlib import Path

import pytest
from conftest import MakeCity, day_view
from playwright.sync_api import Browser
from searching import files, search, shipped, shipped_files

from directory.search.intents import (
    SCRIPTS,
    intents,
    intents_file,
    is_learnt_of,
    learnt,
    training_phrases,
    unpacked,
)
from directory.search.rarer_words import LETTERS
from directory.search.synonyms import concepts
from directory.source import load

KILOBYTE = 1000


@pytest.fixture(scope="module")
def data() -> Mapping[str, str]:
    return shipped_files()


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("mein Mann trinkt jeden Abend und ich weiß nicht weiter", "al-anon-familiengruppe-jena"),
        ("der Vermieter hat uns die Wohnung gekündigt", "wohnungslosenhilfe-stadt-jena"),
        ("ich habe nie richtig lesen gelernt", "volkshochschule-jena"),
        ("my husband drinks too much", "al-anon-familiengruppe-jena"),
        ("хочу навчитися шити", "begegnungscafe-naehwerkstatt-thinka-winzerla"),
    ],
)
def test_a_sentence_leads_to_who_answers_it(browser: Browser, data: dict[str, str], typed: str, offer: str) -> None:
    (found,) = search(browser, data, [typed])
    assert offer in found["slugs"][:5]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ich pflege meine Mutter und bin am Ende meiner Kräfte", "pflegestuetzpunkt-jena"),
        ("mein Mann trinkt und ich will nicht mehr leben", "telefonseelsorge-ostthueringen"),
    ],
)
def test_danger_changes_no_order_where_a_sentence_surely_means_something_else(
    browser: Browser, data: dict[str, str], typed: str, first: str
) -> None:
    (found,) = search(browser, data, [typed])
    assert found["help"]["level"] == "acute"
    assert found["slugs"][0] == first


def test_dialect_is_known_by_its_sound(browser: Browser, data: dict[str, str]) -> None:
    spoken, written = search(browser, data, ["danzn", "tanzen"])
    assert spoken["slugs"][0] == written["slugs"][0] == "tanzclub-kristall-jena"


def test_every_answer_to_a_sentence_says_why(browser: Browser, data: dict[str, str]) -> None:
    (found,) = search(browser, data, ["der Vermieter hat uns die Wohnung gekündigt"])
    assert found["results"]
    assert all(result["why"] for result in found["results"])


@pytest.mark.parametrize("typed", ["bundesliga tabelle", "Hundeschule", "Preisvergleich", "xqzt wechseln"])
def test_one_word_beside_unknown_ones_proves_nothing(browser: Browser, data: dict[str, str], typed: str) -> None:
    (found,) = search(browser, data, [typed])
    assert found["slugs"] == []


def test_every_intent_can_be_answered() -> None:
    known = {concept for concept, *_ in concepts(shipped())}
    assert [key for key, one in intents().items() if not known.issuperset(one.concepts)] == []
    assert [key for key, one in intents().items() if not one.words or len(one.phrases["de"]) < 10] == []


def test_no_phrase_stands_twice_in_an_intent_and_all_languages_are_there() -> None:
    for key, one in intents().items():
        assert {*one.phrases} == {"de", *SCRIPTS}, key
        twice = [phrase for phrase, count in Counter(one.phrases["de"]).items() if count > 1]
        assert twice == [], key


def test_what_editors_chose_belongs_to_an_intent() -> None:
    assert {*shipped().vocabulary.answers} - {*intents()} == set()


def test_what_was_learnt_is_of_the_phrases_that_stand_here() -> None:
    """Otherwise run `scripts/learn_intents.py`."""
    phrases = [*training_phrases()]
    assert is_learnt_of(phrases)
    assert not is_learnt_of(phrases[1:])
    assert {term for _, terms in phrases for term in terms} >= {*learnt()}


CHOIR = """
name: Die Lerchen
art: treffpunkt
themen: sport
beschreibung: Wir sind ein Chor. Wir singen jede Woche.
traeger: ein-traeger
orte: {strasse: Hauptstraße, hausnummer: 1, plz: 20095}
kontakt: {telefon: 040 111111}
quelle: {url: "https://www.ein-traeger.example/lerchen", stand: 2026-05}
"""


def answering(folder: Path, intent: str) -> list[str]:
    """Return the slugs of the offers that answer an intent, the best first."""
    directory = load(folder).directory
    assert directory
    line = json.loads(files(directory)["antworten.json"])["answers"].split(",")[[*intents()].index(intent)]
    numbers = sorted(unpacked(line).items(), key=lambda one: (-one[1], one[0]))
    return [day_view(directory).listed[number].slug for number, _ in numbers]


def test_what_editors_chose_answers_first_and_what_they_did_not_look_at_by_its_words(city: MakeCity) -> None:
    choir = {"mitte/lerchen.yaml": CHOIR}
    assert answering(city(choir, "plain"), "b-chor") == ["lerchen"]
    chosen = city({**choir, "_vocabulary/anliegen.yaml": "b-chor: {passt: [eine-runde], auch: [ein-haus]}"}, "chosen")
    assert answering(chosen, "b-chor") == ["eine-runde", "ein-haus", "lerchen"]


def test_what_sentences_need_stays_small(data: dict[str, str]) -> None:
    assert data["anliegen.json"] == intents_file()
    assert len(compress(data["anliegen.json"].encode())) <= 95 * KILOBYTE
    assert len(compress(data["antworten.json"].encode())) <= 5 * KILOBYTE
    assert max(len(compress(data[f"fremd-{letters}.json"].encode())) for letters in LETTERS) <= 45 * KILOBYTE


def test_one_known_word_loads_nothing_of_it(browser: Browser, data: dict[str, str]) -> None:
    without = {name: content for name, content in data.items() if name != "anliegen.json"}
    (found,) = search(browser, without, ["Trauer"])
    assert found["slugs"]
