"""The vocabularies of the city as taxonomies: one taxonomy a list, tied to services by attributes."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from directory.exports.hsds.objects import Object, filled, identifier, text
from directory.model import Directory, Entry
from directory.model.city import City

# What each list of words is in the data, by the name of its file.
TAXONOMIES: Mapping[str, str] = {
    "arten": "Art vom Angebot",
    "themen": "Thema",
    "zielgruppen": "Ziel-Gruppe",
    "sozialraeume": "Sozialraum",
}


# Every word as a term, by the file of its list and its code.
Terms = Mapping[tuple[str, str], Object]


class Word(Protocol):
    """A word of a list with sentences about it."""

    id: str
    name: str
    description: tuple[str, ...]


def taxonomies(directory: Directory) -> list[Object]:
    """Return the lists of words that describe services."""
    return [_taxonomy(directory.city, file) for file in TAXONOMIES]


def terms(directory: Directory) -> Terms:
    """Return every word by the file of its list and its code."""
    lists = directory.vocabulary.by_file
    return {(file, word.id): _term(directory.city, file, word) for file in TAXONOMIES for word in lists[file].values()}


def attributes(directory: Directory, entry: Entry, service: str, words: Terms) -> Iterator[Object]:
    """Yield what ties words to a service; a secret entry has no area."""
    areas = () if entry.secret else directory.areas_of(entry)
    described = {"arten": entry.kinds, "themen": entry.topics, "zielgruppen": entry.audiences, "sozialraeume": areas}
    for file, codes in described.items():
        for code in codes:
            term = words[file, code]
            yield filled(
                id=identifier(directory.city, "attribute", service, file, code),
                link_id=service,
                link_entity="service",
                link_type=file,
                value=term["name"],
                taxonomy_term_id=term["id"],
                taxonomy_term=term,
            )


def _taxonomy(city: City, file: str) -> Object:
    name = TAXONOMIES[file]
    return filled(id=identifier(city, "taxonomy", file), name=name, description=f"{name} im Verzeichnis {city.title}")


def _term(city: City, file: str, word: Word) -> Object:
    return filled(
        id=identifier(city, "taxonomy_term", file, word.id),
        code=word.id,
        name=word.name,
        # HSDS wants a description of each.
        description=text(*getattr(word, "description", ())) or word.name,
        language="de",
        taxonomy=TAXONOMIES[file],
        taxonomy_id=identifier(city, "taxonomy", file),
    )
