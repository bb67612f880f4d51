"""What `directory build` hands to the site generator, and what comes back.

Imports nothing heavy: two Pythons load it.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from subprocess import PIPE

from directory.clock import local_today
from directory.problems import Problem, Severity
from directory.site.exchange import new_site

ENTRIES = "DIRECTORY_ENTRIES"
TODAY = "DIRECTORY_TODAY"
PUBLISH = "DIRECTORY_PUBLISH"
SUMMARY = "DIRECTORY_SUMMARY"
BOOKLETS = "DIRECTORY_BOOKLETS"
PROGRESS = "DIRECTORY_PROGRESS"
# How often someone at a terminal sees how far it is, in seconds.
LOOK = 0.1
DEFAULT_ENTRIES = "entries"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the entries are, which day it is, and whether this is the real thing or a trial."""

    entries: Path
    today: date
    publish: bool = False
    booklets: bool = True

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Return what `directory build` handed over, or the defaults of a plain `mkdocs build`."""
        today = environment.get(TODAY)
        entries = Path(environment.get(ENTRIES, DEFAULT_ENTRIES))
        booklets = environment.get(BOOKLETS, "1") != "0"
        return cls(
            entries=entries,
            today=date.fromisoformat(today) if today else local_today(),
            publish=PUBLISH in environment,
            booklets=booklets,
        )

    def to_environment(self) -> dict[str, str]:
        """Return the variables that hand the settings over; the one date is MkDocs' build date too."""
        midnight = datetime.combine(self.today, time(), UTC)
        return {
            ENTRIES: str(self.entries),
            TODAY: self.today.isoformat(),
            **({PUBLISH: "1"} if self.publish else {}),
            **({} if self.booklets else {BOOKLETS: "0"}),
            "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
            "NO_MKDOCS_2_WARNING": "1",
        }


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one build."""

    entries: int
    pages: int
    problems: tuple[Problem, ...]

    def hand_back(self, environment: Mapping[str, str] = os.environ) -> None:
        """Leave the figures where `directory build` looks for them; nobody looks in a plain `mkdocs build`."""
        if target := environment.get(SUMMARY):
            problems = [problem.as_dict() for problem in self.problems]
            text = json.dumps({"entries": self.entries, "pages": self.pages, "problems": problems})
            Path(target).write_text(text, encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> "Summary":
        """Return the figures that were left in a file."""
        content = json.loads(file.read_text(encoding="utf-8"))
        problems = tuple(Problem(**{**item, "severity": Severity(item["severity"])}) for item in content["problems"])
        return cls(content["entries"], content["pages"], problems)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the site generator ended. `summary` is None, and `complaint` its own words, where it broke down."""

    done: bool
    summary: Summary | None
    complaint: str


def say_progress(what: str, done: int, total: int, environment: Mapping[str, str] = os.environ) -> None:
    """Leave a line about how far it is where `directory build` looks for it."""
    if target := environment.get(PROGRESS):
        Path(target).write_text(f"{what} … {done} von {total}", encoding="utf-8")


def generate(settings: Settings, config: Path, output: Path, show: Callable[[str], None] = lambda _: None) -> Outcome:
    """Run MkDocs with these settings and return how it ended; on the way `show` is told how far it is.

    The output is then the new site, or, where the build has failed, the old one. Raises BuildRunningError and
    OutputFolderError, and OSError where there is no room to build.
    """
    with new_site(output, (config, settings.entries)) as draft:
        outcome = _run(settings, config, draft.folder, show)
        if outcome.done:
            draft.take_place()
    return outcome


def _run(settings: Settings, config: Path, site: Path, show: Callable[[str], None]) -> Outcome:
    command = [sys.executable, "-m", "directory.site.mkdocs_command", "build", "--quiet", "--strict", "--clean"]
    command += ["--config-file", str(config), "--site-dir", str(site)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "summary.json"
        progress = Path(folder) / "progress.txt"
        environment = {**os.environ, **settings.to_environment(), SUMMARY: str(file), PROGRESS: str(progress)}
        # Safe: our own interpreter, and no shell.
        with subprocess.Popen(command, env=environment, stdout=PIPE, stderr=PIPE, text=True) as running:  # noqa: S603
            while True:
                try:
                    refusal, complaint = running.communicate(timeout=LOOK)
                    break
                except subprocess.TimeoutExpired:
                    if progress.exists():
                        show(progress.read_text(encoding="utf-8"))
        summary = Summary.read(file) if file.exists() else None
    return Outcome(running.returncode == 0, summary, refusal.strip() or complaint)
