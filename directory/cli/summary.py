"""`directory summary`: what changed files mean, for the author of a pull request."""

import os
from datetime import datetime
from pathlib import Path
from typing import Literal

import click

from directory.cli.terminal import CLEAN, PROBLEMS, PathOption, entries_option, require_folder, today_option
from directory.clock import local_today


@click.command()
@click.argument("files", nargs=-1, type=PathOption)
@entries_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "gitlab"]),
    default="markdown",
    show_default=True,
    help="Als Text für Menschen, oder als Bericht für GitLab.",
)
@today_option
def summary(files: tuple[Path, ...], entries: Path, form: Literal["markdown", "gitlab"], today: datetime | None) -> int:
    """Sagen, was an diesen Dateien gut ist und was Sie verbessern können. Für Pull-Requests."""
    from directory.checks import check
    from directory.forge.summary import code_quality
    from directory.forge.summary import summary as summarise
    from directory.problems import has_errors
    from directory.source import load

    require_folder(entries)
    day = today.date() if today else local_today()
    loaded = load(entries)
    found = check(loaded.directory, day, advice=True) if loaded.directory else ()
    problems = sorted({*loaded.problems, *found})
    paths = {Path(os.path.normpath(file)).as_posix() for file in files}
    if form == "gitlab":
        click.echo(code_quality(problems, paths))
    else:
        click.echo(summarise(loaded.directory, problems, paths, day), nl=False)
    return PROBLEMS if has_errors([problem for problem in problems if problem.path in paths]) else CLEAN
