"""Long lists have an end: what does not fit on one page stands in parts, each a page of its own.

The first part has the address of the list, the others an end: `themen/sucht/teil-2/`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from directory.output.page import Crumb, Page
from directory.output.pagination import starts

Item = TypeVar("Item")
# So much stands on one page: rows with what is known of an entry, or links of one line. They weigh at most 150 KB.
ROWS, LINES = 200, 500
# A list that is longer has so much in each part, 12 screens of a phone.
SIZE = 40
# Of what takes more room than a row so much; up to `TALL + REST` stand on one page.
TALL = 15
# Of bare names as many screens hold so many.
NAMES = 90
# So much of a section stands on a page that is too full for all of it.
BEGINNING = 3
MARK = "teil-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Item]):
    """A part of a list: its number, what stands in it, and how much in all of them.

    `first` is the place of its first item in the whole list. `spans` says what each part holds: "41 bis 80", or in the
    order of the alphabet "F bis K"; only the latter stands in headings.
    """

    number: int
    items: Sequence[Item]
    first: int
    total: int
    spans: Sequence[str]
    alphabetical: bool = False

    @classmethod
    def between(
        cls,
        items: Sequence[Item],
        number: int,
        starts: Sequence[int],
        spans: Sequence[str],
        *,
        alphabetical: bool = False,
    ) -> "Part[Item]":
        """Return a part of a list, given where each begins."""
        start, end = (*starts, len(items))[number - 1 : number + 1]
        shown, total = items[start:end], len(items)
        return cls(number=number, items=shown, first=start + 1, total=total, spans=spans, alphabetical=alphabetical)

    @property
    def of(self) -> int:
        """How many parts there are."""
        return len(self.spans)

    @property
    def span(self) -> str:
        """What it holds, by the alphabet; nothing where the list has another order."""
        return self.spans[self.number - 1] if self.alphabetical else ""

    @property
    def last(self) -> int:
        """The place of its last item in the whole list."""
        return self.first + len(self.items) - 1

    @property
    def suffix(self) -> str:
        """What its title has behind that of the list."""
        if self.number == 1:
            return ""
        return f", Teil\N{NO-BREAK SPACE}{self.number}" + (f": {self.span}" if self.span else "")

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


def part(items: Sequence[Item], number: int, most: int = ROWS, size: int = SIZE) -> Part[Item]:
    """Return a part of a list: the only one up to `most` items, else one with `size`."""
    begin = starts(len(items), most, size)
    ends = (*begin[1:], len(items))
    return Part.between(items, number, begin, [f"{one + 1} bis {end}" for one, end in zip(begin, ends, strict=True)])


def with_parts(key: str, total: int, most: int = ROWS, size: int = SIZE) -> Iterator[str]:
    """Yield the key of a list of so many items, and those of its further parts."""
    return keys_of(key, len(starts(total, most, size)))


def keys_of(key: str, parts: int) -> Iterator[str]:
    """Yield the key of a list, and those of its further parts."""
    yield key
    yield from (f"{key}/{MARK}{number}".lstrip("/") for number in range(2, parts + 1))


def divided(key: str) -> tuple[str, int]:
    """Return the key of the list, and the number of its part."""
    own, _, last = key.rpartition("/")
    number = last.removeprefix(MARK)
    return (own, int(number)) if last.startswith(MARK) and number.isdigit() else (key, 1)


def root_from(address: str, number: int = 1) -> str:
    """Return the way to the root of the site from a part of the list at an address."""
    return "../" * (address.count("/") + (number > 1))
