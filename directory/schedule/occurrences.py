"""Real dates: on which days an entry takes place, as far as its facts can be trusted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from directory.model import Entry
from directory.model.special_days import SpecialDays
from directory.model.times import Purpose, Times, is_overnight
from directory.model.values import Clock
from directory.schedule.age import trusted_until
from directory.schedule.holidays import Holidays
from directory.schedule.recurrence import days, within
from directory.schedule.rules import SpecialTimes, rules_of

Doubt = Literal["", "feiertage", "schulferien", "vorlesungszeit", "ausnahme", "haus"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time on one day, in local time. `rule` is the place of its rule in `rules_of` its entry.

    `doubt` names what the entry does not say about this day: whether it takes place on a holiday, or in school holidays
    that are not published yet, or whether universities teach then, or at which hour on a day that is different, or
    where, since its house is closed.
    """

    day: date
    start: Clock | None
    end: Clock | None
    rule: int
    doubt: Doubt = ""

    def __str__(self) -> str:
        return f"{self.day}/{self.start or ''}/{self.end or ''}/{self.doubt}"

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return self.day + timedelta(days=1) if is_overnight(self.start, self.end) else self.day

    @property
    def order(self) -> tuple[date, Clock, int]:
        """What dates are sorted by; a day without an hour comes first."""
        return self.day, self.start or Clock(0), self.rule


def horizon(today: date) -> date:
    """Return the last day for which there are dates: the end of the month that is half a year ahead.

    A site that nobody builds again for so long must not promise dates any more. A day that moved with today would
    change every calendar each day.
    """
    years, month = divmod(today.month - 1 + 6 + 1, 12)
    return date(today.year + years, month + 1, 1) - timedelta(days=1)


def upcoming(entry: Entry, holidays: Holidays, today: date) -> tuple[Occurrence, ...]:
    """Return what takes place from today on, until the `horizon` and never longer than the facts are trusted."""
    rules = rules_of(entry, today)
    found = [
        occurrence
        for index in range(len(rules))
        for occurrence in of_rule(entry, rules, index, holidays, window(entry, rules[index], today))
    ]
    return tuple(sorted(found, key=lambda occurrence: occurrence.order))


def window(entry: Entry, times: Times, today: date) -> tuple[date, date]:
    """Return the first and the last day for which a rule of the entry gives dates; reversed where it gives none."""
    if entry.status != "aktiv":
        return today, date.min
    first, last = today, min(horizon(today), trusted_until(times.as_of, entry.confirmed))
    return max(first, entry.begins or first), min(last, entry.ends or last)


def of_rule(
    entry: Entry, rules: Sequence[Times], index: int, holidays: Holidays, period: tuple[date, date]
) -> Iterator[Occurrence]:
    """Yield what one rule of the entry gives between two days, without the days on which it is closed."""
    times = within(rules[index], entry.validity)
    chosen = {
        day
        for rule in rules
        for day in by_hand([rule], times.purpose)
        if day <= trusted_until(rule.as_of, entry.confirmed)
    }
    for day in days(times, *period):
        doubt = doubt_on(times, entry.special_days, holidays, day)
        if doubt is not None and not (doubt == "ausnahme" and day in chosen):
            yield Occurrence(day=day, start=times.start, end=times.end, rule=index, doubt=doubt)


def by_hand(rules: Iterable[Times], purpose: Purpose) -> frozenset[date]:
    """Return the days that somebody has chosen by hand: on a day that is different they say what holds."""
    return frozenset(day for times in rules if times.purpose == purpose for day in times.dates)


def doubt_on(times: Times, special_days: Sequence[SpecialDays], holidays: Holidays, day: date) -> Doubt | None:
    """Return what is not sure about a rule on one of its days; None where it does not hold then.

    It does not hold on holidays when it is closed, nor on special days that are closed. On special days that are open
    only what somebody has chosen by hand (`termine`) is sure: the usual hours may not be those of this day. Hours of
    special days hold in any case.
    """
    if isinstance(times, SpecialTimes):
        return ""
    special = [one.closed for one in special_days if one.concerns(times.purpose) and one.covers(day)]
    if any(special) or _closed(times, holidays, day):
        return None
    if times.dates:
        return ""  # someone has chosen this very day
    return "ausnahme" if special else _doubt(times, holidays, day)


def _doubt(times: Times, holidays: Holidays, day: date) -> Doubt:
    on_holiday = times.holidays is None and day in holidays.public
    # "Closed on holidays" says nothing of days that are holidays to people and not by law.
    if on_holiday or (times.holidays != "offen" and day in holidays.customary):
        return "feiertage"
    if times.school_holidays == "zu" and (day > holidays.school_until or day in holidays.beside_school):
        return "schulferien"
    # Each university has its own days, and none is published as data.
    return "vorlesungszeit" if times.lecture_time else ""


def _closed(times: Times, holidays: Holidays, day: date) -> bool:
    on_holiday = times.holidays == "zu" and day in holidays.public
    return on_holiday or (times.school_holidays == "zu" and day in holidays.school)
