"""JSON: everything, for programs."""

import json
from datetime import date
from typing import Any

from directory.model import Directory


def write(rows: list[dict[str, Any]], directory: Directory, today: date) -> str:
    """Return the offers as a JSON object with the licence and the day of the data."""
    content = {
        "titel": directory.city.title,
        "lizenz": directory.city.data_licence,
        "stand": today.isoformat(),
        "angebote": rows,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
