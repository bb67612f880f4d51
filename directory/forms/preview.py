"""An offer as it will read, for people who look at a report and not at the site."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from directory.booklets.offer import printed_offer
from directory.model import Directory, Entry
from directory.pages.listing import Listing
from directory.schedule import agenda

CLOSED = "Dieses Angebot gibt es nicht mehr."
PAUSED = "Dieses Angebot macht gerade Pause."


def as_it_reads(directory: Directory, entry: Entry, today: date) -> tuple[str, ...]:
    """Return what the page of an offer says, line by line, with an empty line between two questions."""
    shown = {entry.slug, entry.contact.through, *(place.at for place in entry.places)}
    small = replace(directory, entries=tuple(other for other in directory.entries if other.slug in shown))
    return tuple(_lines(Listing(small, agenda(small, today)), entry))


def _lines(listing: Listing, entry: Entry) -> Iterator[str]:
    offer = printed_offer(listing, entry)
    yield from (offer.name, offer.kind)
    yield ""
    if entry.status == "geschlossen":
        yield CLOSED
        return
    if entry.status == "pausiert":
        yield PAUSED
    yield from (line.text for line in offer.lead)
    for group in offer.groups:
        yield from ("", group.label)
        yield from (line.text for line in group.lines if line.text)
    yield ""
    yield from (line.text for line in offer.foot if line.text)
