"""Where the file of a new offer belongs: its folder, and its name."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from directory.checks.places import folded
from directory.model import Directory

SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "&": " und "})
LONGEST = 60
NAMELESS = "angebot"


def home_area(values: Mapping[str, Any], directory: Directory) -> str:
    """Return the area in which the door of an offer is, by its house or its street; else the area for everybody."""
    for place in values.get("orte", ()):
        if host := directory.entry.get(place.get("bei", "")):
            return host.area
        street = folded(place.get("strasse", ""))
        if place.get("stadt", directory.city.name) == directory.city.name:
            for known in directory.vocabulary.streets.values():
                if street and folded(known.name) == street:
                    return known.areas[0]
    areas = directory.vocabulary.areas
    return next((area.id for area in areas.values() if area.city_wide), next(iter(areas)))


def free_slug(name: str, directory: Directory) -> str:
    """Return a name for the file that no other offer has, had, or may not have again."""
    slug = _slug(name)
    names = (slug, *(f"{slug}-{number}" for number in range(2, len(directory.entries) + 3)))
    return next(free for free in names if not taken(free, directory))


def taken(slug: str, directory: Directory) -> bool:
    """Return whether another offer has this name or had it, or left the directory with it."""
    former = (old for entry in directory.entries for old in entry.former_slugs)
    return slug in directory.entry or slug in directory.damaged or slug in directory.removed or slug in set(former)


def _slug(name: str) -> str:
    spelled = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).lower().translate(SPELLED))
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in spelled if not unicodedata.combining(letter)))
    slug = "-".join(words)[: LONGEST + 1]
    return (slug.rpartition("-")[0] if len(slug) > LONGEST and "-" in slug else slug[:LONGEST]) or NAMELESS
