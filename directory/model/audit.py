"""How accessible the website was found to be: what its accessibility statement says.

The parts are those of the model statement in the annex of Implementing Decision (EU) 2018/1523.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from directory.model.base import Model, Record, validation_error
from directory.model.text import Line, Lines, NonEmptySentences, Sentences
from directory.model.values import Day


class Barrier(Model):
    """Something that does not keep a clause of EN 301 549, why, and what to use instead."""

    clause: Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)+$")] = Field(
        alias="abschnitt", description="Der Abschnitt von EN 301 549, zum Beispiel 10.1.3.1."
    )
    what: Line = Field(alias="was", description="Was nicht barrierefrei ist. Ein Satz.")
    kind: Literal["nicht eingehalten", "unverhältnismäßig", "ausgenommen"] = Field(
        "nicht eingehalten",
        alias="art",
        description="nicht eingehalten, unverhältnismäßig (zu viel Aufwand) oder ausgenommen (kein Gesetz gilt dafür).",
    )
    reason: NonEmptySentences = Field(alias="grund", description="Warum das so ist. Ein Satz in jeder Zeile.")
    instead: NonEmptySentences = Field(alias="stattdessen", description="Was man stattdessen nimmt.")


class UsabilityTest(Model):
    """What people of the target group found when they used the website, and what changed after it. No names."""

    on: Day = Field(alias="am", description="Der Tag.")
    who: Line = Field(alias="wer", description="Was für Menschen, zum Beispiel: Menschen mit Lern-Schwierigkeiten.")
    count: Annotated[int, Field(ge=1)] = Field(alias="wie_viele", description="Wie viele Menschen.")
    found: NonEmptySentences = Field(alias="gefunden", description="Was sie gefunden haben. Ein Satz in jeder Zeile.")
    changed: Sentences = Field((), alias="geaendert", description="Was wir geändert haben. Ein Satz in jeder Zeile.")


class Audit(Record):
    """The last audit of the website, with its known barriers and gaps."""

    on: Day = Field(alias="am", description="Der Tag, an dem geprüft wurde.")
    conformance: Literal["ganz", "teilweise", "nicht"] = Field(
        alias="vereinbar", description="Ob die Seite die Regeln einhält: ganz, teilweise oder nicht."
    )
    standard: Line = Field(alias="regeln", description="Nach welchen Regeln geprüft wurde.")
    laws: Lines = Field((), alias="gesetze", description="Nach welchen Gesetzen eine öffentliche Stelle das erklärt.")
    methods: Sentences = Field(alias="so_geprueft", description="Wie geprüft wurde. Ein Satz in jeder Zeile.")
    barriers: tuple[Barrier, ...] = Field((), alias="barrieren", description="Welche Abschnitte nicht erfüllt sind.")
    gaps: Sentences = Field((), alias="luecken", description="Was sonst noch fehlt. Ein Satz in jeder Zeile.")

    with_people: tuple[UsabilityTest, ...] = Field((), alias="mit_menschen", description="Was Menschen gefunden haben.")

    @model_validator(mode="after")
    def _barriers_fit_the_verdict(self) -> "Audit":
        if (self.conformance == "ganz") == any(one.kind == "nicht eingehalten" for one in self.barriers):
            raise validation_error(
                "erklaerung-passt-nicht",
                f"„vereinbar: {self.conformance}“ passt nicht zu den Barrieren, die da stehen.",
                "„ganz“ heißt: Kein Abschnitt ist nicht eingehalten. Sonst schreiben Sie bei „barrieren“, welche "
                "Abschnitte von EN 301 549 nicht erfüllt sind, warum, und was man stattdessen nimmt.",
                at=("vereinbar",),
            )
        return self
