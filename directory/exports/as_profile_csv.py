"""CSV: every figure of the profiles of areas, with the entries behind it (RFC 4180, comma, UTF-8).

Residents are not in it: nobody has stated a licence for them.
"""

import csv
import io

from directory.output.spreadsheet import cell
from directory.view.day import DayView
from directory.view.profile import profiles

PATH = "daten/profile.csv"
COLUMNS = ("sozialraum", "kennzahl", "bezeichnung", "zahl", "methode", "angebote")


def write(view: DayView) -> str:
    """Return a table with a heading, a figure a row."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for one in profiles(view):
        for figure in one.figures:
            slugs = [entry.slug for entry in figure.entries]
            values = (one.area.id, figure.id, figure.label, figure.number, figure.method, slugs)
            table.writerow(map(cell, values))
    return out.getvalue()
