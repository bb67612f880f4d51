"""The words that a field may hold, with the names that people know."""

from collections.abc import Mapping

from directory.files.fields import Field
from directory.model import Directory
from directory.model.base import Record
from directory.model.text import ENTRIES, PROVIDERS

GROWING = frozenset({ENTRIES, PROVIDERS})  # a file more is a word more


def names_of(field: Field, directory: Directory) -> dict[str, str]:
    """Return the name of each word that the field may hold, in the order of the list; nothing for other fields."""
    return names_in(field.words, directory)


def names_in(words: str, directory: Directory) -> dict[str, str]:
    """Return the name of each item of a list, in its order; nothing for a list that there is not."""
    return {key: getattr(record, "name", key) for key, record in items_of(words, directory).items()}


def sentences_of(field: Field, directory: Directory, degree: str) -> dict[str, str]:
    """Return for each feature what readers see where it has this degree."""
    attributes = {"ja": "yes", "teilweise": "partly", "nein": "no"}
    return {key: getattr(item, attributes[degree]) for key, item in items_of(field.words, directory).items()}


def items_of(words: str, directory: Directory) -> Mapping[str, Record]:
    """Return the items of a list by their ids; nothing for a list that there is not."""
    if words == ENTRIES:
        return directory.entry
    if words == PROVIDERS:
        return directory.providers
    return directory.vocabulary.by_file.get(words, {})
