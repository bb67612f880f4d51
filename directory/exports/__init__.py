"""Directory to open data: one module a format. Secret places, sources and providers never get this far."""

from collections.abc import Iterator

from directory.exports import as_csv, as_json
from directory.exports.as_icalendar import calendars
from directory.exports.records import records
from directory.model import Directory
from directory.output.file import DataFile
from directory.schedule import Agenda

__all__ = ["data_files"]


def data_files(directory: Directory, agenda: Agenda) -> Iterator[DataFile]:
    """Yield the data of all listed offers in every format."""
    rows = records(directory, agenda)
    yield DataFile("daten/entries.json", as_json.write(rows, directory, agenda.today))
    yield DataFile("daten/entries.csv", as_csv.write(rows))
    yield from (DataFile(path, content) for path, content in calendars(directory, agenda))
