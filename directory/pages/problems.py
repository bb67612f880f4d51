"""The page that a live preview shows in place of the site while a file has errors."""

from collections.abc import Sequence
from itertools import groupby

from directory.output.page import Page
from directory.pages.render import render
from directory.problems import Problem


def problem_page(problems: Sequence[Problem]) -> Page:
    """Return the start page with every problem by file, in the words of the check."""
    files = {path: list(found) for path, found in groupby(problems, key=lambda problem: problem.path)}
    body = render("problems.html", files=files, count=len(problems))
    return Page(address="", title="Bitte korrigieren", body=body, indexed=False)
