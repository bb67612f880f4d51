"""Problems as text for people, as JSON for programs, as annotations for GitHub."""

import json
from collections.abc import Sequence
from io import StringIO
from itertools import groupby
from typing import Literal, cast

from rich.console import Console
from rich.text import Text

from directory.problems.problem import GERMAN, Problem, Severity

Format = Literal["text", "json", "github"]
COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.HINT: "bold blue"}
GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def report(problems: Sequence[Problem], form: Format, console: Console) -> None:
    """Write the problems to the console in one of the three forms."""
    if form == "json":
        console.out(
            json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=2), highlight=False
        )
    elif form == "github":
        for problem in problems:
            console.out(annotation(problem), highlight=False)
    else:
        for path, of_file in groupby(problems, key=lambda problem: problem.path):
            paragraphs = Text("\n").join([Text(path, style="bold"), *map(_paragraph, of_file)])
            console.print(paragraphs, soft_wrap=True)


def annotation(problem: Problem) -> str:
    """Return the workflow command that marks the line in a pull request."""
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(problem.code)}"
    words = f"{problem.message}\n{problem.hint}".strip()
    return f"::{GITHUB[problem.severity]} {place}::{_data(words)}"


def _paragraph(problem: Problem) -> Text:
    text = Text(f"  {problem.path}:{problem.line}:{problem.column}  ")
    text.append(GERMAN[problem.severity][0], style=COLOURS[problem.severity])
    text.append(f"  [{problem.code}]\n")
    for line in (*problem.message.split("\n"), *problem.hint.split("\n")):
        if line:
            text.append(f"      {line}\n")
    return text


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def plain_text(problems: Sequence[Problem]) -> str:
    """Return the problems as one text without colour."""
    console = Console(file=StringIO(), color_system=None, width=200)
    report(problems, "text", console)
    return cast("StringIO", console.file).getvalue()
