"""Days of the calendar where one begins in a line: one day, some days in a row, or whole months."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

CENTURY = 2000
LEAP_YEAR = 2028  # 29.2. is the end of its month
MOST_DAYS = 14  # in a row; what is longer is a season of one year, for which there is no field
MONTHS = 12
# Two digits are a year only where they can be no hour: "10.12.26".
DAY = (
    r"(?P<day>\d{1,2})\.\s?(?:(?P<month>\d{1,2})\.|(?P<name>[A-Za-zäÄ]{3,9})\.?)"
    r"(?:\s?(?P<year>\d{4})|(?P<short>2[4-9]|3\d))?(?!\d)(?!:\d)(?!\s*Uhr)"
)
DATE = re.compile(DAY)
IN_A_ROW = re.compile(
    rf"(?P<first>\d{{1,2}})\.\s?(?:(?:(?P<first_month>\d{{1,2}})\.|(?P<first_name>[A-Za-zäÄ]{{3,9}})\.?)\s?)?(?:-|–|bis)\s*(?:zum\s+)?{DAY}"
)


@dataclass(frozen=True, slots=True)
class Dates:
    """Days as they are written in files; `-12-24` has no year. `months` are whole months, from 1 to 12."""

    end: int
    days: tuple[str, ...] = ()
    months: tuple[int, ...] = ()


def dates_at(text: str, at: int, months: Mapping[str, int]) -> Dates | None:
    """Return the days that begin here; nothing where there are none, or more in a row than a rule may have."""
    if (row := IN_A_ROW.match(text, at)) and (found := _in_a_row(row, months)):
        return found
    match = DATE.match(text, at)
    if match is None or not (number := _month(match, months)):
        return None
    day = int(match["day"])
    return Dates(match.end(), (f"{_year(match) or ''}-{number:02}-{day:02}",)) if 1 <= day <= 31 else None  # noqa: PLR2004


def with_years(days: tuple[str, ...]) -> tuple[str, ...]:
    """Return days with the year that stands at the end of their list: "14.1., 11.2. und 11.3.2027".

    Only where they come one after the other: "20.12. und 10.1.2027" are in two years, and it does not say so.
    """
    left = [day for day in days if day.startswith("-")]
    year = days[-1][:4] if days else ""
    rising = all(one[-5:] < other[-5:] for one, other in pairwise(days))
    if not left or not rising or not year.isdigit() or days[: len(left)] != tuple(left):
        return days
    first = next(day for day in days if not day.startswith("-"))
    return tuple(f"{first[:4]}{day}" if day.startswith("-") else day for day in days)


def weekday_of(day: str) -> int | None:
    """Return the weekday of a day, Monday = 0; nothing where the calendar has no such day."""
    try:
        return date.fromisoformat(day).weekday()
    except ValueError:
        return None


def _year(match: re.Match[str]) -> int:
    return int(match["year"] or 0) or (CENTURY + int(match["short"]) if match["short"] else 0)


def _month(match: re.Match[str], months: Mapping[str, int]) -> int:
    return _number(match["month"], match["name"], months)


def _number(digits: str | None, name: str | None, months: Mapping[str, int]) -> int:
    number = int(digits) if digits else months.get((name or "").lower(), 0)
    return number if 1 <= number <= MONTHS else 0


def _in_a_row(match: re.Match[str], months: Mapping[str, int]) -> Dates | None:
    number, year = _month(match, months), _year(match)
    own = match["first_month"] or match["first_name"]
    first_month = _number(match["first_month"], match["first_name"], months) if own else number
    if not number or not first_month:
        return None
    if not year:  # "1.4.-31.10."
        whole = int(match["first"]) == 1 and int(match["day"]) == monthrange(LEAP_YEAR, number)[1]
        whole = whole or (int(match["first"]) == 1 and (int(match["day"]), number) == (28, 2))
        count = (number - first_month) % MONTHS + 1
        row = tuple((first_month - 1 + step) % MONTHS + 1 for step in range(count))
        return Dates(match.end(), months=row) if whole and own else None
    try:
        first, last = date(year, first_month, int(match["first"])), date(year, number, int(match["day"]))
    except ValueError:
        return None
    count = (last - first).days + 1
    if not 1 < count <= MOST_DAYS:
        return None
    return Dates(match.end(), tuple(str(first + timedelta(days=step)) for step in range(count)))
