"""A thick booklet in volumes by topic: each has a cover, contents and an index of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil

from directory.booklets.book import full_entries, summary_entries
from directory.model import Entry
from directory.view.day import DayView

# How many pages an offer takes, about, in full and in few lines, and what each volume has beside its offers.
IN_FULL, IN_SHORT, AROUND = 0.9, 0.35, 10


@dataclass(frozen=True, slots=True)
class Volume:
    """One of several volumes: its number, how many there are, and whose offers stand in it."""

    number: int
    of: int
    slugs: frozenset[str]


Volumes = list[tuple[Volume | None, bytes]]


def volumes(view: DayView, area: str, limit: int, setting: Callable[[Volume | None], tuple[bytes, int]]) -> Volumes:
    """Return the booklet of an area, in as few volumes as have at most `limit` pages each.

    `setting` sets a volume, or everything in one, and says how many pages that has.
    """
    units = list(_topics(view, area))
    entries, pages = sum(map(len, units)), AROUND + sum(map(_pages, units))
    # What is far too thick need not be set in one for that.
    if pages <= 2 * limit:
        whole, pages = setting(None)
        if pages <= limit:
            return [(None, whole)]
    for number in count(ceil(pages / limit)):
        runs = _split(view, area, number)
        # A topic alone may be so thick that it is not worth trying.
        if number < entries and max(map(_pages, runs)) + AROUND > limit:
            continue
        made = [(volume, *setting(volume)) for volume in _volumes(runs)]
        # What has one offer only gets no thinner.
        if all(pages <= limit for *_, pages in made) or number >= entries:
            return [(volume, pdf) for volume, pdf, _ in made]
    raise AssertionError  # for type checkers: counting never ends


def _split(view: DayView, area: str, number: int) -> list[list[tuple[Entry, float]]]:
    """Return so many runs of entries, about equally thick; topics stay together where there are enough of them."""
    units = list(_topics(view, area))
    if number > len(units):
        units = [[one] for unit in units for one in unit]
    total, done, runs = sum(map(_pages, units)), 0.0, [list[tuple[Entry, float]]()]
    for unit in units:
        if runs[-1] and len(runs) < number and done + _pages(unit) / 2 > total * len(runs) / number:
            runs.append([])
        runs[-1] += unit
        done += _pages(unit)
    return runs


def _volumes(runs: list[list[tuple[Entry, float]]]) -> Iterator[Volume]:
    for place, run in enumerate(runs, 1):
        yield Volume(place, len(runs), frozenset(entry.slug for entry, _ in run))


def _pages(unit: Sequence[tuple[Entry, float]]) -> float:
    return sum(pages for _, pages in unit)


def _topics(view: DayView, area: str) -> Iterator[list[tuple[Entry, float]]]:
    """Yield the entries of each everyday group with the pages that each of them takes."""
    words = view.directory.vocabulary
    thick = [(entry, IN_FULL) for entry in full_entries(view, area)]
    thick += [(entry, IN_SHORT) for entry in summary_entries(view, area)]
    for group in words.groups:
        if unit := [one for one in thick if words.topics[one[0].topics[0]].group == group]:
            yield unit
