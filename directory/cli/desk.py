"""`directory desk`: what needs an editor, as pages on this computer."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from directory.cli.terminal import (
    CLEAN,
    PathOption,
    WrongUse,
    checked,
    entries_option,
    say_changed,
    today_option,
)

if TYPE_CHECKING:
    from directory.editors.dashboard.section import Section
    from directory.view.day import DayView

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
    from directory.editors.links import FILE
    from directory.editors.links.cache import load_cache
    from directory.output.file_set import replace_files
    from directory.schedule import agenda
    from directory.view.day import DayView

    if output.resolve().is_relative_to(SITE.resolve()):
        raise WrongUse(f"„{SITE}“ kommt ins Internet. Nehmen Sie einen anderen Ordner.")
    found = checked(entries, today, advice=True)
    view = DayView(found, agenda(found.directory, today))
    pages = files(view, sections(view, load_cache(FILE), search_section(view)))
    say_changed(output, replace_files(output, {name: text.encode() for name, text in pages}))
    click.echo(f"Der Schreibtisch liegt hier: {output / 'index.html'}")
    return CLEAN


def search_section(view: "DayView") -> "Section":
    """Return what leads nowhere in the search; only here the desk and the search meet."""
    from directory.editors.dashboard.section import Group, Section
    from directory.search.coverage import dead_words, shared_names

    words = dead_words(view.directory, view.listed)
    dead = tuple(f"{one.label}: {', '.join(one.words)}" if one.words else one.label for one in words)
    names = shared_names(view.listed).items()
    same = tuple(f"{name}: {', '.join(entry.name for entry in found)}" for name, found in names)
    groups = (Group("Dazu gibt es kein Angebot", dead), Group("Diesen Namen haben mehrere Angebote", same))
    return Section(
        name="suche",
        title="Welche Such-Wörter führen ins Leere?",
        todo=("Suchen Sie ein Angebot dazu. Oder löschen Sie das Wort aus der Liste.",),
        groups=tuple(group for group in groups if group.lines),
        empty="Jedes Wort führt zu einem Angebot.",
    )
