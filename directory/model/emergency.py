"""Whom somebody in danger can call."""

from typing import Literal

from pydantic import Field

from directory.model.contact import NumberToCall, WebAddress
from directory.model.provenance import Source
from directory.model.text import Identifiers, Sentences
from directory.model.times import Times
from directory.model.values import Truth
from directory.model.vocabulary import Term

# What somebody may be in, as the search recognises it: despair, violence against a woman, a man or a child, abuse, a
# child in danger, poison, an overdose, an accident, no roof for tonight, being followed.
Danger = Literal[
    "verzweiflung",
    "gewalt-frau",
    "gewalt-mann",
    "gewalt-kind",
    "missbrauch",
    "kind",
    "gift",
    "ueberdosis",
    "unfall",
    "obdach",
    "stalking",
]


class EmergencyNumber(Term):
    """Help that is there at once: numbers, or a way for people who cannot speak or hear."""

    phones: tuple[NumberToCall, ...] = Field(
        (), alias="nummern", description="Die Nummern. Die wichtigste steht zuerst."
    )
    dangers: tuple[Danger, ...] = Field(
        (), alias="bei", description="Bei welcher Gefahr die Suche diese Hilfe zeigt, zum Beispiel: gift."
    )
    topics: Identifiers = Field(
        (), alias="themen", description="Auf welchen Seiten sie steht. Fehlt es, steht sie bei jeder Krise."
    )
    audiences: Identifiers = Field(
        (), alias="zielgruppen", description="Für wen allein sie da ist. Auf Seiten nur für andere steht sie nicht."
    )
    when: Sentences = Field(
        alias="wann", description="Wann man dort anruft. Der erste Satz steht als Frage über der Nummer."
    )
    times: tuple[Times, ...] = Field((), alias="zeiten", description="Wann jemand ans Telefon geht.")
    free_of_charge: Truth = Field(default=False, alias="kostenlos", description="ja, wenn der Anruf nichts kostet.")
    anonymous: Truth = Field(
        default=False, alias="ohne_namen", description="ja, wenn man seinen Namen nicht sagen muss."
    )
    writing: WebAddress | None = Field(
        None, alias="schreiben", description="Die Internet-Seite, auf der man schreiben kann."
    )
    without_speaking: Truth = Field(
        default=False, alias="ohne_sprechen", description="ja, wenn man dort nicht sprechen und nicht hören muss."
    )
    registration: Truth = Field(
        default=False, alias="vorher_anmelden", description="ja, wenn man sich vorher anmelden muss."
    )
    website: WebAddress | None = Field(None, alias="webseite", description="Die Internet-Seite.")
    notes: Sentences = Field((), alias="hinweis", description="Was man sonst wissen muss.")
    sources: tuple[Source, ...] = Field(alias="quelle", description="Woher die Angaben sind.")

    @property
    def day_and_night(self) -> bool:
        """Whether somebody can be called at any time, as far as is known."""
        return bool(self.phones) and all(rule.always for rule in self.times)

    @property
    def name_alone(self) -> str:
        """The name without the number, for where the number stands beside it."""
        without = self.name.replace(self.phones[0].formatted, "").strip() if self.phones else ""
        return without or self.name

    @property
    def question(self) -> str:
        """The situation, as a question: what somebody recognises first."""
        return f"{self.when[0].rstrip('.!')}?"
