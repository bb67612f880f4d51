"""Entries as they stand in lists. A row is made once: many lists show the same one."""

from collections.abc import Callable

from markupsafe import Markup

from directory.model import Entry
from directory.pages.render import render
from directory.view.day import DayView
from directory.view.places import EntryLink
from directory.view.rows import row_of

Row = Callable[[Entry | EntryLink, str, int], Markup]
# Stands in a row for the way to the root of the site, which every page has its own of.
ROOT = "\x00"


def rows_of(view: DayView) -> Row:
    """Return the function that makes the row of an entry: with the way to the root, and the level of its heading."""
    made: dict[tuple[str, int], Markup] = view.once("rows", dict)

    def row(entry: Entry | EntryLink, root: str, level: int) -> Markup:
        key = (entry.slug, level)
        if key not in made:
            html = render("row.html", root=ROOT, row=row_of(view.of(view.directory.entry[entry.slug])), level=level)
            made[key] = Markup(html)  # noqa: S704 - escaped by the template
        return made[key].replace(ROOT, root)

    return row
