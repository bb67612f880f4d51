"""Directory to open data: one module a format.

`records` leaves out what is secret, for JSON and CSV; calendars and HSDS take from an entry only what is said there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.exports import as_atom, as_csv, as_excel_csv, as_geojson, as_json, as_profile_csv
from directory.exports.as_icalendar import calendars, events
from directory.exports.hsds import Written, hsds_files, written
from directory.exports.hsds.services import service
from directory.exports.hsds.taxonomies import Terms, terms
from directory.exports.json_schema import json_schema
from directory.exports.records import record
from directory.output.file import OutputFile
from directory.parallel import in_parallel
from directory.view.day import DayView

__all__ = ["data_files"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """One entry in the formats whose files are put together from entries: made at once, what it says is known then.

    All of it is text already: then workers need not hand over thousands of objects.
    """

    json: str
    csv: str
    excel: as_excel_csv.Row
    events: bytes
    service: Written


def data_files(view: DayView) -> Iterator[OutputFile]:
    """Yield the data of all listed entries in every format."""
    slugs = [entry.slug for entry in view.listed]
    parts = [*in_parallel(_parts, (view, terms(view.directory)), slugs, work="Schreiben von den Daten")]
    yield OutputFile("daten/entries.json", as_json.write((one.json for one in parts), view))
    yield OutputFile(as_json.SCHEMA, json_schema())
    yield OutputFile(as_atom.PATH, as_atom.write(view))
    yield OutputFile("daten/entries.geojson", as_geojson.write(view))
    yield OutputFile("daten/angebote-excel.csv", as_excel_csv.write([one.excel for one in parts]))
    yield OutputFile("daten/entries.csv", as_csv.write(one.csv for one in parts))
    yield OutputFile(as_profile_csv.PATH, as_profile_csv.write(view))
    made = {slug: one.events for slug, one in zip(slugs, parts, strict=True)}
    yield from (OutputFile(path, content) for path, content in calendars(view, made))
    yield from hsds_files(view, [one.service for one in parts])


def _parts(shared: tuple[DayView, Terms], slug: str) -> _Parts:
    view, words = shared
    entry = view.directory.entry[slug]
    values = record(view, entry)
    return _Parts(
        json=as_json.line(values),
        csv=as_csv.line(values),
        excel=as_excel_csv.row(view, entry),
        events=events(view, entry),
        service=written(service(view, entry, words)),
    )
