"""Rules of times as one `opening_hours` value of OpenStreetMap."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from directory.model.special_days import SpecialDays
from directory.model.times import Times
from directory.model.values import Clock
from directory.schedule.holidays import Holidays
from directory.schedule.occurrences import by_hand, doubt_on
from directory.schedule.recurrence import days

# https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Counted anew each year, so that they are right after week 53.
WEEKS = {"gerade": "week 02-52/2", "ungerade": "week 01-53/2"}
ALWAYS = "24/7"
BY_APPOINTMENT = "nach Vereinbarung"
DIFFERENT = "anders"
DAY = 24 * 60  # minutes
LONGEST = 255  # characters of a value


class NotExpressible(ValueError):  # noqa: N818 - nothing is broken: OpenStreetMap has no words for it
    """What our rules say and OpenStreetMap cannot. `reason` is one or two German sentences for editors."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """What one rule does within the window. `season` is None if only a list of dates can say it."""

    times: Times
    hours: str
    season: str | None
    taking_place: frozenset[date]
    closed: frozenset[date]
    unclear: frozenset[date]


def opening_hours(
    rules: Sequence[Times],
    special_days: Sequence[SpecialDays],
    holidays: Holidays,
    first: date,
    last: date,
    *,
    longest: int = LONGEST,
) -> str:
    """Return one value that opens from `first` to `last` exactly when the rules say so; at other times it may err.

    A time without an end stays open-ended (`18:00+`). By appointment is a comment, which counts as not open. Holidays
    are written as dates, because programs know the public ones of Germany at best, and no school holidays.
    Raises NotExpressible. Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
    """
    current = [times for times in rules if _is_valid(times, first, last)]
    plans = [_plan(times, by_hand(current, times.purpose), special_days, holidays, (first, last)) for times in current]
    plans = [plan for plan in plans if plan.taking_place]
    if any(plan.times.overnight for plan in plans) and any(plan.closed for plan in plans):
        # Programs differ in whether "off" ends what began the evening before: without "off" there is no doubt.
        plans = [replace(plan, season=None) for plan in plans]
    if not plans:
        raise NotExpressible("In diesem Zeitraum ist nie offen.")
    text = _written(plans)
    if len(text) > longest:
        raise NotExpressible(f"Das sind {len(text)} Zeichen. OpenStreetMap erlaubt {longest}.")
    return text


def _is_valid(times: Times, first: date, last: date) -> bool:
    return (times.begins or first) <= last and (times.ends or last) >= first


def _written(plans: list[_Plan]) -> str:
    """Return what holds in general, then the days off, then what takes place on those days all the same."""
    unclear = frozenset[date]().union(*(plan.unclear for plan in plans if plan.season is not None))
    off = frozenset[date]().union(*(plan.closed for plan in plans if plan.season is not None)) - unclear
    opened = frozenset[date]().union(*(plan.taking_place for plan in plans))
    lines: list[str] = []
    exceptions = [f"{_days_off(off, opened - off)} off"] if off else []
    exceptions += [f'{_days_off(unclear, opened - unclear)} unknown "{DIFFERENT}"'] if unclear else []
    off |= unclear
    # A later rule covers an earlier one, so what is by appointment comes first: it must not hide open doors.
    for by_appointment, comment in ((True, f' "{BY_APPOINTMENT}"'), (False, "")):
        own = [plan for plan in plans if plan.times.by_appointment == by_appointment]
        dates = [(plan.hours, plan.taking_place - off) for plan in own if plan.season is None]
        lines += [line + comment for line in (*_patterns(own), *_dates(dates))]
        exceptions += [line + comment for line in _dates([(plan.hours, plan.taking_place & off) for plan in own])]
    return "; ".join(", ".join(rules) for rules in (lines, exceptions) if rules)


def _plan(
    times: Times,
    chosen: AbstractSet[date],
    special_days: Sequence[SpecialDays],
    holidays: Holidays,
    window: tuple[date, date],
) -> _Plan:
    if times.always and not times.by_appointment:
        every_day = {"always": False, "days": tuple(range(7)), "start": Clock(0), "end": Clock(DAY)}
        times = times.model_copy(update=every_day)
    falls_on = frozenset(days(times.model_copy(update={"by_appointment": False}), *window))
    held = {day: doubt for day in falls_on if (doubt := doubt_on(times, special_days, holidays, day)) is not None}
    different = frozenset(day for day, doubt in held.items() if doubt == "ausnahme")
    unclear, taking_place = different - chosen, frozenset(held) - different
    return _Plan(
        times=times,
        hours=_hours(times),
        season=_season(times, *window),
        taking_place=taking_place,
        closed=falls_on - taking_place,
        unclear=unclear,
    )


def _hours(times: Times) -> str:
    """Return the time of day. Raises NotExpressible for a rule without one, or without days."""
    if times.every_weeks and not times.anchor and not times.dates:
        raise NotExpressible(f"Alle {times.every_weeks} Wochen: Es fehlt ein Tag, von dem die Wochen zählen.")
    if times.lecture_time:
        raise NotExpressible("Nur in der Vorlesungs-Zeit: Das kann OpenStreetMap nicht sagen.")
    if times.by_appointment and not times.start:
        raise NotExpressible("Nach Vereinbarung, ohne Uhrzeit: Das kann OpenStreetMap nicht genau sagen.")
    if not times.days and not times.dates:
        raise NotExpressible("Diese Zeit sagt nicht, an welchem Tag.")
    if not times.start:
        raise NotExpressible("Diese Zeit sagt nicht, um wie viel Uhr.")
    if times.start.minutes == DAY:
        raise NotExpressible("Diese Zeit beginnt um 24:00. Das ist schon der nächste Tag.")
    return f"{times.start}-{times.end}" if times.end else f"{times.start}+"


def _season(times: Times, first: date, last: date) -> str | None:
    """Return the months or the period that stand in front of the weekdays, "" for none, or None if dates are needed."""
    if times.dates or times.every_weeks:
        return None
    months = ",".join(_range(MONTHS[start - 1], MONTHS[end - 1]) for start, end in _runs(set(times.months)))
    end_of_rule = times.validity.end if times.validity else None
    start, end = max(first, times.begins or first), min(last, end_of_rule or last)
    if times.weeks:
        # A range of dates in front of weeks means other weeks to some programs.
        return None if months or (start, end) != (first, last) else WEEKS[times.weeks]
    if (start, end) == (first, last):
        return months
    return None if months else _range(_date(start), _date(end))


def _patterns(plans: list[_Plan]) -> Iterator[str]:
    tables: dict[tuple[str, tuple[int, ...]], dict[int, set[str]]] = {}
    for plan in plans:
        if plan.season is not None:
            table = tables.setdefault((plan.season, plan.times.in_month), {})
            for weekday in plan.times.days:
                table.setdefault(weekday, set()).add(plan.hours)
    for (season, in_month), table in tables.items():
        for weekdays, hours in _together(table):
            line = f"{_weekdays(weekdays, in_month)} {hours}"
            if season:
                # Without the colon "Jan,Mar Mo[1]" means all of January.
                yield f"{season}: {line}" if in_month else f"{season} {line}"
            else:
                yield ALWAYS if line == "Mo-Su 00:00-24:00" else line


def _dates(found: list[tuple[str, frozenset[date]]]) -> Iterator[str]:
    table: dict[int, set[str]] = {}
    for hours, taking_place in found:
        for day in taking_place:
            table.setdefault(day.toordinal(), set()).add(hours)
    return (f"{_ranges(_runs(together))} {hours}" for together, hours in _together(table))


def _together(table: Mapping[int, set[str]]) -> Iterator[tuple[list[int], str]]:
    """Yield days, as numbers, that have the same hours, and these hours."""
    found: dict[str, list[int]] = {}
    for day in sorted(table):
        found.setdefault(",".join(sorted(table[day])), []).append(day)
    return ((days, hours) for hours, days in found.items())


def _days_off(off: frozenset[date], opened: frozenset[date]) -> str:
    """Return the days as ranges that go on until a day on which something takes place."""
    places = {place: day.toordinal() for place, day in enumerate(sorted(off | opened)) if day in off}
    return _ranges((places[start], places[end]) for start, end in _runs(places))


def _weekdays(found: list[int], in_month: tuple[int, ...]) -> str:
    if in_month:
        which = ",".join(str(number) for number in dict.fromkeys(in_month))
        return ",".join(f"{WEEKDAYS[number]}[{which}]" for number in found)
    return ",".join(_range(WEEKDAYS[start], WEEKDAYS[end]) for start, end in _runs(found))


def _ranges(spans: Iterable[tuple[int, int]]) -> str:
    return ",".join(_range(_date(date.fromordinal(start)), _date(date.fromordinal(end))) for start, end in spans)


def _range(start: str, end: str) -> str:
    return start if start == end else f"{start}-{end}"


def _date(day: date) -> str:
    return f"{day.year:04} {MONTHS[day.month - 1]} {day.day:02}"


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of consecutive numbers, in order."""
    for _, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        yield members[0], members[-1]
