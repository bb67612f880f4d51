"""Which of a record's values are sentences for readers, and where they stand."""

from collections.abc import Iterator

from directory.model.base import Model
from directory.model.text import SENTENCES

Keys = tuple[str | int, ...]


def sentence_lists(record: Model, *path: str | int) -> Iterator[tuple[Keys, tuple[str, ...]]]:
    """Yield every list of sentences in a record and in what is inside it, each with its YAML keys."""
    for attribute, field in type(record).model_fields.items():
        key, value = field.alias or attribute, getattr(record, attribute)
        if SENTENCES in field.metadata:
            if value:
                yield (*path, key), value
        elif isinstance(value, Model):
            yield from sentence_lists(value, *path, key)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Model):
                    yield from sentence_lists(item, *path, key, index)


def sentences(record: Model) -> tuple[str, ...]:
    """Return all sentences of a record, in the order of its fields."""
    return tuple(sentence for _, lines in sentence_lists(record) for sentence in lines)
