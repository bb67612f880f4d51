"""One line of address, as people write it, as the fields of a place in this city."""

import re
from typing import Any

from directory.model import Directory
from directory.model.address import read_address
from directory.model.meanings import folded, meant

# "Musterstadt-Hafen", "Musterstadt OT Hafen", "Musterstadt / Hafen".
BEHIND_THE_CITY = re.compile(r"\s*(?:-|/|,|\(|\bOT\b|\bOrtsteil\b)\s*")


def place_fields(line: str, directory: Directory) -> dict[str, Any]:
    """Return the fields that a line says: street, number, postal code, another city, locality, where the door is.

    No word is lost. Nothing comes back of a line without a street, such as a post office box.
    """
    address = read_address(line)
    if not address.street:
        return {}
    here = [part for piece in (address.city, *address.rest) for part in _without_city(piece, directory)]
    abroad = bool(address.city) and address.city in here
    localities = directory.vocabulary.localities
    parts = here[1:] if abroad else here
    known = {part: said.items[0] for part in parts if (said := meant(part, localities)).certain}
    fields = {
        "strasse": address.street,
        "hausnummer": address.number,
        "plz": address.postal_code,
        "stadt": address.city if abroad else "",
        "ortsteil": localities[next(iter(known.values()))].name if known else "",
        "so_finden_sie_uns": [f"{part.rstrip('.')}." for part in parts if part not in known],
    }
    return {key: value for key, value in fields.items() if value}


def _without_city(piece: str, directory: Directory) -> list[str]:
    """Return what a piece says beside the name of this city."""
    first, *behind = BEHIND_THE_CITY.split(piece, maxsplit=1)
    said = behind if folded(first) == folded(directory.city.name) else [piece]
    return [part for one in said if (part := one.strip(" ()"))]
