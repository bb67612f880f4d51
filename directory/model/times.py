"""When something takes place: rules in a small structure of their own, and exceptions that lapse by themselves."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from directory.model.attribution import SOURCE, STATED_BY
from directory.model.base import Model, validation_error
from directory.model.provenance import Validity
from directory.model.shorthand import spelled_out
from directory.model.text import Identifier, Line, Sentences
from directory.model.values import AsOf, Clock, Day, Month, Ordinal, Time, Truth, Weekday
from directory.problems import Hint

Purpose = Literal["treffen", "offen", "telefon", "anmeldung", "essen", "raum"]
OnHolidays = Literal["zu", "offen"]

DAY = 24 * 60  # minutes
# Hours. A night shelter is open from 18 until 8; longer than that, somebody has mixed up beginning and end.
LONGEST_NIGHT = 14


def is_overnight(start: Clock | None, end: Clock | None) -> bool:
    """Return whether hours end on the day after they begin."""
    return start is not None and end is not None and end < start


def refuse_hours(start: Clock, end: Clock | None, at: tuple[str, ...] = (), field: str = "") -> None:
    """Refuse hours that end before they begin; those that go on over midnight are fine unless they are very long."""
    if end is not None and end <= start and end.minutes + DAY - start.minutes > LONGEST_NIGHT * 60:
        raise validation_error(
            "uhrzeit",
            "Das Ende liegt nicht nach dem Beginn.",
            Hint(
                f"Prüfen Sie „von“ und „bis“. Über Nacht geht eine Zeit höchstens {LONGEST_NIGHT} Stunden.\n"
                "Sind sie vertauscht? Dann schreiben Sie:",
                {field: f"{end} bis {start}"} if field else {"von": str(end), "bis": str(start)},
            ),
            at=at,
        )


class Times(Model):
    """One rule.

    It is weekly, every n weeks, in even or odd calendar weeks, on certain weekdays of the month, on dates, by
    appointment, or always.
    """

    purpose: Purpose = Field(
        alias="zweck",
        title="Wofür ist die Zeit?",
        examples=["zweck: treffen"],
        description="Wofür die Zeit ist: treffen, offen, telefon, anmeldung, essen oder raum.",
    )
    place: Identifier | None = Field(
        None, alias="ort", title="An welchem Ort?", description="Die id von dem Ort, an dem es stattfindet."
    )
    days: tuple[Weekday, ...] = Field(
        (), alias="tage", title="Wochentage", description="Wochentage, zum Beispiel Dienstag."
    )
    in_month: tuple[Ordinal, ...] = Field(
        (),
        alias="im_monat",
        title="Der wievielte im Monat?",
        description="Der wievielte Wochentag im Monat: 1, 2, 3, 4, 5 oder letzter.",
    )
    every_weeks: Annotated[int, Field(ge=2, le=52)] | None = Field(
        None,
        alias="alle_wochen",
        title="Alle wie viel Wochen?",
        description="Alle wie viel Wochen: 2 heißt alle 2 Wochen.",
    )
    weeks: Literal["gerade", "ungerade"] | None = Field(
        None,
        alias="kalenderwochen",
        title="In welchen Kalender-Wochen?",
        description="gerade oder ungerade: Nur in Kalender-Wochen mit so einer Nummer.",
    )
    anchor: Day | None = Field(
        None,
        alias="ab",
        title="Ab welchem Tag?",
        description="Der erste Tag. Bei „alle_wochen“ zählen von dort die Wochen, und an dem Tag findet es statt.",
    )
    dates: tuple[Day, ...] = Field(
        (),
        alias="termine",
        title="Einzelne Tage",
        description="Einzelne Tage. Steht auch „tage“ da, müssen sie auf diese Wochentage fallen.",
    )
    start: Time | None = Field(None, alias="von", title="Beginn", description="Beginn, zum Beispiel 18:00.")
    end: Time | None = Field(None, alias="bis", title="Ende", description="Ende, zum Beispiel 20:00.")
    months: tuple[Month, ...] = Field(
        (), alias="monate", title="Nur in diesen Monaten", description="Nur in diesen Monaten."
    )
    validity: Validity | None = Field(
        None,
        alias="gueltig",
        title="Nur in diesem Zeitraum",
        examples=["gueltig: {ab: 2026-10-01, bis: 2027-03-31}"],
        description="Nur in diesem Zeitraum.",
    )
    holidays: OnHolidays | None = Field(
        None,
        alias="feiertage",
        title="An Feiertagen",
        description="An Feiertagen: zu oder offen. Fehlt es, ist es nicht bekannt.",
    )
    school_holidays: OnHolidays | None = Field(
        None, alias="schulferien", title="In den Schulferien", description="In den Schulferien: zu oder offen."
    )
    lecture_time: Truth = Field(
        default=False,
        alias="vorlesungszeit",
        title="Nur in der Vorlesungs-Zeit?",
        description="ja, wenn es nur in der Vorlesungs-Zeit ist. Dann ist jeder Termin eine Frage.",
    )
    by_appointment: Truth = Field(
        default=False,
        alias="nach_vereinbarung",
        title="Nach Termin",
        description="ja, wenn man vorher einen Termin ausmacht.",
    )
    always: Truth = Field(default=False, alias="immer", title="Immer offen", description="ja, wenn immer offen ist.")
    as_of: AsOf = Field(
        alias="stand",
        title="Seit wann stimmt das?",
        examples=["stand: 2026-10"],
        description="Pflicht: wann die Quelle das gesagt hat. Jahr, Monat oder Tag.",
    )
    source: Identifier | None = SOURCE
    stated_by: Line | None = STATED_BY
    notes: Sentences = Field(
        (),
        alias="hinweis",
        title="Hinweise zur Zeit",
        description="Was nicht in Feldern steht. Ein Satz in jeder Zeile.",
    )

    @model_validator(mode="before")
    @classmethod
    def _spelled_out(cls, values: Any) -> Any:
        return spelled_out(values) if isinstance(values, dict) else values

    @property
    def begins(self) -> date | None:
        """The first day on which the rule can hold; None where it has always held."""
        starts = [self.validity.start if self.validity else None, self.anchor]
        return max(filter(None, starts), default=None)

    @property
    def ends(self) -> date | None:
        """The last day on which the rule can hold; None for one without an end."""
        by_hand = max(self.dates) if self.dates and not self.days else None
        return min(filter(None, (self.validity.end if self.validity else None, by_hand)), default=None)

    @property
    def overnight(self) -> bool:
        """Whether it ends on the next day: from 22:00 until 06:00."""
        return is_overnight(self.start, self.end)

    @property
    def regular(self) -> bool:
        """Whether the rule names days, or says that it is always: more than notes, a season or an appointment."""
        return bool(self.days or self.dates or self.always)

    @model_validator(mode="after")
    def _makes_sense(self) -> "Times":
        if not (
            self.days or self.dates or self.by_appointment or self.always or self.notes or self.months or self.validity
        ):
            raise validation_error(
                "zeit-ohne-tag",
                "Diese Zeit sagt nicht, an welchem Tag.",
                "Schreiben Sie zum Beispiel:\ntage: [Dienstag]",
            )
        if (self.in_month or self.every_weeks) and not self.days:
            raise validation_error(
                "zeit-ohne-tag", "Hier fehlt der Wochentag.", "Schreiben Sie zum Beispiel:\ntage: [Dienstag]"
            )
        if self.in_month and self.every_weeks:
            raise validation_error(
                "zeit-zwei-regeln",
                "„im_monat“ und „alle_wochen“ sind 2 verschiedene Regeln.",
                "Behalten Sie nur eine. „Jeden 2. Dienstag im Monat“: im_monat: [2]. „Alle 2 Wochen“: alle_wochen: 2.",
                at=("alle_wochen",),
            )
        if self.weeks and (self.in_month or self.every_weeks or self.dates or not self.days):
            raise validation_error(
                "zeit-zwei-regeln",
                "„kalenderwochen“ geht nur mit „tage“ und ohne eine andere Regel.",
                "Schreiben Sie zum Beispiel:\ntage: [Dienstag]\nkalenderwochen: gerade",
                at=("kalenderwochen",),
            )
        if self.dates and (self.in_month or self.every_weeks):
            raise validation_error(
                "zeit-zwei-regeln",
                "„termine“ nennt einzelne Tage. „im_monat“ und „alle_wochen“ sind Regeln.",
                "Behalten Sie nur eins von beiden. Gilt beides, dann schreiben Sie 2 Zeiten.",
                at=("termine",),
            )
        if self.always and (self.days or self.dates or self.start):
            raise validation_error(
                "zeit-zwei-regeln",
                "„immer“ passt nicht zu Tagen oder Uhrzeiten.",
                "Behalten Sie nur eins von beiden.",
                at=("immer",),
            )
        if self.lecture_time and (self.dates or self.always):
            raise validation_error(
                "zeit-zwei-regeln",
                "„vorlesungszeit“ passt nicht zu „termine“ und „immer“.",
                "Behalten Sie nur eins von beiden.",
                at=("vorlesungszeit",),
            )
        if self.end and not self.start:
            raise validation_error(
                "uhrzeit",
                "Hier steht nur das Ende.",
                "Schreiben Sie auch den Beginn, zum Beispiel:\nvon: 18:00",
                at=("bis",),
            )
        if self.start:
            refuse_hours(self.start, self.end, at=("bis",))
        return self
