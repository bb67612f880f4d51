"""The values of an offer as its file has them, for a form that is filled in with them."""

from collections.abc import Mapping
from typing import Any

from directory.model import Entry

# What the page of a secret offer does not show, and what could give its place away.
HIDDEN_WHERE_SECRET = frozenset(
    {"quelle", "traeger", "orte", "gebiet", "trotzdem", "fruehere_namen_der_datei", "bestaetigt"}
)


def present(entry: Entry) -> dict[str, Any]:
    """Return the values of an offer as its file has them; of a secret one only what its page shows."""
    values = _plain(entry.model_dump(mode="json", by_alias=True, exclude_unset=True))
    for place in values.get("orte", []):
        if access := place.get("zugang"):
            place["zugang"] = {**access.pop("merkmale", {}), **access}
    hidden = HIDDEN_WHERE_SECRET if entry.secret else frozenset()
    return {key: value for key, value in values.items() if key not in hidden}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return str(value)


def how_often(times: Mapping[str, Any]) -> str:
    """Return the answer to the question how often, from the values of a rule; an empty text for an empty rule."""
    found = {
        "immer": times.get("immer") == "ja",
        "termin": times.get("nach_vereinbarung") == "ja",
        "monat": "im_monat" in times,
        "wochen": "alle_wochen" in times,
        "tage": "termine" in times,
        "woche": "tage" in times,
        "anders": bool(times),
    }
    return next((answer for answer, holds in found.items() if holds), "")
