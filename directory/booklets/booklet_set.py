"""All booklets and sheets of a directory, made side by side."""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

from directory.booklets import imposition
from directory.booklets.book import full_entries
from directory.booklets.cache import Cache
from directory.booklets.imposition import page_count
from directory.booklets.render import (
    BOOK,
    COVER,
    LEAFLET,
    PROFILE,
    SHEET,
    book_data,
    copy_title,
    profile_data,
    sheet_data,
)
from directory.booklets.volumes import Volume, volumes
from directory.output.file import OutputFile
from directory.output.typst import fingerprint, forget, typeset
from directory.parallel import in_parallel
from directory.problems import Problem
from directory.problems.errors import DirectoryError
from directory.view.booklets import FOLDABLE_PAGES, VOLUME_PAGES, Booklet, Edition, cover_path, profile_path, sheet_path
from directory.view.day import DayView

# Sheets that one worker sets in one go; they share its fonts.
BATCH = 24
Progress = Callable[[int, int], None]


class MissingEntryError(DirectoryError):
    """A listed entry stands in no booklet: the promise that nothing is lost would be broken."""


@dataclass(frozen=True, slots=True)
class BookletSet:
    """Everything that was printed: the booklets, all files with the sheets and covers, and what there is to say."""

    booklets: tuple[Booklet, ...] = ()
    files: tuple[OutputFile, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Task:
    """The booklet of an area in one edition, its profile without an edition, or the sheets of some entries."""

    area: str = ""
    edition: Edition | None = None
    slugs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    view: DayView
    cache: Cache
    trial: bool
    drawings: Mapping[str, str]


Made = tuple[list[Booklet], list[OutputFile]]


def render_all(
    view: DayView,
    *,
    trial: bool = True,
    cache: Cache | None = None,
    drawings: Mapping[str, str] = MappingProxyType({}),
    progress: Progress = lambda _, __: None,
) -> BookletSet:
    """Return all booklets and sheets; `drawings` are the pictures of areas.

    Raises MissingEntryError if a listed entry is in none of the booklets.
    """
    areas = view.directory.vocabulary.areas
    printed = {entry.slug for area in areas for entry in full_entries(view, area)}
    if lost := [entry.slug for entry in view.listed if entry.slug not in printed]:
        raise MissingEntryError(f"Diese Angebote stehen in keinem Heft: {', '.join(lost)}")
    shared = _Shared(view=view, cache=cache or Cache(), trial=trial, drawings=drawings)
    tasks = list(_tasks(view))
    booklets: list[Booklet] = []
    files: list[OutputFile] = []
    finished = in_parallel(_make, shared, tasks, work="Setzen von den Heften", name=_name, enough=2, chunk=1)
    for number, (books, made) in enumerate(finished, start=1):
        booklets += books
        files += made
        progress(number, len(tasks))
    shared.cache.tidy()
    order = list(areas)
    booklets.sort(key=lambda one: (order.index(one.area), list(Edition).index(one.edition), one.part))
    files.sort(key=lambda file: file.path)
    return BookletSet(tuple(booklets), tuple(files), tuple(_too_thick(view, booklets)))


def _tasks(view: DayView) -> Iterator[_Task]:
    """Yield the thickest booklets first: then no worker is left alone with one at the end."""
    areas = sorted(view.directory.vocabulary.areas, key=lambda area: -len(full_entries(view, area)))
    for area in areas:
        yield _Task(area, Edition.A5)
        yield _Task(area, Edition.LARGE)
    yield from (_Task(area) for area in areas if not view.directory.vocabulary.areas[area].city_wide)
    slugs = [entry.slug for entry in view.listed]
    for start in range(0, len(slugs), BATCH):
        yield _Task(slugs=tuple(slugs[start : start + BATCH]))


def _name(task: _Task) -> str:
    if task.slugs:
        return "Info-Blätter"
    return f"{task.area} ({task.edition.title if task.edition else 'Profil'})"


def _make(shared: _Shared, task: _Task) -> Made:
    if task.slugs:
        return _sheets(shared, task.slugs)
    return _booklets(shared, task.area, task.edition) if task.edition else _profile(shared, task.area)


def _booklets(shared: _Shared, area: str, edition: Edition) -> Made:
    """Return one edition; with the small one come its copy sheets, the leaflet and the picture of its cover."""

    @functools.cache
    def data_of_volume(volume: Volume | None) -> str:
        drawing = shared.drawings.get(area, "")
        return book_data(shared.view, area, edition, trial=shared.trial, drawing=drawing, volume=volume)

    @functools.cache
    def setting(volume: Volume | None) -> tuple[bytes, int]:
        data = data_of_volume(volume)
        made = shared.cache.get(fingerprint(BOOK, data), lambda: _set_thick(data))
        return made, page_count(made)

    printed = _printed(area, edition, [pdf for _, pdf in volumes(shared.view, area, VOLUME_PAGES, setting)])
    if edition is Edition.A5:
        parts = [pdf for _, pdf in volumes(shared.view, area, FOLDABLE_PAGES, setting)]
        printed += _printed(area, Edition.COPY, [_folded(shared.cache, area, part) for part in parts])
        data = data_of_volume(None)
        if shared.view.directory.vocabulary.openings:
            leaflet = shared.cache.get(fingerprint(LEAFLET, data), lambda: typeset(LEAFLET, data))
            printed += _printed(area, Edition.LEAFLET, [leaflet])
        cover = shared.cache.get(fingerprint(COVER, data, "png"), lambda: typeset(COVER, data, "png"))
        return [one for one, _ in printed], [*(file for _, file in printed), OutputFile(cover_path(area), cover)]
    return [one for one, _ in printed], [file for _, file in printed]


def _set_thick(data: str) -> bytes:
    made = typeset(BOOK, data)
    forget()
    return made


def _printed(area: str, edition: Edition, parts: Sequence[bytes]) -> list[tuple[Booklet, OutputFile]]:
    made = []
    for number, content in enumerate(parts, 1):
        path = f"hefte/{area}-{edition.suffix}{f'-{number}' if number > 1 else ''}.pdf"
        part = number if len(parts) > 1 else 0
        pages = page_count(content)
        booklet = Booklet(area=area, edition=edition, path=path, size=len(content), pages=pages, part=part)
        made.append((booklet, OutputFile(path, content)))
    return made


def _folded(cache: Cache, area: str, part: bytes) -> bytes:
    """Return the copy sheet of a part; it is made anew when the part or the code that imposes it has changed."""
    code = Path(imposition.__file__).read_bytes()
    key = sha256(b"\0".join((code, version("pikepdf").encode(), area.encode(), part))).hexdigest()
    return cache.get(key, lambda: imposition.impose(part, copy_title(area)))


def _sheets(shared: _Shared, slugs: tuple[str, ...]) -> Made:
    files = []
    for slug in slugs:
        data = sheet_data(shared.view, slug, trial=shared.trial)
        made = shared.cache.get(fingerprint(SHEET, data), lambda data=data: typeset(SHEET, data))  # type: ignore[misc]
        files.append(OutputFile(sheet_path(slug), made))
    return [], files


def _profile(shared: _Shared, area: str) -> Made:
    data = profile_data(shared.view, area, trial=shared.trial)
    made = shared.cache.get(fingerprint(PROFILE, data), lambda: typeset(PROFILE, data))
    return [], [OutputFile(profile_path(area), made)]


def _too_thick(view: DayView, booklets: list[Booklet]) -> Iterator[Problem]:
    for one in booklets:
        if one.edition is Edition.A5 and one.pages > FOLDABLE_PAGES:
            area = view.directory.vocabulary.areas[one.area]
            yield Problem.at(
                area.position(),
                "heft-zu-dick",
                f"Das Heft „{area.name}“ hat {one.pages} Seiten. "
                f"Mehr als {FOLDABLE_PAGES} Seiten kann man schlecht falten.",
                "Die Kopier-Vorlage hat darum mehrere Teile. Kürzere Texte machen das Heft dünner.",
            )
