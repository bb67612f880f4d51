"""A small map of an area: its localities, the river, one place or all doors. North is up, words say the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians

from directory.model import Directory
from directory.model.place import Coordinates
from directory.model.text import collation_key
from directory.model.vocabulary import Area
from directory.view.nearness import kilometres

# In px of the drawing, which is as wide as a phone leaves room for. Bold letters of 18 px are at most 12 wide.
WIDTH, EDGE, LETTER, LINE, GAP = 328, 24, 12, 20, 9
GAPS = (GAP, 18, 28, 40)  # px between a locality and its name, the nearest first: a number may lie between them
# Flat areas still have room for names, and a map is no higher than wide.
LOWEST, HIGHEST = 160, 328

Spot = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A locality: where it is, and where its name begins, ends or has its middle."""

    name: str
    at: Spot
    label: Spot
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaMap:
    """What is drawn, in px from the upper left corner; `near` is the locality nearest to the place in it.

    `doors` are in the order in which they were asked for.
    """

    area: Area
    height: int
    river: tuple[Spot, ...]
    dots: tuple[Dot, ...]
    localities: tuple[str, ...]
    place: Spot | None
    near: str
    doors: tuple[Spot, ...] = ()


def area_map(
    directory: Directory, area: Area, place: Coordinates | None = None, doors: Sequence[Coordinates] = ()
) -> AreaMap | None:
    """Return the map of an area; None where fewer than two of its localities have a position."""
    known = list(_localities(directory, area))
    if len(known) < 2:  # noqa: PLR2004 - one alone lies nowhere
        return None
    here = _point(place) if place else None
    frame = _frame([*(point for _, point in known), *([here] if here else []), *map(_point, doors)])
    drawn = frame.spot(here) if here else None
    spots = tuple(frame.spot(_point(door)) for door in doors)
    named = [(name, frame.spot(point)) for name, point in known]
    return AreaMap(
        area=area,
        height=frame.height,
        river=tuple(frame.spot(_point(point)) for point in directory.city.river_positions),
        dots=tuple(_dots(named, frame.height, [*([drawn] if drawn else []), *spots])),
        localities=tuple(sorted((name for name, _ in known), key=collation_key)),
        place=drawn,
        near=min(known, key=lambda one: kilometres(one[1], here))[0] if here else "",
        doors=spots,
    )


def _localities(directory: Directory, area: Area) -> list[tuple[str, Spot]]:
    """Return the localities of an area that are one place, and where; those where most people live first.

    Joint names such as „Kunitz/Laasan“ are two places.
    """
    known = [
        (-(one.population.number if one.population else 0), one.name, _point(one.coordinates))
        for one in directory.vocabulary.localities.values()
        if one.area == area.id and one.coordinates and "/" not in one.name
    ]
    return [(name, point) for _, name, point in sorted(known)]


def _point(coordinates: Coordinates) -> Spot:
    return coordinates.latitude, coordinates.longitude


@dataclass(frozen=True, slots=True)
class _Frame:
    """An equirectangular projection: good enough for a city."""

    north: float
    west: float
    scale: float
    shrink: float
    left: float
    top: float
    height: int

    def spot(self, point: Spot) -> Spot:
        """Return where a point of the earth is on the drawing."""
        latitude, longitude = point
        x = self.left + (longitude - self.west) * self.shrink * self.scale
        return round(x, 1), round(self.top + (self.north - latitude) * self.scale, 1)


def _frame(points: Sequence[Spot]) -> _Frame:
    latitudes, longitudes = [point[0] for point in points], [point[1] for point in points]
    north, south, west, east = max(latitudes), min(latitudes), min(longitudes), max(longitudes)
    shrink = cos(radians((north + south) / 2))
    wide, high = (east - west) * shrink or 1e-6, (north - south) or 1e-6
    scale = min((WIDTH - 2 * EDGE) / wide, (HIGHEST - 2 * EDGE) / high)
    height = max(LOWEST, round(high * scale + 2 * EDGE))
    left, top = (WIDTH - wide * scale) / 2, (height - high * scale) / 2
    return _Frame(north, west, scale, shrink, left, top, height)


def _dots(named: Sequence[tuple[str, Spot]], height: int, places: Sequence[Spot]) -> Iterator[Dot]:
    """Yield each locality with its name beside it, above or below it, wherever nothing else is.

    A name is a little farther away if need be; a locality without room for its name is left out.
    """
    taken: list[Box] = [_around(spot, GAP / 2) for _, spot in named]
    taken += [_around(place, 2 * GAP) for place in places]
    for number, (name, spot) in enumerate(named):
        others = [*taken[:number], *taken[number + 1 :]]
        for label, anchor, box in _labels(name, spot):
            if _inside(box, height) and not any(_overlap(box, other) for other in others):
                taken.append(box)
                yield Dot(name, spot, label, anchor)
                break


def _labels(name: str, spot: Spot) -> Iterator[tuple[Spot, str, Box]]:
    x, y = spot
    width = LETTER * len(name)
    for gap in GAPS:
        yield (x + gap, y + 6), "start", (x + gap, y - LINE / 2, x + gap + width, y + LINE / 2)
        yield (x - gap, y + 6), "end", (x - gap - width, y - LINE / 2, x - gap, y + LINE / 2)
        for middle in (x, x + width / 3, x - width / 3):
            for base in (y - gap, y + gap + 14):
                yield (middle, base), "middle", (middle - width / 2, base - 15, middle + width / 2, base + 5)


def _around(spot: Spot, size: float) -> Box:
    return spot[0] - size, spot[1] - size, spot[0] + size, spot[1] + size


def _inside(box: Box, height: int) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= height


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
