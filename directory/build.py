"""One build: load, check, pages. What the site generator's hook calls, with its settings from the environment."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from directory.checks import check
from directory.model import Directory
from directory.pages import Page, pages, problem_page
from directory.problems import Problem, Severity
from directory.source import load

THEME = Path(__file__).with_name("theme")
ENTRIES = "DIRECTORY_ENTRIES"
TODAY = "DIRECTORY_TODAY"
SUMMARY = "DIRECTORY_SUMMARY"
DEFAULT_ENTRIES = "entries"
# Today is a question of place: at half past midnight in summer, it is still yesterday in UTC.
CLOCK = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the entries are, and which day it is."""

    entries: Path
    today: date

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Return what `directory build` handed over, or the defaults of a plain `mkdocs build`."""
        today = environment.get(TODAY)
        return cls(
            entries=Path(environment.get(ENTRIES, DEFAULT_ENTRIES)),
            today=date.fromisoformat(today) if today else local_today(),
        )


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of one build. Where it failed, the pages are one page that says why."""

    directory: Directory | None
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...]
    failed: bool
    listed: int

    def write_summary(self, environment: Mapping[str, str] = os.environ) -> None:
        """Leave figures and problems where `directory build` looks for them."""
        if target := environment.get(SUMMARY):
            summary = {"entries": self.listed, "pages": len(self.pages), "problems": [problem.as_dict() for problem in self.problems]}
            Path(target).write_text(json.dumps(summary), encoding="utf-8")


def local_today() -> date:
    """Return today's date where the directory is read."""
    return datetime.now(CLOCK).date()


def build(settings: Settings) -> Built:
    """Return every page for the entries in the settings' folder, or the page of problems."""
    loaded = load(settings.entries)
    directory = loaded.directory
    problems = tuple(sorted({*loaded.problems, *(check(directory) if directory else ())}))
    failed = directory is None or any(problem.severity is Severity.ERROR for problem in problems)
    if directory is None or failed:
        return Built(directory, problems, (problem_page(problems),), failed=True, listed=0)
    made = tuple(pages(directory, settings.today))
    return Built(directory, problems, made, failed=False, listed=len(directory.listed(settings.today)))
