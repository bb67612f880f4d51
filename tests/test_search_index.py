"""The files of the search: how big they are, what is in them and what never is, and that everything is found."""

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from browsing import ENTRIES
from conftest import BASE_ENTRY, TODAY, MakeCity, entry_with, load_city
from generate import write_entries
from lunr.builder import Builder  # type: ignore[import-untyped]  # it has no types
from lunr.query import Clause  # type: ignore[import-untyped]
from playwright.sync_api import Browser
from searching import SCRIPTS, blank, files, search, shipped, shipped_files

from directory.model import Directory
from directory.output.scripts import minified
from directory.search.analysis import stem
from directory.search.documents import BOOSTS, Document, documents
from directory.search.index import LENGTH
from directory.source import load

KIB = 1024
HIDDEN = """orte:
  - {rolle: buero, strasse: Verratsgasse, hausnummer: 77, plz: 20095, haltestelle: Verplapperplatz}
  - {art: geheim, rolle: treffen}
traeger: [ein-traeger]
fruehere_namen_der_datei: [schutz-altname]
"""
UNPACK = """async (packed) => {
  const { unpack } = await import("/data.js");
  return [...unpack(JSON.parse(packed))].map(([term, hits]) => [term, hits()]);
}"""


def zipped(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def loaded(root: Path) -> Directory:
    directory = load_city(root).directory
    assert directory
    return directory


@pytest.fixture(scope="module")
def data() -> Mapping[str, str]:
    return shipped_files()


def many(folder: Path, count: int) -> Directory:
    folder.mkdir()
    write_entries(ENTRIES, folder, count)
    directory = load(folder).directory
    assert directory
    return directory


def test_300_entries_are_small(tmp_path: Path) -> None:
    made = files(many(tmp_path / "entries", 300))
    assert zipped(made["index.json"] + made["titel.json"]) <= 40 * KIB


def test_the_shipped_entries_are_small(data: dict[str, str]) -> None:
    share = len(shipped().entries) / 300
    assert zipped(data["index.json"] + data["titel.json"]) <= max(50 * share, 20) * KIB
    assert zipped(data["sprache.json"]) <= 22 * KIB
    assert zipped(data["worte.json"]) <= 32 * KIB


def test_the_scripts_are_small() -> None:
    of_the_page = {"address.js", "cards.js", "form.js", "page.js", "panel.js", "question.js", "told.js"}
    # Only with the rarer words.
    later = {"intents.js": 2.5, "names.js": 1.5, "rarer.js": 0.25, "respell.js": 3}
    engine = (path for path in sorted(SCRIPTS.glob("*.js")) if path.name not in of_the_page | later.keys())
    sources = [path.read_text(encoding="utf-8") for path in engine]
    assert zipped("".join(map(minified, sources))) <= 12.75 * KIB
    for name, most in later.items():
        assert zipped(minified((SCRIPTS / name).read_text(encoding="utf-8"))) <= most * KIB, name


def test_the_same_entries_give_the_same_bytes(data: dict[str, str]) -> None:
    assert files(shipped()) == data


def test_the_browser_scores_as_lunr_does(browser: Browser, data: dict[str, str]) -> None:
    found = documents(shipped(), shipped().listed(TODAY))
    reference = lunr_index(found)
    page = blank(browser, data)
    unpacked = page.evaluate(UNPACK, data["index.json"])
    page.close()
    assert [term for term, _ in unpacked] == sorted(reference.inverted_index)
    for term, hits in unpacked[::7]:
        theirs = {int(hit["ref"]): hit for hit in reference.query(whole_word(reference, term))}
        assert [of for of, *_ in sorted(hits)] == sorted(theirs)
        for of, score, named in hits:
            fields = theirs[of]["match_data"].metadata[term]
            assert score == pytest.approx(theirs[of]["score"], abs=0.01), term
            assert named == ("name" in fields or "others" in fields), term
        assert [score for _, score, _ in hits] == sorted((score for _, score, _ in hits), reverse=True)


def lunr_index(found: tuple[Document, ...]) -> Any:
    builder = Builder()
    builder.ref("number")
    builder.b(LENGTH)
    for field, boost in BOOSTS.items():
        builder.field(field, boost)
    for number, document in enumerate(found):
        builder.add({"number": str(number), **{field: list(terms) for field, terms in document.fields.items()}})
    return builder.build()


def whole_word(index: Any, term: str) -> Any:
    query = index.create_query()
    query.clause(Clause(term, use_pipeline=False, fields=list(BOOSTS)))
    return query


def test_a_secret_place_gives_nothing_away(city: MakeCity, browser: Browser) -> None:
    root = city({"mitte/schutz.yaml": entry_with("name: Schutzraum\n" + HIDDEN)})
    directory = loaded(root)
    assert directory.entry["schutz"].secret
    made = files(directory)
    own = next(document for document in documents(directory, directory.entries) if document.entry.slug == "schutz")
    assert own.fields["places"] == ()
    provider = directory.providers["ein-traeger"].name
    assert stem(provider.split()[0].lower()) not in own.fields["providers"]
    for name in ("index.json", "titel.json", "sprache.json"):
        assert not re.search("verrat|verplapper", made[name], re.IGNORECASE)
    hidden = search(browser, made, ["Verratsgasse", "Verplapperplatz", "Verratsgasse 77", provider])
    assert not any("schutz" in found["slugs"] for found in hidden)
    (former,) = search(browser, made, ["schutz altname"])
    assert former["slugs"][0] == "schutz"


def test_everything_is_found_by_its_names(browser: Browser, data: dict[str, str]) -> None:
    entries = shipped().listed(TODAY)
    by_name = search(browser, data, [entry.name for entry in entries])
    for entry, found in zip(entries, by_name, strict=True):
        assert found["slugs"][:1] == [entry.slug], entry.name
    others = [(name, entry.slug) for entry in entries for name in entry.other_names]
    others += [(old.replace("-", " "), entry.slug) for entry in entries for old in entry.former_slugs]
    for (name, slug), found in zip(others, search(browser, data, [name for name, _ in others]), strict=True):
        assert slug in found["slugs"][:5], name


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.audit)])
def test_everyday_words_find_an_entry_that_they_mean(browser: Browser, data: dict[str, str], every: int) -> None:
    directory = shipped()
    used = {topic for entry in directory.listed(TODAY) for topic in entry.topics}
    spoken = [(word, topic) for topic in used for word in directory.vocabulary.topics[topic].words][::every]
    found = search(browser, data, [word for word, _ in spoken])
    missed = [
        f"{word}: {topic}"
        for (word, topic), result in zip(spoken, found, strict=True)
        # With a day ("am Wochenende") comes first what is known of this day; few offers have dates.
        for shown in [[*result["slugs"], *(result["also"] if result["filters"] else ())]]
        if not any(topic in directory.entry[slug].topics for slug in shown)
    ]
    assert missed == []


def test_many_entries_are_split_and_found_alike(tmp_path: Path, browser: Browser) -> None:
    directory = many(tmp_path / "entries", 120)
    split, whole = files(directory, one_file=100), files(directory)
    assert "index-lobeda.json" in split
    assert "index-lobeda.json" not in whole
    assert len(split["index-lobeda.json"]) < len(split["index.json"])
    queries: list[str | tuple[str, list[dict[str, str]]]] = [
        "Trauer",
        "Trauer Lobeda",
        "gruppe dienstag lobeda",
        "Chor winzerla kostenlos",
        "Brücke Zentrum",
        "xqzt lobeda",
        "Naumburger Straße",
        ("Sucht", [{"type": "gebiet", "value": "nord"}]),
        ("", [{"type": "gebiet", "value": "ost"}]),
    ]
    for query, one, other in zip(
        queries, search(browser, split, queries), search(browser, whole, queries), strict=True
    ):
        assert one["slugs"] == other["slugs"], query
        assert [result["score"] for result in one["results"]] == pytest.approx(
            [result["score"] for result in other["results"]]
        )


def test_an_empty_directory_has_a_search(city: MakeCity, browser: Browser) -> None:
    root = city({})
    for path in root.glob("mitte/*.yaml"):
        path.unlink()
    (found,) = search(browser, files(loaded(root)), ["Gruppe"])
    assert found["slugs"] == []


def test_old_times_are_no_weekdays(city: MakeCity, browser: Browser) -> None:
    rule = "zeiten: {zweck: treffen, tage: [Dienstag], von: 18:00, stand: %s}"
    root = city(
        {
            "mitte/jetzt.yaml": BASE_ENTRY.replace("name: Gruppe", "name: Runde Jetzt") + rule % "2026-10",
            "mitte/frueher.yaml": BASE_ENTRY.replace("name: Gruppe", "name: Runde Früher") + rule % "2019",
        }
    )
    (found,) = search(browser, files(loaded(root)), ["Runde Dienstag"])
    assert [(result["entry"]["slug"], len(result["unsure"])) for result in found["results"][:1]] == [("jetzt", 0)]
    assert all(result["unsure"] for result in found["results"][1:]), "old times are unknown"
    rows = json.loads(files(loaded(root))["titel.json"])
    weekdays = {row[1]: row[rows["columns"].index("weekdays")] for row in rows["rows"]}
    assert (weekdays["jetzt"], weekdays["frueher"]) == ("1", "")


def test_who_asks_for_a_weekday_reads_the_times_of_that_day(city: MakeCity, browser: Browser) -> None:
    times = """zeiten:
  - {zweck: treffen, tage: Montag, von: 14:00, stand: 2026-10}
  - {zweck: treffen, tage: Dienstag, von: 18:00, stand: 2026-10}
  - {zweck: treffen, tage: Dienstag, von: 20:00, stand: 2026-10}"""
    root = city({"mitte/runde.yaml": BASE_ENTRY.replace("name: Gruppe", "name: Runde") + times})
    found = search(browser, files(loaded(root)), ["Runde", "Runde Montag", "Runde Dienstag"])
    said = [one["results"][0]["when"] for one in found]
    assert said == [
        "Jeden Montag: ab 14 Uhr. Jeden Dienstag: ab 18 Uhr und ab 20 Uhr.",
        "Jeden Montag: ab 14 Uhr.",
        "Jeden Dienstag: ab 18 Uhr und ab 20 Uhr.",
    ]


def test_the_words_of_a_term_without_offers_find_whom_one_can_ask() -> None:
    directory = shipped()
    listed = directory.listed(TODAY)
    found = {document.entry.slug: document.fields["terms"] for document in documents(directory, listed)}
    words = directory.vocabulary
    used = {term for entry in listed for term in (*entry.topics, *entry.audiences)}
    topics = {f"t={key}": term.contact_points for key, term in words.topics.items() if key not in used}
    audiences = {f"z={key}": term.contact_points for key, term in words.audiences.items() if key not in used}
    assert {*topics} >= {"t=hoeren", "t=essstoerung"}
    for name, points in (topics | audiences).items():
        assert points, name
        assert {slug for slug, terms in found.items() if name in terms} == set(points)
