"""Which of a record's values are sentences for readers, and where they stand."""

from collections.abc import Iterator

from directory.model.base import Model
from directory.model.text import SENTENCES

Keys = tuple[str | int, ...]


def reading_texts(record: Model, *path: str | int) -> Iterator[tuple[Keys, tuple[str, ...]]]:
    """Yield every list of sentences in a record and in what is inside it, each with its YAML keys."""
    for attribute, field in type(record).model_fields.items():
        key, value = field.alias or attribute, getattr(record, attribute)
        if SENTENCES in field.metadata:
            if value:
                yield (*path, key), value
        elif isinstance(value, Model):
            yield from reading_texts(value, *path, key)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Model):
                    yield from reading_texts(item, *path, key, index)
