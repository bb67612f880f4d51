"""`directory check`: every file, every rule; or only a few files, in a moment."""

import gc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import click

from directory.cli.terminal import (
    CLEAN,
    PROBLEMS,
    PathOption,
    WrongUse,
    entries_option,
    format_option,
    number,
    require_folder,
    shown_path,
    today_option,
)
from directory.problems import Problem, count, has_errors

REFRESH = 100  # files between two steps of the progress bar
Step = Callable[[int], None]


@click.command()
@click.argument("files", nargs=-1, type=PathOption)
@entries_option
@format_option("text", "json", "github")
@today_option
@click.option("--fix", is_flag=True, help="Vorher ändern, was sicher ist: Zeiten in Worten, Zahlen, Zeichen.")
@click.option(
    "--changed",
    is_flag=False,
    flag_value="",
    metavar="[REF]",
    help="Nur Dateien, die sich geändert haben. Verglichen wird mit diesem Stand in git, sonst mit „main“.",
)
def check(  # noqa: PLR0917 - click passes one value for each option
    files: tuple[Path, ...],
    entries: Path,
    form: Literal["text", "json", "github"],
    today: date,
    fix: bool,
    changed: str | None,
) -> int:
    """Dateien prüfen. Jede Datei kommt dran, auch wenn eine kaputt ist. FILES: nur diese Dateien."""
    from rich.console import Console
    from rich.progress import Progress

    from directory.problems.console import report as print_report

    require_folder(entries)
    only = _wanted(files, entries, changed)
    if fix:
        for line in _fixed(entries, only, today):
            click.echo(line, err=form != "text")
    gc.disable()  # measured: a tenth of the time; the process ends soon, and its memory with it
    errors = Console(stderr=True)
    # Without a thread of its own: reading forks.
    with Progress(console=errors, transient=True, auto_refresh=False, disable=not errors.is_terminal) as progress:

        def step(what: str) -> Step:
            task = progress.add_task(what, total=None)

            def show(total: int) -> None:
                progress.update(task, total=total, advance=1)
                if progress.tasks[task].completed % REFRESH == 0:
                    progress.refresh()

            return show

        problems, count_of_files = _check(entries, only, today, step)
    print_report(problems, form, Console())
    if form == "text":
        where = len({problem.path for problem in problems})
        verdict = f"{count(problems)} in {number(where, 'Datei', 'Dateien')}" if problems else "Alles in Ordnung"
        click.echo(f"{number(count_of_files, 'Datei', 'Dateien')} geprüft. {verdict}.")
        if only is not None:
            click.echo("Ob andere Dateien dazu passen, prüft nur dieser Befehl: directory check")
    return PROBLEMS if has_errors(problems) else CLEAN


def _wanted(files: tuple[Path, ...], entries: Path, changed: str | None) -> frozenset[str] | None:
    """Return the files to check, as messages name them; None for all."""
    if changed is None and not files:
        return None
    if changed is not None and files:
        raise WrongUse("Nennen Sie Dateien, oder schreiben Sie --changed. Beides zusammen geht nicht.")
    if changed is not None:
        from directory.cli.changes import changed_files

        files = tuple(file for file in changed_files(entries, changed) if file.is_file())
    return frozenset(shown_path(file, entries) for file in files)


def _fixed(entries: Path, only: frozenset[str] | None, today: date) -> Iterator[str]:
    """Change what is safe to change in the files; yield each change and why, and how many there were."""
    from directory.easy_language import profile
    from directory.files.autofix import rewrite_entries, rewrite_lines
    from directory.intake.times_in_words import rewrite_times
    from directory.source import load
    from directory.source.partial import load_partial

    said = rewrite_lines(entries, only)
    said += rewrite_times(entries, only, today)
    part = load_partial(entries, only) if only is not None else None
    if directory := (part or load(entries)).directory:
        said += rewrite_entries(directory, profile(directory.city.language_profile), only)[1]
    yield from said
    yield f"{number(len(said), 'Stelle', 'Stellen')} geändert."


def _check(
    entries: Path, only: frozenset[str] | None, today: date, step: Callable[[str], Step]
) -> tuple[tuple[Problem, ...], int]:
    """Return what is wrong, and how many files were looked at."""
    from directory.checks import check as check_all
    from directory.checks import check_files
    from directory.easy_language.lemmas import remembered
    from directory.source import load
    from directory.source.partial import load_partial

    part = load_partial(entries, only) if only is not None else None
    loaded = part or load(entries, on_file=step("Lese …"))
    reading = step("Prüfe …")
    with remembered():
        if only is None:
            return check_all(loaded, today, advice=True, on_record=reading).problems, len(loaded.files)
        return check_files(loaded, today, only, on_record=reading), len(only)
