"""Dates and times of day as this directory always writes them: "2. Dezember 2026", "18 Uhr", "18:30 Uhr"."""

from collections.abc import Sequence
from datetime import date

from directory.model.times import Purpose, is_overnight
from directory.model.values import MONTHS, WEEKDAYS, Clock, PartialDate

PURPOSES: dict[Purpose, str] = {
    "treffen": "Treffen",
    "offen": "Offen",
    "telefon": "Am Telefon",
    "anmeldung": "Anmeldung",
    "essen": "Essen",
    "raum": "Räume",
}
NEXT: dict[Purpose, str] = {
    "treffen": "Nächstes Treffen",
    "offen": "Nächster offener Tag",
    "telefon": "Nächster Telefon-Tag",
    "anmeldung": "Nächste Anmeldung",
    "essen": "Nächstes Essen",
    "raum": "Nächster Raum-Tag",
}
DAY_END = Clock(24 * 60)


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


def from_when(value: PartialDate) -> str:
    """Return from when something is: "vom 1. Mai 2026", "von Mai 2026", "von 2026"; empty for an unknown date."""
    return f"{'vom' if value.day else 'von'} {partial_date(value)}" if value.known else ""


def clock(value: Clock) -> str:
    """Return the time of day; full hours without minutes."""
    return f"{value.hour}:{value.minute:02} Uhr" if value.minute else f"{value.hour} Uhr"


def hours(start: Clock | None, end: Clock | None) -> str:
    """Return from when to when; "ab" where no end is known, and an empty text where no hour is."""
    if start is None:
        return ""
    if end is None:
        return f"ab {clock(start)}"
    if (start, end) == (Clock(0), DAY_END):
        return "Tag und Nacht"
    until = f"{clock(start)} bis {clock(end)}"
    return f"{until} am nächsten Tag" if is_overnight(start, end) else until


def enumeration(words: Sequence[str]) -> str:
    """Return "A", "A und B" or "A, B und C"."""
    return " und ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
