"""Rules of times as short German sentences, one fact a line, so that nobody can read them in two ways."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from directory.model.provenance import Validity
from directory.model.special_days import SpecialDays, YearDay
from directory.model.times import Times
from directory.model.values import LAST, MONTHS, WEEKDAYS, Clock, PartialDate
from directory.schedule.labels import clock, day, enumeration, hours, weekday_date
from directory.schedule.rules import SpecialTimes

HOLIDAYS = {"zu": "Nicht an Feiertagen.", "offen": "Auch an Feiertagen."}
SCHOOL_HOLIDAYS = {"zu": "Nicht in den Schulferien.", "offen": "Auch in den Schulferien."}
# How readers can ask: by phone, in another way, or not at all; then a sentence says that nobody knows.
Asked = Literal["anrufen", "fragen", "niemand"]
DOUBTS = {
    "feiertage": "Am Feiertag? Bitte fragen Sie nach.",
    "schulferien": "In den Schulferien? Bitte fragen Sie nach.",
    "vorlesungszeit": "Ist dann Vorlesungs-Zeit? Bitte fragen Sie nach.",
    "ausnahme": "An diesem Tag ist etwas anders. Bitte fragen Sie nach.",
    "haus": "Das Haus ist zu. Bitte fragen Sie nach.",
}
WEEK_NUMBERS = {"gerade": "2, 4, 6", "ungerade": "1, 3, 5"}
UNANSWERED = {
    "feiertage": "Am Feiertag? Das wissen wir nicht.",
    "schulferien": "In den Schulferien? Das wissen wir nicht.",
    "vorlesungszeit": "Ist dann Vorlesungs-Zeit? Das wissen wir nicht.",
    "ausnahme": "An diesem Tag ist etwas anders. Mehr wissen wir nicht.",
    "haus": "Das Haus ist zu.",
}
OPEN: Mapping[Asked, str] = {
    "anrufen": "Bitte fragen Sie nach.",
    "fragen": "Bitte fragen Sie nach.",
    "niemand": "Das wissen wir nicht.",
}
BY_APPOINTMENT: Mapping[Asked, tuple[str, ...]] = {
    "anrufen": ("Bitte rufen Sie an.",),
    "fragen": ("Bitte fragen Sie nach einem Termin.",),
    "niemand": (),
}
# From this many neighbours on, "von … bis …" is easier than naming each.
RANGE = 3
# What may differ between rules that are said together.
UNSHARED: Mapping[str, object] = {"days": (), "start": None, "end": None, "as_of": PartialDate()}

Span = tuple[Clock | None, Clock | None]


@dataclass(frozen=True, slots=True)
class Statement:
    """Rules that are said together, and the sentences that say them. `rules` are places in the list given."""

    rules: tuple[int, ...]
    sentences: tuple[str, ...]


def doubts(asked: Asked) -> Mapping[str, str]:
    """Return what is said about a date in doubt."""
    return UNANSWERED if asked == "niemand" else DOUBTS


def statements(rules: Mapping[int, Times], today: date, *, asked: Asked = "anrufen") -> tuple[Statement, ...]:
    """Return what the rules say, in their order; those that differ only in days and hours are said together.

    Dates that are past are not said, nor are rules that say nothing without them. `asked` is how readers can ask what
    the rules leave open.
    """
    if len(rules) == 1:  # nothing to compare: half of all calls
        [(only, times)] = rules.items()
        sentences = _group([times], today, asked)
        return (Statement((only,), sentences),) if sentences else ()
    groups: dict[object, list[int]] = {}
    for index, times in rules.items():
        shared = times.model_copy(update=UNSHARED), times.start is None
        groups.setdefault(shared, []).append(index)
    said = (
        Statement(tuple(group), _group([rules[index] for index in group], today, asked)) for group in groups.values()
    )
    return tuple(statement for statement in said if statement.sentences)


def _group(group: Sequence[Times], today: date, asked: Asked) -> tuple[str, ...]:
    shared = group[0]
    said = [*_when(group, today, asked)]
    if shared.months and not _in_the_month(shared):
        season = _season(shared.months)
        said.append(f"Nur {season}." if said else f"{season[0].upper()}{season[1:]}.")
        if not (shared.days or shared.notes):
            said.append(f"An welchen Tagen? {OPEN[asked]}")
    # Where weeks are counted from a day, that day has a sentence of its own.
    own = shared.validity or Validity()
    said.extend(period(own.start if shared.every_weeks else shared.begins, own.end, today))
    if shared.by_appointment:
        said.append("Nur nach Vereinbarung." if said else "Nach Vereinbarung.")
        said += BY_APPOINTMENT[asked]
    if said or not shared.dates:
        said += _apart_from(shared)
    return (*said, *shared.notes)


def _apart_from(times: Times) -> Iterator[str]:
    """Yield in which parts of the year a rule holds or does not hold, whatever its days are."""
    if times.lecture_time:
        yield "Nur in der Vorlesungs-Zeit."
    if times.holidays:
        yield HOLIDAYS[times.holidays]
    if times.school_holidays:
        yield SCHOOL_HOLIDAYS[times.school_holidays]


def _when(group: Sequence[Times], today: date, asked: Asked) -> Iterator[str]:
    shared = group[0]
    if shared.always:
        yield "Tag und Nacht." if shared.purpose == "telefon" else "Immer offen."
        return
    if isinstance(shared, SpecialTimes):
        yield from _special(shared.special)
        return
    for weekdays, spans in _same_hours(group):
        if shared.dates:
            coming = (value for value in sorted(set(shared.dates)) if value >= today)
            yield from (_at(f"Am {weekday_date(value)}", spans) for value in coming)
        elif shared.in_month or shared.every_weeks or shared.weeks:
            yield from _recurring(shared, weekdays)
            yield from _hours(spans)
        elif weekdays:
            yield _at(_weekly(weekdays), spans)
        else:
            yield from _hours(spans)
    if shared.weeks:
        yield f"Das sind die Kalender-Wochen {WEEK_NUMBERS[shared.weeks]} und so weiter."
        yield "Die Nummer von der Woche steht in vielen Kalendern."
    if shared.every_weeks and shared.anchor:
        example = "Zum ersten Mal" if shared.anchor > today else "Zum Beispiel"
        yield f"{example} am {weekday_date(shared.anchor)}."
    elif shared.every_weeks:
        yield f"In welcher Woche? {OPEN[asked]}"


def _special(special: SpecialDays) -> Iterator[str]:
    """Yield the other hours of special days."""
    spoken = [(one.start, one.end) for one in special.hours]
    if _single(special):
        yield _at(f"{special_days(special)} ist es anders", spoken)
    else:
        yield f"{special_days(special)} ist es anders."
        yield _at("In dieser Zeit jeden Tag", spoken)


def special_days(special: SpecialDays) -> str:
    """Return which days are special: "Am Donnerstag, 24. Dezember 2026", "Jedes Jahr im August"."""
    start, end = special.start, special.end
    if isinstance(start, date) and isinstance(end, date) and not special.every_year:
        return f"Am {weekday_date(start)}" if start == end else f"Vom {day(start)} bis zum {day(end)}"
    if _single(special):
        return f"Jedes Jahr am {start.day}. {MONTHS[start.month - 1]}"
    whole = [isinstance(value, YearDay) and not value.day for value in (start, end)]
    if all(whole) and start.month == end.month:
        return f"Jedes Jahr im {MONTHS[start.month - 1]}"
    first, last = (MONTHS[value.month - 1] for value in (start, end))
    until = f"bis zum {end.day}. {last}" if end.day else f"bis Ende {last}"
    return f"Jedes Jahr vom {start.day or 1}. {first} {until}"


def _single(special: SpecialDays) -> bool:
    start, end = special.start, special.end
    return (start.month, start.day) == (end.month, end.day) and bool(start.day) and (special.every_year or start == end)


def _at(days: str, spans: Sequence[Span]) -> str:
    spoken = enumeration([hours(*span) for span in spans if span[0]])
    return f"{days}: {spoken}." if spoken else f"{days}."


def _same_hours(group: Sequence[Times]) -> list[tuple[list[int], list[Span]]]:
    """Return the weekdays that have the same hours, with all their hours; in the order of the week."""
    by_day: dict[int | None, set[Span]] = {}
    for times in group:
        for weekday in (() if times.dates else times.days) or (None,):
            by_day.setdefault(weekday, set()).add((times.start, times.end))
    by_hours: dict[tuple[Span, ...], list[int]] = {}
    for weekday in sorted(by_day, key=lambda weekday: -1 if weekday is None else weekday):
        spans = tuple(sorted(by_day[weekday], key=lambda span: (span[0] or Clock(0), span[1] or Clock(0))))
        by_hours.setdefault(spans, []).extend([] if weekday is None else [weekday])
    return [(weekdays, list(spans)) for spans, weekdays in by_hours.items()]


def _weekly(weekdays: list[int]) -> str:
    if weekdays == list(range(7)):
        return "Jeden Tag"
    if len(weekdays) >= RANGE and weekdays == list(range(weekdays[0], weekdays[-1] + 1)):
        return f"Von {WEEKDAYS[weekdays[0]]} bis {WEEKDAYS[weekdays[-1]]}"
    return f"Jeden {_names(weekdays)}"


def _recurring(shared: Times, weekdays: list[int]) -> Iterator[str]:
    if shared.every_weeks:
        yield f"Alle {shared.every_weeks} Wochen am {_names(weekdays)}."
        if len(weekdays) > 1:
            yield "Die Tage sind in der gleichen Woche."
        return
    if shared.weeks:
        yield f"In jeder {shared.weeks}n Kalender-Woche am {_names(weekdays)}."
        return
    numbers = sorted(set(shared.in_month), key=lambda number: (number == LAST, number))
    which = enumeration([f"{number}." if number != LAST else "letzten" for number in numbers])
    for weekday in weekdays:
        if _in_the_month(shared):
            yield f"Jedes Jahr am {which} {WEEKDAYS[weekday]} im {MONTHS[shared.months[0] - 1]}."
        else:
            yield f"Jeden {which} {WEEKDAYS[weekday]} im Monat."


def _in_the_month(times: Times) -> bool:
    """Return whether a rule is a day of one month in the year, such as the last Saturday in September."""
    return bool(times.in_month) and len(set(times.months)) == 1


def _names(weekdays: list[int]) -> str:
    return enumeration([WEEKDAYS[weekday] for weekday in weekdays])


def _hours(spans: Sequence[Span]) -> Iterator[str]:
    spoken = []
    for start, end in spans:
        if start and end and hours(start, end).startswith(clock(start)):
            spoken.append(f"von {hours(start, end)}")
        elif start:
            spoken.append(hours(start, end))
    if spoken:
        text = enumeration(spoken)
        yield f"{text[0].upper()}{text[1:]}."


def _season(months: tuple[int, ...]) -> str:
    ordered = sorted(set(months))
    # A season over the turn of the year, such as November to February, starts after its gap.
    gap = next((i for i in range(1, len(ordered)) if ordered[i] != ordered[i - 1] + 1), 0)
    if gap and ordered[0] == 1 and ordered[-1] == len(MONTHS):
        ordered = ordered[gap:] + ordered[:gap]
    steps = {(after - before) % 12 for before, after in pairwise(ordered)}
    if len(ordered) >= RANGE and steps == {1}:
        return f"von {MONTHS[ordered[0] - 1]} bis {MONTHS[ordered[-1] - 1]}"
    return f"im {enumeration([MONTHS[number - 1] for number in ordered])}"


def period(start: date | None, end: date | None, today: date) -> Iterator[str]:
    """Yield from when and until when something holds; a beginning that is past is not said."""
    begins = start if start and start > today else None
    if begins and end:
        yield f"Vom {day(begins)} bis zum {day(end)}."
    elif begins and begins.day == 1:
        yield f"Ab {MONTHS[begins.month - 1]} {begins.year}."
    elif begins:
        yield f"Ab dem {day(begins)}."
    elif end:
        yield f"Bis zum {day(end)}."
