"""What `directory build` hands to the site generator, and what comes back.

Imports nothing heavy: two Pythons load it.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
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
MESSAGE = "DIRECTORY_MESSAGE"
KEEP_GOING = "DIRECTORY_KEEP_GOING"
# How often someone at a terminal sees how far it is, in seconds.
LOOK = 0.1
DEFAULT_ENTRIES = "entries"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the entries are, which day it is, and whether this is the real thing or a trial.

    With `keep_going` what has errors is left out; otherwise it stops the build.
    """

    entries: Path
    today: date
    publish: bool = False
    booklets: bool = True
    docs: Path = Path("docs")
    keep_going: bool = False

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
            keep_going=KEEP_GOING in environment,
        )

    def to_environment(self) -> dict[str, str]:
        """Return the variables that hand the settings over; the one date is MkDocs' build date too."""
        midnight = datetime.combine(self.today, time(), UTC)
        return {
            ENTRIES: str(self.entries),
            TODAY: self.today.isoformat(),
            **({PUBLISH: "1"} if self.publish else {}),
            **({} if self.booklets else {BOOKLETS: "0"}),
            **({KEEP_GOING: "1"} if self.keep_going else {}),
            "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
            "NO_MKDOCS_2_WARNING": "1",
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The figures of one build, and in words what is left out. Where nothing is built, only the problems count."""

    built: bool
    problems: tuple[Problem, ...]
    entries: int = 0
    pages: int = 0
    left_out: tuple[str, ...] = ()

    def hand_back(self, environment: Mapping[str, str] = os.environ) -> None:
        """Leave the figures where `directory build` looks for them; nobody looks in a plain `mkdocs build`."""
        if target := environment.get(SUMMARY):
            problems = [problem.as_dict() for problem in self.problems]
            Path(target).write_text(json.dumps({**asdict(self), "problems": problems}), encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> "Summary":
        """Return the figures that were left in a file."""
        content = json.loads(file.read_text(encoding="utf-8"))
        problems = tuple(Problem(**{**item, "severity": Severity(item["severity"])}) for item in content["problems"])
        return cls(**{**content, "problems": problems, "left_out": tuple(content["left_out"])})


def hand_back_message(message: str, environment: Mapping[str, str] = os.environ) -> None:
    """Leave why there is no site where `directory build` looks for it."""
    if target := environment.get(MESSAGE):
        Path(target).write_text(message, encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How the site generator ended.

    `message` says in German why it broke down, where that is known. `complaint` are its own words. `summary` is None
    where it broke down before it knew any figures.
    """

    done: bool
    summary: Summary | None
    message: str
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
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--clean"]
    command += ["--config-file", str(config), "--site-dir", str(site)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "summary.json"
        progress = Path(folder) / "progress.txt"
        message = Path(folder) / "message.txt"
        back = {SUMMARY: str(file), PROGRESS: str(progress), MESSAGE: str(message)}
        environment = {**os.environ, **settings.to_environment(), **back}
        # Safe: our own interpreter, and no shell.
        with subprocess.Popen(command, env=environment, stdout=PIPE, stderr=PIPE, text=True) as running:  # noqa: S603
            while True:
                try:
                    _, complaint = running.communicate(timeout=LOOK)
                    break
                except subprocess.TimeoutExpired:
                    if progress.exists():
                        show(progress.read_text(encoding="utf-8"))
        return Outcome(
            done=running.returncode == 0,
            summary=Summary.read(file) if file.exists() else None,
            message=message.read_text(encoding="utf-8") if message.exists() else "",
            complaint=complaint,
        )
