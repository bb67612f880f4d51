"""Houses with several groups, in the order of the alphabet."""

from collections.abc import Iterator
from operator import attrgetter

from directory.model.text import collation_key
from directory.output.page import START, Page
from directory.pages.alphabet import Alphabet
from directory.pages.parts import BEGINNING, divided, root_from
from directory.pages.render import render
from directory.view.day import DayView
from directory.view.entry import EntryView

ADDRESS, TITLE = "haeuser/", "Häuser mit vielen Gruppen"
# So many houses stand on one page, and so many groups of all of them; else of each house the beginning.
HOUSES, GROUPS = 15, 100


def houses_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: all houses in parts."""
    return _houses(view).keys("")


def houses_page(view: DayView, key: str) -> Page:
    """Return houses with their groups."""
    _, number = divided(key)
    houses = _houses(view)
    shown = houses.part(number)
    groups = sum(len(house.hosted) for house in shown.items)
    body = render(
        "houses.html",
        root=root_from(ADDRESS, number),
        title=TITLE,
        part=shown,
        letters=houses.letters,
        sections=list(houses.sections(shown)),
        most=groups if groups <= GROUPS else BEGINNING,
    )
    description = "Welche Gruppen in welchem Haus sind."
    return shown.of_list(Page(address=ADDRESS, title=TITLE, body=body, description=description, crumbs=(START,)))


def _houses(view: DayView) -> Alphabet[EntryView]:
    def make() -> Alphabet[EntryView]:
        houses = sorted(view.venues, key=lambda house: collation_key(house.name))
        return Alphabet(houses, attrgetter("name"), HOUSES, HOUSES)

    return view.once("houses by name", make)
