"""Real dates: on which days an entry takes place, as far as its facts can be trusted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from directory.model import Entry
from directory.model.times import SpecialDays, Times
from directory.model.values import Clock
from directory.schedule.age import trusted_until
from directory.schedule.holidays import Holidays
from directory.schedule.recurrence import days

# Half a year: a site that nobody builds again for so long must not promise dates any more.
HORIZON = timedelta(weeks=26)

Doubt = Literal["", "feiertage", "schulferien"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time on one day, in local time. `rule` is the place of its rule in the entry's list.

    `doubt` names what the entry does not say about this day: whether it takes place on a public holiday, or in school
    holidays that are not published yet.
    """

    day: date
    start: Clock | None
    end: Clock | None
    rule: int
    doubt: Doubt = ""

    def __str__(self) -> str:
        return f"{self.day}/{self.start or ''}/{self.end or ''}/{self.doubt}"

    @property
    def order(self) -> tuple[date, Clock, int]:
        """What dates are sorted by; a day without an hour comes first."""
        return self.day, self.start or Clock(0), self.rule


def upcoming(entry: Entry, holidays: Holidays, today: date) -> tuple[Occurrence, ...]:
    """Return what takes place from today on, for half a year at most and never longer than the facts are trusted."""
    found = [
        occurrence
        for index in range(len(entry.times))
        for occurrence in of_rule(entry, index, holidays, *window(entry, index, today))
    ]
    return tuple(sorted(found, key=lambda occurrence: occurrence.order))


def window(entry: Entry, index: int, today: date) -> tuple[date, date]:
    """Return the first and the last day for which a rule of the entry gives dates; reversed where it gives none."""
    if entry.status != "aktiv":
        return today, date.min
    first, last = today, min(today + HORIZON, trusted_until(entry.times[index].as_of, entry.confirmed))
    if entry.validity:
        first, last = max(first, entry.validity.start or first), min(last, entry.validity.end or last)
    return first, last


def of_rule(entry: Entry, index: int, holidays: Holidays, first: date, last: date) -> Iterator[Occurrence]:
    """Yield what one rule of the entry gives between two days, without the days on which it is closed."""
    times = entry.times[index]
    for day in days(times, first, last):
        if takes_place(times, entry.special_days, holidays, day):
            yield Occurrence(day=day, start=times.start, end=times.end, rule=index, doubt=_doubt(times, holidays, day))


def takes_place(times: Times, special_days: Sequence[SpecialDays], holidays: Holidays, day: date) -> bool:
    """Return whether a rule holds on one of its days: not on holidays when it is closed, and never on special days.

    What is different then, only words say.
    """
    on_holiday = times.holidays == "zu" and day in holidays.public
    in_school_holidays = times.school_holidays == "zu" and day in holidays.school
    is_special = any(special.start <= day <= special.end for special in special_days)
    return not (on_holiday or in_school_holidays or is_special)


def _doubt(times: Times, holidays: Holidays, day: date) -> Doubt:
    if times.dates:
        return ""  # someone has chosen this very day
    if times.holidays is None and day in holidays.public:
        return "feiertage"
    return "schulferien" if times.school_holidays == "zu" and day > holidays.school_until else ""
