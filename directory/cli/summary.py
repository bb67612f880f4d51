"""`directory summary`: what changed files mean, for the author of a pull request."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from directory.cli.terminal import (
    CLEAN,
    PROBLEMS,
    PathOption,
    check_result,
    entries_option,
    format_option,
    shown_path,
    today_option,
)


@click.command()
@click.argument("files", nargs=-1, type=PathOption)
@entries_option
@format_option("markdown", "gitlab")
@today_option
def summary(files: tuple[Path, ...], entries: Path, form: Literal["markdown", "gitlab"], today: date) -> int:
    """Sagen, was an diesen Dateien gut ist und was Sie verbessern können. Für Pull-Requests."""
    from directory.forge.summary import code_quality
    from directory.forge.summary import summary as summarise
    from directory.problems import has_errors

    result = check_result(entries, today, advice=True)
    paths = {shown_path(file, entries) for file in files}
    if form == "gitlab":
        click.echo(code_quality(result.problems, paths))
    else:
        click.echo(summarise(result, paths, today), nl=False)
    return PROBLEMS if has_errors([problem for problem in result.problems if problem.path in paths]) else CLEAN
