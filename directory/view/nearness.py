"""How far entries are from the middle of an area: by positions of localities and doors, never by a drawing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from directory.model import Directory, Entry
from directory.model.place import Coordinates
from directory.model.vocabulary import Area

EARTH = 6371.0  # mean radius, kilometres


@dataclass(frozen=True, slots=True)
class Nearest:
    """The area with the nearest entry, and how far that is in whole kilometres, at least 1."""

    area: Area
    kilometres: int


def nearest(directory: Directory, area: Area, entries: Iterable[Entry]) -> Nearest | None:
    """Return where the nearest of these entries is, seen from an area; None where no position is known."""
    start = _middle(directory, area)
    if start is None:
        return None
    found = [
        (kilometres(start, spot), number, there)
        for number, entry in enumerate(entries)
        for there, spot in _spots(directory, entry)
    ]
    if not found:
        return None
    distance, _, there = min(found)
    return Nearest(directory.vocabulary.areas[there], max(1, round(distance)))


def _spots(directory: Directory, entry: Entry) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield where an entry is, with its area: its doors, else the middle of its area. A secret one is nowhere."""
    if entry.secret:
        return
    doors = [
        (directory.area_of(place) or entry.area, _point(place.coordinates))
        for place in directory.places(entry)
        if place.coordinates
    ]
    yield from (door for door in doors if not directory.vocabulary.areas[door[0]].city_wide)
    if not doors:
        for one in directory.areas_of(entry):
            area = directory.vocabulary.areas[one]
            if (spot := _middle(directory, area)) and not area.city_wide:
                yield one, spot


def _middle(directory: Directory, area: Area) -> tuple[float, float] | None:
    """Return the middle of where people live in an area; every locality counts with its inhabitants."""
    known = [
        (place.population.number if place.population else 1, _point(place.coordinates))
        for place in directory.vocabulary.localities.values()
        if place.area == area.id and place.coordinates
    ]
    if not known:
        return None
    people = sum(number for number, _ in known)
    return sum(n * point[0] for n, point in known) / people, sum(n * point[1] for n, point in known) / people


def _point(coordinates: Coordinates) -> tuple[float, float]:
    return coordinates.latitude, coordinates.longitude


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance as the crow flies (haversine formula)."""
    (north, east), (to_north, to_east) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((to_north - north) / 2) ** 2 + cos(north) * cos(to_north) * sin((to_east - east) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
