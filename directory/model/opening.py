"""What a booklet opens with."""

from typing import Annotated

from pydantic import Field

from directory.model.text import ENTRIES, Identifier, Identifiers, ItemReference, Line
from directory.model.vocabulary import IconName, Term


class Opening(Term):
    """What somebody opens a booklet with: a need in their own words, and what answers it."""

    icon: IconName = Field(alias="symbol", description="Name von einem Bild aus Material Design Icons.")
    topics: Identifiers = Field((), alias="themen", description="Themen dazu. Das wichtigste steht zuerst.")
    kinds: Identifiers = Field((), alias="arten", description="Nur Angebote von diesen Arten. Fehlt es: von allen.")
    words: tuple[Line, ...] = Field(
        (), alias="worte", description="Wörter, die im Angebot stehen. Dann steht es weiter vorn."
    )
    entries: tuple[Annotated[Identifier, ItemReference(ENTRIES)], ...] = Field(
        (), alias="zuerst", description="Angebote, die zuerst stehen: Die Redaktion hat sie ausgewählt."
    )
    numbers: Identifiers = Field((), alias="nummern", description="Nummern aus sofort_hilfe.yaml. Sie stehen zuletzt.")
