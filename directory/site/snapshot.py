"""The site at one moment, made on request: each page and file is made when somebody asks for it."""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from directory.checks import CheckResult
from directory.model import Directory
from directory.output.file import OutputFile
from directory.output.icons import FAVICON, favicon
from directory.pages import problem_page
from directory.problems import Problem, has_errors
from directory.schedule import Agenda, agenda
from directory.site.build import FILES, SEARCH, Files, frame_of, page_alone, scripts, styles
from directory.site.frame import Frame
from directory.site.hand_written import SUFFIX, HandWritten, hand_written, published_files
from directory.site.mkdocs import Settings
from directory.site.writer import NOT_FOUND, SITEMAP, SiteConfig, Writer
from directory.view.day import DayView

INDEX = "index.html"


class Snapshot:
    """What there is to see after one check. Where something has an error, every page is the page of problems."""

    def __init__(
        self, result: CheckResult, settings: Settings, config: SiteConfig, before: "Snapshot | None" = None
    ) -> None:
        self.problems = result.problems
        self.settings = settings
        self.failed = result.checked is None or has_errors(result.problems)
        self.view: DayView | None = None
        # From where dates are taken of what has not changed.
        self.known: tuple[Directory, Agenda] | None = before.known if before else None
        frame = Frame()
        if result.checked and not self.failed:
            directory = result.checked.directory
            dates = agenda(directory, settings.today, self.known)
            self.view, self.known = DayView(result.checked, dates), (directory, dates)
            frame = frame_of(directory, settings)
        self.writer = Writer(config.of_city(frame, preview=True), frame)
        self._made: dict[Files, Mapping[str, bytes]] = {}
        # The search takes longest: until it is made anew, the last one does.
        self._search = before.search if before else None
        self._locks = {some: threading.Lock() for some in FILES}

    @property
    def search(self) -> Mapping[str, bytes] | None:
        """The files of the search that there are."""
        return self._made.get(SEARCH, self._search)

    def take_search(self, files: Mapping[str, bytes]) -> None:
        """Take over the files of the search from where they were made."""
        self._made[SEARCH] = files

    def at(self, path: str) -> bytes | None:
        """Return what stands at a path below the root of the site, as a build writes it; None where nothing does."""
        if path == NOT_FOUND:
            return self.writer.not_found()
        if path == SITEMAP:  # that of a trial names no page
            return self.writer.sitemap(())
        if path.endswith(f"/{INDEX}") or path == INDEX:
            path = path.removesuffix(INDEX)
        return self._page(path) if path.endswith("/") or not path else self._file(path)

    def _page(self, address: str) -> bytes | None:
        if self.view is None:
            # Shown at any address, so that nobody has to look for what is wrong.
            return self.writer.page(replace(problem_page(self.problems), address=address))
        if page := page_alone(self.view, address):
            return self.writer.page(page)
        written = self._by_hand.get(address)
        return self.writer.by_hand(written) if written else None

    @cached_property
    def _by_hand(self) -> Mapping[str, HandWritten]:
        config = self.writer.config
        return {page.address: page for page in hand_written(config.docs, config.extensions)}

    def _file(self, path: str) -> bytes | None:
        if self.view is None:
            return content_of((*styles(), *scripts())).get(path) or self._beside(path)
        found = [(under, some) for some in FILES for under in some.under if path.startswith(under)]
        for _, some in sorted(found, key=lambda pair: -len(pair[0])):
            if (content := self._files(some, self.view).get(path)) is not None:
                return content
        return self._beside(path)

    def _files(self, some: Files, view: DayView) -> Mapping[str, bytes]:
        if some is SEARCH and (made := self.search):
            return made
        with self._locks[some]:
            if some not in self._made:
                self._made[some] = content_of(some.make(view, self.settings))
            return self._made[some]

    def _beside(self, path: str) -> bytes | None:
        if path == FAVICON:
            return favicon()
        config = self.writer.config
        for folder in filter(None, (config.docs, config.theme)):
            file = folder / path
            inside = file.resolve().is_relative_to(folder.resolve())
            if inside and not path.endswith(SUFFIX) and path in published_files(folder):
                return file.read_bytes()
        return None


def errors_of(problems: Iterable[Problem]) -> frozenset[Problem]:
    """Return what ends a build."""
    return frozenset(problem for problem in problems if has_errors((problem,)))


def content_of(files: Iterable[OutputFile]) -> Mapping[str, bytes]:
    """Return the content of files by their path."""
    return {file.path: file.content if isinstance(file.content, bytes) else file.content.encode() for file in files}
