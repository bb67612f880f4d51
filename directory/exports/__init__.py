"""Directory to open data: one module a format. Secret places, sources and providers never get this far."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from directory.exports import as_csv, as_json
from directory.exports.records import records
from directory.model import Directory

__all__ = ["DataFile", "data_files"]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A finished file; `path` is below the site's root."""

    path: str
    content: str


def data_files(directory: Directory, today: date) -> Iterator[DataFile]:
    """Yield the data of all listed offers in every format."""
    rows = records(directory, today)
    yield DataFile("daten/entries.json", as_json.write(rows, directory, today))
    yield DataFile("daten/entries.csv", as_csv.write(rows))
