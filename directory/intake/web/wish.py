"""The page on which people say what they miss: a form whose text stays on the device, and a sheet for groups."""

from directory.intake.web.pages import STYLES, TAKING_PART
from directory.intake.web.render import render
from directory.output.page import START, Page
from directory.view.day import DayView
from directory.view.wishes import MISFITS

ADDRESS = "mitmachen/fehlt/"
TITLE = "Sagen, was fehlt"


def wish_page(view: DayView) -> Page:
    """Return the form and the sheet."""
    words = view.directory.vocabulary
    return Page(
        address=ADDRESS,
        title=TITLE,
        body=render(
            "form_wish.html",
            root="../../",
            view=view,
            title=TITLE,
            areas=[area.name for area in words.areas.values()],
            groups=[group.name for group in words.groups.values()],
            reasons=("Es gibt kein Angebot.", *MISFITS.values(), "Das weiß ich nicht."),
            who=("Das sagt eine Gruppe.", "Das sagt 1 Mensch."),
        ),
        description="Sagen Sie uns, welches Angebot Ihnen fehlt.",
        crumbs=(START, TAKING_PART),
        scripts=("form/copy.js", "wish.js"),
        styles=STYLES,
    )
