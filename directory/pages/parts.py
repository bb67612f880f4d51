"""Long lists have an end: what does not fit on one page stands in parts, each a page of its own.

The first part has the address of the list, the others an end: `themen/sucht/teil-2/`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from directory.output.page import Crumb, Page

Item = TypeVar("Item")
# So much stands on one page: rows with what is known of an entry, or links of one line. They weigh at most 150 KB.
ROWS, LINES = 200, 500
# A list that is longer has so much in each part, 12 screens of a phone; a rest of a few stays with the last one.
SIZE, REST = 40, 10
# Of bare names as many screens hold so many.
NAMES = 90
# So much of a section stands on a page that is too full for all of it.
BEGINNING = 5
MARK = "teil-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Item]):
    """A part of a list: its number, how many parts there are, what stands in it, and how much in all of them.

    `first` is the place of its first item in the whole list.
    """

    number: int
    of: int
    items: Sequence[Item]
    first: int
    total: int

    @property
    def last(self) -> int:
        """The place of its last item in the whole list."""
        return self.first + len(self.items) - 1

    @property
    def suffix(self) -> str:
        """What its title has behind that of the list."""
        return f", Teil {self.number}" if self.number > 1 else ""

    @property
    def up(self) -> str:
        """The way from its page to the first one."""
        return "../" if self.number > 1 else ""

    def to(self, number: int) -> str:
        """Return the way to another part."""
        return self.up + (f"{MARK}{number}/" if number > 1 else "")

    def of_list(self, page: Page) -> Page:
        """Return the page of this part, given the first page of the list with the body of this part."""
        if self.number == 1:
            return page
        own = Crumb(page.title, page.address)
        address, title = f"{page.address}{MARK}{self.number}/", f"{page.title}{self.suffix}"
        return replace(page, address=address, title=title, crumbs=(*page.crumbs, own), description="")


def how_many(total: int, most: int = ROWS, size: int = SIZE) -> int:
    """Return in how many parts a list of so many items stands: in one up to `most`, else with `size` in each."""
    return 1 if total <= most else -(-(total - REST) // size)


def part(items: Sequence[Item], number: int, most: int = ROWS, size: int = SIZE) -> Part[Item]:
    """Return a part of a list."""
    of = how_many(len(items), most, size)
    start = (number - 1) * size
    shown = items[start:] if number == of else items[start : start + size]
    return Part(number=number, of=of, items=shown, first=start + 1, total=len(items))


def with_parts(key: str, total: int, most: int = ROWS, size: int = SIZE) -> Iterator[str]:
    """Yield the key of a list of so many items, and those of its further parts."""
    yield key
    yield from (f"{key}/{MARK}{number}" for number in range(2, how_many(total, most, size) + 1))


def divided(key: str) -> tuple[str, int]:
    """Return the key of the list, and the number of its part."""
    own, mark, number = key.rpartition(f"/{MARK}")
    return (own, int(number)) if mark and number.isdigit() else (key, 1)


def root_from(address: str, number: int = 1) -> str:
    """Return the way to the root of the site from a part of the list at an address."""
    return "../" * (address.count("/") + (number > 1))
