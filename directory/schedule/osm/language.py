"""The words of OpenStreetMap's `opening_hours`, and the refusal of what does not fit."""

from collections.abc import Iterable, Iterator
from itertools import groupby

# https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ALWAYS = "24/7"
BY_APPOINTMENT = "nach Vereinbarung"
DAY = 24 * 60  # minutes
LONGEST = 255  # characters of a value


class NotExpressible(ValueError):  # noqa: N818 - nothing is broken: one of the two languages has no words for it
    """What one language says and the other cannot. `reason` is one or two German sentences for editors."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of consecutive numbers, in order."""
    for _, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        yield members[0], members[-1]
