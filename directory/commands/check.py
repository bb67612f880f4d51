"""`directory check`: every file, every rule."""

from pathlib import Path
from typing import Literal

import click

from directory.commands.terminal import CLEAN, PROBLEMS, entries_option, number, require_folder
from directory.handover import local_today
from directory.problems import count, has_errors

REFRESH = 100  # files between two steps of the progress bar


@click.command()
@entries_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Wie die Meldungen aussehen: für Menschen, für Programme, für Pull-Requests.",
)
def check(entries: Path, form: Literal["text", "json", "github"]) -> int:
    """Alle Dateien prüfen. Jede Datei kommt dran, auch wenn eine kaputt ist."""
    from rich.console import Console
    from rich.progress import Progress

    from directory.checks import check as run_checks
    from directory.problems.report import report as print_report
    from directory.source import load

    require_folder(entries)
    errors = Console(stderr=True)
    # Without a thread of its own: reading forks.
    with Progress(console=errors, transient=True, auto_refresh=False, disable=not errors.is_terminal) as progress:
        task = progress.add_task("Prüfe …")

        def show(total: int) -> None:
            progress.update(task, total=total, advance=1)
            if progress.tasks[task].completed % REFRESH == 0:
                progress.refresh()

        loaded = load(entries, on_file=show)
        found = run_checks(loaded.directory, local_today(), advice=True) if loaded.directory else ()
    problems = sorted({*loaded.problems, *found})
    print_report(problems, form, Console())
    if form == "text":
        files = len({problem.path for problem in problems})
        verdict = f"{count(problems)} in {number(files, 'Datei', 'Dateien')}" if problems else "Alles in Ordnung"
        click.echo(f"{number(loaded.files, 'Datei', 'Dateien')} geprüft. {verdict}.")
    return PROBLEMS if has_errors(problems) else CLEAN
