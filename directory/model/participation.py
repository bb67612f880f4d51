"""What it takes to take part: how one joins, for which age it is, and what it costs."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StringConstraints, model_validator

from directory.model.attribution import AS_OF, SOURCE, STATED_BY
from directory.model.base import Model, validation_error
from directory.model.shorthand import age_spelled_out
from directory.model.text import Identifier, Line, Sentences
from directory.model.values import AsOf


class Joining(Model):
    """How one joins."""

    shorthand_field: ClassVar[str] = "wie"
    how: Literal["offen", "erstgespraech", "anmeldung", "nachweis", "warteliste"] | None = Field(
        None,
        alias="wie",
        title="Wie kann man mitmachen?",
        description="offen, erstgespraech, anmeldung, nachweis oder warteliste.",
    )
    notes: Sentences = Field(
        (), alias="hinweis", title="Was muss man tun?", description="Was man tun muss. Ein Satz in jeder Zeile."
    )
    as_of: AsOf = AS_OF
    source: Identifier | None = SOURCE
    stated_by: Line | None = STATED_BY


class Age(Model):
    """For which age, in years, both included."""

    shorthand_field: ClassVar[str] = "ab"
    minimum: Annotated[int, Field(ge=0, le=120)] | None = Field(
        None, alias="ab", title="Ab wie viel Jahren", description="Ab wie viel Jahren."
    )
    maximum: Annotated[int, Field(ge=0, le=120)] | None = Field(
        None, alias="bis", title="Bis wie viel Jahre", description="Bis wie viel Jahre."
    )

    @model_validator(mode="before")
    @classmethod
    def _spelled_out(cls, values: Any) -> Any:
        return age_spelled_out(values) if isinstance(values, dict) else values

    @model_validator(mode="after")
    def _in_order(self) -> "Age":
        if self.minimum is not None and self.maximum is not None and self.maximum < self.minimum:
            raise validation_error(
                "alter",
                "Das höchste Alter ist kleiner als das kleinste Alter.",
                "Tauschen Sie „ab“ und „bis“.",
                at=("bis",),
            )
        return self


class Cost(Model):
    """What it costs."""

    shorthand_field: ClassVar[str] = "art"
    kind: Literal["kostenlos", "spende", "preis", "beitrag"] = Field(
        alias="art", title="Was kostet es?", description="kostenlos, spende, preis oder beitrag."
    )
    amount: Annotated[str, StringConstraints(pattern=r"^\d+(?:[.,]\d{1,2})?$")] | None = Field(
        None, alias="betrag", title="Wie viel Euro?", description="Wie viel Euro, nur die Zahl."
    )
    per: Line | None = Field(
        None, alias="je", title="Wofür ist der Betrag?", description="Wofür der Betrag ist, zum Beispiel: Monat."
    )
    notes: Sentences = Field(
        (), alias="hinweis", title="Hinweise zu den Kosten", description="Was man wissen muss. Ein Satz in jeder Zeile."
    )
    as_of: AsOf = AS_OF
    source: Identifier | None = SOURCE
    stated_by: Line | None = STATED_BY
