"""The page of entries that a reader has chosen. It brings every entry along; a script shows those of the reader's list.

Asking the server for the chosen entries would tell the server which they are.
"""

from directory.output.page import START, Page
from directory.pages.render import render
from directory.view.access import known_features
from directory.view.day import DayView

MY_LIST = "Meine Liste"


def my_list_page(view: DayView, _: str) -> Page:
    """Return the list, empty, and every listed entry as a sheet that waits to be chosen."""
    body = render(
        "my_list.html",
        root="../",
        view=view,
        title=MY_LIST,
        sheets=[(view.of(entry), known_features(view.directory, entry)) for entry in view.listed],
    )
    return Page(
        address="meine-liste/",
        title=MY_LIST,
        body=body,
        description="Angebote, die Sie sich merken.",
        crumbs=(START,),
        scripts=("my-list-page.js",),
        styles=("own.css",),
        indexed=False,
        sensitive="sometimes",
    )
