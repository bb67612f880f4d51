"""Who says a group of facts, and since when."""

from collections.abc import Iterator
from typing import Any, Protocol

from pydantic import Field

from directory.model.base import Model
from directory.model.text import Identifier, Line
from directory.model.values import AsOf, PartialDate


class Attributed(Protocol):
    """A group of facts that may say how old it is, which source of its entry it is from, or who says it."""

    @property
    def as_of(self) -> PartialDate:
        """Since when it is said."""

    @property
    def source(self) -> str | None:
        """The `id` of a source of the entry."""

    @property
    def stated_by(self) -> str | None:
        """Who says it, where that is no source."""


# The fields of every such group.
AS_OF: Any = Field(
    PartialDate(), alias="stand", title="Seit wann stimmt das?", description="Wann es so war: Jahr, Monat oder Tag."
)
SOURCE: Any = Field(
    None,
    alias="quelle",
    title="Aus welcher Quelle?",
    description="Die id von einer Quelle. Nur nötig, wenn es mehrere Quellen gibt.",
)
STATED_BY: Any = Field(
    None,
    alias="laut",
    title="Wer sagt das?",
    description="Wer das sagt, wenn es nicht in einer Quelle steht.",
)


class Attribution(Model):
    """Who says something that has no fields of its own for that, and since when."""

    as_of: AsOf = AS_OF
    source: Identifier | None = SOURCE
    stated_by: Line | None = STATED_BY


class Attributions(Model):
    """Who says what stands in single fields of an entry."""

    audience_notes: Attribution | None = Field(
        None, alias="fuer_wen", title="Woher ist „fuer_wen“?", description="Wer „fuer_wen“ sagt, und seit wann."
    )
    languages: Attribution | None = Field(
        None, alias="sprachen", title="Woher sind „sprachen“?", description="Wer „sprachen“ sagt, und seit wann."
    )
    stop: Attribution | None = Field(
        None,
        alias="haltestelle",
        title="Woher ist „haltestelle“?",
        description="Wer „haltestelle“ sagt, und seit wann.",
    )

    def each(self) -> Iterator[tuple[str, Attribution]]:
        """Yield what there is, by its YAML key."""
        for attribute, field in type(self).model_fields.items():
            if found := getattr(self, attribute):
                yield field.alias or attribute, found
