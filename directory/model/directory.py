"""The whole directory as one immutable object: what was read, and the few look-ups that every output needs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from directory.model.audit import Audit
from directory.model.base import Record
from directory.model.city import City
from directory.model.draft import Draft
from directory.model.emergency import EmergencyNumber
from directory.model.entry import Entry
from directory.model.opening import Opening
from directory.model.pathway import Pathway
from directory.model.picture import PictureFile
from directory.model.place import Place
from directory.model.provider import Provider, Removal
from directory.model.text import collation_key, street_key
from directory.model.vocabulary import (
    AccessFeature,
    Answers,
    Area,
    Audience,
    GlossaryTerm,
    Group,
    Kind,
    Language,
    Locality,
    Need,
    Street,
    Topic,
)
from directory.model.welcome import Welcome
from directory.model.wish import Wish

Item = TypeVar("Item")
INHERITED = ("street", "house_number", "postal_code", "city", "locality", "directions", "stop", "coordinates", "access")


def _nothing() -> Mapping[str, Item]:
    return MappingProxyType({})


def _words(file: str, model: type[Record]) -> Any:
    """Return the field of a word list: the file under `_vocabulary/` that it is read from, and what its items are."""
    return field(default_factory=_nothing, metadata={"file": file, "model": model})


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The controlled words, each mapping in the order of its file."""

    areas: Mapping[str, Area] = _words("sozialraeume", Area)
    localities: Mapping[str, Locality] = _words("ortsteile", Locality)
    streets: Mapping[str, Street] = _words("strassen", Street)
    groups: Mapping[str, Group] = _words("gruppen", Group)
    kinds: Mapping[str, Kind] = _words("arten", Kind)
    topics: Mapping[str, Topic] = _words("themen", Topic)
    audiences: Mapping[str, Audience] = _words("zielgruppen", Audience)
    access_features: Mapping[str, AccessFeature] = _words("zugang", AccessFeature)
    needs: Mapping[str, Need] = _words("bedarfe", Need)
    languages: Mapping[str, Language] = _words("sprachen", Language)
    glossary: Mapping[str, GlossaryTerm] = _words("woerterbuch", GlossaryTerm)
    emergency_numbers: Mapping[str, EmergencyNumber] = _words("sofort_hilfe", EmergencyNumber)
    openings: Mapping[str, Opening] = _words("einstiege", Opening)
    answers: Mapping[str, Answers] = _words("anliegen", Answers)

    @classmethod
    def of_files(cls, lists: Mapping[str, Mapping[str, Any]]) -> "Vocabulary":
        """Return the vocabulary whose lists stand under the names of their files."""
        return cls(**{one.name: lists[one.metadata["file"]] for one in fields(cls) if one.metadata["file"] in lists})

    @property
    def by_file(self) -> Mapping[str, Mapping[str, Any]]:
        """Every list under the name of its file, in the order of the fields."""
        return {one.metadata["file"]: getattr(self, one.name) for one in fields(self)}

    @property
    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """How each word of the glossary is written: its name and its other forms."""
        return {term.id: (term.name, *term.other_forms) for term in self.glossary.values()}

    @property
    def other_words(self) -> tuple[str, ...]:
        """What looks like a form of a word of the glossary, and is another word."""
        return tuple(word for term in self.glossary.values() for word in term.other_words)


# Each vocabulary file, and what its items are.
VOCABULARY_FILES: Mapping[str, type[Record]] = MappingProxyType(
    {one.metadata["file"]: one.metadata["model"] for one in fields(Vocabulary)}
)


@dataclass(frozen=True, kw_only=True)
class Directory:
    """Everything that was read without an error, in the order of the German alphabet; `pictures` are by file name.

    `invalid` names what has errors, with its model: entries, providers, words, and word lists that cannot be read at
    all. They are known to exist, but nothing else is; `drafts` are for the rules of language. `not_loaded` has the
    entries that are missing here all the same, with the names in them.
    """

    city: City
    vocabulary: Vocabulary
    entries: tuple[Entry, ...] = ()
    providers: Mapping[str, Provider] = field(default_factory=_nothing)
    pathways: Mapping[str, Pathway] = field(default_factory=_nothing)
    welcomes: Mapping[str, Welcome] = field(default_factory=_nothing)
    wishes: Mapping[str, Wish] = field(default_factory=_nothing)
    removed: Mapping[str, Removal] = field(default_factory=_nothing)
    audit: Audit | None = None
    pictures: Mapping[str, PictureFile] = field(default_factory=_nothing)
    invalid: frozenset[tuple[type[Record], str]] = frozenset()
    not_loaded: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    drafts: tuple[Draft, ...] = ()

    @cached_property
    def entry(self) -> Mapping[str, Entry]:
        """Every entry by its slug."""
        return MappingProxyType({entry.slug: entry for entry in self.entries})

    @cached_property
    def invalid_entries(self) -> frozenset[str]:
        """The slugs of entries that have errors."""
        return frozenset(name for model, name in self.invalid if model is Entry)

    @cached_property
    def hosted(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that take place at another entry as their venue, by that venue's slug."""
        return _group((place.at, entry) for entry in self.entries for place in entry.places if place.at)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything in the directory that is called by a name: nobody may change these words."""
        words = self.vocabulary
        called: tuple[Entry | Provider | Locality, ...] = (
            *self.entries,
            *self.providers.values(),
            *words.localities.values(),
        )
        return (
            *(name for item in called for name in (item.name, *item.other_names)),
            *(street.name for street in words.streets.values()),
            *(area.name for area in words.areas.values()),
            *(place.stop for entry in self.entries for place in entry.places if place.stop),
            self.city.name,
            *(name for names in self.not_loaded.values() for name in names),
            *(name for draft in self.drafts for name in draft.names),
        )

    def records(self) -> Iterator[Record]:
        """Yield everything that has sentences for readers."""
        yield from self.entries
        yield from self.providers.values()
        yield from self.pathways.values()
        yield from self.wishes.values()
        for terms in self.vocabulary.by_file.values():
            yield from terms.values()

    def listed(self, today: date) -> tuple[Entry, ...]:
        """Return the entries that belong in lists on this day."""
        return tuple(entry for entry in self.entries if entry.listed(today))

    def places(self, entry: Entry) -> tuple[Place, ...]:
        """Return the entry's places; one that is `bei` a venue has the venue's address and access where it has none."""
        return tuple(self._inherit(place) for place in entry.places)

    def areas_of(self, entry: Entry) -> tuple[str, ...]:
        """Return every area on whose page an entry stands: what it serves, and where its doors are.

        An office is no place to go to, and a secret entry shows no area but its own.
        """
        if entry.secret or not entry.places:
            return entry.areas
        if entry.slug not in self._areas:
            doors = (self.area_of(place) for place in self.places(entry) if place.role != "buero")
            self._areas[entry.slug] = tuple(dict.fromkeys((*entry.areas, *filter(None, doors))))
        return self._areas[entry.slug]

    def area_of(self, place: Place) -> str | None:
        """Return the area in which a place is, by its street or locality; None where that is not clear."""
        if place.city not in {None, self.city.name} or place.kind != "fest":
            return None
        areas = self._areas_of_streets.get(street_key(place.street), ()) if place.street else ()
        return areas[0] if len(areas) == 1 else self._area_of_locality.get(place.locality or "")

    @cached_property
    def _areas(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _areas_of_streets(self) -> Mapping[str, tuple[str, ...]]:
        streets = self.vocabulary.streets.values()
        known = self.vocabulary.areas.keys()
        return {street_key(one.name): one.areas for one in streets if known >= set(one.areas)}

    @cached_property
    def _area_of_locality(self) -> Mapping[str, str]:
        localities = [one for one in self.vocabulary.localities.values() if one.area in self.vocabulary.areas]
        return {name: one.area for one in localities for name in (*one.other_names, one.name)}

    def closed_venues(self, entry: Entry, today: date) -> Iterator[tuple[Place, Entry]]:
        """Yield the places of an entry whose venue is closed or makes a pause, with the venue."""
        for place in entry.places:
            venue = self.entry.get(place.at or "")
            if venue and not venue.listed(today):
                yield place, venue

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
