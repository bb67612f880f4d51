"""CSV: the most wanted values, one entry a row, for spreadsheets (RFC 4180, comma, UTF-8)."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from directory.output.spreadsheet import cell

COLUMNS = (
    "id", "name", "sozialraum", "art", "themen", "zielgruppen", "beschreibung", "strasse", "hausnummer", "plz",
    "ortsteil", "telefon", "weitere_nummern", "mail", "webseite", "zeiten", "naechster_termin",
    "opening_hours", "bestaetigt_am", "quelle_stand", "gebiet", "aufgenommen",
)  # fmt: skip


def write(lines: Iterable[str]) -> str:
    """Return a table with a heading."""
    return "".join((_line(COLUMNS), *lines))


def line(record: dict[str, Any]) -> str:
    """Return the row of an entry; several values in a cell are divided by semicolons."""
    values = _flat(record)
    return _line(cell(values.get(column, "")) for column in COLUMNS)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    place: dict[str, str] = next((place for place in row.get("orte", []) if place.get("strasse")), {})
    contact = row.get("kontakt", {})
    phones = contact.get("telefon", [])
    date: dict[str, str] = next(iter(row.get("termine", [])), {})
    return {
        **row,
        **{key: place.get(key, "") for key in ("strasse", "hausnummer", "plz", "ortsteil")},
        "telefon": [_named(phone) for phone in phones if "art" not in phone],
        "weitere_nummern": [f"{phone['art']}: {_named(phone)}" for phone in phones if "art" in phone],
        "mail": contact.get("mail", []),
        "webseite": contact.get("webseite", []),
        "zeiten": row.get("zeiten_in_saetzen", []),
        "naechster_termin": " ".join(date.get(key, "") for key in ("tag", "von")).rstrip(),
        "opening_hours": list(_opening_hours(row)),
        "bestaetigt_am": row.get("bestaetigt", {}).get("am", ""),
        "quelle_stand": next((source["stand"] for source in row.get("quelle", []) if "stand" in source), ""),
    }


def _opening_hours(row: dict[str, Any]) -> Iterator[str]:
    """Yield hours with their purpose, and with their place where times belong to several."""
    yield from (f"{purpose}: {hours}" for purpose, hours in row.get("opening_hours", {}).items())
    for place in row.get("orte", []):
        street = " ".join(filter(None, (place.get("strasse"), place.get("hausnummer"))))
        for purpose, hours in place.get("opening_hours", {}).items():
            yield f"{purpose}, {street or place['id']}: {hours}"


def _named(phone: dict[str, str]) -> str:
    """Return a number with what it is for."""
    return f"{phone['nummer']} ({phone['wofuer']})" if "wofuer" in phone else phone["nummer"]
