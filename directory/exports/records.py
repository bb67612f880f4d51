"""The listed offers as plain values under their YAML keys, without what must stay secret."""

from datetime import date
from typing import Any

from directory.model import Directory, Entry

# Working information of the editors: no facts about the offer.
INTERNAL = frozenset({"trotzdem", "fruehere_namen_der_datei"})
SECRET = frozenset({"quelle", "traeger", "orte"})


def records(directory: Directory, today: date) -> list[dict[str, Any]]:
    """Return one record an offer, in the order of lists. What is not known is absent; it never means no."""
    return [record(directory, entry) for entry in directory.listed(today)]


def record(directory: Directory, entry: Entry) -> dict[str, Any]:
    """Return one offer; places have the address and access that they take over from their house."""
    values = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    places = directory.places(entry)
    values["orte"] = [place.model_dump(mode="json", by_alias=True, exclude_defaults=True) for place in places]
    hidden = INTERNAL | (SECRET if entry.secret else frozenset())
    kept = {key: value for key, value in values.items() if key not in hidden and value}
    return {"id": entry.slug, "sozialraum": entry.area, **kept}
