"""Where each part of a long list begins: after so many items, or in an alphabetical list where a letter does."""

from collections.abc import Sequence
from itertools import groupby

from directory.model.text import collation_key, initial

# A rest of so few stays with the part before.
REST = 10
SPACE = "\N{NO-BREAK SPACE}"
# So many letters of a name say where in its letter it stands.
BEGINNING_OF_NAME = 3


def starts(total: int, most: int, size: int) -> Sequence[int]:
    """Return the place of the first item of each part: one part up to `most` items, else with `size` in each.

    Only the last part has more than `size`, by `REST` at most.
    """
    parts = 1 if total <= most else -(-(total - REST) // size)
    return range(0, parts * size, size)


def starts_by_letter(names: Sequence[str], most: int, size: int) -> Sequence[int]:
    """Return the place of the first name of each part: one part up to `most` names, in the order of the alphabet.

    Letters share a part while they have `size` names together, at the end `REST` more. A letter with more than both has
    parts of its own.
    """
    if len(names) <= most:
        return [0]
    found, place = [0], 0
    for _, of_letter in groupby(names, initial):
        number = len(list(of_letter))
        end = place + number
        if end - found[-1] > (size + REST if end == len(names) else size):
            found.extend(place + start for start in starts(number, size + REST, size))
        place = end
    return list(dict.fromkeys(found))


def spans(names: Sequence[str], begin: Sequence[int]) -> tuple[str, ...]:
    """Return what stands in each part of an alphabetical list: "F bis K"; of a divided letter "Sel bis Sta"."""
    divided = {initial(names[one]) for one in begin if one and initial(names[one]) == initial(names[one - 1])}
    ends = (*begin[1:], len(names))
    return tuple(
        _span(names[one], names[end - 1], divided) if end else "" for one, end in zip(begin, ends, strict=True)
    )


def _span(first: str, last: str, divided: set[str]) -> str:
    ends = [initial(first), initial(last)]
    if ends[0] == ends[1] and ends[0] in divided:
        ends = [collation_key(name)[0][:BEGINNING_OF_NAME].strip().capitalize() for name in (first, last)]
    if ends[0] == ends[1]:
        return ends[0]
    # Digits are a letter of their own: "0 bis 9" and more.
    return f"{ends[0].split()[0]}{SPACE}bis{SPACE}{ends[1]}"
