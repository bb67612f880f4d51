"""What editors should know about the search: words that lead nowhere, and names that are not unique."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directory.model import Directory, Entry
from directory.search.analysis import stem, words
from directory.search.documents import documents
from directory.search.synonyms import concepts


@dataclass(frozen=True, slots=True)
class DeadWords:
    """A controlled word that no listed entry has, with what people call it that stands in no entry either."""

    label: str
    words: tuple[str, ...]


def dead_words(directory: Directory, listed: tuple[Entry, ...]) -> Iterator[DeadWords]:
    """Yield what the vocabulary knows and no entry answers, in the order of the vocabulary."""
    found = documents(directory, listed)
    answered = {term for document in found for terms in document.fields.values() for term in terms}
    for concept, label, spoken in concepts(directory):
        if concept not in answered:
            dead = tuple(text for text in spoken if not _stems(text) <= answered)
            yield DeadWords(label, dead)


def shared_names(listed: tuple[Entry, ...]) -> Mapping[str, tuple[Entry, ...]]:
    """Return names, also other names, that several listed entries have: the search cannot know which one is meant."""
    by_name: dict[str, dict[str, Entry]] = {}
    for entry in listed:
        for name in (entry.name, *entry.other_names):
            by_name.setdefault(" ".join(word.joined for word in words(name)), {})[entry.slug] = entry
    return {name: tuple(entries.values()) for name, entries in by_name.items() if len(entries) > 1}


def _stems(text: str) -> set[str]:
    return {stem(part) for word in words(text) for part in word.parts}
