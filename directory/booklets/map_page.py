"""The map of an area: where its houses are that have a known position, numbered from north to south."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import dist

from directory.booklets.register import Reference
from directory.model import Entry
from directory.model.place import Coordinates
from directory.view.area_map import WIDTH, AreaMap, Dot, Spot, area_map
from directory.view.day import DayView

# In px of the drawing: what is nearer has one number, or the numbers would lie on each other.
TOGETHER = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """The drawing in px from its upper left corner, and what is at each number, 1 being the first.

    The words say what the drawing shows.
    """

    width: int
    height: int
    river: tuple[Spot, ...]
    dots: tuple[Dot, ...]
    numbers: list[Spot]
    houses: list[list[Reference]]
    river_name: str


def map_page(view: DayView, area_id: str, entries: Iterable[Entry]) -> MapPage | None:
    """Return the map with the doors of these entries that are in the area; None where none is known.

    What is held in a house that has a number itself is found by the house.
    """
    area = view.directory.vocabulary.areas[area_id]
    doors = [(entry, position) for entry in entries if (position := _door(view, entry, area_id))]
    houses = {entry.slug for entry, _ in doors}
    doors = [(entry, position) for entry, position in doors if houses.isdisjoint(place.at for place in entry.places)]
    doors.sort(key=lambda door: (-door[1].latitude, door[0].slug))
    drawn = area_map(view.directory, area, doors=[position for _, position in doors]) if doors else None
    return _numbered(drawn, [entry for entry, _ in doors], view.directory.city.river or "") if drawn else None


def _door(view: DayView, entry: Entry, area_id: str) -> Coordinates | None:
    """Return where an entry is in an area, as far as everybody may know; for entries with several places the first."""
    places = () if entry.secret else view.directory.places(entry)
    inside = (place for place in places if (view.directory.area_of(place) or entry.area) == area_id)
    return next((place.coordinates for place in inside if place.coordinates), None)


def _numbered(drawn: AreaMap, entries: list[Entry], river: str) -> MapPage:
    numbers: list[Spot] = []
    houses: list[list[Reference]] = []
    for spot, entry in zip(drawn.doors, entries, strict=True):
        at = next((at for at, other in enumerate(numbers) if dist(spot, other) < TOGETHER), len(numbers))
        if at == len(numbers):
            numbers.append(spot)
            houses.append([])
        houses[at].append(Reference(entry.name, topic=False, slugs=[entry.slug]))
    return MapPage(
        width=WIDTH,
        height=drawn.height,
        river=drawn.river,
        dots=drawn.dots,
        numbers=numbers,
        houses=houses,
        river_name=river if drawn.river else "",
    )
