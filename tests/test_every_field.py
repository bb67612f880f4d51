"""A walk over all fields: where each value of the model changes what people read. What is accepted is said."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from conftest import MakeCity, entry_with, load_city
from every_value import changes, view_with

from directory.exports.as_icalendar import calendars
from directory.exports.records import record
from directory.model import Directory, Entry
from directory.pages.entry import entry_page
from directory.pages.weeks import week_page
from directory.search.documents import documents
from directory.search.results import result_rows
from directory.view.day import DayView
from directory.view.outline import outline_of

TABLE = Path(__file__).parent / "cases" / "every_field.txt"
# What changes nothing that people read, and why that is right.
SILENT: Mapping[str, str] = {
    "trotzdem.regel": "for editors alone: a finding that stays",
    "trotzdem.warum": "for editors alone: a finding that stays",
    "orte.rolle=treffen": "is what holds where nobody says anything",
    "orte.art=fest": "is what holds where nobody says anything",
    "zeiten.immer=nein": "is what holds where nobody says anything",
    "zeiten.vorlesungszeit=nein": "is what holds where nobody says anything",
    "zeiten.nach_vereinbarung=nein": "is what holds where nobody says anything",
    "status=aktiv": "is what holds where nobody says anything",
    "kontakt.telefon.art=sprache": "is what holds where nobody says anything",
    "ausnahmen.zu=ja": "is what holds where nobody says anything",
    "ausnahmen.jedes_jahr=nein": "is what holds where nobody says anything",
}
OUTPUTS: Mapping[str, Callable[[DayView, Entry], object]] = {
    "page": lambda view, entry: entry_page(view, entry.slug).body,
    "week": lambda view, _: week_page(view, "naechste-woche").body,
    "paper": lambda view, entry: outline_of(view.of(entry), view.directory.city),
    "search": lambda view, entry: (searched(view, entry), result_rows(view, [entry])),
    "data": record,
    "calendar": lambda view, _: dict(calendars(view)),
}


def searched(view: DayView, entry: Entry) -> object:
    """Return the words that find an entry, without the entry itself."""
    [document] = documents(view.directory, [entry])
    return [getattr(document, field.name) for field in fields(document) if field.name != "entry"]


def outputs(example: Directory, values: dict[str, Any]) -> dict[str, str]:
    view, entry = view_with(example, values)
    return {name: repr(output(view, entry)) for name, output in OUTPUTS.items()}


@pytest.fixture
def example(city: MakeCity) -> Directory:
    directory = load_city(city({"mitte/gruppe.yaml": entry_with("")})).directory
    assert directory
    return directory


def test_every_value_that_is_accepted_is_said_somewhere(example: Directory, request: pytest.FixtureRequest) -> None:
    lines = []
    for change in changes():
        before, after = outputs(example, change.before), outputs(example, change.after)
        where = [name for name in OUTPUTS if before[name] != after[name]]
        lines.append(f"{change.name}: {' '.join(where) or '-'}")
    silent = {line.removesuffix(": -") for line in lines if line.endswith(": -")}
    if request.config.getoption("--golden"):
        TABLE.write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert silent == set(SILENT), "accepted, and nobody says it; or said, and on the list all the same"
    assert TABLE.read_text(encoding="utf-8").splitlines() == lines
