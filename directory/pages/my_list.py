"""The page of entries that a reader has chosen. It brings every entry along; a script shows those of the reader's list.

Asking the server for the chosen entries would tell the server which they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.model import Entry
from directory.model.place import Place
from directory.output.html import render
from directory.output.page import START, Page
from directory.pages.entry import TimesBlock, times_blocks
from directory.pages.needs import access_sentence
from directory.view.day import DayView

MY_LIST = "Meine Liste"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An entry in the words that one needs to go there. Old times are left out."""

    entry: Entry
    places: tuple[Place, ...]
    times: tuple[TimesBlock, ...]
    access: tuple[str, ...]
    through: Entry | None


def my_list_page(view: DayView, _: str) -> Page:
    """Return the list, empty, and every listed entry as a sheet that waits to be chosen."""
    body = render("my_list.html", root="../", view=view, title=MY_LIST, sheets=list(_sheets(view)))
    return Page(
        address="meine-liste/",
        title=MY_LIST,
        body=body,
        description="Angebote, die Sie sich merken.",
        crumbs=(START,),
        scripts=("my-list-page.js",),
        indexed=False,
    )


def _sheets(view: DayView) -> Iterator[Sheet]:
    features = view.directory.vocabulary.access_features
    for entry in view.listed:
        places = view.directory.places(entry)
        known = [place.access for place in places if place.access]
        # What is true of one place only is on the entry's page, which says of which.
        access = (
            [access_sentence(features[key], degree) for key, degree in known[0].features.items()]
            if len(known) == 1
            else []
        )
        yield Sheet(
            entry=entry,
            places=places,
            times=tuple(block for block in times_blocks(view, entry, places) if block.year is None),
            access=tuple(access),
            through=view.directory.entry.get(entry.contact.through or ""),
        )
