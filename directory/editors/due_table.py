"""What is due as a table for spreadsheets, one entry a row."""

import csv
import io
from collections.abc import Iterable

from directory.editors.recipients import Recipient
from directory.output.spreadsheet import cell

COLUMNS = ("traeger", "name_vom_traeger", "telefon", "mail", "angebot", "name", "datei", "zuletzt", "gruende")


def table(found: Iterable[Recipient]) -> str:
    """Return the table with a heading, written as the directory's other tables are."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for to in found:
        phones = [phone.number for phone in to.contact.phones]
        for item in to.due:
            entry = item.entry
            values = [to.provider, to.name, phones, [*to.contact.mails], entry.slug, entry.name, entry.file]
            rows.writerow([cell(value) for value in (*values, item.last_said, [*item.reasons])])
    return out.getvalue()
