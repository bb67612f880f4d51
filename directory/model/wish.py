"""What people miss in the directory: one sentence of the editors for what a group or several people have reported."""

from calendar import monthrange
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from directory.model.base import Record, validation_error
from directory.model.text import SENTENCES, ItemReference, Line, Reference, References, Sentences
from directory.model.values import AsOf

# With fewer people somebody might recognise one of them.
SEVERAL = 3
PEOPLE = "menschen"
MOST_TOPICS = 3


class Wish(Record):
    """A wish. Its file is one of `_fehlt/`, named by year, month and what it is about.

    Nobody stands behind it with a name, and it says nothing of a village: what single people report stays with the
    editors.
    """

    areas: Annotated[tuple[Reference, ...], Field(min_length=1), ItemReference("sozialraeume")] = Field(
        alias="gebiet", description="Für welche Sozialräume es gilt."
    )
    topics: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=MOST_TOPICS), ItemReference("themen")] = (
        Field(alias="themen", description="Worum es geht: 1 bis 3 Themen.")
    )
    sentence: Annotated[tuple[Line, ...], SENTENCES, Field(min_length=1, max_length=1)] = Field(
        alias="satz", description="Was fehlt, in 1 Satz von der Redaktion."
    )
    reason: Literal["kein-angebot", "passt-nicht", "unbekannt"] = Field(
        alias="grund", description="Warum es fehlt: kein-angebot, passt-nicht oder unbekannt."
    )
    misfits: tuple[Literal["zeit", "kosten", "barrieren", "sprache", "weg", "voll", "alter"], ...] = Field(
        (), alias="passt_nicht", description="Was an den Angeboten nicht passt, die es gibt."
    )
    reported: AsOf = Field(alias="gemeldet", description="In welchem Monat es gemeldet wurde. Zum Beispiel: 2026-11.")
    source: Literal["konferenz", "gruppe", "beirat", "umfrage", "menschen"] = Field(
        alias="quelle", description="Wer es gemeldet hat: konferenz, gruppe, beirat, umfrage oder menschen."
    )
    reports: int | None = Field(
        None, ge=1, alias="meldungen", description="Wie viele Menschen es gemeldet haben, jeder 1 Mal."
    )
    state: Literal["offen", "in-arbeit", "zum-teil", "erfuellt", "nicht-moeglich"] = Field(
        alias="status", description="Wie weit es ist: offen, in-arbeit, zum-teil, erfuellt oder nicht-moeglich."
    )
    answer: Sentences = Field((), alias="antwort", description="Was die Menschen als Antwort bekommen.")
    offers: References = Field((), alias="angebote", description="Welche Angebote jetzt passen: die Datei-Namen.")

    @property
    def last_day(self) -> date:
        """The last day on which it is shown: the month a year after the report ends."""
        year, month = self.reported.year + 1, self.reported.month
        return date(year, month, monthrange(year, month)[1])

    @model_validator(mode="after")
    def _of_several_people(self) -> "Wish":
        if self.source == PEOPLE and (self.reports or 0) < SEVERAL:
            raise validation_error(
                "wunsch-einzeln",
                f"Einen Wunsch von weniger als {SEVERAL} Menschen darf niemand veröffentlichen.",
                f"Haben mindestens {SEVERAL} Menschen das gemeldet? Dann schreiben Sie die Zahl: meldungen: {SEVERAL}\n"
                "Sonst löschen Sie diese Datei. Die Redaktion hebt die Meldung auf, aber nicht hier.",
                at=("quelle",),
            )
        return self

    @model_validator(mode="after")
    def _of_a_month(self) -> "Wish":
        if not self.reported.month or self.reported.day:
            raise validation_error(
                "wunsch-monat",
                "Ein Wunsch hat Jahr und Monat, aber keinen Tag.",
                "Schreiben Sie zum Beispiel: gemeldet: 2026-11",
                at=("gemeldet",),
            )
        return self

    @model_validator(mode="after")
    def _answered(self) -> "Wish":
        if self.state != "offen" and not self.answer:
            raise validation_error(
                "wunsch-ohne-antwort",
                f"Dieser Wunsch ist nicht mehr offen: {self.state}. Aber die Antwort fehlt.",
                "Schreiben Sie die Antwort unter „antwort“. Oder schreiben Sie: status: offen",
                at=("status",),
            )
        return self

    @model_validator(mode="after")
    def _misfits_have_their_reason(self) -> "Wish":
        if self.misfits and self.reason != "passt-nicht":
            raise validation_error(
                "wunsch-grund",
                "„passt_nicht“ steht nur bei Angeboten, die es gibt.",
                "Schreiben Sie: grund: passt-nicht\nOder löschen Sie „passt_nicht“.",
                at=("passt_nicht",),
            )
        return self
