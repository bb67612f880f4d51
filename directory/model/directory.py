"""The whole directory as one immutable object: what was read, and the few look-ups that every output needs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from directory.model.audit import Audit
from directory.model.city import City
from directory.model.entry import Entry
from directory.model.place import Place
from directory.model.provider import Provider, Removal
from directory.model.text import collation_key
from directory.model.vocabulary import (
    AccessFeature,
    Area,
    Audience,
    EmergencyNumber,
    GlossaryTerm,
    Group,
    Kind,
    Language,
    Locality,
    Need,
    Street,
    Topic,
)

Item = TypeVar("Item")
INHERITED = ("street", "house_number", "postal_code", "city", "locality", "directions", "stop", "coordinates", "access")


def _nothing() -> Mapping[str, Item]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Vocabulary:
    """The controlled words, each mapping in the order of its file."""

    areas: Mapping[str, Area] = field(default_factory=_nothing)
    localities: Mapping[str, Locality] = field(default_factory=_nothing)
    streets: Mapping[str, Street] = field(default_factory=_nothing)
    groups: Mapping[str, Group] = field(default_factory=_nothing)
    kinds: Mapping[str, Kind] = field(default_factory=_nothing)
    topics: Mapping[str, Topic] = field(default_factory=_nothing)
    audiences: Mapping[str, Audience] = field(default_factory=_nothing)
    access_features: Mapping[str, AccessFeature] = field(default_factory=_nothing)
    needs: Mapping[str, Need] = field(default_factory=_nothing)
    languages: Mapping[str, Language] = field(default_factory=_nothing)
    glossary: Mapping[str, GlossaryTerm] = field(default_factory=_nothing)
    emergency_numbers: Mapping[str, EmergencyNumber] = field(default_factory=_nothing)


@dataclass(frozen=True)
class Directory:
    """Everything that was read without an error, in the order of the German alphabet.

    `damaged` names what has errors: entries, providers, words, and word lists that cannot be read at all. They are
    known to exist, but nothing else is. `unread` has the entries that were left out on purpose, with the names in them.
    """

    city: City
    vocabulary: Vocabulary
    entries: tuple[Entry, ...] = ()
    providers: Mapping[str, Provider] = field(default_factory=_nothing)
    removed: Mapping[str, Removal] = field(default_factory=_nothing)
    audit: Audit | None = None
    invalid: frozenset[str] = frozenset()
    not_loaded: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)

    @cached_property
    def entry(self) -> Mapping[str, Entry]:
        """Every entry by its slug."""
        return MappingProxyType({entry.slug: entry for entry in self.entries})

    @cached_property
    def hosted(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that take place in the house of another entry, by that entry's slug."""
        return _group((place.at, entry) for entry in self.entries for place in entry.places if place.at)

    def listed(self, today: date) -> tuple[Entry, ...]:
        """Return the entries that belong in lists on this day."""
        return tuple(entry for entry in self.entries if entry.listed(today))

    def places(self, entry: Entry) -> tuple[Place, ...]:
        """Return the entry's places; one that is `bei` a house has the house's address and access where it has none."""
        return tuple(self._inherit(place) for place in entry.places)

    def _inherit(self, place: Place) -> Place:
        venue_entry = self.entry.get(place.at or "")
        if venue_entry is None or venue_entry.secret:
            return place
        venue = next((own for own in venue_entry.places if own.has_address), None)
        if venue is None:
            return place
        if place.street:
            return place.model_copy(update={"access": place.access or venue.access})
        own = {name: getattr(place, name) or getattr(venue, name) for name in INHERITED}
        return place.model_copy(update=own)


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries in the order of German lists; equal names stay in the order of their slugs."""
    return tuple(sorted(entries, key=lambda entry: (collation_key(entry.name), entry.slug)))


def _group(pairs: Iterable[tuple[str, Entry]]) -> Mapping[str, tuple[Entry, ...]]:
    groups: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for key, entry in pairs:
        groups[key][entry.slug] = entry
    return MappingProxyType({key: tuple(found.values()) for key, found in groups.items()})
