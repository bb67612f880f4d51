"""The page that says where each field of an entry stands in each format of the data.

What it tells is measured: `tests/test_formats.py` changes every field and looks at what changes in the exports.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from directory.files.fields import entry_fields, every_field
from directory.output.page import START, Crumb, Page
from directory.pages.render import render
from directory.view.day import DayView

FILE = Path(__file__).with_name("formats.yaml")
FORMATS: Mapping[str, str] = {
    "json": "JSON",
    "csv": "CSV",
    "excel": "Excel",
    "hsds": "HSDS",
    "schema_org": "schema.org",
    "geojson": "GeoJSON",
    "kalender": "Kalender",
    "atom": "Feed",
}


@cache
def by_field() -> Mapping[str, Mapping[str, list[str]]]:
    """Return the names in each format by the field, with its keys divided by points."""
    return dict(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def formats_page(_view: DayView, _key: str) -> Page:
    """Return the page."""
    sections = [(top, [one for one in every_field((top,)) if one.kind != "group"]) for top in entry_fields()]
    return Page(
        address="daten/felder/",
        title="Felder in den Dateien",
        body=render("formats.html", root="../../", sections=sections, by_field=by_field(), formats=FORMATS),
        description="Wo jedes Feld von einem Angebot in den Dateien steht.",
        crumbs=(START, Crumb("Daten", "daten/")),
    )
