"""The sheet on which people with experience of their own judge the sentences of an entry."""

from directory.output.page import START, Crumb, Page
from directory.pages.render import render
from directory.view.day import DayView
from directory.view.shown import shown_sentences

# What a reader can mark beside a sentence, with its face.
JUDGEMENTS = (
    ("emoticon-happy-outline", "Verstanden"),
    ("emoticon-neutral-outline", "Zum Teil verstanden"),
    ("emoticon-sad-outline", "Nicht verstanden"),
)


def check_sheet_page(view: DayView, slug: str) -> Page:
    """Return the sheet of one entry, ready to print."""
    entry = view.directory.entry[slug]
    body = render(
        "check_sheet.html",
        root="../../../",
        view=view,
        entry=entry,
        sentences=shown_sentences(entry),
        judgements=JUDGEMENTS,
    )
    title = f"Prüf-Bogen: {entry.name}"
    crumbs = (START, Crumb(entry.name, f"angebote/{entry.slug}/"))
    return Page(
        address=f"angebote/{entry.slug}/pruef-bogen/",
        title=title,
        body=body,
        description="Zum Drucken für Prüf-Gruppen.",
        crumbs=crumbs,
        styles=("own.css",),
        indexed=False,
        sensitive="always" if view.of(entry).sensitive else "never",
    )
