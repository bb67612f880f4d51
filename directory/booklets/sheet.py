"""The information sheet of one entry: one page to hand to a person."""

from dataclasses import dataclass

from directory.model import Entry
from directory.schedule import day
from directory.view.day import DayView
from directory.view.outline import Outline, outline_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An entry, and what stands at the foot of its page."""

    entry: Outline
    title: str
    as_of: str
    trial: bool


def sheet(view: DayView, entry: Entry, *, trial: bool) -> Sheet:
    """Return what stands on the sheet of an entry."""
    return Sheet(
        entry=outline_of(view.of(entry), view.directory.city),
        title=view.directory.city.title,
        as_of=day(view.today),
        trial=trial,
    )
