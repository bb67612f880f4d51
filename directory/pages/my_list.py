"""The page of entries that a reader has chosen. A script loads every entry; it shows those of the reader's list.

Asking the server for the chosen entries would tell the server which they are.
"""

import json

from directory.output.file import OutputFile
from directory.output.page import START, Page
from directory.pages.readability import Readability
from directory.pages.render import render
from directory.parallel import in_parallel
from directory.view.access import known_features
from directory.view.day import DayView

ADDRESS = "meine-liste/"
MY_LIST = "Meine Liste"
# The way to the root of the site, from the page that shows the sheets.
ROOT = "../"


def my_list_page(view: DayView, _: str) -> Page:
    """Return the list, empty."""
    return Page(
        address=ADDRESS,
        title=MY_LIST,
        body=render("my_list.html", root=ROOT, view=view, title=MY_LIST),
        description="Angebote, die Sie sich merken.",
        crumbs=(START,),
        scripts=("my-list-page.js",),
        styles=("own.css",),
        indexed=False,
        sensitive="sometimes",
    )


def my_list_file(view: DayView) -> OutputFile:
    """Return what the page loads: every listed entry as a sheet that waits to be chosen, and former names."""
    slugs = [entry.slug for entry in view.listed]
    shared = view, Readability.of(view.directory)
    sheets = dict(zip(slugs, in_parallel(_sheet, shared, slugs, work="Machen von „Meine Liste“"), strict=True))
    former = {name: entry.slug for entry in view.listed for name in entry.former_slugs}
    content = json.dumps({"sheets": sheets, "former": former}, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(f"{ADDRESS}angebote.json", content)


def _sheet(shared: tuple[DayView, Readability], slug: str) -> str:
    view, readability = shared
    entry = view.of(view.directory.entry[slug])
    access = known_features(view.directory, entry.record)
    return readability.apply(render("my_list_sheet.html", root=ROOT, view=view, entry=entry, access=access))
