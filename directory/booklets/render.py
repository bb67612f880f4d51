"""Entry points of the booklets: the directory on one day goes in, a finished file comes out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from directory.booklets.book import Book, book
from directory.booklets.imposition import impose, page_count
from directory.booklets.offer import ICONS, Offer
from directory.booklets.profile_sheet import profile_sheet
from directory.booklets.sheet import sheet
from directory.booklets.volumes import Volume, volumes
from directory.output.typst import data_of, typeset
from directory.view.booklets import FOLDABLE_PAGES, Edition
from directory.view.day import DayView

TEMPLATES = Path(__file__).with_name("templates")
BOOK, SHEET, COVER, LEAFLET, PROFILE = (
    TEMPLATES / name for name in ("book.typ", "sheet.typ", "cover-picture.typ", "leaflet.typ", "profile.typ")
)
# Professionals get small letters: both sides must hold everything.
PROFILE_SIZE = 11
# Pictograms that templates set by themselves.
SIGNS = (*ICONS.values(), "timer-sand", "help-circle-outline", "calendar", "clock-outline", "check-circle-outline")


def render(view: DayView, area: str, edition: Edition, *, trial: bool = True, drawing: str = "") -> bytes:
    """Return the booklet of an area as PDF, `drawing` on its cover; of a copy sheet in parts the first one."""
    if edition is not Edition.COPY:
        template = LEAFLET if edition is Edition.LEAFLET else BOOK
        return typeset(template, book_data(view, area, edition, trial=trial, drawing=drawing))

    def setting(volume: Volume | None) -> tuple[bytes, int]:
        made = typeset(BOOK, book_data(view, area, edition, trial=trial, drawing=drawing, volume=volume))
        return made, page_count(made)

    return impose(volumes(view, area, FOLDABLE_PAGES, setting)[0][1], copy_title(area))


def render_sheet(view: DayView, slug: str, *, trial: bool = True) -> bytes:
    """Return the information sheet of an entry as PDF."""
    return typeset(SHEET, sheet_data(view, slug, trial=trial))


def book_data(
    view: DayView, area: str, edition: Edition, *, trial: bool, drawing: str = "", volume: Volume | None = None
) -> str:
    """Return what the template of a booklet needs; copy sheet and leaflet are made of the small booklet."""
    form = edition if edition is Edition.LARGE else Edition.A5
    title = f"Teil {volume.number} von {volume.of}" if volume else ""
    content = book(view, area, trial=trial, volume=title, slugs=volume.slugs if volume else None)
    return data_of(
        content,
        _icons(content),
        bold_negation=view.bold_negation,
        colour=content.colour,
        author=content.title,
        size=form.size,
        paper=form.paper,
        drawing=drawing,
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


def profile_data(view: DayView, area: str, *, trial: bool) -> str:
    """Return what the template of a profile needs."""
    content = profile_sheet(view, area, trial=trial)
    return data_of(
        content,
        SIGNS,
        bold_negation=view.bold_negation,
        colour=content.colour,
        author=content.title,
        size=PROFILE_SIZE,
        paper="a4",
    )


def copy_title(area: str) -> str:
    """Return the title of a copy sheet."""
    return f"Kopier-Vorlage: {area}. Nur zum Drucken."


def _icons(content: Book) -> Iterator[str]:
    yield from SIGNS
    yield from (need.icon for need in content.needs)
    for section in content.sections:
        yield section.icon
        yield from _icons_of([*section.here, *section.everywhere])


def _icons_of(offers: Iterable[Offer]) -> Iterator[str]:
    for offer in offers:
        yield offer.icon
        yield offer.way.icon
        yield from (group.icon for group in offer.answers)
