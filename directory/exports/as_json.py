"""JSON: everything, for programs. `json_schema` says what stands where."""

import json
from collections.abc import Iterable
from typing import Any

from directory.model import Entry
from directory.model.values import PartialDate
from directory.view.day import DayView

# Goes up when a key goes or means something else; new keys may come at any time.
VERSION = 1
SCHEMA = "schema/entries.json"


def line(record: dict[str, Any]) -> str:
    """Return one entry."""
    # Not `indent`: that leaves the fast encoder, and costs a second for 1,000 entries.
    return json.dumps(record, ensure_ascii=False)


def write(lines: Iterable[str], view: DayView) -> str:
    """Return the entries as a JSON object with licence and version.

    `stand` is the newest date that anybody said something, not the day of the build: the file changes when facts do.
    """
    city, newest = view.directory.city, _newest(view)
    head = {
        "$schema": f"../{SCHEMA}",
        "version": VERSION,
        "titel": city.title,
        "lizenz": city.data_licence,
        **({"stand": str(newest)} if newest.known else {}),
    }
    entries = ",\n".join(lines)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]},\n"angebote": [\n{entries}\n]}}\n'


def _newest(view: DayView) -> PartialDate:
    said = [as_of for entry in view.listed for as_of in _said(entry) if as_of.known]
    return max(said, key=lambda as_of: (as_of.first_day(), str(as_of)), default=PartialDate())


def _said(entry: Entry) -> list[PartialDate]:
    days = [day for day in (entry.included, entry.confirmed and entry.confirmed.on) if day]
    facts = [fact.as_of for _, fact in entry.attributed()]
    return [*facts, *(one.as_of for one in entry.sources), *(PartialDate(day.year, day.month, day.day) for day in days)]
