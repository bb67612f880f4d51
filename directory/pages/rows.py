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


def rows_of(view: DayView, weekday: int | None = None) -> Row:
    """Return the function that makes the row of an entry: with the way to the root, and the level of its heading.

    In the list of a weekday (Monday is 0) a row says the times of this day, else the first of all times.
    """
    made: dict[tuple[str, int, int | None], Markup] = view.once("rows", dict)

    def row(entry: Entry | EntryLink, root: str, level: int) -> Markup:
        key = (entry.slug, level, weekday)
        if key not in made:
            shown = view.of(view.directory.entry[entry.slug])
            when = shown.when if weekday is None else view.times_on(shown.record, weekday)
            html = render("row.html", root=ROOT, row=row_of(shown, when), level=level)
            made[key] = Markup(html)  # noqa: S704 - escaped by the template
        return made[key].replace(ROOT, root)

    return row
