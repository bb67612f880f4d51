"""One page for people who read another language: what this is, emergencies, how to search, whom to ask."""

from typing import Literal

from pydantic import Field

from directory.model.base import Model, Record
from directory.model.provenance import Review
from directory.model.text import Identifier, Line, Lines, Name
from directory.model.values import Truth


class HelpPhrase(Model):
    """What an emergency number is for; the number itself comes from the list of numbers."""

    help: Identifier = Field(alias="stelle", description="Eine Stelle aus _vocabulary/sofort_hilfe.yaml.")
    text: Line = Field(alias="text", description="Wofür die Nummer ist.")


class TopicPhrase(Model):
    """A topic in the other language; it leads to the topic's page."""

    topic: Identifier = Field(alias="thema", description="Der Kurz-Name von einem Thema.")
    text: Line = Field(alias="text", description="Wie es in der Sprache heißt.")


class Welcome(Record):
    """All phrases of one language. Its file is one of `_willkommen/`, named by the language code of ISO 639.

    Nobody here can judge most languages: what no native speaker has signed has no page.
    """

    name: Name = Field(alias="sprache", description="Wie die Sprache sich selbst nennt.")
    direction: Literal["ltr", "rtl"] = Field(
        "ltr", alias="richtung", description="rtl, wenn man von rechts nach links schreibt."
    )
    native_speaker: Review | None = Field(
        None, alias="geprueft", description="Wer mit dieser Mutter-Sprache den Text geprüft hat, und wann."
    )
    unchecked: Truth = Field(
        default=False, alias="ohne_pruefung", description="ja, wenn die Redaktion die Sprache selbst beurteilen kann."
    )
    title: Name = Field(alias="titel", description="Die Überschrift.")
    about: Lines = Field(alias="was_ist_das", min_length=1, description="Was diese Seiten sind.")
    emergency_title: Line = Field(alias="notfall_titel", description="Die Überschrift über den Notfall-Nummern.")
    emergency: tuple[HelpPhrase, ...] = Field(alias="notfall", min_length=1, description="Die Nummern.")
    more_help: Line = Field(alias="mehr_hilfe", description="Der Link zu allen Nummern, auf Deutsch.")
    search_title: Line = Field(alias="suche_titel", description="Die Überschrift über der Suche.")
    search: Lines = Field(alias="suche", min_length=1, description="Wie man sucht.")
    search_link: Line = Field(alias="suche_link", description="Der Link zur Suche.")
    topics: tuple[TopicPhrase, ...] = Field((), alias="themen", description="Themen in der Sprache.")
    ask_title: Line = Field(alias="fragen_titel", description="Die Überschrift über den Stellen, die man fragen kann.")
    ask: Lines = Field(alias="fragen", min_length=1, description="Was über den Stellen mit dieser Sprache steht.")
    ask_nobody: Lines = Field(
        alias="fragen_niemand", min_length=1, description="Was dort steht, wenn keine Stelle bekannt ist."
    )

    @property
    def published(self) -> bool:
        """Whether there is a page."""
        return self.unchecked or self.native_speaker is not None

    @property
    def address(self) -> str:
        """The address of the page below the site's root."""
        return f"willkommen/{self.id}/"
