"""The information sheet of an entry: everything that it says, on one page, to be printed and handed out."""

from dataclasses import dataclass

from directory.booklets.map_page import MapPage, map_page
from directory.booklets.offer import Offer, source_line, whole
from directory.model import Entry
from directory.model.provenance import newest
from directory.schedule import from_when
from directory.view.day import DayView
from directory.view.outline import Line, phone_line

# How many numbers have room in one line at the foot.
AT_THE_FOOT = 3


@dataclass(frozen=True, slots=True)
class Call:
    """A situation in few words, and the number for it."""

    name: str
    phone: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An entry, and what stands at the foot of its page. `code` is the full address of its page, for a code."""

    entry: Offer
    map: MapPage | None
    code: str
    known: str
    sources: str
    at_once: list[Call]
    title: str
    as_of: str
    trial: bool


def sheet(view: DayView, entry: Entry, *, trial: bool) -> Sheet:
    """Return what stands on the sheet of an entry."""
    said = view.of(entry)
    numbers = [one for one in view.directory.vocabulary.emergency_numbers.values() if one.day_and_night]
    return Sheet(
        entry=whole(view, said),
        map=map_page(view, entry.area, [entry]),
        code=view.directory.city.address_of(entry.slug),
        known=f"{said.state} {said.advice}".strip(),
        sources=f"Woher wir das wissen: {source_line(said)}",
        at_once=[Call(one.name_alone, phone_line(one.phones[0])) for one in numbers[:AT_THE_FOOT]],
        title=view.directory.city.title,
        as_of=from_when(newest(entry.sources)),
        trial=trial,
    )
