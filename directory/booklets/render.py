"""Entry points of the booklets: the directory on one day goes in, a finished file comes out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from directory.booklets.book import Book, book
from directory.booklets.imposition import impose
from directory.booklets.offer import ICONS, Offer
from directory.booklets.sheet import sheet
from directory.output.typst import data_of, typeset
from directory.view.booklets import Edition
from directory.view.day import DayView

TEMPLATES = Path(__file__).with_name("templates")
BOOK, SHEET, COVER = (TEMPLATES / name for name in ("book.typ", "sheet.typ", "cover-picture.typ"))
# Pictograms that templates set by themselves.
SIGNS = (*ICONS.values(), "timer-sand", "help-circle-outline", "calendar", "clock-outline", "check-circle-outline")


def render(view: DayView, area: str, edition: Edition, *, trial: bool = True) -> bytes:
    """Return the booklet of an area as PDF. A copy sheet is its first part if there are several."""
    data = book_data(view, area, edition, trial=trial)
    made = typeset(BOOK, data)
    return impose(made, copy_title(area))[0] if edition is Edition.COPY else made


def render_sheet(view: DayView, slug: str, *, trial: bool = True) -> bytes:
    """Return the information sheet of an entry as PDF."""
    return typeset(SHEET, sheet_data(view, slug, trial=trial))


def book_data(view: DayView, area: str, edition: Edition, *, trial: bool) -> str:
    """Return what the template of a booklet needs; the copy sheet is made of the small booklet."""
    form = Edition.A5 if edition is Edition.COPY else edition
    content = book(view, area, trial=trial)
    return data_of(
        content,
        _icons(content),
        bold_negation=view.bold_negation,
        colour=content.colour,
        author=content.title,
        size=form.size,
        paper=form.paper,
    )


def sheet_data(view: DayView, slug: str, *, trial: bool) -> str:
    """Return what the template of a sheet needs."""
    content = sheet(view, view.directory.entry[slug], trial=trial)
    return data_of(
        content,
        [*SIGNS, *_icons_of([content.entry])],
        bold_negation=view.bold_negation,
        colour=content.entry.colour,
        author=content.title,
        size=Edition.LARGE.size,
        paper=Edition.LARGE.paper,
    )


def copy_title(area: str) -> str:
    """Return the title of a copy sheet."""
    return f"Kopier-Vorlage: {area}. Nur zum Drucken."


def _icons(content: Book) -> Iterator[str]:
    yield from SIGNS
    for section in content.sections:
        yield section.icon
        yield from _icons_of([*section.here, *section.everywhere])


def _icons_of(offers: Iterable[Offer]) -> Iterator[str]:
    for offer in offers:
        yield offer.icon
        yield offer.way.icon
        yield from (group.icon for group in offer.answers)
