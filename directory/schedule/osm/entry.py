"""A value of OpenStreetMap as lines for an entry's file, with what the page would say as a note."""

from datetime import date

import yaml

from directory.model.times import Times
from directory.schedule.osm.read import Fields, read
from directory.schedule.sentences import statements


def as_entry(opening_hours: str, as_of: str, today: date) -> str:
    """Return the YAML of `zeiten` and `ausnahmen`, purpose "offen". Raises NotExpressible as `read` does."""
    reading = read(opening_hours)
    rules = [{"zweck": "offen", **fields, "stand": as_of} for fields in reading.times]
    times = {index: Times.model_validate(rule) for index, rule in enumerate(rules)}
    said = [sentence for statement in statements(times, today) for sentence in statement.sentences]
    lines = [*(f"# {sentence}" for sentence in said), "zeiten:", *map(_item, rules)]
    if reading.special_days:
        lines += ["ausnahmen:", *map(_item, reading.special_days)]
    return "\n".join(lines)


def _item(fields: Fields) -> str:
    return (
        "  - "
        + yaml.safe_dump(fields, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6).strip()
    )
