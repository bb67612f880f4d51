"""Words that mean more than themselves: everyday words of the vocabulary, filters, and which offers help in danger."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from directory.model import Directory, Entry
from directory.model.values import WEEKDAYS
from directory.search.analysis import fold, stem, stems, words
from directory.search.help import offers_by_danger
from directory.search.rules import read, rules, table

Facet = tuple[str, str, str, str]


def search_vocabulary(directory: Directory, written: AbstractSet[str], **settings: Any) -> str:
    """Return what the browser knows of German and of the city, and the settings that are handed in.

    Of what people call things only that whose words stand in some entry: see rarer_words.py.
    """
    known = known_stems(directory, written)
    by_key: dict[str, Facet] = {}
    for phrase, kind, value, label in facets(directory):
        key = " ".join(stems(phrase))
        by_key.setdefault(key, (key, kind, value, label))
    content = {
        **settings,
        "rules": rules().for_browser(),
        "concepts": [
            (concept, label, "|".join(text for text in spoken if knows(text, known)))
            for concept, label, spoken in concepts(directory)
        ],
        "facets": list(by_key.values()),
        "frequent": _frequent(known),
        "streets": _streets_like_places(directory, by_key.values()),
        "offers": _offers(directory),
        "sensitive": [
            *(f"t={topic.id}" for topic in directory.vocabulary.topics.values() if topic.sensitive),
            *(f"z={audience.id}" for audience in directory.vocabulary.audiences.values() if audience.sensitive),
        ],
        "kinds": {kind.id: kind.name for kind in directory.vocabulary.kinds.values()},
        "codes": _areas_of_codes(directory),
        "areas": {area.id: area.name for area in directory.vocabulary.areas.values()},
        "cityWide": [area.id for area in directory.vocabulary.areas.values() if area.city_wide],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _frequent(known: AbstractSet[str]) -> dict[str, str]:
    """Return the known stems of frequent German words, by how frequent they are; see lexical/README.md."""
    found: dict[str, list[str]] = {}
    for term, zipf in table("frequent.tsv"):
        if term in known:
            found.setdefault(zipf, []).append(term)
    return {zipf: " ".join(terms) for zipf, terms in found.items()}


def known_stems(directory: Directory, written: AbstractSet[str]) -> AbstractSet[str]:
    """Return the stems that the browser knows from the start: those of entries, filters and terms."""
    labels = {stem(word.joined) for _, label, _ in concepts(directory) for word in words(label)}
    filters = {found for phrase, *_ in facets(directory) for found in stems(phrase)}
    return written | labels | filters


def knows(text: str, known: AbstractSet[str]) -> bool:
    """Return whether all words of a text that say something are known."""
    return all(stem(word.joined) in known for word in words(text) if not rules().says_little(word.joined))


def area_phrases(directory: Directory, area: str) -> list[list[str]]:
    """Return the stems of everything that means this area or a part of it."""
    vocabulary = directory.vocabulary
    parts = {locality.id for locality in vocabulary.localities.values() if locality.area == area}
    wanted = {("gebiet", area), *(("ortsteil", part) for part in parts)}
    return [stems(phrase) for phrase, kind, value, _ in _places(directory) if (kind, value) in wanted]


def concepts(directory: Directory) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the controlled words as the index has them, each with what it is called and what people call it.

    Also those that no entry has: a word that is known must not be taken for another one that is misspelt.
    """
    vocabulary = directory.vocabulary
    lists: Mapping[str, Mapping[str, Any]] = {
        "t": vocabulary.topics,
        "k": vocabulary.kinds,
        "z": vocabulary.audiences,
        "b": vocabulary.access_features,
        "g": vocabulary.groups,
        "l": vocabulary.languages,
    }
    for letter, terms in lists.items():
        for term in terms.values():
            yield f"{letter}={term.id}", term.name, tuple(getattr(term, "words", ()))
    for fact, (label, *spoken) in read("facets.yaml")["facts"].items():
        yield f"m={fact}", label, tuple(spoken)


def facets(directory: Directory) -> Iterator[Facet]:
    """Yield phrases with the kind and the value of the filter that they mean, and what it is called."""
    data = read("facets.yaml")
    yield from _places(directory)
    for day, phrases in data["weekdays"].items():
        forms = [*phrases, *(WEEKDAYS[day] + part for part in data["dayparts"])]
        yield from ((phrase, "wochentag", str(day), WEEKDAYS[day]) for phrase in forms)
    yield from ((phrase, "wochentag", "56", "Wochenende") for phrase in data["weekend"])
    for offset, phrases in data["days"].items():
        yield from ((phrase, "tag", str(offset), phrases[0].capitalize()) for phrase in phrases)
    yield from ((phrase, "kostenlos", "1", "Kostenlos") for phrase in data["free"])
    for feature, phrases in data["access"].items():
        if term := directory.vocabulary.access_features.get(feature):
            yield from ((phrase, "zugang", feature, term.name) for phrase in phrases)


def _places(directory: Directory) -> Iterator[Facet]:
    """Yield areas before localities: one name can mean both."""
    vocabulary = directory.vocabulary
    for area in vocabulary.areas.values():
        for name in dict.fromkeys((area.name, *area.name.split("/"))):
            yield from ((form, "gebiet", area.id, area.name) for form in _forms(name))
    for locality in vocabulary.localities.values():
        for name in (locality.name, *locality.other_names):
            yield from ((form, "ortsteil", locality.id, locality.name) for form in _forms(name))
    known = {code for locality in vocabulary.localities.values() for code in locality.postal_codes}
    used = {place.postal_code for entry in directory.entries if not entry.secret for place in entry.places}
    for code in sorted(known | {code for code in used if code}):
        yield code, "plz", code, code


def _streets_like_places(directory: Directory, found: Iterable[Facet]) -> list[str]:
    """Return the places after which a street is named: "Löbstedter Straße" means no part of the city."""
    names = [street.name for street in directory.vocabulary.streets.values()]
    names += [place.street for entry in directory.entries for place in entry.places if place.street]
    said = {part for name in names for part in stems(name)}
    return sorted(key for key, kind, *_ in found if kind in {"gebiet", "ortsteil"} and said.issuperset(key.split()))


def _forms(name: str) -> Iterable[str]:
    """Return a name as it is written, and as one word: Stadt-Ost and Stadtost."""
    return dict.fromkeys((name, re.sub(r"\W+", "", fold(name))))


def _offers(directory: Directory) -> dict[str, list[str]]:
    """Return for each danger the topics whose offers come first."""
    topics = directory.vocabulary.topics
    offers = offers_by_danger().items()
    return {danger: [f"t={topic}" for topic in names if topic in topics] for danger, names in offers}


def _areas_of_codes(directory: Directory) -> dict[str, list[str]]:
    """Return the areas in which each postcode occurs: not every place says its own."""
    found: dict[str, dict[str, None]] = {}
    for locality in directory.vocabulary.localities.values():
        for code in locality.postal_codes:
            found.setdefault(code, {})[locality.area] = None
    return {code: list(areas) for code, areas in sorted(found.items())}


def localities_by_area(directory: Directory) -> dict[str, str]:
    """Return the area of every part of the city."""
    return {locality.id: locality.area for locality in directory.vocabulary.localities.values()}


def named_after(entry: Entry, phrases: Iterable[Sequence[str]]) -> bool:
    """Return whether the name of an entry has all words of one of the phrases."""
    own = {found for name in (entry.name, *entry.other_names) for found in stems(name)}
    return any(own.issuperset(phrase) for phrase in phrases)
