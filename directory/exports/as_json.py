"""JSON: everything, for programs."""

import json
from datetime import date
from typing import Any

from directory.model import Directory


def write(rows: list[dict[str, Any]], directory: Directory, today: date) -> str:
    """Return the entries as a JSON object with the licence and the day of the data, one entry a line."""
    head = {
        "titel": directory.city.title,
        "lizenz": directory.city.data_licence,
        "stand": today.isoformat(),
    }
    # Not `indent`: that leaves the fast encoder, and costs a second for 1,000 entries.
    entries = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]},\n"angebote": [\n{entries}\n]}}\n'
