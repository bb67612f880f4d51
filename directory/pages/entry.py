"""The page of one entry: the fixed questions, answered from its view, and honestly what is not known."""

from collections.abc import Mapping

from directory.model import Entry
from directory.model.vocabulary import QUESTIONS
from directory.output.page import START, Crumb, Page
from directory.pages.hard_words import HardWords
from directory.pages.json_ld import json_ld
from directory.pages.render import render
from directory.pages.rows import rows_of
from directory.view.day import DayView

# What the first screen says where it is not known.
SAID_FIRST = frozenset({QUESTIONS["wann"], QUESTIONS["wo"]})


def entry_page(view: DayView, slug: str) -> Page:
    """Return the page of an entry."""
    record = view.directory.entry[slug]
    entry = view.of(record)
    body = render(
        "entry.html",
        root="../../",
        view=view,
        row=rows_of(view),
        entry=entry,
        record=record,
        photo=view.directory.pictures[record.picture.file] if record.picture else None,
        unknown=[fact for fact in entry.unknown if fact not in SAID_FIRST],
        words=HardWords(view.glossary, view.directory.vocabulary.glossary),
    )
    return Page(
        address=f"angebote/{slug}/",
        title=entry.name,
        body=body,
        description=entry.lead,
        area=entry.area.id,
        crumbs=(START, Crumb(entry.area.name, f"{entry.area.id}/")),
        source=record.file,
        json_ld=json_ld(view, record),
        scripts=("dates.js",) if entry.dates else (),
        sensitive="always" if entry.sensitive else "never",
        own_tools=True,
    )


def moved_keys(view: DayView) -> Mapping[str, Entry]:
    """Return the former names of files, each with its entry: links to them still lead on."""
    return {former: entry for entry in view.directory.entries for former in entry.former_slugs}


def moved_page(view: DayView, former: str) -> Page:
    """Return the page at a former address; it leads to the present one."""
    entry = moved_keys(view)[former]
    body = render("moved.html", root="../../", entry=entry)
    title = f"Umgezogen: {entry.name} ({former})"
    return Page(address=f"angebote/{former}/", title=title, body=body, crumbs=(START,), indexed=False)
