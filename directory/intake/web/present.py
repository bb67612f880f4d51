"""The values of an entry as its file has them, for a form that is filled in with them."""

from collections.abc import Mapping
from typing import Any

from directory.files.writing import values_of
from directory.model import Entry

# What the page of a secret entry does not show, and what could give its place away.
HIDDEN_WHERE_SECRET = frozenset(
    {"quelle", "belege", "traeger", "orte", "gebiet", "trotzdem", "fruehere_namen_der_datei", "bestaetigt"}
)


def present(entry: Entry) -> dict[str, Any]:
    """Return the values of an entry as its file has them; of a secret one only what its page shows."""
    values = values_of(entry)
    if not entry.secret:
        return values
    for rule in values.get("zeiten", ()):
        rule.pop("ort", None)
    for group in (*values.get("zeiten", ()), *map(values.get, ("kosten", "mitmachen"))):
        for speaker in ("laut", "quelle") if isinstance(group, dict) else ():
            group.pop(speaker, None)
    return {key: value for key, value in values.items() if key not in HIDDEN_WHERE_SECRET}


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
