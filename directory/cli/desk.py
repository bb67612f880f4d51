"""`directory desk`: what needs an editor, as pages on this computer."""

from datetime import datetime
from pathlib import Path

import click

from directory.cli.terminal import (
    CLEAN,
    PROBLEMS,
    PathOption,
    WrongUse,
    entries_option,
    require_folder,
    say_changed,
    today_option,
)
from directory.clock import local_today

SITE = Path("site")


@click.command()
@entries_option
@today_option
@click.option(
    "--output", type=PathOption, default=Path("build/redaktion"), show_default=True, help="Ordner für die Seiten."
)
def desk(entries: Path, today: datetime | None, output: Path) -> int:
    """Für die Redaktion: Was ist zu tun? Die Seiten dazu liegen nur auf diesem Computer."""
    from directory.checks import check
    from directory.editors.dashboard.pages import files
    from directory.editors.dashboard.sections import sections
    from directory.editors.links.cache import FILE, load_cache
    from directory.output.file_set import replace_files
    from directory.schedule import agenda
    from directory.source import load
    from directory.view.day import DayView

    if output.resolve().is_relative_to(SITE.resolve()):
        raise WrongUse(f"„{SITE}“ kommt ins Internet. Nehmen Sie einen anderen Ordner.")
    require_folder(entries)
    loaded, day = load(entries), today.date() if today else local_today()
    if loaded.directory is None:
        click.echo("Es gibt Fehler. Prüfen Sie zuerst mit: directory check", err=True)
        return PROBLEMS
    problems = (*loaded.problems, *check(loaded.directory, day, advice=True))
    view = DayView(loaded.directory, agenda(loaded.directory, day))
    pages = files(view, sections(view, problems, load_cache(FILE)))
    say_changed(output, replace_files(output, {name: text.encode() for name, text in pages}))
    click.echo(f"Der Schreib-Tisch liegt hier: {output / 'index.html'}")
    return CLEAN
