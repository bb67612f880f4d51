"""CSV as a German Excel opens it with a double click: with a mark of UTF-8, semicolons, and words instead of codes.

A postcode stands in one cell with its town, and a house number with its street: alone they would become numbers and
dates. Phone numbers are as one dials them in Germany, in groups, so that they stay text.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from directory.model import Entry
from directory.model.contact import Phone
from directory.output.spreadsheet import cell
from directory.view.contact import providers_of
from directory.view.day import DayView
from directory.view.times import recent_sentences

Row = Mapping[str, str | list[str]]
# Alone in a cell this becomes a number or a date; with a zero in front or with strokes it would be another one.
NUMBER_OR_DATE = re.compile(r"0\d+|\d+(?:[.,:/-]\d+)+")
# Without it Excel takes UTF-8 for Windows-1252.
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def write(rows: Sequence[Row]) -> str:
    """Return a table with a heading, an entry a row; several values in a cell are divided by semicolons."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(rows[0] if rows else ["Name"])
    table.writerows([_text(value) for value in one.values()] for one in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def row(view: DayView, entry: Entry) -> Row:
    """Return the cells of an entry by their columns."""
    said, words = view.of(entry), view.directory.vocabulary
    places = [] if entry.secret else said.places
    addressed = [place for place in places if place.has_address]
    areas = (entry.area,) if entry.secret else view.directory.areas_of(entry)
    return {
        "Name": entry.name,
        "Weitere Namen": list(entry.other_names),
        "Art": [kind.name for kind in said.kinds],
        "Themen": [topic.name for topic in said.topics],
        "Ziel-Gruppen": [words.audiences[one].name for one in entry.audiences],
        "Sozialraum": [words.areas[area].name for area in areas],
        "Was ist das?": " ".join(entry.description),
        "Für wen ist das?": _aged(said.audience.said.age, *entry.audience_notes, said.audience.age, *entry.conditions),
        "Sprachen": list(said.audience.languages),
        "Wer macht das?": [provider.name for provider in providers_of(view.directory, entry)],
        "Straße": _each(place.street for place in addressed),
        "PLZ und Ort": _each(place.town for place in addressed),
        "Ortsteil": _each(place.locality for place in addressed),
        "Haltestelle": _each(place.stop for place in places),
        "Telefon": [_number(phone) for phone in entry.contact.phones],
        "Weitere Nummern": [_number(phone) for phone in entry.contact.other_numbers],
        "Mail": list(entry.contact.mails),
        "Internet-Seite": list(entry.contact.websites),
        "Wann ist das?": [*_times(view, entry)],
        "Besondere Tage": [" ".join((days.text, *days.notes)) for days in said.special_days],
        "Mitmachen": _aged(said.joining.said.age, said.joining.text, *said.joining.notes) if said.joining else "",
        "Das erste Mal": " ".join(entry.first_visit),
        "Kosten": _aged(said.cost.said.age, said.cost.text, *said.cost.notes) if said.cost else "",
        "Barrieren": [" ".join((*one.sentences, one.source, one.as_of)).rstrip() for one in said.access],
        "Wie sicher ist das?": said.state,
        "Kenn-Wort": entry.slug,
    }


def _text(value: str | list[str]) -> str:
    """Return a value as text that stays text."""
    text = cell(value)
    return f"'{text}" if NUMBER_OR_DATE.fullmatch(text) else text


def _each(values: Iterable[str]) -> list[str]:
    """Return each value once, in their order."""
    return [*dict.fromkeys(filter(None, values))]


def _aged(age: str, *sentences: str) -> str:
    """Return sentences after the one that says how old they are, if they are old."""
    said = [sentence for sentence in sentences if sentence]
    return " ".join(filter(None, (age, *said))) if said else ""


def _number(phone: Phone) -> str:
    """Return a number in groups, without the sign of a formula, and with what it is for."""
    digits = phone.formatted.replace("\N{NO-BREAK SPACE}", " ")
    number = f"00{digits[1:]}" if digits.startswith("+") else digits
    return f"{number} ({phone.label})" if phone.label else number


def _times(view: DayView, entry: Entry) -> Iterable[str]:
    """Yield all times; before old ones stands how old they are. Where a secret entry is, old times could tell."""
    said = view.of(entry)
    yield from recent_sentences(view.directory, entry, view.today, said.asking.asked)
    for block in () if entry.secret else said.times:
        if not block.current:
            for line in block.lines:
                yield " ".join(filter(None, (block.age, line.where and f"{line.where}:", *line.sentences)))
