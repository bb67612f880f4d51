"""One build: load, check, pages. What the site generator's hook calls."""

from dataclasses import dataclass
from pathlib import Path

from directory.checks import check
from directory.handover import Settings, Summary
from directory.model import Directory
from directory.pages import Page, pages, problem_page
from directory.problems import Problem, has_errors
from directory.source import load

THEME = Path(__file__).with_name("theme")


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of one build. Where it failed, the pages are one page that says why."""

    directory: Directory | None
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...]
    failed: bool
    summary: Summary


def build(settings: Settings) -> Built:
    """Return every page for the entries in the settings' folder, or the page of problems."""
    loaded = load(settings.entries)
    directory = loaded.directory
    problems = tuple(sorted({*loaded.problems, *(check(directory) if directory else ())}))
    if directory is None or has_errors(problems):
        return Built(directory, problems, (problem_page(problems),), failed=True, summary=Summary(0, 0, problems))
    made = tuple(pages(directory, settings.today))
    summary = Summary(len(directory.listed(settings.today)), len(made), problems)
    return Built(directory, problems, made, failed=False, summary=summary)
