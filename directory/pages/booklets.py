"""The page about the booklets: what there is, how large it is, and how to print it."""

from collections.abc import Sequence
from dataclasses import dataclass

from directory.model.vocabulary import Area
from directory.output.page import START, Page
from directory.pages.readability import Readability
from directory.pages.render import render
from directory.view.booklets import FOLDABLE_PAGES, Booklet, Edition, cover_path
from directory.view.day import DayView

ADDRESS = "hefte/"
TITLE = "Hefte"
KILO, MEGA = 1000, 1000**2


@dataclass(frozen=True, slots=True)
class Download:
    """A link to a file: where it is, and in words what it is."""

    path: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaBooklets:
    """The booklets of one area, with the picture of the cover."""

    area: Area
    cover: str
    booklets: tuple[Download, ...]
    copies: tuple[Download, ...]


def booklets_page(view: DayView, printed: Sequence[Booklet]) -> Page:
    """Return the page; without booklets it says how to print a page."""
    areas = [
        AreaBooklets(
            area=area,
            cover=cover_path(area.id),
            booklets=_downloads(printed, area, (Edition.A5, Edition.LARGE, Edition.LEAFLET)),
            copies=_downloads(printed, area, (Edition.COPY,)),
        )
        for area in view.directory.vocabulary.areas.values()
        if any(one.area == area.id for one in printed)
    ]
    body = render("booklets.html", root="../", view=view, title=TITLE, areas=areas, folds=FOLDABLE_PAGES)
    body = Readability.of(view.directory).apply(body)
    return Page(address=ADDRESS, title=TITLE, body=body, description="Das Verzeichnis auf Papier.", crumbs=(START,))


def _downloads(printed: Sequence[Booklet], area: Area, editions: Sequence[Edition]) -> tuple[Download, ...]:
    chosen = (one for one in printed if one.area == area.id and one.edition in editions)
    return tuple(Download(one.path, _description(one, area)) for one in chosen)


def _description(booklet: Booklet, area: Area) -> str:
    edition = booklet.edition
    title = f"{edition.title} für {area.name}" + (f", Teil {booklet.part}" if booklet.part else "")
    paper = f"{edition.paper.upper()} quer" if edition.across else edition.paper.upper()
    return f"{title}, {booklet.pages} Seiten, {paper}, PDF, {_size(booklet.size)}"


def _size(number: int) -> str:
    if number >= MEGA:
        return f"{number / MEGA:.1f} MB".replace(".", ",")
    return f"{max(1, round(number / KILO))} KB"
