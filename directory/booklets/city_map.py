"""The schematic map of the cover: where the areas lie to each other, and the river."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from directory.model import Directory
from directory.model.city import Point
from directory.model.vocabulary import Area

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One area on the map: its name in lines, its colour, whether it is the booklet's own, and its rectangle."""

    lines: list[str]
    colour: str
    here: bool
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CityMap:
    """The tiles and the river's curves (start, control point, end), in steps of a grid, and what a listener hears."""

    width: float
    height: float
    tiles: list[Tile]
    river: list[tuple[Spot, Spot, Spot]]
    alternative: str


def city_map(directory: Directory, here: Area) -> CityMap | None:
    """Return the map with one area highlighted; the whole city highlights all. None for a city without a map."""
    areas = [area for area in directory.vocabulary.areas.values() if area.tile]
    tiles = [
        Tile(
            lines=area.name.replace("/", "/ ").split(),
            colour=area.colour,
            here=here.city_wide or area.id == here.id,
            x=area.tile.x,
            y=area.tile.y,
            width=area.tile.width,
            height=area.tile.height,
        )
        for area in areas
        if area.tile
    ]
    if not tiles:
        return None
    names = ", ".join(area.name for area in areas)
    marked = "Alle Teile sind bunt." if here.city_wide else f"{here.name} ist bunt."
    return CityMap(
        width=max(tile.x + tile.width for tile in tiles),
        height=max(tile.y + tile.height for tile in tiles),
        tiles=tiles,
        river=list(_curves(directory.city.river_course)),
        alternative=f"Einfache Karte. Teile von der Stadt: {names}. {marked}",
    )


def _curves(points: Sequence[Point]) -> Iterator[tuple[Spot, Spot, Spot]]:
    """Yield a soft line through the middles of the points, as pages draw it."""
    spots = [(point.x, point.y) for point in points]
    if len(spots) < 3:  # noqa: PLR2004 - two points are no bend
        return
    middles = [((x + next_x) / 2, (y + next_y) / 2) for (x, y), (next_x, next_y) in pairwise(spots)]
    ends = [spots[0], *middles[1:-1], spots[-1]]
    yield from zip(ends[:-1], spots[1:-1], ends[1:], strict=True)
