"""Times as people write them into one line, as the fields of a rule: "Di 18-20 Uhr", "am 2. Montag im Monat 15 Uhr"."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from directory.files.fields import Choice
from directory.intake.issues.dates import day_written
from directory.model.shorthand import NTH, spelled_out
from directory.model.values import LAST, TIME_PATTERN, WEEKDAYS, Clock, read_clock, read_ordinal, read_weekday

UNTIL = rf"(?:\s*(?:-|–|—|bis)\s*({TIME_PATTERN})(?:\s*Uhr)?)?"
HOURS = re.compile(rf"[\s,:]*(?:\b(?:von|ab|um)\s+)?\b({TIME_PATTERN})(?:\s*Uhr)?{UNTIL}\s*$", re.IGNORECASE)
EVERY = re.compile(r"^(?:jede[nrs]?|immer|am)\s+(?:woche\s+)?(?:am\s+)?", re.IGNORECASE)
EVERY_WEEKS = re.compile(r"^alle\s+(\d{1,2})\s+Wochen\s*,?\s*(?:am\s+)?", re.IGNORECASE)
BY_APPOINTMENT = re.compile(r"nach\s+(?:Vereinbarung|Absprache|Termin)\.?", re.IGNORECASE)
AND = re.compile(r"\s*(?:,|/|\bund\b)\s*", re.IGNORECASE)
# Between hours and the days of the next hours: "Mo 9-12, Di 14-16".
NEXT_DAYS = re.compile(r"(?:(?<=\d)|(?<=Uhr))\s*(?:[,;]|\bund\b)\s*(?=[A-Za-z]{2})", re.IGNORECASE)
AND_AT_THE_END = re.compile(rf"{AND.pattern}$", re.IGNORECASE)
GERMAN_DATE = re.compile(
    r"(?:am\s+)?(?:([A-Za-z]+),?\s+)?(?:den\s+)?(\d{1,2}\.\s*(?:\d{1,2}\.|[A-Za-zä]+)\s*\d{4})", re.IGNORECASE
)


def rules(line: str, purposes: Iterable[Choice], purpose: str, as_of: str) -> list[dict[str, Any]]:
    """Return the rules of times in a line, one for each span of hours, as fields by their YAML keys.

    A line may begin with the name of a purpose and a colon. What is not understood stays under `tage`, where the model
    refuses it: "Jeden 2. Dienstag" can mean two things, so it is not understood.
    """
    own, colon, rest = line.partition(":")
    said = own.strip().casefold() if colon else ""
    named = next((choice.value for choice in purposes if choice.label.casefold() == said), "")
    clauses = NEXT_DAYS.split(rest.strip() if named else line)
    return [{"zweck": named or purpose, **rule, "stand": as_of} for clause in clauses for rule in _clause(clause)]


def _clause(text: str) -> list[dict[str, Any]]:
    """Return the rules of days with their hours, such as "Mo, Di 9-12 und 14-16"."""
    days, spans = _hours(text)
    return [{**_days(days), **span} for span in spans or [{}]]


def _hours(text: str) -> tuple[str, list[dict[str, Any]]]:
    """Return what stands before the hours, and each span of hours."""
    spans: list[dict[str, Any]] = []
    while match := HOURS.search(text):
        start, end = match.groups()
        spans.insert(0, {"von": _clock(start), **({"bis": _clock(end)} if end else {})})
        text = AND_AT_THE_END.sub("", text[: match.start()])
    return text.strip(), spans


def _days(text: str) -> Mapping[str, Any]:
    if BY_APPOINTMENT.fullmatch(text):
        return {"nach_vereinbarung": "ja"}
    if date := GERMAN_DATE.fullmatch(text):
        weekday = {"tage": [_weekday(date.group(1))]} if date.group(1) else {}
        return weekday | {"termine": [day_written(date.group(2))]}
    nth = NTH.fullmatch(text)
    if nth:
        ordinals = [_ordinal(word) for word in AND.split(nth.group(2))]
        unclear = nth.group(1) and not nth.group(4) and len(ordinals) == 1 and ordinals[0] in {"2", "3", "4"}
        return {"tage": [text]} if unclear else {"tage": [_weekday(nth.group(3))], "im_monat": ordinals}
    if weeks := EVERY_WEEKS.match(text):
        return {"tage": _weekdays(text[weeks.end() :]), "alle_wochen": weeks.group(1)}
    return {"tage": _weekdays(EVERY.sub("", text, count=1))}


def _weekdays(text: str) -> list[str]:
    try:
        return [_weekday(day) for day in spelled_out({"tage": [text]})["tage"]] if text else []
    except ValueError:
        return [text]


def _weekday(word: str) -> str:
    """Return the full name of a weekday; any other word as it is, for the model to refuse."""
    try:
        number = read_weekday(word)
    except ValueError:
        return word
    return WEEKDAYS[number] if isinstance(number, int) else word


def _ordinal(word: str) -> str:
    """Return which one in the month as files have it; any other word as it is, for the model to refuse."""
    try:
        number = read_ordinal(word)
    except ValueError:
        return word
    return "letzter" if number == LAST else str(number)


def _clock(text: str) -> str:
    try:
        clock = read_clock(text)
    except ValueError:
        return text
    return str(clock) if isinstance(clock, Clock) else text
