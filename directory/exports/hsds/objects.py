"""Objects of HSDS: what they are identified by, and that nothing empty stands in them."""

from typing import Any

from directory.exports.identity import uuid_of
from directory.model.city import City

Object = dict[str, Any]


def identifier(city: City, kind: str, *key: str) -> str:
    """Return the UUID of what has this key in this city: the same in every build, another one in each city."""
    return uuid_of("|".join(("hsds", city.country, city.subdivision, city.name, kind, *key)))


def filled(**values: Any) -> Object:
    """Return an object without what is empty: HSDS wants no null, no empty text and no empty list. 0 is a value."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def text(*sentences: str) -> str:
    """Return sentences as one text."""
    return " ".join(filter(None, sentences))
