"""The information sheet of one offer: one page to hand to a person."""

from dataclasses import dataclass

from directory.model import Entry
from directory.schedule import day
from directory.view.day import Listing
from directory.view.outline import Offer, printed_offer


@dataclass(frozen=True, slots=True)
class Sheet:
    """An offer, and what stands at the foot of its page."""

    offer: Offer
    title: str
    as_of: str
    trial: bool


def sheet(listing: Listing, entry: Entry, *, trial: bool) -> Sheet:
    """Return what stands on the sheet of an offer."""
    return Sheet(printed_offer(listing, entry), listing.directory.city.title, day(listing.today), trial)
