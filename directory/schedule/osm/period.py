"""Months, and periods of days with their year, as `opening_hours` writes them."""

import calendar
import re
from datetime import date

from directory.problems import quoted
from directory.schedule.osm.cells import EVERY_MONTH
from directory.schedule.osm.language import MONTHS, NotExpressible

Period = tuple[date, date]

_MONTH = "(?i:" + "|".join(MONTHS) + ")"
_YEAR = r"(?:19|[2-9]\d)\d\d"
_DATE = rf"(?:{_YEAR} ?)?{_MONTH} ?\d\d?"
WHEN = rf"(?:{_DATE}(?:-(?:{_DATE}|\d\d?))?|(?:{_YEAR} ?)?{_MONTH}(?:-{_MONTH})?|{_YEAR}(?:-{_YEAR})?)"
_PART = rf"({_YEAR})? ?({_MONTH})? ?(\d\d?)?"
_PARTS = re.compile(rf"{_PART}(?:-{_PART})?")
LEAP_YEAR = 2028


def read(text: str) -> tuple[tuple[int, ...], tuple[Period, ...]]:
    """Return the months and the periods of a comma-separated list; every month if it names none.

    Raises NotExpressible for days without a year, unless they are whole months.
    """
    months: set[int] = set()
    periods: list[Period] = []
    for item in filter(None, text.split(",")):
        match = _PARTS.fullmatch(item)
        if match and match[1]:
            periods.append(_period(item, match))
        elif match and match[2]:
            months.update(_months(item, match))
    if months and periods:
        raise NotExpressible(f"{quoted(text)}: Hier steht das Jahr nur bei einem Teil.")
    return tuple(sorted(months or EVERY_MONTH)), tuple(periods)


def _months(item: str, match: re.Match[str]) -> list[int]:
    first = _month(match[2])
    last = _month(match[5]) if match[5] else first
    # Only the 29th is the last day of every February.
    whole = not match[3] or (int(match[3]) == 1 and int(match[6] or 0) == calendar.monthrange(LEAP_YEAR, last)[1])
    if match[4] or not whole:
        raise NotExpressible(f"{quoted(item)}: Einzelne Tage brauchen hier ein Jahr, zum Beispiel 2026 Dec 24.")
    return [(first + step - 1) % len(MONTHS) + 1 for step in range((last - first) % len(MONTHS) + 1)]


def _period(item: str, match: re.Match[str]) -> Period:
    year, month, day, last_year, last_month, last_day = match.groups()
    end_year = int(last_year or year)
    end_month = _month(last_month or month or MONTHS[-1])
    single = day and not last_month and not last_day
    try:
        start = date(int(year), _month(month or MONTHS[0]), int(day or 1))
        end = date(end_year, end_month, int(last_day or calendar.monthrange(end_year, end_month)[1]))
    except ValueError:
        raise NotExpressible(f"{quoted(item)}: Diesen Tag gibt es nicht.") from None
    if end < start:
        raise NotExpressible(f"{quoted(item)}: Das Ende liegt vor dem Anfang.")
    return (start, start) if single else (start, end)


def _month(name: str) -> int:
    return MONTHS.index(name.capitalize()) + 1
