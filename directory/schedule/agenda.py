"""All coming dates of a directory, worked out once for every output."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from directory.model import Directory, Entry
from directory.schedule.holidays import Holidays, holidays_of
from directory.schedule.occurrences import Occurrence, upcoming
from directory.schedule.rules import rules_of


@dataclass(frozen=True)
class Agenda:
    """What takes place from `today` on: for each listed entry, by its slug, in the order of time."""

    today: date
    holidays: Holidays
    dates: Mapping[str, tuple[Occurrence, ...]]

    def of(self, entry: Entry) -> tuple[Occurrence, ...]:
        """Return the coming dates of an entry, as far as its facts can be trusted; none for one that is not listed."""
        return self.dates.get(entry.slug, ())


def agenda(directory: Directory, today: date, before: tuple[Directory, Agenda] | None = None) -> Agenda:
    """Return the coming dates of every listed entry, with the holidays of the city's state.

    `before`: a directory and its agenda, from which the dates are taken of entries that are still the same objects.
    """
    old, known = before if before and before[1].today == today and before[0].city is directory.city else (None, None)
    holidays = known.holidays if known else holidays_of(directory.city, today)

    def same(entry: Entry) -> bool:
        slugs = (entry.slug, *(place.at for place in entry.places if place.at))
        return old is not None and all(old.entry.get(slug) is directory.entry.get(slug) for slug in slugs)

    dates = {
        entry.slug: known.dates[entry.slug]
        if known and same(entry) and entry.slug in known.dates
        else _with_doubts(directory, entry, upcoming(entry, holidays, today), today)
        for entry in directory.listed(today)
    }
    return Agenda(today, holidays, MappingProxyType(dates))


def _with_doubts(
    directory: Directory, entry: Entry, found: tuple[Occurrence, ...], today: date
) -> tuple[Occurrence, ...]:
    """Return the dates; those in a house that is not open are in doubt."""
    closed = [place for place, _ in directory.closed_venues(entry, today)]
    if not closed:
        return found
    ids = {place.id for place in closed}
    elsewhere = len(closed) < len(entry.places)
    rules = rules_of(entry, today)
    return tuple(replace(one, doubt="haus") if rules[one.rule].place in ids or not elsewhere else one for one in found)
