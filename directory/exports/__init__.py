"""Directory to open data: one module a format.

`records` leaves out what is secret, for JSON and CSV; calendars and HSDS take from an entry only what is said there.
"""

from collections.abc import Iterator

from directory.exports import as_atom, as_csv, as_excel_csv, as_geojson, as_json
from directory.exports.as_icalendar import calendars
from directory.exports.hsds import hsds_files
from directory.exports.json_schema import json_schema
from directory.exports.records import records
from directory.output.file import OutputFile
from directory.view.day import DayView

__all__ = ["data_files"]


def data_files(view: DayView) -> Iterator[OutputFile]:
    """Yield the data of all listed entries in every format."""
    rows = records(view)
    yield OutputFile("daten/entries.json", as_json.write(rows, view))
    yield OutputFile(as_json.SCHEMA, json_schema())
    yield OutputFile(as_atom.PATH, as_atom.write(view))
    yield OutputFile("daten/entries.geojson", as_geojson.write(view))
    yield OutputFile("daten/angebote-excel.csv", as_excel_csv.write(view))
    yield OutputFile("daten/entries.csv", as_csv.write(rows))
    yield from (OutputFile(path, content) for path, content in calendars(view))
    yield from hsds_files(view)
