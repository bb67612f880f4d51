"""What every page needs to know about the whole directory on one day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from markupsafe import Markup

from directory.checks.checked import Checked
from directory.easy_language import Glossary
from directory.model import Directory, Entry
from directory.model.place import Place
from directory.model.sentences import sentences
from directory.model.values import PartialDate
from directory.output.html import hostname, render
from directory.output.readability import Readability
from directory.schedule import Agenda, day, is_current, statements

Keys = Callable[[Entry], Iterable[str]]
# Stands in a cached card for the way to the root of the site, which every page has its own of.
ROOT = "\x00"
# With more entries the search has an index for each area: who looks in one area loads only that area.
ONE_SEARCH_FILE = 1000


@dataclass(frozen=True)
class DayView:
    """The listed entries of a directory on one day, grouped once for all pages; with booklets, pages lead to them."""

    checked: Checked
    agenda: Agenda
    with_booklets: bool = False

    @property
    def directory(self) -> Directory:
        """The directory; nothing in it has an error, and every name in it leads somewhere."""
        return self.checked.directory

    @property
    def today(self) -> date:
        """The day for which everything is made."""
        return self.agenda.today

    @cached_property
    def listed(self) -> tuple[Entry, ...]:
        """Every entry that belongs in lists."""
        return self.directory.listed(self.today)

    @cached_property
    def glossary(self) -> Glossary:
        """The words that the directory explains."""
        return Glossary(self.directory.vocabulary.spellings)

    @cached_property
    def by_hard_word(self) -> Mapping[str, list[Entry]]:
        """Entries by each glossary word that their sentences have."""
        return self.by(
            "hard word", lambda entry: {use.term for line in sentences(entry) for use in self.glossary.uses(line)}
        )

    @cached_property
    def readability(self) -> Readability:
        """How the city wants its sentences to look."""
        return Readability.of(self.directory)

    @property
    def in_one_file(self) -> bool:
        """Whether the search has all of them in one file."""
        return len(self.listed) <= ONE_SEARCH_FILE

    @cached_property
    def by_area(self) -> Mapping[str, list[Entry]]:
        """Entries by every area on whose page they stand."""
        return self._grouped(lambda entry: entry.areas)

    @cached_property
    def city_wide(self) -> list[Entry]:
        """Entries that serve the whole city."""
        areas = self.directory.vocabulary.areas.values()
        return [entry for area in areas if area.city_wide for entry in self.by_area.get(area.id, [])]

    @cached_property
    def by_topic(self) -> Mapping[str, list[Entry]]:
        """Entries by topic."""
        return self._grouped(lambda entry: entry.topics)

    @cached_property
    def by_group(self) -> Mapping[str, list[Entry]]:
        """Entries by everyday group."""
        topics = self.directory.vocabulary.topics
        return self._grouped(lambda entry: dict.fromkeys(topics[topic].group for topic in entry.topics))

    @cached_property
    def institutions(self) -> frozenset[str]:
        """The hosts of entries and providers of this directory: a source there is linked."""
        contacts = [entry.contact for entry in self.directory.entries]
        contacts += [provider.contact for provider in self.directory.providers.values()]
        return frozenset(hostname(url) for contact in contacts for url in contact.websites)

    @cached_property
    def venues(self) -> tuple[Entry, ...]:
        """Entries in whose house other entries take place."""
        return tuple(entry for entry in self.listed if self.hosted_by(entry))

    def in_crisis(self, entry: Entry) -> bool:
        """Return whether people who read about this entry may be in danger."""
        topics = self.directory.vocabulary.topics
        return any(topics[topic].crisis for topic in entry.topics)

    def wants_quick_exit(self, entry: Entry) -> bool:
        """Return whether someone may have to leave the page before another person sees it."""
        topics = self.directory.vocabulary.topics
        return any(topics[topic].quick_exit for topic in entry.topics)

    def hosted_by(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the listed entries that take place in this entry's house."""
        return tuple(guest for guest in self.directory.hosted.get(entry.slug, ()) if guest.listed(self.today))

    def by_kind(self, entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
        """Return the entries by their main kind, in the order of the vocabulary; empty kinds are left out."""
        groups: dict[str, list[Entry]] = {kind: [] for kind in self.directory.vocabulary.kinds}
        for entry in entries:
            groups[entry.main_kind].append(entry)
        return {kind: group for kind, group in groups.items() if group}

    def state(self, entry: Entry) -> str:
        """Return in words how sure the entry is."""
        if entry.confirmed is None:
            return "Noch nicht bestätigt."
        if is_current(PartialDate(), entry.confirmed, self.today):
            return f"Bestätigt am {day(entry.confirmed.on)}."
        return "Vor mehr als 1 Jahr bestätigt."

    def when(self, entry: Entry) -> tuple[str, ...]:
        """Return in short sentences when the entry is; nothing where no recent fact says so."""
        rules = {
            index: times
            for index, times in enumerate(entry.times)
            if (times.regular or times.by_appointment) and is_current(times.as_of, entry.confirmed, self.today)
        }
        said = statements(rules, self.today, by_phone=bool(entry.contact.phones))
        more = ("Es gibt noch mehr Zeiten.",) if len(said) > 1 else ()
        return (*said[0].sentences, *more) if said else ()

    def whereabouts(self, entry: Entry) -> str:
        """Return in a few words where the entry is."""
        if entry.secret:
            return "Der Ort ist geheim."
        area = self.directory.vocabulary.areas[entry.area].name
        places = self.directory.places(entry)
        return next(filter(None, (self._spot(place) for place in places)), area)

    def _spot(self, place: Place) -> str:
        if place.kind == "geheim":
            return "Der Ort ist geheim."
        street = " ".join(filter(None, (place.street, place.house_number)))
        return ", ".join(filter(None, (street, place.locality or place.city)))

    @cached_property
    def _cards(self) -> dict[tuple[str, int], Markup]:
        return {}

    def card(self, entry: Entry, root: str, level: int = 3) -> Markup:
        """Return an entry as it stands in lists. Made once: many lists show the same card."""
        key = (entry.slug, level)
        if key not in self._cards:
            self._cards[key] = Markup(render("card.html", root=ROOT, view=self, entry=entry, level=level))  # noqa: S704 - escaped by the template
        return self._cards[key].replace(ROOT, root)

    @cached_property
    def _groupings(self) -> dict[str, Mapping[str, list[Entry]]]:
        return {}

    def by(self, name: str, keys: Keys) -> Mapping[str, list[Entry]]:
        """Return the listed entries grouped by whatever keys each of them has; made once for each name."""
        if name not in self._groupings:
            self._groupings[name] = self._grouped(keys)
        return self._groupings[name]

    def _grouped(self, keys: Keys) -> Mapping[str, list[Entry]]:
        groups: dict[str, list[Entry]] = {}
        for entry in self.listed:
            for key in keys(entry):
                groups.setdefault(key, []).append(entry)
        return groups
