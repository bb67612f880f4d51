"""Rules of times in the terms that standards for opening hours share: days of the week or month, and local hours.

HSDS and schema.org have no months, calendar weeks, exceptions or lecture periods. What needs them is no such rule,
because half a rule names days that are wrong.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from directory.model.times import DAY, Times
from directory.model.values import Clock
from directory.schedule.rrule import WEEKDAYS, rrule


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardRule:
    """Days that come again.

    `days` are those of RFC 5545: "MO" of every week, "-1FR" of every month. `interval`: every how many weeks, counted
    from `first`.
    """

    monthly: bool
    days: tuple[str, ...]
    interval: int
    first: date | None

    @property
    def weekly(self) -> bool:
        """Whether it is each week the same."""
        return not self.monthly and self.interval == 1


def standard_rule(times: Times) -> StandardRule | None:
    """Return the days of a rule, if these terms can say all of it."""
    if times.always:
        return StandardRule(monthly=False, days=WEEKDAYS, interval=1, first=None)
    parts = rrule(times)
    unknown_weeks = times.every_weeks and not times.anchor
    if not parts or times.months or times.lecture_time or times.by_appointment or unknown_weeks:
        return None
    days = parts["BYDAY"]
    return StandardRule(
        monthly=parts["FREQ"] == "MONTHLY",
        days=tuple(map(str, days)) if isinstance(days, list) else (str(days),),
        interval=times.every_weeks or 1,
        first=_first(times),
    )


def hours_of(times: Times) -> tuple[str, str]:
    """Return when it begins and ends, as HH:MM; an empty text where nobody says it.

    Day and night are from 00:00 to 23:59, and midnight at the end of a day is its last minute, as both standards want.
    """
    return ("00:00", "23:59") if times.always else (_clock(times.start), _clock(times.end))


def _first(times: Times) -> date | None:
    """Return the day from which weeks are counted, where they are."""
    if not (times.every_weeks and times.anchor):
        return None
    first = times.anchor
    while first.weekday() not in times.days:
        first += timedelta(days=1)
    return first


def _clock(moment: Clock | None) -> str:
    return "" if moment is None else "23:59" if moment.minutes == DAY else str(moment)
