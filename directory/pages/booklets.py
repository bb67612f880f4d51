"""The page about the booklets: what there is, how large it is, and how to print it."""

from collections.abc import Sequence
from dataclasses import dataclass

from directory.booklets.booklet_set import Booklet, BookletSet, cover_path
from directory.model.vocabulary import Area
from directory.output.html import render
from directory.output.page import START, Page
from directory.view.day import DayView
from directory.view.editions import FOLDS, Edition

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


def booklets_page(view: DayView, render_all: BookletSet) -> Page:
    """Return the page; without booklets it says how to print a page."""
    areas = [
        AreaBooklets(
            area=area,
            cover=cover_path(area.id),
            booklets=_downloads(render_all, area, (Edition.A5, Edition.LARGE)),
            copies=_downloads(render_all, area, (Edition.COPY,)),
        )
        for area in view.directory.vocabulary.areas.values()
        if any(printed.area == area.id for printed in render_all.booklets)
    ]
    body = render("booklets.html", root="../", view=view, title=TITLE, areas=areas, folds=FOLDS)
    body = view.readability.apply(body)
    return Page(address=ADDRESS, title=TITLE, body=body, description="Das Verzeichnis auf Papier.", crumbs=(START,))


def _downloads(render_all: BookletSet, area: Area, editions: Sequence[Edition]) -> tuple[Download, ...]:
    printed = [one for one in render_all.booklets if one.area == area.id and one.edition in editions]
    return tuple(Download(one.file.path, _said(one, area)) for one in printed)


def _said(printed: Booklet, area: Area) -> str:
    edition = printed.edition
    title = f"{edition.title} für {area.name}" + (f", Teil {printed.part}" if printed.part else "")
    paper = f"{edition.paper.upper()} quer" if edition is Edition.COPY else edition.paper.upper()
    return f"{title}, {printed.pages} Seiten, {paper}, PDF, {_size(len(printed.file.content))}"


def _size(number: int) -> str:
    if number >= MEGA:
        return f"{number / MEGA:.1f} MB".replace(".", ",")
    return f"{max(1, round(number / KILO))} KB"
