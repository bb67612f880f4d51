"""Openings minute by minute: what our rules say, and what a program of others, opening-hours-py, says.

Its limits, version 2.1.4, which the tests leave aside: it knows no school holidays, and public ones only nationwide.
A comment leaves it "open", where the specification says "unknown". An open end lasts until midnight.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from conftest import CITY as SMALL_CITY
from conftest import load_city
from opening_hours import OpeningHours, State
from rules import FIRST

from directory.model.special_days import SpecialDays
from directory.model.times import Times
from directory.schedule.holidays import Holidays, holidays_of
from directory.schedule.occurrences import doubt_on
from directory.schedule.recurrence import days

CITY = load_city(SMALL_CITY).directory
assert CITY
THURINGIA = holidays_of(CITY.city.model_copy(update={"subdivision": "TH"}), FIRST)
Open = list[tuple[datetime, datetime]]


def rule(**fields: object) -> Times:
    return Times.model_validate({"zweck": "offen", "stand": "2026-10"} | fields)


def exception(first: date, last: date) -> SpecialDays:
    return SpecialDays.model_validate({"ab": str(first), "bis": str(last)})


def merged(spans: Iterable[tuple[datetime, datetime]]) -> Open:
    found: Open = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def we_say(rules: Sequence[Times], special: Sequence[SpecialDays], holidays: Holidays, first: date, last: date) -> Open:
    spans = []
    for times in rules:
        always = times.always and not times.by_appointment
        whole = times.model_copy(update={"always": False, "days": tuple(range(7))}) if always else times
        for day in days(whole, first, last):
            if doubt_on(times, special, holidays, day) not in {None, "ausnahme"}:
                midnight = datetime.combine(day, time())
                start = times.start.minutes if times.start else 0
                end = times.end.minutes + 24 * 60 * times.overnight if times.end else 24 * 60
                spans.append((midnight + timedelta(minutes=start), midnight + timedelta(minutes=end)))
    return merged(spans)


def they_say(text: str, first: date, last: date) -> Open:
    window = datetime.combine(first, time()), datetime.combine(last + timedelta(days=1), time())
    found = OpeningHours(text.partition(" || ")[0]).intervals(*window)
    return merged((start, end) for start, end, state, comment in found if state == State.OPEN and not comment)
