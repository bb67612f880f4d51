"""The entries behind numbers: together on one page, and of the longest lists each on pages of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directory.output.page import Crumb, Page
from directory.pages.parts import NAMES, part, root_from, with_parts
from directory.pages.render import render
from directory.view.figures import Figure


@dataclass(frozen=True, slots=True)
class Behind:
    """Where the entries behind numbers stand: `at` is the way to the page that has them together.

    `apart` are the ids of those that stand on pages of their own.
    """

    at: str
    apart: frozenset[str]

    def way(self, figure: Figure) -> str:
        """Return the way to the entries behind a number."""
        return f"{self.at}{figure.id}/" if figure.id in self.apart else f"{self.at}#{figure.id}"


def apart(figures: Iterable[Figure], room: int) -> frozenset[str]:
    """Return the ids of the longest figures, so few that the entries of all others are at most `room`."""
    longest = sorted(figures, key=lambda one: one.number)
    left = sum(one.number for one in longest)
    found = []
    while left > room:
        found.append(longest.pop())
        left -= found[-1].number
    return frozenset(one.id for one in found)


def behind_keys(key: str, figures: Iterable[Figure], room: int) -> Iterator[str]:
    """Yield the key of the page that has the entries together, and those of all pages of figures apart."""
    yield key
    figures = tuple(figures)
    ids = apart(figures, room)
    for one in figures:
        if one.id in ids:
            yield from with_parts(f"{key}/{one.id}", one.number, NAMES, NAMES)


def behind_page(figure: Figure, number: int, *, title: str, crumbs: tuple[Crumb, ...]) -> Page:
    """Return a part of the entries behind one number, below the last of `crumbs`."""
    shown = part(figure.entries, number, NAMES, NAMES)
    address = f"{crumbs[-1].address}{figure.id}/"
    body = render("behind.html", root=root_from(address, number), title=title, figure=figure, part=shown)
    return shown.of_list(Page(address=address, title=title, body=body, crumbs=crumbs))
