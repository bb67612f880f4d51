"""Entries as documents of the search: which words count, and where they stand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.model import Directory, Entry
from directory.model.phone_number import national
from directory.model.place import Place
from directory.model.values import WEEKDAYS
from directory.search.analysis import Word, fold, stem, words
from directory.search.compounds import Compounds
from directory.search.rules import rules

# How much a word weighs where it stands. The same letters stand in the packed index.
BOOSTS: Mapping[str, float] = {
    "name": 10,
    "others": 8,  # other and former names
    "terms": 6,  # topics, kinds, audiences, access, groups: see synonyms.py
    "main": 2,  # what it is first of all: the first topic and kind once more
    "inside": 4,  # words inside the compounds of names
    "places": 4,
    "providers": 3,  # and phone numbers
    "text": 3,
}


# Whom one can ask about a term that has offers, but maybe not the one that is wanted.
ASKED = "a"


@dataclass(frozen=True, slots=True)
class Document:
    """One listed entry: for each field its words as the index has them, each once."""

    entry: Entry
    fields: Mapping[str, tuple[str, ...]]


def documents(directory: Directory, entries: Iterable[Entry]) -> tuple[Document, ...]:
    """Return the entries as documents, in the same order; secret ones without places and providers."""
    entries = tuple(entries)
    texts = {entry.slug: _texts(directory, entry) for entry in entries}
    vocabulary = [*_vocabulary_texts(directory)]
    everything = [line for fields in texts.values() for lines in fields.values() for line in lines]
    compounds = Compounds(word for line in (*vocabulary, *everything) for word in words(line))
    answered = _answered(directory, entries)
    return tuple(
        Document(entry, _fields(directory, entry, texts[entry.slug], compounds, answered.get(entry.slug, ())))
        for entry in entries
    )


def _answered(directory: Directory, entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """Return for each contact point the terms without entries that one can ask about there."""
    used = {term for entry in entries for term in (*entry.topics, *entry.audiences)}
    vocabulary, found = directory.vocabulary, dict[str, list[str]]()
    for letter, terms in (("t", vocabulary.topics.values()), ("z", vocabulary.audiences.values())):
        for term in terms:
            for slug in term.contact_points:
                found.setdefault(slug, []).append(f"{ASKED if term.id in used else letter}={term.id}")
    return {slug: tuple(terms) for slug, terms in found.items()}


def _texts(directory: Directory, entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """Return the written texts of each field."""
    return {
        "name": (entry.name,),
        "others": (*entry.other_names, *(slug.replace("-", " ") for slug in entry.former_slugs)),
        "places": () if entry.secret else tuple(_place_texts(directory, entry)),
        "providers": () if entry.secret else tuple(_provider_texts(directory, entry)),
        "text": (
            *entry.description,
            *entry.audience_notes,
            *entry.first_visit,
            *entry.conditions,
            *(entry.joining.notes if entry.joining else ()),
            *(entry.cost.notes if entry.cost else ()),
            *(note for times in entry.times for note in times.notes),
            *(() if entry.secret else _place_notes(directory, entry)),
        ),
    }


def _place_notes(directory: Directory, entry: Entry) -> Iterator[str]:
    for place in directory.places(entry):
        yield from place.directions
        yield from place.access.notes if place.access else ()


def _fields(
    directory: Directory,
    entry: Entry,
    texts: Mapping[str, tuple[str, ...]],
    compounds: Compounds,
    answered: tuple[str, ...],
) -> Mapping[str, tuple[str, ...]]:
    found = {field: [word for line in lines for word in words(line)] for field, lines in texts.items()}
    own = {field: dict.fromkeys(term for word in of for term in _written(word)) for field, of in found.items()}
    named = [*found["name"], *found["others"]]
    inside = dict.fromkeys(part for word in named for part in sorted(_inside(word, compounds)))
    text = dict.fromkeys(part for word in found["text"] for part in sorted(_inside(word, compounds)))
    # Whether a weekday still holds, only the rules of times know.
    weekdays = {stem(fold(day + ending)) for day in WEEKDAYS for ending in ("", "s")}
    phones = (national(phone.digits) for phone in entry.contact.numbers)
    for field in ("name", "others", "providers"):
        own[field] |= dict.fromkeys(_exact(texts[field]))
    return {
        **{field: tuple(terms) for field, terms in own.items()},
        "terms": (*_terms(directory, entry), *answered),
        "main": (f"t={entry.topics[0]}", f"k={entry.main_kind}"),
        "inside": tuple(part for part in inside if part not in own["name"]),
        "providers": (*own["providers"], *dict.fromkeys(phones)),
        "text": tuple(term for term in own["text"] | text if term not in weekdays),
    }


def _written(word: Word) -> Iterator[str]:
    """Yield the stems of a word and of its parts, without words that say nothing."""
    for text in (word.joined, *word.parts):
        if text not in rules().stop_words:
            yield stem(text)


def _exact(names: Iterable[str]) -> Iterator[str]:
    """Yield names of one word as they are: the association KOMME is not what is meant by "kommen"."""
    for name in names:
        found = words(name)
        if len(found) == 1:
            yield f"'{found[0].joined}"


def _inside(word: Word, compounds: Compounds) -> set[str]:
    return {part for text in (word.joined, *word.parts) for part in compounds.parts(text)}


def _terms(directory: Directory, entry: Entry) -> Iterator[str]:
    """Yield the controlled words of an entry: a letter for the list, and the id; places tell what access there is."""
    yield from (f"t={topic}" for topic in entry.topics)
    yield from (f"k={kind}" for kind in entry.kinds)
    yield from (f"z={audience}" for audience in entry.audiences)
    yield from (f"b={feature}" for feature in access(directory, entry))
    groups = (directory.vocabulary.topics[topic].group for topic in entry.topics)
    yield from (f"g={group}" for group in dict.fromkeys(groups))
    yield from (f"l={language}" for language in entry.languages)
    yield from (f"m={fact}" for fact in _facts(entry))


def _facts(entry: Entry) -> Iterator[str]:
    """Yield the values of facets.yaml, `facts`, that hold for an entry."""
    if entry.joining and entry.joining.how == "offen":
        yield "offen"
    if any(times.always for times in entry.times):
        yield "immer"
    yield from dict.fromkeys(place.kind for place in entry.places if place.kind in {"aufsuchend", "online", "telefon"})


def access(directory: Directory, entry: Entry) -> Mapping[str, str]:
    """Return the features that a place of the entry has, as a whole or in part; none where the place is secret."""
    found: dict[str, str] = {}
    for place in () if entry.secret else directory.places(entry):
        for feature, degree in (place.access.features if place.access else {}).items():
            if degree == "ja" or (degree == "teilweise" and feature not in found):
                found[feature] = degree
    return found


def refused(directory: Directory, entry: Entry) -> Mapping[str, str]:
    """Return the features that a place of the entry does not have; none where the place is secret."""
    places = () if entry.secret else directory.places(entry)
    found = (place.access.features.items() for place in places if place.access)
    return {feature: degree for features in found for feature, degree in features if degree == "nein"}


def localities(directory: Directory, entry: Entry) -> tuple[str, ...]:
    """Return the ids of the parts of the city where the entry has a place that may be known."""
    places = () if entry.secret else directory.places(entry)
    ids = (_locality(directory, place) for place in places)
    return tuple(dict.fromkeys(found for found in ids if found))


def _locality(directory: Directory, place: Place) -> str:
    wanted = fold(place.locality or "")
    for locality in directory.vocabulary.localities.values():
        if wanted in map(fold, (locality.name, *locality.other_names)):
            return locality.id
    return ""


def _place_texts(directory: Directory, entry: Entry) -> Iterator[str]:
    vocabulary = directory.vocabulary
    for place in directory.places(entry):
        yield from filter(None, (place.street, place.house_number, place.postal_code, place.city, place.locality))
        yield from filter(None, (place.stop,))
        if venue := directory.entry.get(place.at or ""):
            yield from () if venue.secret else (venue.name,)
    for locality in localities(directory, entry):
        yield from vocabulary.localities[locality].other_names
    for area in directory.areas_of(entry):
        yield vocabulary.areas[area].name


def _provider_texts(directory: Directory, entry: Entry) -> Iterator[str]:
    for provider in (directory.providers[slug] for slug in entry.providers):
        yield from (provider.name, *provider.other_names)


def _vocabulary_texts(directory: Directory) -> Iterator[str]:
    vocabulary = directory.vocabulary
    for topic in vocabulary.topics.values():
        yield from (topic.name, *topic.words)
    for kind in vocabulary.kinds.values():
        yield from (kind.name, *kind.words)
    for audience in vocabulary.audiences.values():
        yield from (audience.name, *audience.words)
    for feature in vocabulary.access_features.values():
        yield from (feature.name, *feature.words)
    for term in vocabulary.glossary.values():
        yield from (term.name, *term.other_forms)
