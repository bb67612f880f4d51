"""Who says so, and when: sources, confirmations, checks, and findings accepted with a reason."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from directory.model.base import Model, validation_error
from directory.model.contact import WebAddress
from directory.model.text import Identifier, Line
from directory.model.values import AsOf, Day, PartialDate


class Source(Model):
    """Where a fact comes from: a page, or what somebody said."""

    shorthand_field: ClassVar[str] = "url"
    id: Identifier | None = Field(
        None,
        alias="id",
        title="Kurz-Name von der Quelle",
        description="Nur nötig, wenn andere Felder mit „quelle“ diese Quelle nennen.",
    )
    url: WebAddress | None = Field(
        None, alias="url", title="Internet-Seite", description="Adresse von der Seite, auf der es steht."
    )
    statement: Line | None = Field(
        None,
        alias="angabe",
        title="Wer hat es gesagt?",
        description="Wer es gesagt hat, wenn es keine Seite gibt. Zum Beispiel: Träger.",
    )
    as_of: AsOf = Field(
        PartialDate(),
        alias="stand",
        title="Wann war das?",
        description="Wann es dort stand: Jahr, Monat oder Tag. Fehlt es, gilt es als alt.",
    )
    note: Line | None = Field(
        None, alias="hinweis", title="Hinweis zur Quelle", description="Was man über die Quelle wissen muss."
    )

    @model_validator(mode="after")
    def _says_where(self) -> "Source":
        if not self.url and not self.statement:
            raise validation_error(
                "quelle-leer",
                "Diese Quelle sagt nicht, woher die Angaben sind.",
                "Schreiben Sie, wer es gesagt hat. Zum Beispiel:\nangabe: Die Gruppe selbst\n"
                "Steht es auf einer Internet-Seite? Dann schreiben Sie die Adresse:\nurl: https://www.example.org",
            )
        return self


def newest(sources: Iterable[Source]) -> PartialDate:
    """Return the date of the newest source: what says nothing new has the same date on every day."""
    return max((source.as_of for source in sources), default=PartialDate())


class Validity(Model):
    """The days on which something applies, both included."""

    start: Day | None = Field(None, alias="ab", title="Erster Tag", description="Der erste Tag.")
    end: Day | None = Field(None, alias="bis", title="Letzter Tag", description="Der letzte Tag.")

    @model_validator(mode="after")
    def _in_order(self) -> "Validity":
        refuse_reversed(self.start, self.end)
        return self


def refuse_reversed(start: date | None, end: date | None) -> None:
    """Refuse a period that ends before it begins; an open end is fine."""
    if start and end and end < start:
        message = f"Der letzte Tag ({end}) liegt vor dem ersten Tag ({start})."
        raise validation_error("zeitraum", message, "Tauschen Sie „ab“ und „bis“.", at=("bis",))


class Confirmation(Model):
    """When the whole entry was last confirmed, and by whom."""

    on: Day = Field(alias="am", title="Tag", description="Der Tag, an dem es bestätigt wurde.")
    by: Literal["traeger", "redaktion"] = Field(
        alias="von", title="Wer hat bestätigt?", description="Wer es bestätigt hat: traeger oder redaktion."
    )


class Measurement(Model):
    """When someone went there and checked how accessible a place is."""

    on: AsOf = Field(alias="am", title="Tag", description="Der Tag, an dem jemand nachgesehen hat.")
    by: Line = Field(alias="von", title="Wer hat nachgesehen?", description="Wer nachgesehen hat.")


class EasyLanguageCheck(Model):
    """The people of the target group who found the text easy, and when. Only this makes a text Leichte Sprache."""

    by: Line = Field(alias="geprueft_von", title="Prüf-Gruppe", description="Die Prüf-Gruppe.")
    on: Day = Field(alias="am", title="Tag", description="Der Tag, an dem sie geprüft hat.")


class Review(Model):
    """Who can judge a page and found it right, and when: somebody who knows the subject, or the language."""

    by: Line = Field(alias="von", description="Wer die Seite geprüft hat.")
    on: Day = Field(alias="am", description="Der Tag, an dem sie geprüft wurde.")


class Suppression(Model):
    """A finding of a check that stays as it is, always with a reason."""

    shorthand_field: ClassVar[str] = "regel"
    rule: Identifier = Field(alias="regel", title="Meldung", description="Das Kenn-Wort von der Meldung.")
    reason: Line = Field(
        alias="warum",
        title="Grund",
        examples=["trotzdem: {regel: mobilnummer, warum: Dienst-Handy vom Verein}"],
        description="Warum es so bleibt.",
    )
