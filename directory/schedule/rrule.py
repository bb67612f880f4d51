"""Rules of times as recurrence rules of iCalendar (RFC 5545, section 3.3.10)."""

from directory.model.times import Times

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

# The parts of a RRULE by their names; without UNTIL, whose form depends on DTSTART.
Parts = dict[str, str | int | list[str] | list[int]]


def rrule(times: Times) -> Parts:
    """Return the parts of a RRULE that falls on the days of the rule, from a DTSTART that is one of them.

    Empty for rules that are no recurrence: single dates, and what has no days of its own; and for calendar weeks,
    because an interval of 2 weeks is wrong after week 53, and few programs read BYWEEKNO.
    """
    if times.dates or times.weeks or not times.days:
        return {}
    weekdays = [WEEKDAYS[number] for number in sorted(set(times.days))]
    parts: Parts = {"FREQ": "WEEKLY", "BYDAY": list(weekdays)}
    if times.in_month:
        numbers = sorted(set(times.in_month))
        parts = {"FREQ": "MONTHLY", "BYDAY": [f"{number}{day}" for number in numbers for day in weekdays]}
    elif times.every_weeks:
        parts |= {"INTERVAL": times.every_weeks, "WKST": "MO"}
    return parts | {"BYMONTH": sorted(set(times.months))} if times.months else parts
