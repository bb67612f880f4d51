"""A way to a kind of help, step by step: what a person does, whom to ask, what to say, and what the law says."""

from datetime import date
from typing import Annotated

from pydantic import Field

from directory.model.base import Model, Record
from directory.model.contact import WebAddress
from directory.model.provenance import Review, Source
from directory.model.text import (
    ENTRIES,
    ItemReference,
    Line,
    Lines,
    Name,
    NonEmptySentences,
    Reference,
    Sentences,
)
from directory.model.values import Day

# More steps cannot be kept in mind, nor printed on two sides of a sheet.
MOST_STEPS = 12


class Provision(Model):
    """A provision of a law, and what it says in our words."""

    citation: Line = Field(alias="stelle", description="Die Stelle im Gesetz, zum Beispiel: § 108 Absatz 1 SGB IX.")
    url: WebAddress = Field(alias="url", description="Wo das Gesetz amtlich steht.")
    says: Lines = Field(alias="inhalt", min_length=1, description="Was dort steht, mit eigenen Worten.")


class LapsingFact(Model):
    """What is true until a day, as a limit of income is for one year; both for readers and for professionals."""

    valid_until: Day = Field(alias="gilt_bis", description="Der letzte Tag, an dem es gilt.")
    text: Sentences = Field((), alias="text", description="Was bis dahin gilt. Ein Satz in jeder Zeile.")
    afterwards: Sentences = Field((), alias="danach", description="Was danach auf der Seite steht.")
    details: Lines = Field((), alias="fachlich", description="Was bis dahin gilt, für Fachleute.")
    details_afterwards: Lines = Field((), alias="fachlich_danach", description="Was danach dort für Fachleute steht.")

    def sentences(self, today: date) -> Lines:
        """Return what readers are told on a day; nothing that has lapsed."""
        return self.text if today <= self.valid_until else self.afterwards

    def details_on(self, today: date) -> Lines:
        """Return what professionals are told on a day; nothing that has lapsed."""
        return self.details if today <= self.valid_until else self.details_afterwards


class Link(Model):
    """A page of somebody else that helps with a step."""

    name: Name = Field(alias="name", description="Wie die Seite heißt.")
    url: WebAddress = Field(alias="url", description="Die Adresse von der Seite.")


class Step(Model):
    """One step: easy sentences for the person who takes it, and what professionals need to know beside them."""

    title: Name = Field(alias="titel", description="Die Überschrift.")
    in_short: NonEmptySentences = Field(alias="kurz", description="Das Wichtigste, für das Blatt mit 2 Seiten.")
    text: NonEmptySentences = Field(alias="text", description="Worum es geht. Ein Satz in jeder Zeile.")
    to_do: Sentences = Field((), alias="das_tun_sie", description="Was man selbst macht.")
    facts: tuple[LapsingFact, ...] = Field((), alias="angaben", description="Was nur bis zu einem Tag gilt.")
    ask: tuple[Annotated[Reference, ItemReference(ENTRIES)], ...] = Field(
        (), alias="wen", description="Welche Angebote man fragen kann: die Datei-Namen."
    )
    links: tuple[Link, ...] = Field((), alias="mehr", description="Seiten von anderen Stellen.")
    to_say: Sentences = Field((), alias="das_koennen_sie_sagen", description="Sätze, die man sagen kann.")
    law: tuple[Provision, ...] = Field((), alias="recht", description="Die Stellen im Gesetz.")
    details: Lines = Field((), alias="fachlich", description="Was Fachleute wissen müssen.")
    gaps: Lines = Field((), alias="nicht_gefunden", description="Was wir gesucht und nicht gefunden haben.")
    sources: tuple[Source, ...] = Field((), alias="quelle", description="Woher es ist.")


class Pathway(Record):
    """The way to one kind of help. Its file is one of `_wege/`, and its name is part of the address."""

    title: Name = Field(alias="titel", description="Wie die Seite heißt.")
    introduction: NonEmptySentences = Field(alias="einleitung", description="Was für eine Hilfe das ist.")
    details: Lines = Field((), alias="fachlich", description="Was am Anfang der Seite für Fachleute steht.")
    steps: tuple[Step, ...] = Field(
        alias="schritte", min_length=1, max_length=MOST_STEPS, description="Die Schritte, der Reihe nach."
    )
    review: Review | None = Field(None, alias="geprueft", description="Wer die Seite fachlich geprüft hat.")
