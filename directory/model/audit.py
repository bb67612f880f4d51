"""How accessible the website was found to be: what its accessibility statement says."""

from typing import Annotated, Literal

from pydantic import Field

from directory.model.base import Model, Record
from directory.model.text import Line, Sentences
from directory.model.values import Day

Count = Annotated[int, Field(ge=0)]


class Finding(Model):
    """One kind of test and how many faults it found."""

    check: Line = Field(alias="pruefung", description="Wie die Prüfung im Programm heißt.")
    what: Line = Field(alias="was", description="Was geprüft wurde.")
    faults: Count = Field(alias="fehler", description="Wie viele Fehler.")


class Audit(Record):
    """The last audit of the website, with its known gaps (model: Implementing Decision (EU) 2018/1523)."""

    on: Day = Field(alias="am", description="Der Tag, an dem geprüft wurde.")
    conformance: Literal["ganz", "teilweise", "nicht"] = Field(
        alias="vereinbar", description="Ob die Seite die Regeln einhält: ganz, teilweise oder nicht."
    )
    standard: Line = Field(alias="regeln", description="Nach welchen Regeln geprüft wurde.")
    methods: Sentences = Field(alias="so_geprueft", description="Wie geprüft wurde. Ein Satz in jeder Zeile.")
    findings: tuple[Finding, ...] = Field((), alias="ergebnisse", description="Was die Prüfungen gezählt haben.")
    gaps: Sentences = Field(
        (), alias="luecken", description="Was noch nicht barrierefrei ist. Ein Satz in jeder Zeile."
    )
