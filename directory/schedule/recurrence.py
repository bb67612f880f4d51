"""On which days a rule of times falls, before holidays and exceptions."""

from collections.abc import Iterator
from datetime import date, timedelta

from directory.model.provenance import Validity
from directory.model.times import Times
from directory.model.values import LAST

DAYS_IN_WEEK = 7


def days(times: Times, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last` on which the rule falls, in order.

    Empty for what has no days of its own: by appointment, always open, only notes, and every n weeks without a day
    to count from. Weeks are counted from Monday (ISO 8601); nothing takes place before the day they are counted from.
    """
    if times.by_appointment or times.always or (times.every_weeks and not times.anchor):
        return []
    first = max(first, times.begins or first)
    last = min(last, (times.validity and times.validity.end) or last)
    if times.dates:
        return sorted(day for day in set(times.dates) if first <= day <= last)
    candidates = (day for weekday in set(times.days) for day in _weekly(weekday, first, last))
    return sorted(day for day in candidates if _matches(times, day))


def within(times: Times, validity: Validity | None) -> Times:
    """Return the rule as it holds within the days of its entry."""
    if validity is None:
        return times
    own = times.validity or Validity()
    start = max(filter(None, (own.start, validity.start)), default=None)
    end = min(filter(None, (own.end, validity.end)), default=None)
    # Not validated: a rule that ends before its entry begins never holds, which is no error here.
    return times.model_copy(update={"validity": Validity.model_construct(start=start, end=end)})


def monday(day: date) -> date:
    """Return the first day of the week (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def _weekly(weekday: int, first: date, last: date) -> Iterator[date]:
    day = first + timedelta(days=(weekday - first.weekday()) % DAYS_IN_WEEK)
    while day <= last:
        yield day
        day += timedelta(days=DAYS_IN_WEEK)


def _matches(times: Times, day: date) -> bool:
    if times.months and day.month not in times.months:
        return False
    if times.in_month and not _ordinals(day) & set(times.in_month):
        return False
    if times.weeks and day.isocalendar().week % 2 != (times.weeks == "ungerade"):
        return False
    if times.every_weeks and times.anchor:
        weeks = (monday(day) - monday(times.anchor)).days // DAYS_IN_WEEK
        return weeks % times.every_weeks == 0
    return True


def _ordinals(day: date) -> set[int]:
    """Return which weekday of its month the day is: its number, and that it is the last."""
    number = (day.day - 1) // DAYS_IN_WEEK + 1
    is_last = (day + timedelta(days=DAYS_IN_WEEK)).month != day.month
    return {number, LAST} if is_last else {number}
