"""Entries as they stand in lists. A card is made once: many lists show the same one."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from markupsafe import Markup

from directory.model import Entry
from directory.pages.render import render
from directory.view.day import DayView
from directory.view.places import EntryLink

Card = Callable[[Entry | EntryLink, str, int], Markup]
# Stands in a card for the way to the root of the site, which every page has its own of.
ROOT = "\x00"
_made: WeakKeyDictionary[DayView, dict[tuple[str, int], Markup]] = WeakKeyDictionary()


def cards_of(view: DayView) -> Card:
    """Return the function that makes the card of an entry: with the way to the root, and the level of its heading."""
    made = _made.setdefault(view, {})

    def card(entry: Entry | EntryLink, root: str, level: int) -> Markup:
        key = (entry.slug, level)
        if key not in made:
            html = render("card.html", root=ROOT, entry=view.of(view.directory.entry[entry.slug]), level=level)
            made[key] = Markup(html)  # noqa: S704 - escaped by the template
        return made[key].replace(ROOT, root)

    return card
