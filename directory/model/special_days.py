"""Days on which the usual rules do not hold: closed, open at other hours, once or every year."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, cast

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from directory.model.base import Model, validation_error
from directory.model.provenance import refuse_reversed
from directory.model.shorthand import SPAN
from directory.model.text import Sentences
from directory.model.times import Purpose, refuse_hours
from directory.model.values import MONTHS, AsOf, Clock, PartialDate, Truth, read_clock, read_date
from directory.problems import Hint


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of every year; day 0 is the whole month."""

    month: int
    day: int = 0

    def __str__(self) -> str:
        name = MONTHS[self.month - 1]
        return f"{self.day}. {name}" if self.day else name


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """From when to when on one day; without an end where that is not known."""

    start: Clock
    end: Clock | None = None

    def __str__(self) -> str:
        return f"{self.start}-{self.end}" if self.end else str(self.start)


LEAP_YEAR = 2024
WRITTEN = "Schreiben Sie zum Beispiel: 2026-12-24. Oder für jedes Jahr: 24. Dezember"


def read_special_day(value: object) -> object:
    """Return the day that a text names: 2026-12-24 a date, "24. Dezember" or "August" a part of every year."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    match = re.fullmatch(r"(?:(\d{1,2})\.\s*)?([A-Za-zä]+)|(\d{1,2})\.\s*(\d{1,2})\.", text)
    if not match:
        # A month and a day with a hyphen may be either way round: "01-02".
        if re.fullmatch(r"\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}\.?", text):
            raise validation_error("datum", f"„{text}“ ist kein Datum.", WRITTEN)
        return read_date(text)
    number, name, other_number, other_month = match.groups()
    names = [month.lower() for month in MONTHS]
    known = name and name.lower().replace("maerz", "märz")
    month = names.index(known) + 1 if known in names else int(other_month or 0)
    day = int(number or other_number or 0)
    whole = number is None and other_number is None
    if not 1 <= month <= len(MONTHS) or not (whole or 1 <= day <= monthrange(LEAP_YEAR, month)[1]):
        raise validation_error(
            "datum",
            f"Den Tag „{text}“ gibt es nicht.",
            WRITTEN,
        )
    return YearDay(month, day)


def read_hours(value: object) -> object:
    """Return the hours that a text names: "10-12", "9:30 bis 12 Uhr", "ab 18 Uhr"."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    span = SPAN.fullmatch(text)
    start, end = span.groups() if span else (re.sub(r"^(?:ab|von)\s+", "", text, flags=re.IGNORECASE), None)
    first = cast("Clock", read_clock(start))
    last = cast("Clock", read_clock(end)) if end else None
    refuse_hours(first, last, field="uhrzeit")
    return Hours(first, last)


_as_written = PlainSerializer(str, return_type=str, when_used="json")
SpecialDay = Annotated[date | YearDay, BeforeValidator(read_special_day), _as_written]
SpecialHours = Annotated[Hours, BeforeValidator(read_hours), _as_written]


ONLY_ONCE = "Ist es nicht jedes Jahr so? Dann schreiben Sie das Jahr dazu, zum Beispiel: 2026-12-24"


class SpecialDays(Model):
    """Days on which the rules do not hold, once or every year. Past ones are not shown."""

    start: SpecialDay = Field(
        alias="ab", title="Erster Tag", description="Der erste Tag. Bei „jedes_jahr“ auch ohne Jahr: 24. Dezember."
    )
    end: SpecialDay = Field(
        alias="bis", title="Letzter Tag", description="Der letzte Tag. Bei „jedes_jahr“ auch ein Monat: August."
    )
    every_year: Truth = Field(
        default=False,
        alias="jedes_jahr",
        title="Ist das jedes Jahr so?",
        description="ja, wenn es jedes Jahr so ist. Dann zählt das Jahr von „ab“ und „bis“ nicht.",
    )
    closed: Truth = Field(default=True, alias="zu", title="Geschlossen", description="ja, wenn geschlossen ist.")
    hours: tuple[SpecialHours, ...] = Field(
        (),
        alias="uhrzeit",
        title="Wann ist dann offen?",
        description="Wann an diesen Tagen offen ist, zum Beispiel 10:00-12:00.",
    )
    purpose: Purpose | None = Field(
        None,
        alias="zweck",
        title="Wofür gilt das?",
        description="Wofür das gilt, zum Beispiel telefon. Fehlt es, gilt es für alles.",
    )
    as_of: AsOf = Field(
        PartialDate(),
        alias="stand",
        title="Seit wann stimmt das?",
        description="Wann die Quelle das gesagt hat. Bei „uhrzeit“ ist das Pflicht.",
    )
    notes: Sentences = Field(
        (), alias="hinweis", title="Was gilt dann?", description="Was dann gilt. Ein Satz in jeder Zeile."
    )

    @model_validator(mode="before")
    @classmethod
    def _open_at_hours(cls, values: Any) -> Any:
        """Hours say that it is open."""
        return {"zu": "nein", **values} if isinstance(values, dict) and values.get("uhrzeit") else values

    @model_validator(mode="after")
    def _makes_sense(self) -> "SpecialDays":
        if not self.every_year:
            for key, value in (("ab", self.start), ("bis", self.end)):
                if isinstance(value, YearDay):
                    message = f"„{value}“ sagt nicht, in welchem Jahr."
                    hint = Hint("Ist das jedes Jahr so? Dann schreiben Sie dazu:", {"jedes_jahr": "ja"}, ONLY_ONCE)
                    raise validation_error("datum", message, hint, at=(key,))
            if isinstance(self.start, date) and isinstance(self.end, date):
                refuse_reversed(self.start, self.end)
        if self.closed and self.hours:
            message = "Hier steht: Es ist geschlossen. Hier steht auch eine Uhrzeit."
            hint = Hint("Ist offen, dann schreiben Sie:", {"zu": "nein"})
            raise validation_error("ausnahme-uhrzeit", message, hint, at=("zu",))
        if self.hours and "as_of" not in self.model_fields_set:
            message = "Hier fehlt, wann die Quelle diese Uhrzeit gesagt hat."
            hint = Hint("Schreiben Sie zum Beispiel:\nstand: 2026-10")
            raise validation_error("ausnahme-uhrzeit", message, hint, at=("uhrzeit",))
        return self

    @property
    def last(self) -> date | None:
        """The last day; None for what comes back every year."""
        return None if self.every_year or not isinstance(self.end, date) else self.end

    @property
    def over_new_year(self) -> bool:
        """Whether what is so every year ends in the year after the one in which it begins."""
        return self.every_year and _edge(self.end, LEAP_YEAR, last=True) < _edge(self.start, LEAP_YEAR, last=False)

    def spans(self, first_year: int, last_year: int) -> Iterator[tuple[date, date]]:
        """Yield the first and the last day each time that it begins in these years; a single date comes always."""
        if not self.every_year:
            yield cast("date", self.start), cast("date", self.end)
            return
        for year in range(first_year, last_year + 1):
            start = _edge(self.start, year, last=False)
            end = _edge(self.end, year + self.over_new_year, last=True)
            if start <= end:
                yield start, end

    def covers(self, day: date) -> bool:
        """Return whether a day is one of these days."""
        return any(start <= day <= end for start, end in self.spans(day.year - 1, day.year))

    def days(self, first_year: int, last_year: int) -> Iterator[date]:
        """Yield each of these days that belongs to a span that begins in these years."""
        for start, end in self.spans(first_year, last_year):
            yield from (start + timedelta(days=number) for number in range((end - start).days + 1))

    def concerns(self, purpose: Purpose) -> bool:
        """Return whether it says something about what takes place for this purpose."""
        return self.purpose in {None, purpose}


def _edge(value: date | YearDay, year: int, *, last: bool) -> date:
    """Return the day in one year; 29 February is in other years a beginning on 1 March, an end on 28 February."""
    length = monthrange(year, value.month)[1]
    if value.day > length:
        return date(year, value.month, length) if last else date(year, value.month, length) + timedelta(days=1)
    return date(year, value.month, value.day or (length if last else 1))
