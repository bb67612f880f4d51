"""The listed offers as plain values under their YAML keys, without what must stay secret."""

from datetime import date
from typing import Any

from directory.model import Directory, Entry
from directory.schedule import is_current

# Working information of the editors: no facts about the offer.
INTERNAL = frozenset({"trotzdem", "fruehere_namen_der_datei"})
SECRET = frozenset({"quelle", "traeger", "orte"})


def records(directory: Directory, today: date) -> list[dict[str, Any]]:
    """Return one record an offer, in the order of lists. What is not known is absent; it never means no."""
    return [record(directory, entry, today) for entry in directory.listed(today)]


def record(directory: Directory, entry: Entry, today: date) -> dict[str, Any]:
    """Return one offer; places have the address and access of their house, and old times are left out."""
    values = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    places = directory.places(entry)
    values["orte"] = [place.model_dump(mode="json", by_alias=True, exclude_defaults=True) for place in places]
    recent = [is_current(times.as_of, entry.confirmed, today) for times in entry.times]
    values["zeiten"] = [times for times, kept in zip(values.get("zeiten", []), recent, strict=True) if kept]
    hidden = INTERNAL | (SECRET if entry.secret else frozenset())
    kept = {key: value for key, value in values.items() if key not in hidden and value}
    return {"id": entry.slug, "sozialraum": entry.area, **kept}
