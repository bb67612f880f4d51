"""The live preview: what has changed is read, what is asked for is made, and the rest waits in the background."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from directory.checks import CheckResult, check, check_changed, result_of
from directory.clock import local_today
from directory.model import Entry
from directory.problems import Problem
from directory.site.alone import links_out_of
from directory.site.hand_written import published_files
from directory.site.mkdocs import Settings
from directory.site.snapshot import Snapshot, errors_of
from directory.site.whole import Whole, in_another_process
from directory.site.writer import SiteConfig
from directory.source.links import foreign_folder
from directory.source.load import Loaded, model_of
from directory.source.reading import Reading, stamp

# A program that saves a file touches it several times within this, in seconds.
SETTLED = 0.05
# Whoever has saved a file looks at a page first: what takes long begins after so many seconds.
LATER = 1.0
# Between two looks whether what takes long is done, or of no use any more, in seconds.
LOOK = 0.2


@dataclass(slots=True, kw_only=True)
class Preview:
    """The site as its files are now; `version` grows with each change that a reader can see.

    Without a `day` it is always the site of today.
    """

    settings: Settings
    config: Path
    day: date | None = None
    snapshot: Snapshot = field(init=False)
    version: int = 0
    _reading: Reading = field(init=False)
    _loaded: Loaded = field(init=False)
    _result: CheckResult = field(init=False)
    # What the site depends on besides the entries.
    _others: object = None
    _changing: threading.Lock = field(default_factory=threading.Lock)
    _news: threading.Condition = field(default_factory=threading.Condition)
    _touched: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._reading = Reading(self.settings.entries, self.settings.entries.as_posix())
        self._loaded, _ = self._reading.again()
        self._result = check(self._loaded, self._today())
        self._show(None)

    @property
    def folders(self) -> tuple[Path, ...]:
        """What to watch."""
        config = SiteConfig.read(self.config)
        return tuple(filter(None, (self.settings.entries, config.docs, config.theme)))

    def touched(self) -> None:
        """Hear that some file has changed."""
        self._touched.set()

    def follow(self) -> None:
        """Keep up with the files for ever, in threads of their own."""
        for work in (self._follow, self._settle):
            threading.Thread(target=work, daemon=True).start()

    def newer_than(self, version: int, patience: float) -> int:
        """Return the version, at the latest after so many seconds, at once if it is not the one that is known."""
        with self._news:
            self._news.wait_for(lambda: self.version != version, patience)
            return self.version

    def refresh(self) -> None:
        """Read what has changed, and show it: what a changed entry means for other files is looked at later."""
        with self._changing:
            loaded, changed = self._reading.again()
            if changed and all(model_of(file) is Entry for file in changed):
                paths = {file.path for file in changed}
                self._result = check_changed(loaded, self._today(), paths, self._result.problems)
            elif changed or self.snapshot.settings.today != self._today():
                self._result = check(loaded, self._today())
            elif self._others == self._beside():
                return
            self._loaded = loaded
            self._show(self.snapshot)

    def complete(self, found: Whole, version: int) -> None:
        """Show what was found in all files, if they are still those of this version."""
        with self._changing:
            if self.version != version:
                return
            if errors_of(found.problems) != errors_of(self._result.problems):
                self._result = result_of(self._loaded, found.problems)
                self._show(self.snapshot)
            if found.search:
                self.snapshot.take_search(found.search)

    def _follow(self) -> None:
        while True:
            self._touched.wait()
            time.sleep(SETTLED)
            self._touched.clear()
            self.refresh()

    def _settle(self) -> None:
        done = -1
        while True:
            version = self.newer_than(done, LATER)
            if version == done or self.newer_than(version, LATER) != version:
                continue
            stop = partial(self._is_over, version)
            if found := in_another_process(self.settings.entries, self._today(), stop):
                self.complete(found, version)
            done = version

    def _is_over(self, version: int) -> bool:
        """Return after a moment whether the files have changed since a version."""
        return self.newer_than(version, LOOK) != version

    def _today(self) -> date:
        return self.day or local_today()

    def _beside(self) -> object:
        """Return what tells whether pages of docs/, the theme of a city or the settings have changed."""
        files = [folder / name for folder in self.folders[1:] for name in published_files(folder)]
        return [(file, stamp(str(file))) for file in (self.config, *files)]

    def _show(self, before: Snapshot | None) -> None:
        config = SiteConfig.read(self.config)
        problems = {*self._result.problems, *self._foreign(config)}
        result = CheckResult(problems=tuple(sorted(problems)), checked=self._result.checked)
        settings = replace(self.settings, today=self._today(), booklets=False)
        snapshot = Snapshot(result, settings, config, before)
        with self._news:
            self.snapshot, self._others = snapshot, self._beside()
            self.version += 1
            self._news.notify_all()

    def _foreign(self, config: SiteConfig) -> Iterator[Problem]:
        yield from links_out_of(config)
        if problem := foreign_folder(self.settings.entries, self.settings.entries.as_posix()):
            yield problem
