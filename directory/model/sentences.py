"""Which of a record's values are texts, which are sentences for readers, and where they stand."""

from collections.abc import Collection, Iterator
from functools import cache

from directory.model.base import Model
from directory.model.text import SENTENCES

Keys = tuple[str | int, ...]


def sentence_lists(record: Model, *path: str | int) -> Iterator[tuple[Keys, tuple[str, ...]]]:
    """Yield every list of sentences in a record and in what is inside it, each with its YAML keys."""
    for attribute, key, holds_sentences in _fields(type(record)):
        value = getattr(record, attribute)
        if not value:
            continue
        if holds_sentences:
            yield (*path, key), value
        elif isinstance(value, Model):
            yield from sentence_lists(value, *path, key)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Model):
                    yield from sentence_lists(item, *path, key, index)


def texts(record: Model, *path: str | int, without: Collection[str] = ()) -> Iterator[tuple[Keys, str]]:
    """Yield every text in a record and in what is inside it, whatever it is for, with its YAML keys.

    `without` are YAML keys that are left out, with everything inside them.
    """
    for attribute, key, _ in _fields(type(record)):
        value = getattr(record, attribute)
        if not value or key in without:
            continue
        keys = (*path, key)
        for place, item in (
            [((*keys, at), one) for at, one in enumerate(value)] if isinstance(value, tuple) else [(keys, value)]
        ):
            if isinstance(item, str):
                yield place, item
            elif isinstance(item, Model):
                yield from texts(item, *place, without=without)


def sentences(record: Model) -> tuple[str, ...]:
    """Return all sentences of a record, in the order of its fields."""
    return tuple(sentence for _, lines in sentence_lists(record) for sentence in lines)


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    """Return attribute and YAML key of each field, and whether sentences stand in it."""
    return tuple(
        (attribute, field.alias or attribute, SENTENCES in field.metadata)
        for attribute, field in model.model_fields.items()
    )
