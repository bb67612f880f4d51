"""One build: load, check, pages, booklets. What the site generator's hook calls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from directory.booklets.booklet_set import BookletSet, render_all
from directory.booklets.cache import FOLDER, Cache
from directory.booklets.drawing import area_drawings
from directory.checks import Checked, check
from directory.exports import data_files
from directory.files.schema import entry_schema
from directory.intake.web.pages import form_files, form_pages
from directory.model import Directory
from directory.output.file import OutputFile
from directory.output.page import Page
from directory.output.scripts import minified
from directory.output.sheets import DARK, PRINT, part_of, style_sheet
from directory.pages import area_styles, pages, problem_page
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
    """The outcome of one build. Where it failed, the pages are one page that says why."""

    problems: tuple[Problem, ...]
    pages: tuple[Page, ...]
    files: tuple[OutputFile, ...]
    failed: bool
    summary: Summary
    frame: Frame


def build(settings: Settings, links: Sequence[Problem] = ()) -> Built:
    """Return every page for the entries in the settings' folder, or the page of problems.

    `links`: what is wrong with links in other folders that are published; with them nothing is built.
    """
    if foreign := foreign_folder(settings.entries, settings.entries.as_posix()):
        links = (*links, foreign)
    result = check(load(settings.entries), settings.today, publish=settings.publish)
    problems = tuple(sorted({*links, *result.problems}))
    if links or result.checked is None or (has_errors(problems) and not settings.keep_going):
        return _failed(problems)
    return _built(result.checked, settings)


def _failed(problems: tuple[Problem, ...]) -> Built:
    return Built(
        problems=problems,
        pages=(problem_page(problems),),
        files=tuple(_styles()),
        failed=True,
        summary=Summary(built=False, problems=problems),
        frame=Frame(),
    )


def _built(checked: Checked, settings: Settings) -> Built:
    directory = checked.directory
    view = DayView(checked, agenda(directory, settings.today), with_booklets=settings.booklets)
    made = (*pages(view), *form_pages(view))
    printed = _print(view, settings) if settings.booklets else BookletSet()
    made = (*made, fields_page(), booklets_page(view, printed.booklets))
    problems = tuple(sorted({*checked.problems, *printed.problems}))
    return Built(
        problems=problems,
        pages=made,
        files=(
            *_styles(area_styles(directory)),
            OutputFile("_headers", HEADERS),
            *data_files(view),
            OutputFile("schema/entry.json", entry_schema(directory)),
            *search_files(view),
            my_list_file(view),
            *_scripts(),
            worker_file(view),
            *_photos(directory, settings),
            *form_files(view),
            *printed.files,
        ),
        failed=False,
        summary=Summary(
            built=True,
            problems=problems,
            entries=len(view.listed),
            pages=len(made),
            left_out=tuple(map(str, checked.left_out)),
        ),
        frame=Frame(
            trial=not settings.publish,
            tested=bool(directory.audit and directory.audit.with_people),
            city=directory.city,
            emergency=tuple(directory.vocabulary.emergency_numbers.values()),
            welcomes=tuple(welcome for welcome in directory.welcomes.values() if welcome.published),
        ),
    )


def _print(view: DayView, settings: Settings) -> BookletSet:
    """Return the booklets, and say on the way how many are done."""
    done = partial(say_progress, "Setze die Hefte")
    drawings = area_drawings(view.directory, settings.docs)
    return render_all(view, trial=not settings.publish, cache=Cache(FOLDER), drawings=drawings, progress=done)


def _styles(areas: str = "") -> Iterator[OutputFile]:
    """Yield the one sheet of all pages, dark colours, paper, and sheets that only some pages have."""
    yield OutputFile(f"{SHEETS}site.css", style_sheet(areas))
    for name in (DARK, PRINT, *OF_SOME_PAGES):
        yield OutputFile(f"{SHEETS}{name}.css", part_of(name))


def _photos(directory: Directory, settings: Settings) -> Iterator[OutputFile]:
    """Yield the photos that entries name, as they are."""
    for name in sorted({entry.picture.file for entry in directory.entries if entry.picture}):
        yield OutputFile(f"bilder/angebote/{name}", (settings.entries / PICTURES / name).read_bytes())


def _scripts() -> Iterator[OutputFile]:
    """Yield the theme's scripts without comments and blanks, in place of those with them."""
    for script in sorted((THEME / "assets" / "scripts").rglob("*.js")):
        yield OutputFile(script.relative_to(THEME).as_posix(), minified(script.read_text(encoding="utf-8")))
