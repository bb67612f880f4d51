"""One build: load, check, pages, booklets. What the site generator's hook calls."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from directory.booklets.booklet_set import BookletSet, render_all
from directory.booklets.cache import FOLDER, Cache
from directory.booklets.drawing import area_drawings
from directory.checks import Checked, check
from directory.exports import data_files
from directory.files.schema import entry_schema
from directory.intake.web.pages import form_files, form_pages
from directory.intake.web.wish import wish_page
from directory.model import Directory
from directory.output.file import OutputFile
from directory.output.page import Page
from directory.output.scripts import minified
from directory.output.sheets import DARK, PRINT, part_of, style_sheet
from directory.pages import Finish, area_styles, as_it_is, page_at, pages
from directory.pages.booklets import booklets_page
from directory.pages.fields import fields_page
from directory.pages.my_list import my_list_file
from directory.problems import Problem, has_errors
from directory.schedule import agenda
from directory.search import search_files
from directory.site.frame import HEADERS, THEME, Frame
from directory.site.mkdocs import Settings, Summary, say_progress
from directory.site.offline import SHEETS, worker_file
from directory.source import load
from directory.source.links import foreign_folder
from directory.source.load import PICTURES
from directory.view.day import DayView

# Sheets that only some pages have.
OF_SOME_PAGES = ("form", "own", "pathway", "sheet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The outcome of one build; without pages and files where it failed."""

    problems: tuple[Problem, ...]
    pages: tuple[Page, ...]
    files: tuple[OutputFile, ...]
    failed: bool
    summary: Summary
    frame: Frame


def build(
    settings: Settings, links: Sequence[Problem] = (), finish: Callable[[Frame], Finish] = lambda _: as_it_is
) -> Built:
    """Return every page for the entries in the settings' folder, or only the problems.

    `links`: what is wrong with links in other folders that are published; with them nothing is built. `finish` returns
    for a frame what is done with each page where it is made, and what is kept of it.
    """
    if foreign := foreign_folder(settings.entries, settings.entries.as_posix()):
        links = (*links, foreign)
    result = check(load(settings.entries), settings.today, publish=settings.publish)
    problems = tuple(sorted({*links, *result.problems}))
    if links or result.checked is None or (has_errors(problems) and not settings.keep_going):
        return _failed(problems)
    return _built(result.checked, settings, finish)


def _failed(problems: tuple[Problem, ...]) -> Built:
    return Built(
        problems=problems,
        pages=(),
        files=(),
        failed=True,
        summary=Summary(built=False, problems=problems),
        frame=Frame(),
    )


def _built(checked: Checked, settings: Settings, finish: Callable[[Frame], Finish]) -> Built:
    view = DayView(checked, agenda(checked.directory, settings.today), with_booklets=settings.booklets)
    frame = frame_of(view.directory, settings)
    finished = finish(frame)
    made = (*pages(view, finished), *map(finished, (*form_pages(view), wish_page(view), fields_page())))
    printed = _print(view, settings) if settings.booklets else BookletSet()
    made = (*made, finished(booklets_page(view, printed.booklets)))
    problems = tuple(sorted({*checked.problems, *printed.problems}))
    return Built(
        problems=problems,
        pages=made,
        files=(*(file for some in FILES for file in some.make(view, settings)), *printed.files),
        failed=False,
        summary=Summary(
            built=True,
            problems=problems,
            entries=len(view.listed),
            pages=len(made),
            left_out=tuple(map(str, checked.left_out)),
        ),
        frame=frame,
    )


def page_alone(view: DayView, address: str) -> Page | None:
    """Return the page at an address, without booklets and made alone; None where there is none."""
    if page := page_at(view, address):
        return page
    others = (*form_pages(view), wish_page(view), fields_page(), booklets_page(view, ()))
    return next((page for page in others if page.address == address), None)


def frame_of(directory: Directory, settings: Settings) -> Frame:
    """Return what stands around every page of a city."""
    return Frame(
        trial=not settings.publish,
        tested=bool(directory.audit and directory.audit.with_people),
        city=directory.city,
        emergency=tuple(directory.vocabulary.emergency_numbers.values()),
        welcomes=tuple(welcome for welcome in directory.welcomes.values() if welcome.published),
    )


def _print(view: DayView, settings: Settings) -> BookletSet:
    """Return the booklets, and say on the way how many are done."""
    done = partial(say_progress, "Setze die Hefte")
    drawings = area_drawings(view.directory, settings.docs)
    return render_all(view, trial=not settings.publish, cache=Cache(FOLDER), drawings=drawings, progress=done)


def styles(areas: str = "") -> Iterator[OutputFile]:
    """Yield the one sheet of all pages, dark colours, paper, and sheets that only some pages have."""
    yield OutputFile(f"{SHEETS}site.css", style_sheet(areas))
    for name in (DARK, PRINT, *OF_SOME_PAGES):
        yield OutputFile(f"{SHEETS}{name}.css", part_of(name))


def _photos(directory: Directory, settings: Settings) -> Iterator[OutputFile]:
    """Yield the photos that entries name, as they are."""
    for name in sorted({entry.picture.file for entry in directory.entries if entry.picture}):
        yield OutputFile(f"bilder/angebote/{name}", (settings.entries / PICTURES / name).read_bytes())


def scripts() -> Iterator[OutputFile]:
    """Yield the theme's scripts without comments and blanks, in place of those with them."""
    for script in sorted((THEME / "assets" / "scripts").rglob("*.js")):
        yield OutputFile(script.relative_to(THEME).as_posix(), minified(script.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Files:
    """Some files that are made together, and what the paths of all of them begin with."""

    make: Callable[[DayView, Settings], Iterable[OutputFile]]
    under: tuple[str, ...]


SEARCH = Files(lambda view, _: search_files(view), ("suche/daten/", "assets/scripts/help.js"))
FILES = (
    Files(lambda view, _: styles(area_styles(view.directory)), (SHEETS,)),
    Files(lambda *_: (OutputFile("_headers", HEADERS),), ("_headers",)),
    Files(lambda view, _: data_files(view), ("daten/", "kalender/", "angebote/", "schema/")),
    Files(lambda view, _: (OutputFile("schema/entry.json", entry_schema(view.directory)),), ("schema/entry.json",)),
    SEARCH,
    Files(lambda view, _: (my_list_file(view),), ("meine-liste/",)),
    Files(lambda *_: scripts(), ("assets/scripts/",)),
    Files(lambda view, _: (worker_file(view),), ("offline.js",)),
    Files(lambda view, settings: _photos(view.directory, settings), ("bilder/angebote/",)),
    Files(lambda view, _: form_files(view), ("mitmachen/", "assets/scripts/form/data.js")),
)
