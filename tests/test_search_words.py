"""Words that no entry has: other languages, dialect, misspelt words, open lexical data."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from conftest import TODAY
from playwright.sync_api import Browser
from searching import blank, search, shipped, shipped_files

from directory.search.analysis import stem
from directory.search.rarer_words import LANGUAGES
from directory.search.rules import HERE, read
from directory.search.synonyms import concepts

LICENCES = {
    "area_codes.tsv": "Apache-2.0.txt",
    "frequent.tsv": "CC-BY-SA-4.0.txt",
    "stems.tsv": "CC-BY-SA-4.0.txt",
    "stop_words.tsv": "CC-BY-SA-4.0.txt",
    "synonyms.tsv": "LGPL-2.1.txt",
    "translations.tsv": "CC-BY-SA-4.0.txt",
}


RESPELL = """async (text) => {
  const file = async (name) => (await fetch(`/suche/daten/${name}.json`)).json();
  const [{ readLexicon, readShard, withWords }, { readQuery }, { respell }] = await Promise.all(
    ["data", "query", "respell"].map((name) => import(`/${name}.js`)));
  const words = readLexicon(await file("sprache"), await file("worte"));
  const shard = withWords(readShard(await file("index"), await file("titel"), words), words);
  const found = [...respell(readQuery(text, words).asked, words, shard).values()];
  return found.sort((one, other) => one.cost - other.cost)[0]?.parts ?? [];
}"""


@pytest.fixture(scope="module")
def data() -> Mapping[str, str]:
    return shipped_files()


def labels(found: dict[str, Any]) -> set[str]:
    return {why["label"] for result in found["results"] for why in result["why"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_in_another_language_finds_the_topic(browser: Browser, data: dict[str, str], language: str) -> None:
    used = {f"t={topic}" for entry in shipped().listed(TODAY) for topic in entry.topics}
    label = {concept: name for concept, name, _ in concepts(shipped())}
    names = [
        (name, label[concept])
        for concept, of in read(f"names/{language}.yaml").items()
        if concept in used
        for name in of[:2]
    ]
    found = search(browser, data, [name for name, _ in names])
    missed = [one for one, answer in zip(names, found, strict=True) if one[1] not in labels(answer)]
    assert len(missed) <= len(names) * 0.15, missed  # some are German words too: "Sport", "Park"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("where can I get advice about rent", "Wohnen"),
        ("нужна помощь с алкоголем", "Sucht"),
        ("шукаю роботу", "Arbeit"),
        ("أبحث عن طبيب نفسي", "Seele und Gefühle"),
        ("kadınlar için danışma", "Frauen"),
        ("ich such Maloche", "Arbeit"),
        ("Debression", "Seele und Gefühle"),
        ("wandrung mit ferein", "Natur und Garten"),
    ],
)
def test_sentences_are_understood(browser: Browser, data: dict[str, str], typed: str, meant: str) -> None:
    (found,) = search(browser, data, [typed])
    assert meant in labels(found)


def test_two_misspelt_words_find_and_say_that_they_are_a_guess(browser: Browser, data: dict[str, str]) -> None:
    (found,) = search(browser, data, ["Slebsthilfe Kreps"])
    assert found["slugs"]
    assert found["guessed"]


@pytest.mark.parametrize(
    ("typed", "outside"),
    [("Erfurt Sport", ["Erfurt"]), ("Chor Weimar", ["Weimar"]), ("Sport Jena", []), ("Essen", []), ("singen", [])],
)
def test_places_outside_are_named(browser: Browser, data: dict[str, str], typed: str, outside: list[str]) -> None:
    (found,) = search(browser, data, [typed])
    assert found["outside"] == outside
    assert found["slugs"], "the other words still find"


@pytest.mark.parametrize("typed", ["Schulden und Trauer", "Chor und Schulden"])
def test_two_needs_are_two_groups(browser: Browser, data: dict[str, str], typed: str) -> None:
    (found,) = search(browser, data, [typed])
    assert len(found["groups"]) == 2
    groups = [result["group"] for result in found["results"][:4]]
    assert {*groups[:2]} == {*groups[2:]} == {0, 1}


@pytest.mark.parametrize("typed", ["Chor Senioren", "Selbsthilfe Depression", "ich werde geschlagen und habe Angst"])
def test_one_need_is_one_list(browser: Browser, data: dict[str, str], typed: str) -> None:
    (found,) = search(browser, data, [typed])
    assert found["groups"] == []


@pytest.mark.parametrize("typed", ["sitzt", "Schulze", "Frau Müller", "Bücherei", "Chor"])
def test_what_is_right_is_not_corrected(browser: Browser, data: dict[str, str], typed: str) -> None:
    (found,) = search(browser, data, [typed])
    assert found["suggestion"] == ""


def test_one_file_has_all_rarer_words(data: dict[str, str]) -> None:
    """A server must not learn from what is asked for which word was typed."""
    rarer = json.loads(data["worte.json"])
    assert set(rarer["names"]) == set(LANGUAGES)
    assert [name for name in data if name.startswith("worte")] == ["worte.json"]


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("mein Mann trinkt jeden Abend und ich weiß nicht weiter", ""),
        ("من يساعدني في الاوراق", "arabisch"),
        ("где можно учить немецкий", "kyrillisch"),
        ("I need somebody to talk to", "lateinisch"),
    ],
)
def test_only_the_language_that_somebody_asks_in_is_loaded(
    browser: Browser, data: dict[str, str], typed: str, letters: str
) -> None:
    loaded = f"fremd-{letters}.json"
    kept = {name: text for name, text in data.items() if not name.startswith("fremd-") or name == loaded}
    assert len(data) - len(kept) == (2 if letters else 3)
    # A file that is asked for and not there never comes.
    (found,) = search(browser, kept, [typed])
    assert found["slugs"]
    if letters:
        nothing = json.dumps({"translations": {}, "terms": "", "weights": ""})
        (without,) = search(browser, kept | {loaded: nothing}, [typed])
        assert without["slugs"] != found["slugs"]


@pytest.mark.parametrize("table", LICENCES)
def test_open_data_stay_apart_with_their_licence(table: str) -> None:
    assert (HERE / "lexical" / LICENCES[table]).read_text(encoding="utf-8").strip()
    assert table in (HERE / "lexical" / "README.md").read_text(encoding="utf-8")
    lines = (HERE / "lexical" / table).read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("krapelgrupe", ["krabbelgruppe"]),  # no letter sounds otherwise
        ("schpielplatz", ["spielplatz"]),
        ("Schlachthof", []),  # the end of a name
        ("sportver", []),  # not done yet
    ],
)
def test_what_nothing_knows_is_read_as_it_was_likely_meant(
    browser: Browser, data: dict[str, str], typed: str, meant: list[str]
) -> None:
    page = blank(browser, data)
    spelt = page.evaluate(RESPELL, typed)
    page.close()
    assert [stem(part) for part in spelt] == [stem(part) for part in meant]


def test_a_word_of_another_language_finds_its_german_word_first(browser: Browser, data: dict[str, str]) -> None:
    """A topic has many offers: who asks for a choir does not want all music."""
    german, *foreign = search(browser, data, ["Chor", "choir", "хор", "جوقة"])
    for found in foreign:
        assert {*found["slugs"][:5]} & {*german["slugs"][:5]}


def test_an_illness_without_a_group_leads_to_who_knows_groups(browser: Browser, data: dict[str, str]) -> None:
    without, with_one = search(browser, data, ["Asthma", "Parkinson"])
    assert "ikos-jena" in without["slugs"][:5]
    assert with_one["slugs"][0] == "parkinson-selbsthilfegruppe-jena"
