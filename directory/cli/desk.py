"""`directory desk`: what needs an editor, as pages on this computer."""

from datetime import date
from pathlib import Path

import click

from directory.cli.terminal import (
    CLEAN,
    PathOption,
    WrongUse,
    checked,
    entries_option,
    today_option,
)

SITE = Path("site")


@click.command()
@entries_option
@today_option
@click.option(
    "--output", type=PathOption, default=Path("build/redaktion"), show_default=True, help="Ordner für die Seiten."
)
def desk(entries: Path, today: date, output: Path) -> int:
    """Für die Redaktion: Was ist zu tun? Die Seiten dazu liegen nur auf diesem Computer."""
    from directory.editors.dashboard.pages import files
    from directory.editors.dashboard.sections import sections
    from directory.editors.links.cache import FILE, load_cache
    from directory.schedule import agenda
    from directory.view.day import DayView

    if output.resolve().is_relative_to(SITE.resolve()):
        raise WrongUse(f"„{SITE}“ kommt ins Internet. Nehmen Sie einen anderen Ordner.")
    found = checked(entries, today, advice=True)
    view = DayView(found, agenda(found.directory, today))
    output.mkdir(parents=True, exist_ok=True)
    for name, text in files(view, sections(view, load_cache(FILE))):
        (output / name).write_text(text, encoding="utf-8")
    click.echo(f"Der Schreib-Tisch liegt hier: {output / 'index.html'}")
    return CLEAN
