"""The directory on one day: the one thing that every output is made of."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from directory.checks.checked import Checked
from directory.easy_language import Glossary, Names, profile
from directory.model import Directory, Entry
from directory.model.contact import hostname
from directory.model.emergency import EmergencyNumber
from directory.model.times import Times
from directory.model.vocabulary import Locality, Topic
from directory.schedule import Agenda, is_current
from directory.view.asking import Asking, helper_of
from directory.view.emergency import emergency_facts, hours, urgent_numbers
from directory.view.entry import EntryView, entry_view
from directory.view.shown import shown_sentences
from directory.view.times import recent_sentences

Keys = Callable[[Entry], Iterable[str]]
Made = TypeVar("Made")
# With more entries the search has an index for each area: who looks in one area loads only that area.
ONE_SEARCH_FILE = 1000


@dataclass(frozen=True, eq=False)
class DayView:
    """The listed entries of a directory on one day, grouped once for all outputs; `of` says what one of them says.

    With booklets, pages lead to them.
    """

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

    def of(self, entry: Entry) -> EntryView:
        """Return what an entry says on this day; worked out once."""
        if entry.slug not in self._views:
            self._views[entry.slug] = entry_view(self.directory, self.agenda, entry, self.institutions)
        return self._views[entry.slug]

    @cached_property
    def _views(self) -> dict[str, EntryView]:
        return {}

    def facts_of(self, item: EmergencyNumber) -> tuple[str, ...]:
        """Return what a number of help says of itself on this day."""
        return emergency_facts(item, self.today)

    def urgent(self, *topics: Topic) -> tuple[EmergencyNumber, ...]:
        """Return whom somebody in danger can call who reads a list on topics; nobody where none is of a crisis."""
        return urgent_numbers(self.directory.vocabulary, topics)

    def urgent_among(self, entries: Collection[Entry], audiences: Collection[str] = ()) -> tuple[EmergencyNumber, ...]:
        """Return whom somebody in danger can call who reads a list of entries: a third of them is about a crisis."""
        topics = self.directory.vocabulary.topics.values()
        crises = [topic for topic in topics if topic.crisis]
        often = [one for one in crises if 3 * sum(one.id in entry.topics for entry in entries) >= max(len(entries), 1)]
        return urgent_numbers(self.directory.vocabulary, often, audiences)

    def hours_of(self, item: EmergencyNumber) -> str:
        """Return when somebody answers, for a script that knows the time."""
        return hours(item)

    def only_sensitive(self, entries: Collection[Entry]) -> bool:
        """Return whether a list has sensitive entries only, so that seeing it is as much as seeing one of them."""
        return bool(entries) and all(self.of(entry).sensitive for entry in entries)

    def times_on(self, entry: Entry, weekday: int) -> tuple[str, ...]:
        """Return in sentences when an entry is on a weekday; Monday is 0."""
        rules = {one.rule for one in self.agenda.of(entry) if one.day.weekday() == weekday}
        return recent_sentences(self.directory, entry, self.today, self.of(entry).asking.asked, rules)

    def old_times(self, entry: Entry) -> tuple[Times, ...]:
        """Return the regular times of an entry that were said too long ago to be facts."""
        return tuple(
            times for times in entry.times if times.regular and not is_current(times.as_of, entry.confirmed, self.today)
        )

    @cached_property
    def listed(self) -> tuple[Entry, ...]:
        """Every entry that belongs in lists."""
        return self.directory.listed(self.today)

    @cached_property
    def confirmed(self) -> tuple[Entry, ...]:
        """The listed entries that somebody has confirmed."""
        return tuple(entry for entry in self.listed if entry.confirmed)

    @cached_property
    def helper(self) -> Asking:
        """Who helps the whole city."""
        return helper_of(self.directory)

    @cached_property
    def glossary(self) -> Glossary:
        """The words that the directory explains."""
        words = self.directory.vocabulary
        return Glossary(words.spellings, Names(self.directory.names), words.other_words)

    @cached_property
    def bold_negation(self) -> bool:
        """Whether the city's rules of language want "nicht" and the like in bold."""
        return profile(self.directory.city.language_profile).bold_negation

    @cached_property
    def by_hard_word(self) -> Mapping[str, list[Entry]]:
        """Entries by each glossary word that their sentences have."""
        return self.by(
            "hard word", lambda entry: {use.term for line in shown_sentences(entry) for use in self.glossary.uses(line)}
        )

    @property
    def in_one_file(self) -> bool:
        """Whether the search has all of them in one file."""
        return len(self.listed) <= ONE_SEARCH_FILE

    @cached_property
    def by_area(self) -> Mapping[str, list[Entry]]:
        """Entries by every area on whose page they stand."""
        return self._grouped(self.directory.areas_of)

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
    def unnamed_localities(self) -> tuple[Locality, ...]:
        """The localities that no listed entry names as its place; a joint name counts for each of its parts."""
        places = (place for entry in self.listed for place in self.directory.places(entry))
        named = {part for place in places for part in (place.locality or "").split("/")}
        return tuple(
            locality
            for locality in self.directory.vocabulary.localities.values()
            if named.isdisjoint("/".join((locality.name, *locality.other_names)).split("/"))
        )

    @cached_property
    def institutions(self) -> frozenset[str]:
        """The hosts of entries and providers of this directory: a source there is linked."""
        contacts = [entry.contact for entry in self.directory.entries]
        contacts += [provider.contact for provider in self.directory.providers.values()]
        return frozenset(hostname(url) for contact in contacts for url in contact.websites)

    @cached_property
    def venues(self) -> tuple[EntryView, ...]:
        """Listed entries at which other listed entries are held."""
        hosts = (entry for entry in self.listed if entry.slug in self.directory.hosted)
        return tuple(view for view in map(self.of, hosts) if view.hosted)

    def soonest_first(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return the entries with those first of which the next date is known; else in the order that they had."""
        return sorted(entries, key=lambda entry: not self.agenda.of(entry))

    def by_kind(self, entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
        """Return the entries by their main kind, in the order of the vocabulary; empty kinds are left out."""
        groups: dict[str, list[Entry]] = {kind: [] for kind in self.directory.vocabulary.kinds}
        for entry in entries:
            groups[entry.main_kind].append(entry)
        return {kind: group for kind, group in groups.items() if group}

    @cached_property
    def _kept(self) -> dict[Hashable, Any]:
        return {}

    def once(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is made for a name; the second time it is only looked up."""
        if name not in self._kept:
            self._kept[name] = make()
        kept: Made = self._kept[name]
        return kept

    def by(self, name: str, keys: Keys) -> Mapping[str, list[Entry]]:
        """Return the listed entries grouped by whatever keys each of them has; made once for each name."""
        return self.once(("by", name), lambda: self._grouped(keys))

    def _grouped(self, keys: Keys) -> Mapping[str, list[Entry]]:
        groups: dict[str, list[Entry]] = {}
        for entry in self.listed:
            for key in keys(entry):
                groups.setdefault(key, []).append(entry)
        return groups
