"""The page of offers that a reader has chosen. It brings every offer along; a script shows those of the reader's list.

Asking the server for the chosen offers would tell the server which they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.model import Entry
from directory.model.place import Place
from directory.output.html import render
from directory.output.page import START, Page
from directory.pages.entry import TimesBlock, times_blocks
from directory.pages.needs import said
from directory.view.day import Listing

MY_LIST = "Meine Liste"


@dataclass(frozen=True, slots=True)
class Sheet:
    """An offer in the words that one needs to go there. Old times are left out."""

    entry: Entry
    places: tuple[Place, ...]
    times: tuple[TimesBlock, ...]
    access: tuple[str, ...]
    through: Entry | None


def my_list_page(listing: Listing, _: str) -> Page:
    """Return the list, empty, and every listed offer as a sheet that waits to be chosen."""
    body = render("my_list.html", root="../", listing=listing, title=MY_LIST, sheets=list(_sheets(listing)))
    return Page(
        "meine-liste/", MY_LIST, body, "Angebote, die Sie sich merken.", crumbs=(START,), scripts=("my-list-page.js",)
    )


def _sheets(listing: Listing) -> Iterator[Sheet]:
    features = listing.directory.vocabulary.access_features
    for entry in listing.listed:
        places = listing.directory.places(entry)
        known = [place.access for place in places if place.access]
        # What is true of one place only is on the offer's page, which says of which.
        access = [said(features[key], degree) for key, degree in known[0].features.items()] if len(known) == 1 else []
        yield Sheet(
            entry,
            places,
            tuple(block for block in times_blocks(listing, entry, places) if block.year is None),
            tuple(access),
            listing.directory.entry.get(entry.contact.through or ""),
        )
