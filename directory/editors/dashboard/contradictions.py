"""Facts that may contradict each other: only what can be seen for sure, and always as a question."""

from collections.abc import Iterator
from itertools import combinations

from directory.model import Entry
from directory.model.contact import Phone
from directory.model.times import Times
from directory.model.values import WEEKDAYS, PartialDate
from directory.schedule import PURPOSES, hours, is_current, partial_date
from directory.schedule.labels import enumeration
from directory.view.day import DayView

# When somebody has to be at the venue.
INSIDE = frozenset({"treffen", "offen", "essen"})


def rival_times(entry: Entry) -> Iterator[str]:
    """Yield days for which 2 rules of different age say different hours: the newer may have replaced the older.

    Rules for a season or for some weeks of the month may well stand side by side.
    """
    weekly = [times for times in entry.times if times.days and times.start and _always_holds(times)]
    for one, two in combinations(weekly, 2):
        days = sorted({*one.days} & {*two.days})
        if (
            days
            and (one.purpose, one.place) == (two.purpose, two.place)
            and (one.start, one.end) != (two.start, two.end)
            and one.as_of != two.as_of
        ):
            said = " oder ".join(f"{hours(rule.start, rule.end)} (Stand {_as_of(rule.as_of)})" for rule in (one, two))
            yield f"{PURPOSES[one.purpose]} am {_named(days)}: {said}. Was stimmt?"


def closed_venue(view: DayView, entry: Entry) -> Iterator[str]:
    """Yield days on which an entry is at a venue that says it is not open then."""
    for place in entry.places:
        venue = view.directory.entry.get(place.at or "")
        opening = _opening(view, venue) if venue and venue.listed(view.today) else []
        if not venue or not opening:
            continue
        for rule in entry.times:
            here = rule.place == place.id if rule.place else len(entry.places) == 1
            if here and rule.purpose in INSIDE and rule.start and _trusted(view, entry, rule):
                shut = [day for day in rule.days if not any(_covers(other, rule, day) for other in opening)]
                if shut:
                    when = f"am {_named(shut)}, {hours(rule.start, rule.end)}"
                    yield f"Das Angebot ist {when}. „{venue.name}“ ist dann nicht offen. Ist die Tür trotzdem offen?"


def shared_phones(view: DayView) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield phone numbers that stand with different providers, with who has them."""
    holders: dict[str, list[tuple[Phone, str, frozenset[str]]]] = {}
    for holder in _phones(view):
        holders.setdefault(holder[0].uri, []).append(holder)
    for _, found in sorted(holders.items()):
        known = [providers for _, _, providers in found if providers]
        if any(not one & two for one, two in combinations(known, 2)):
            yield found[0][0].formatted, tuple(name for _, name, _ in found)


def _phones(view: DayView) -> Iterator[tuple[Phone, str, frozenset[str]]]:
    """Yield every phone number with who has it, and the providers behind; a secret entry does not name its own."""
    for provider in view.directory.providers.values():
        yield from ((phone, f"Träger {provider.name}", frozenset({provider.id})) for phone in provider.contact.numbers)
    for entry in view.listed:
        if not entry.secret:
            yield from ((phone, entry.name, frozenset(entry.providers)) for phone in entry.contact.numbers)


def _opening(view: DayView, venue: Entry) -> list[Times]:
    """Return when a venue is open for sure; nothing where it may be open at other times too."""
    rules = [times for times in venue.times if times.purpose == "offen"]
    sure = all(times.days and times.start and times.end and _trusted(view, venue, times) for times in rules)
    return rules if sure else []


def _covers(opening: Times, rule: Times, day: int) -> bool:
    if day not in opening.days or not (opening.start and opening.end and rule.start):
        return False
    if opening.overnight:
        return opening.start <= rule.start
    return opening.start <= rule.start and not rule.overnight and (rule.end or rule.start) <= opening.end


def _always_holds(times: Times) -> bool:
    return not (times.in_month or times.every_weeks or times.weeks or times.months or times.validity)


def _trusted(view: DayView, entry: Entry, times: Times) -> bool:
    return is_current(times.as_of, entry.confirmed, view.today)


def _named(days: list[int]) -> str:
    return enumeration([WEEKDAYS[day] for day in days])


def _as_of(as_of: PartialDate) -> str:
    return partial_date(as_of) or "unbekannt"
