"""Every web address of a directory, and in which files it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directory.model import Directory, Entry
from directory.model.base import Model
from directory.model.sentences import Keys
from directory.problems import Position


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """One place where an address is written, and what the file is about."""

    position: Position
    name: str


def addresses(directory: Directory) -> Mapping[str, tuple[Use, ...]]:
    """Return every address with its uses, in the order of the addresses."""
    found: dict[str, set[Use]] = {}
    for address, use in _uses(directory):
        found.setdefault(address, set()).add(use)
    return {address: tuple(sorted(found[address])) for address in sorted(found)}


def _uses(directory: Directory) -> Iterator[tuple[str, Use]]:
    for record in (*directory.records(), directory.city):
        if isinstance(record, Entry) and record.status == "geschlossen":
            continue
        for keys, address in _addresses(record):
            # Where a secret entry is known from stays with the editors, whatever a file says.
            if not (isinstance(record, Entry) and record.secret and keys[0] == "quelle"):
                yield address, Use(record.position(*keys), getattr(record, "name", record.id))


def _addresses(model: Model, *above: str | int) -> Iterator[tuple[Keys, str]]:
    """Yield every value that is a web address, in a record and in what is inside it, with its YAML keys."""
    for attribute, field in type(model).model_fields.items():
        keys, value = (*above, field.alias or attribute), getattr(model, attribute)
        items = (
            [((*keys, index), item) for index, item in enumerate(value)]
            if isinstance(value, tuple)
            else [(keys, value)]
        )
        for place, item in items:
            if isinstance(item, Model):
                yield from _addresses(item, *place)
            elif isinstance(item, str) and item.startswith(("http://", "https://")):
                yield place, item
