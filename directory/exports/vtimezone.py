"""The time zone of a city as calendar programs read it: with yearly rules, which classic Outlook needs.

Source: RFC 5545, section 3.6.5; Outlook ignores RDATE there, and is then an hour off after the next change.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import takewhile
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Before the year from which the same rules hold in all of the European Union nobody has dates here; a fixed year also
# keeps a file the same from one year to the next.
FIRST_YEAR = 2000
# A rule that has held so long is taken to go on.
YEARS_AHEAD = 5
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the clock, in local time before the change."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def yearly(self) -> tuple[int, str, int, int]:
        """Its month, which weekday of it (from the end of the month where it is the last), hour and minute."""
        last = calendar.monthrange(self.at.year, self.at.month)[1]
        number = -1 if self.at.day + 7 > last else (self.at.day - 1) // 7 + 1
        return self.at.month, f"{number}{WEEKDAYS[self.at.weekday()]}", self.at.hour, self.at.minute


def vtimezone(name: str, today: date) -> Timezone:
    """Return the VTIMEZONE of a zone of the IANA database, good for all dates from last year on.

    A zone whose changes follow no yearly rule gets each change of the years that dates can reach.
    """
    zone = ZoneInfo(name)
    result = Timezone()
    result.add("tzid", name)
    years = [_changes(zone, year) for year in range(FIRST_YEAR, today.year + YEARS_AHEAD)]
    same = [*takewhile(lambda year: _shape(year) == _shape(years[-1]), reversed(years))]
    if len(same) > YEARS_AHEAD:
        for change in same[-1]:
            month, weekday, _, _ = change.yearly
            result.add_component(_part(change, {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": weekday}))
        if not same[-1]:
            result.add_component(_fixed(zone, datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)))
        return result
    result.add_component(_fixed(zone, datetime(today.year, 1, 1, tzinfo=UTC)))
    for of_year in years[today.year - FIRST_YEAR :]:
        for change in of_year:
            result.add_component(_part(change))
    return result


def _shape(changes: tuple[Change, ...]) -> list[tuple[object, ...]]:
    return [(change.yearly, change.before, change.after) for change in changes]


@cache
def _changes(zone: ZoneInfo, year: int) -> tuple[Change, ...]:
    return tuple(_each_change(zone, year))


def _each_change(zone: ZoneInfo, year: int) -> Iterator[Change]:
    moment, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        before, after = _offset(zone, moment), _offset(zone, moment + DAY)
        if before != after:
            yield _change(zone, moment, before)
        moment += DAY


def _change(zone: ZoneInfo, low: datetime, before: timedelta) -> Change:
    """Return the change within a day, to the minute."""
    high = low + DAY
    while high - low > MINUTE:
        middle = low + (high - low) // MINUTE // 2 * MINUTE
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    local = high.astimezone(zone)
    return Change(
        at=(high + before).replace(tzinfo=None),
        before=before,
        after=_offset(zone, high),
        name=local.tzname() or "",
        summer=bool(local.dst()),
    )


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _part(change: Change, rule: dict[str, str | int] | None = None) -> TimezoneDaylight | TimezoneStandard:
    part = TimezoneDaylight() if change.summer else TimezoneStandard()
    part.add("dtstart", change.at)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule:
        part.add("rrule", rule)
    return part


def _fixed(zone: ZoneInfo, moment: datetime) -> TimezoneStandard:
    part = TimezoneStandard()
    offset = _offset(zone, moment)
    part.add("dtstart", moment.replace(tzinfo=None))
    part.add("tzoffsetfrom", offset)
    part.add("tzoffsetto", offset)
    part.add("tzname", moment.astimezone(zone).tzname() or "")
    return part
