"""Long pages of the desk have an end: what fills more than some screens of a phone stands in parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from directory.editors.dashboard.section import Group
from directory.output.pagination import spans, starts_by_letter

# So many lines of a phone, with so many letters each, stand on one page: 11 screens.
ROOM, WIDTH = 260, 28
# What a heading takes with the air around it.
HEADING = 4
# So many names of one line stand on one page; else letters are joined until they are so many.
NAMES, JOINED = 90, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page is among the parts of its list: the first is `base.html`, the second `base-teil-2.html`.

    `spans` says what each part holds.
    """

    base: str
    number: int
    of: int
    spans: Sequence[str]

    @property
    def suffix(self) -> str:
        """What its title has behind that of the list."""
        return f", Teil {self.number}" if self.number > 1 else ""

    def file(self, number: int) -> str:
        """Return the file of a part."""
        return f"{self.base}-teil-{number}.html" if number > 1 else f"{self.base}.html"


def places(base: str, spans: Sequence[str]) -> Iterator[Place]:
    """Yield the place of each part, given what each holds."""
    yield from (Place(base=base, number=number, of=len(spans), spans=spans) for number in range(1, len(spans) + 1))


def in_parts(groups: Sequence[Group]) -> list[tuple[Group, ...]]:
    """Return the groups by the part in which they stand; one that is too long for its part goes on in the next."""
    parts: list[list[Group]] = [[]]
    left = ROOM
    for group in groups:
        head = HEADING + _lines(group.title) + _lines(group.note)
        if parts[-1] and left < head + sum(map(_lines, group.lines)):
            parts.append([])
            left = ROOM
        lines: list[str] = []
        left -= head
        for line in group.lines:
            if lines and left < _lines(line):
                parts[-1].append(replace(group, lines=tuple(lines)))
                parts.append([])
                lines, left = [], ROOM - head
            lines.append(line)
            left -= _lines(line)
        parts[-1].append(replace(group, lines=tuple(lines)))
    return [tuple(part) for part in parts]


def by_letter(names: Sequence[str]) -> tuple[list[tuple[int, int]], tuple[str, ...]]:
    """Return where each part of sorted names begins and ends, and what it holds."""
    begin = starts_by_letter(names, NAMES, JOINED)
    return list(zip(begin, (*begin[1:], len(names)), strict=True)), spans(names, begin)


def _lines(text: str) -> int:
    """Return how many lines of a phone a text takes."""
    return -(-len(text) // WIDTH)
