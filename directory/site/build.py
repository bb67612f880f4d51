"""One build: load, check, pages, booklets. What the site generator's hook calls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from directory.booklets.booklet_set import BookletSet, render_all
from directory.booklets.cache import FOLDER, Cache
from directory.checks import check
from directory.checks.publishing import missing
from directory.exports import data_files
from directory.files.schema import entry_schema
from directory.intake.web.pages import form_files, form_pages
from directory.model import Directory
from directory.model.city import City
from directory.model.vocabulary import EmergencyNumber
from directory.output.file import OutputFile
from directory.output.page import Page
from directory.output.scripts import minified
from directory.pages import AREA_STYLES, area_styles, pages, problem_page
from directory.pages.booklets import booklets_page
from directory.pages.fields import fields_page
from directory.problems import Problem, has_errors
from directory.schedule import agenda
from directory.search import search_files
from directory.site.frame import CONTENT_SECURITY_POLICY, HEADERS, SETTINGS, Setting
from directory.site.mkdocs import Settings, Summary, say_progress
from directory.source import load
from directory.source.links import foreign_folder
from directory.view.day import DayView

THEME = Path(__file__).with_name("theme")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page. Nothing is known of the city where its settings cannot be read."""

    trial: bool = True
    policy: str = CONTENT_SECURITY_POLICY
    city: City | None = None
    emergency: tuple[EmergencyNumber, ...] = ()
    settings: ClassVar[tuple[Setting, ...]] = SETTINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The outcome of one build. Where it failed, the pages are one page that says why."""

    directory: Directory | None
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...]
    files: tuple[OutputFile, ...]
    failed: bool
    summary: Summary
    frame: Frame


def build(settings: Settings, links: Sequence[Problem] = ()) -> Built:
    """Return every page for the entries in the settings' folder, or the page of problems.

    `links`: what is wrong with links in other folders that are published.
    """
    if foreign := foreign_folder(settings.entries, settings.entries.as_posix()):
        links = (*links, foreign)
    loaded = load(settings.entries)
    directory = loaded.directory
    found = check(directory, settings.today) if directory else ()
    unready = missing(directory) if directory and settings.publish else ()
    problems = tuple(sorted({*links, *loaded.problems, *found, *unready}))
    if directory is None or has_errors(problems):
        summary = Summary(0, 0, problems)
        return Built(
            directory=directory,
            problems=problems,
            pages=(problem_page(problems),),
            files=(),
            failed=True,
            summary=summary,
            frame=Frame(),
        )
    coming = agenda(directory, settings.today)
    view = DayView(directory, coming, with_booklets=settings.booklets)
    # Pages first: their workers are forks, and a process that has set type can have none any more.
    made = (*pages(view), *form_pages(view))
    printed = _print(view, settings) if settings.booklets else BookletSet()
    made = (*made, fields_page(), booklets_page(view, printed))
    problems = tuple(sorted({*problems, *printed.problems}))
    return Built(
        directory=directory,
        problems=problems,
        pages=made,
        files=(
            OutputFile(AREA_STYLES, area_styles(directory)),
            OutputFile("_headers", HEADERS),
            *data_files(directory, coming),
            OutputFile("schema/entry.json", entry_schema(directory)),
            *search_files(directory, coming),
            *_scripts(),
            *form_files(view),
            *printed.files,
        ),
        failed=False,
        summary=Summary(len(directory.listed(settings.today)), len(made), problems),
        frame=Frame(
            trial=not settings.publish,
            city=directory.city,
            emergency=tuple(directory.vocabulary.emergency_numbers.values()),
        ),
    )


def _print(view: DayView, settings: Settings) -> BookletSet:
    """Return the booklets, and say on the way how many are done."""
    done = partial(say_progress, "Setze die Hefte")
    return render_all(view, trial=not settings.publish, cache=Cache(FOLDER), progress=done)


def _scripts() -> Iterator[OutputFile]:
    """Yield the theme's scripts without comments and blanks, in place of those with them."""
    for script in sorted((THEME / "assets" / "scripts").rglob("*.js")):
        yield OutputFile(script.relative_to(THEME).as_posix(), minified(script.read_text(encoding="utf-8")))
