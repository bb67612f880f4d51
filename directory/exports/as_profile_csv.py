"""CSV: every figure of the profiles of areas, with the entries behind it (RFC 4180, comma, UTF-8).

Residents are not in it: nobody has stated a licence for them.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from directory.output.spreadsheet import cell
from directory.view.day import DayView
from directory.view.figures import Figure
from directory.view.inventory import inventories
from directory.view.profile import profiles

PATH = "daten/profile.csv"
COLUMNS = ("sozialraum", "kennzahl", "bezeichnung", "zahl", "methode", "angebote")


def rows(view: DayView) -> Iterator[dict[str, Any]]:
    """Yield each figure of each area and of each kind by topic, with its entries."""
    for one in profiles(view):
        yield from (_row(one.area.id, figure) for figure in one.figures)
    [city] = [area.id for area in view.directory.vocabulary.areas.values() if area.city_wide][:1] or [""]
    for kind in inventories(view):
        columns = [*(area.id for area in kind.areas), city]
        for row in kind.rows:
            yield from (_row(area, figure) for area, figure in zip(columns, row.figures, strict=True))


def _row(area: str, figure: Figure) -> dict[str, Any]:
    slugs = [entry.slug for entry in figure.entries]
    values = (area, figure.id, figure.label, figure.number, figure.method, slugs)
    return dict(zip(COLUMNS, values, strict=True))


def write(view: DayView) -> str:
    """Return a table with a heading, a figure a row."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows(map(cell, row.values()) for row in rows(view))
    return out.getvalue()
