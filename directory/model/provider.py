"""The organisation behind an entry, and its right to be left out."""

from typing import ClassVar, Literal

from pydantic import Field

from directory.model.base import Record
from directory.model.contact import Contact
from directory.model.provenance import Source
from directory.model.text import Line, Name, Sentences
from directory.model.values import Day


class Provider(Record):
    """One provider (Leistungserbringer, association, city office …)."""

    name: Name = Field(alias="name", description="Der volle Name.")
    other_names: tuple[Name, ...] = Field((), alias="weitere_namen", description="Kurze und frühere Namen.")
    kind: Literal[
        "verein",
        "wohlfahrtsverband",
        "gemeinnuetzige-gesellschaft",
        "stiftung",
        "stadt",
        "kirche",
        "behoerde",
        "unternehmen",
        "genossenschaft",
        "initiative",
    ] = Field(alias="art", description="Was für eine Organisation das ist.")
    description: Sentences = Field(
        (), alias="beschreibung", description="Was die Organisation macht. Ein Satz in jeder Zeile."
    )
    roles: tuple[Line, ...] = Field(
        (), alias="rolle", description="Aufgaben in der Zusammen-Arbeit, zum Beispiel: Leistungserbringer."
    )
    contact: Contact = Field(default_factory=Contact, alias="kontakt", description="Wie man sie erreicht.")
    sources: tuple[Source, ...] = Field((), alias="quelle", description="Woher die Angaben sind.")


class Removal(Record):
    """An entry whose provider asked to be left out: it must not come back. No reason is needed."""

    shorthand_field: ClassVar[str] = "am"
    on: Day = Field(alias="am", description="Der Tag, an dem darum gebeten wurde.")
