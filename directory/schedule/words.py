"""Dates and times of day as this directory always writes them: "2. Dezember 2026", "18 Uhr", "18:30 Uhr"."""

from datetime import date

from directory.model.values import MONTHS, WEEKDAYS, Clock, PartialDate


def day(value: date) -> str:
    """Return the date with the name of its month."""
    return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"


def weekday_date(value: date) -> str:
    """Return the date with its weekday in front."""
    return f"{WEEKDAYS[value.weekday()]}, {day(value)}"


def partial_date(value: PartialDate) -> str:
    """Return the date as precisely as it is known; an empty text for an unknown one."""
    if not value.known:
        return ""
    if value.day:
        return day(value.first_day())
    return f"{MONTHS[value.month - 1]} {value.year}" if value.month else str(value.year)


def clock(value: Clock) -> str:
    """Return the time of day; full hours without minutes."""
    return f"{value.hour}:{value.minute:02} Uhr" if value.minute else f"{value.hour} Uhr"


def enumeration(words: list[str]) -> str:
    """Return "A", "A und B" or "A, B und C"."""
    return " und ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
