"""What the rules of easy language need to know of a directory: what is a name, what is explained, what is read."""

from collections.abc import Iterator, Mapping

from directory.easy_language import Glossary, Names
from directory.model import Directory, Entry
from directory.model.base import Record
from directory.model.provider import Provider
from directory.model.texts import reading_texts
from directory.model.vocabulary import Locality


def names(directory: Directory) -> tuple[str, ...]:
    """Return everything in the directory that is called by a name: nobody may change these words."""
    words = directory.vocabulary
    called: tuple[Entry | Provider | Locality, ...] = (
        *directory.entries,
        *directory.providers.values(),
        *words.localities.values(),
    )
    return (
        *(name for item in called for name in (item.name, *item.other_names)),
        *(street.name for street in words.streets.values()),
        *(area.name for area in words.areas.values()),
        *(place.stop for entry in directory.entries for place in entry.places if place.stop),
        directory.city.name,
        *(name for names in directory.not_loaded.values() for name in names),
    )


def known_names(directory: Directory) -> Names:
    """Return the names as the rules take them."""
    return Names(names(directory))


def glossary(directory: Directory) -> Glossary:
    """Return the words that the directory explains."""
    terms = directory.vocabulary.glossary
    return Glossary({term.id: (term.name, *term.other_forms) for term in terms.values()})


def records(directory: Directory) -> Iterator[Record]:
    """Yield everything that has sentences for readers."""
    yield from directory.entries
    yield from directory.providers.values()
    words: Mapping[str, Mapping[str, Record]] = vars(directory.vocabulary)
    for terms in words.values():
        yield from terms.values()


def sentences(record: Record) -> tuple[str, ...]:
    """Return all sentences of a record, in the order of its fields."""
    return tuple(sentence for _, lines in reading_texts(record) for sentence in lines)
