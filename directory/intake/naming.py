"""Where the file of a new entry belongs: its folder, and its name."""

from collections.abc import Mapping
from typing import Any

from directory.intake.resolve import find_street
from directory.model import Directory
from directory.model.slugs import slug

NAMELESS = "angebot"


def home_area(values: Mapping[str, Any], directory: Directory) -> str:
    """Return the area in which an entry takes place, by its venue or its street; else the area for everybody.

    A secret place has no other area than the whole city.
    """
    for place in () if is_secret(values) else values.get("orte", ()):
        if venue := directory.entry.get(place.get("bei", "")):
            return venue.area
        here = place.get("stadt", directory.city.name) == directory.city.name
        if here and (street := find_street(directory, place.get("strasse", ""))):
            return street.areas[0]
    areas = directory.vocabulary.areas
    return next((area.id for area in areas.values() if area.city_wide), next(iter(areas)))


def is_secret(values: Mapping[str, Any]) -> bool:
    """Return whether a place of an entry must not be known."""
    return any(place.get("art") == "geheim" for place in values.get("orte", ()))


def free_slug(name: str, directory: Directory) -> str:
    """Return a name for the file that no other entry has, had, or may not have again."""
    first = slug(name) or NAMELESS
    names = (first, *(f"{first}-{number}" for number in range(2, len(directory.entries) + 3)))
    return next(free for free in names if not taken(free, directory))


def taken(name: str, directory: Directory) -> bool:
    """Return whether another entry has this name or had it, or left the directory with it."""
    former = (old for entry in directory.entries for old in entry.former_slugs)
    return any(name in names for names in (directory.entry, directory.invalid_entries, directory.removed, set(former)))
