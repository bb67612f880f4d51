"""Every web address of a directory, and in which files it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directory.model import Directory
from directory.model.base import Record
from directory.model.contact import Contact
from directory.model.provenance import Source
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
    for entry in directory.entries:
        if entry.status != "geschlossen":
            yield from _contact(entry, entry.name, entry.contact)
            if not entry.secret:
                yield from _sources(entry, entry.name, entry.sources)
    for provider in directory.providers.values():
        yield from _contact(provider, provider.name, provider.contact)
    for number in directory.vocabulary.emergency_numbers.values():
        yield from _sources(number, number.name, number.sources)
        if number.website:
            yield number.website, Use(number.position("webseite"), number.name)
    city = directory.city
    if city.enforcement_body and city.enforcement_body.website:
        yield city.enforcement_body.website, Use(city.position("durchsetzungsstelle"), city.title)
    if city.exit_page:
        yield city.exit_page, Use(city.position("ausweich_seite"), city.title)


def _contact(record: Record, name: str, contact: Contact) -> Iterator[tuple[str, Use]]:
    for index, address in enumerate(contact.websites):
        yield address, Use(record.position("kontakt", "webseite", index), name)


def _sources(record: Record, name: str, sources: tuple[Source, ...]) -> Iterator[tuple[str, Use]]:
    for index, source in enumerate(sources):
        if source.url:
            yield source.url, Use(record.position("quelle", index, "url"), name)
