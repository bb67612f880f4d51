"""One rule of times as short German sentences."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from directory.model.provenance import Validity
from directory.model.times import Times
from directory.model.values import LAST, MONTHS, WEEKDAYS
from directory.schedule.words import clock, day, enumeration, weekday_date

HOLIDAYS = {"zu": "Nicht an Feier-Tagen.", "offen": "Auch an Feier-Tagen."}
SCHOOL_HOLIDAYS = {"zu": "Nicht in den Schul-Ferien.", "offen": "Auch in den Schul-Ferien."}
# From this many neighbours on, "von … bis …" is easier than naming each.
RANGE = 3


def sentences(times: Times, today: date) -> tuple[str, ...]:
    """Return what the rule says, one fact a sentence. Dates that are past are not said."""
    said = [*_days(times, today), *_hours(times)]
    if times.months:
        said.append(f"Nur {_months(times.months)}.")
    if times.validity:
        said.extend(_validity(times.validity))
    if said and times.holidays:
        said.append(HOLIDAYS[times.holidays])
    if said and times.school_holidays:
        said.append(SCHOOL_HOLIDAYS[times.school_holidays])
    return (*said, *times.notes)


def _days(times: Times, today: date) -> Iterator[str]:
    if times.always:
        yield "Tag und Nacht." if times.purpose == "telefon" else "Immer offen."
    if times.by_appointment:
        yield "Nach Vereinbarung."
        yield "Machen Sie vorher einen Termin aus."
    days = sorted(set(times.days))
    if days and times.in_month:
        which = enumeration([f"{number}." if number != LAST else "letzten" for number in times.in_month])
        yield f"Jeden {which} {enumeration([WEEKDAYS[number] for number in days])} im Monat."
    elif days and times.every_weeks:
        yield f"Alle {times.every_weeks} Wochen am {enumeration([WEEKDAYS[number] for number in days])}."
    elif days:
        yield _weekly(days)
    for value in sorted(times.dates):
        if value >= today:
            yield f"Am {weekday_date(value)}."


def _weekly(days: list[int]) -> str:
    if days == list(range(7)):
        return "Jeden Tag."
    if len(days) >= RANGE and days == list(range(days[0], days[-1] + 1)):
        return f"Von {WEEKDAYS[days[0]]} bis {WEEKDAYS[days[-1]]}."
    return f"Jeden {enumeration([WEEKDAYS[number] for number in days])}."


def _hours(times: Times) -> Iterator[str]:
    if times.start and times.end:
        yield f"Von {clock(times.start)} bis {clock(times.end)}."
    elif times.start:
        yield f"Ab {clock(times.start)}."


def _months(months: tuple[int, ...]) -> str:
    ordered = sorted(set(months))
    # A season over the turn of the year, such as November to February, starts after its gap.
    gap = next((i for i in range(1, len(ordered)) if ordered[i] != ordered[i - 1] + 1), 0)
    if gap and ordered[0] == 1 and ordered[-1] == len(MONTHS):
        ordered = ordered[gap:] + ordered[:gap]
    steps = {(after - before) % 12 for before, after in pairwise(ordered)}
    if len(ordered) >= RANGE and steps == {1}:
        return f"von {MONTHS[ordered[0] - 1]} bis {MONTHS[ordered[-1] - 1]}"
    return f"im {enumeration([MONTHS[number - 1] for number in ordered])}"


def _validity(validity: Validity) -> Iterator[str]:
    if validity.start and validity.end:
        yield f"Vom {day(validity.start)} bis {day(validity.end)}."
    elif validity.start:
        yield f"Ab dem {day(validity.start)}."
    elif validity.end:
        yield f"Bis zum {day(validity.end)}."
