"""Who says a group of facts and how old it is, in words that stand once for the group."""

from dataclasses import dataclass, replace
from datetime import date

from directory.model import Entry
from directory.model.attribution import Attributed
from directory.model.contact import hostname
from directory.model.provenance import Source
from directory.model.values import PartialDate
from directory.schedule import from_when, is_current
from directory.view.phrases import past_times_text


@dataclass(frozen=True, slots=True)
class AttributionView:
    """What stands before a group of facts where it is old, and what stands after it: who says so, and since when.

    `year` is the one in which an old group was said, None where it is not old. `named` is whether `who` names somebody
    and not only a source.
    """

    year: int | None = None
    who: str = ""
    since: str = ""
    named: bool = False

    @property
    def age(self) -> str:
        """What stands before an old group."""
        return "" if self.year is None else past_times_text(self.year)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands after it."""
        return tuple(filter(None, (self.who, self.since)))


def attribution(entry: Entry, fact: Attributed | None, today: date) -> AttributionView:
    """Return who says a group of facts and since when; nothing where nobody knows.

    A confirmation is of the whole entry: after it the age of a single fact says nothing more.
    """
    if fact is None:
        return AttributionView()
    as_of = age_of(entry, fact)
    said = AttributionView(who=speaker(entry, fact), named=bool(fact.stated_by) and not entry.secret)
    if not as_of.known or (entry.confirmed and entry.confirmed.on >= as_of.first_day()):
        return said
    if not is_current(as_of, entry.confirmed, today):
        return replace(said, year=as_of.year)
    return replace(said, since=f"Die Angabe ist {from_when(as_of)}.")


def speaker(entry: Entry, fact: Attributed) -> str:
    """Return who says so: who is named, or the source that is named. A secret entry never says it."""
    if entry.secret:
        return ""
    if fact.stated_by:
        return f"Das sagt {fact.stated_by}."
    source = _named(entry, fact)
    return source_text(source) if source else ""


def source_text(source: Source) -> str:
    """Return in a sentence that a fact is from this source."""
    return f"Das steht auf {hostname(source.url)}." if source.url else f"Woher wir das wissen: {source.statement}."


def age_of(entry: Entry, fact: Attributed) -> PartialDate:
    """Return since when a group of facts is said: its own date, else that of the source that it names."""
    source = _named(entry, fact)
    return fact.as_of if fact.as_of.known or source is None else source.as_of


def _named(entry: Entry, fact: Attributed) -> Source | None:
    return next((source for source in entry.sources if source.id and source.id == fact.source), None)
