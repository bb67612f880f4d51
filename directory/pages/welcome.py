"""The pages in other languages, one for each that somebody who speaks it has signed."""

from collections.abc import Iterator

from directory.output.page import START, Page
from directory.pages.render import render
from directory.view.day import DayView


def welcome_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page."""
    yield from (welcome.id for welcome in view.directory.welcomes.values() if welcome.published)


def welcome_page(view: DayView, language: str) -> Page:
    """Return the page in one language; who is listed as speaking it says so in their entry."""
    welcome = view.directory.welcomes[language]
    body = render(
        "welcome.html",
        root="../../",
        welcome=welcome,
        words=view.directory.vocabulary,
        speaking=[view.of(entry) for entry in view.listed if language in entry.languages],
    )
    return Page(
        address=welcome.address,
        title=welcome.title,
        body=body,
        description=" ".join(welcome.about[:2]),
        crumbs=(START,),
        source=welcome.path,
        language=language,
        direction=welcome.direction,
    )
