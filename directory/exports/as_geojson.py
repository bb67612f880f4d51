"""GeoJSON (RFC 7946): where one can go, as points in WGS 84, the longitude first."""

import json
from typing import Any

from directory.model import Entry
from directory.model.place import Coordinates, Place
from directory.view.day import DayView


def write(view: DayView) -> str:
    """Return a point for each fixed place whose position has a licence, one a line; none for a secret entry."""
    features = [
        _feature(view, entry, place, point)
        for entry in view.listed
        if not entry.secret
        for place in view.directory.places(entry)
        if place.kind == "fest" and (point := place.coordinates) and point.open
    ]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def _feature(view: DayView, entry: Entry, place: Place, point: Coordinates) -> dict[str, Any]:
    city = view.directory.city
    street = " ".join(filter(None, (place.street, place.house_number))) if place.street else ""
    properties = {
        "id": entry.slug,
        "name": entry.name,
        "art": entry.main_kind,
        "sozialraum": view.directory.area_of(place) or entry.area,
        "adresse": ", ".join(
            filter(None, (street, " ".join(filter(None, (place.postal_code, place.city or city.name)))))
        ),
        "webseite": city.address_of(entry.slug),
        "quelle": point.source,
        "lizenz": point.licence,
    }
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {key: value for key, value in properties.items() if value},
    }
