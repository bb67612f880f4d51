"""Weekly rules as sets of cells, so that one can be taken out of another.

A cell is a weekday, in a month, at a place in that month: the 1st, 2nd, 3rd, the 4th if a 5th follows, the 4th if it is
the last, the 5th.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from directory.model.values import LAST
from directory.schedule.osm.language import NotExpressible

Cell = tuple[int, int, int]
Cells = frozenset[Cell]

EVERY_WEEKDAY = range(7)
EVERY_MONTH = range(1, 13)
EVERY_PLACE = range(6)
FOURTH = 3
EVERY_DAY: Cells = frozenset(product(EVERY_WEEKDAY, EVERY_MONTH, EVERY_PLACE))
# Which places "the nth" covers. The last comes before the 5th: it is the usual word for what only both can say.
PLACES = {
    1: frozenset({0}),
    2: frozenset({1}),
    3: frozenset({2}),
    4: frozenset({3, 4}),
    LAST: frozenset({4, 5}),
    5: frozenset({5}),
}


@dataclass(frozen=True)
class Pattern:
    """Weekdays in the words of a rule. No months means all of them; no `in_month` means every week."""

    weekdays: tuple[int, ...]
    in_month: tuple[int, ...]
    months: tuple[int, ...]


def cells(days: Iterable[tuple[int, int]], in_months: Iterable[int]) -> Cells:
    """Return the cells of weekdays, each with a place, in these months."""
    return frozenset((weekday, month, place) for (weekday, place), month in product(days, in_months))


def cell_of(day: date) -> Cell:
    """Return the cell in which a date lies."""
    number = (day.day - 1) // 7
    is_last = (day + timedelta(days=7)).month != day.month
    return day.weekday(), day.month, number + is_last if number >= FOURTH else number


def weekdays(cells: Cells) -> set[int]:
    """Return the weekdays on which there is something."""
    return {weekday for weekday, _, _ in cells}


def months(cells: Cells) -> set[int]:
    """Return the months in which there is something."""
    return {month for _, month, _ in cells}


def every_week(cells: Cells) -> bool:
    """Return whether each of its weekdays belongs to it in every week of the year."""
    return len(cells) == len(weekdays(cells)) * len(EVERY_MONTH) * len(EVERY_PLACE)


def every_day(cells: Cells) -> bool:
    """Return whether each of its months belongs to it with all its days."""
    return len(cells) == len(EVERY_WEEKDAY) * len(months(cells)) * len(EVERY_PLACE)


def day_after(cells: Cells) -> Cells:
    """Return the cells of the next weekdays. Right only for what belongs to every week."""
    return frozenset(((weekday + 1) % len(EVERY_WEEKDAY), month, place) for weekday, month, place in cells)


def patterns(cells: Cells) -> Iterator[Pattern]:
    """Yield patterns that cover exactly these cells.

    Raises NotExpressible where no words for their places in the month exist.
    """
    shapes: dict[frozenset[tuple[int, int]], list[int]] = {}
    for weekday in sorted(weekdays(cells)):
        shape = frozenset((month, place) for day, month, place in cells if day == weekday)
        shapes.setdefault(shape, []).append(weekday)
    for shape, found in shapes.items():
        for places, in_months in _by_place(shape).items():
            whole_year = len(in_months) == len(EVERY_MONTH)
            yield Pattern(tuple(found), tuple(_in_month(places)), () if whole_year else tuple(in_months))


def _by_place(shape: Iterable[tuple[int, int]]) -> dict[frozenset[int], list[int]]:
    together: dict[frozenset[int], list[int]] = {}
    for month in EVERY_MONTH:
        places = frozenset(place for found, place in shape if found == month)
        if places:
            together.setdefault(places, []).append(month)
    return together


def _in_month(places: frozenset[int]) -> Iterator[int]:
    if places == frozenset(EVERY_PLACE):
        return
    left = set(places)
    for ordinal, covered in PLACES.items():
        if covered <= places and covered & left:
            left -= covered
            yield ordinal
    if left:
        raise NotExpressible("Der 4. Wochentag im Monat gilt hier nur, wenn er der letzte oder nicht der letzte ist.")
