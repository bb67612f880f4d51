"""The map of an area: north is up, the river lies between its banks, no name covers another."""

from itertools import combinations, pairwise

import pytest
from conftest import day_view
from searching import shipped

from directory.model import Directory
from directory.model.place import Coordinates
from directory.view.area_map import LETTER, LINE, WIDTH, AreaMap, Dot, area_map
from directory.view.day import DayView

# On which bank of the Saale they lie; every map of the city shows that.
LEFT = ("Maua", "Göschwitz", "Burgau", "Winzerla", "Lichtenhain", "Jena-Zentrum", "Jena-Nord", "Löbstedt", "Zwätzen")
RIGHT = ("Lobeda-West", "Lobeda-Ost", "Lobeda-Altstadt", "Wöllnitz", "Wenigenjena", "Ziegenhain", "Kunitz", "Laasan")


@pytest.fixture(scope="module")
def jena() -> Directory:
    return shipped()


@pytest.fixture(scope="module")
def maps(jena: Directory) -> list[AreaMap]:
    areas = jena.vocabulary.areas.values()
    return [found for area in areas if not area.city_wide and (found := area_map(jena, area))]


def box(dot: Dot) -> tuple[float, float, float, float]:
    width = LETTER * len(dot.name)
    left = dot.label[0] - {"start": 0, "middle": width / 2, "end": width}[dot.anchor]
    return left, dot.label[1] - LINE + 4, left + width, dot.label[1] + 4


def test_each_area_has_a_map_on_which_most_names_stand(maps: list[AreaMap]) -> None:
    assert len(maps) == 5
    for one in maps:
        assert len(one.dots) >= len(one.localities) * 0.75, one.area.id
        assert {dot.name for dot in one.dots} <= {*one.localities}
        for dot in one.dots:
            left, top, right, bottom = box(dot)
            assert (left >= 0, right <= WIDTH, top >= -4, bottom <= one.height + 4) == (True,) * 4, dot
        for (a, b, c, d), (e, f, g, h) in combinations(map(box, one.dots), 2):
            assert not (a < g and e < c and b < h and f < d), one.area.id


def test_north_is_up_and_east_is_right(jena: Directory, maps: list[AreaMap]) -> None:
    at = {locality.name: locality.coordinates for locality in jena.vocabulary.localities.values()}
    for one in maps:
        known = zip(one.dots, one.dots[1:], strict=False)
        for first, second in known:
            here, there = at[first.name], at[second.name]
            assert here
            assert there
            assert (first.at[1] < second.at[1]) == (here.latitude > there.latitude)
            assert (first.at[0] < second.at[0]) == (here.longitude < there.longitude)


def test_the_river_lies_between_its_banks(jena: Directory) -> None:
    course = [(point.latitude, point.longitude) for point in jena.city.river_positions]

    def river(latitude: float) -> float:
        for (south, west), (north, east) in pairwise(course):
            if south <= latitude <= north:
                return west + (east - west) * (latitude - south) / (north - south)
        raise AssertionError(latitude)

    for locality in jena.vocabulary.localities.values():
        if locality.coordinates and locality.name in LEFT:
            assert locality.coordinates.longitude < river(locality.coordinates.latitude), locality.name
        if locality.coordinates and locality.name in RIGHT:
            assert locality.coordinates.longitude > river(locality.coordinates.latitude), locality.name


def test_a_place_is_said_to_be_near_the_nearest_locality(jena: Directory) -> None:
    place = Coordinates.model_validate({"breite": "50.883", "laenge": "11.6075"})
    found = area_map(jena, jena.vocabulary.areas["lobeda"], place)
    assert found
    assert found.near == "Lobeda-West"
    assert found.place


def test_secret_entries_have_no_map(jena: Directory) -> None:
    view: DayView = day_view(jena)
    assert {entry.slug for entry in jena.entries if entry.secret and view.of(entry).map} == set()
    assert sum(view.of(entry).map is not None for entry in jena.entries) >= 40
