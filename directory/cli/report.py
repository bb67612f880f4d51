"""`directory report`: words that lead nowhere, for editors."""

from pathlib import Path

import click

from directory.cli.terminal import CLEAN, entries_option, readable
from directory.clock import local_today


@click.command()
@entries_option
def report(entries: Path) -> int:
    """Für die Redaktion: Was die Such-Funktion kennt, aber kein Angebot hat."""
    from directory.schedule import agenda
    from directory.search.coverage import dead_words, shared_names
    from directory.view.day import DayView

    directory = readable(entries)
    listed = DayView(directory, agenda(directory, local_today())).listed
    click.echo("Dazu gibt es kein Angebot. Diese Wörter führen ins Leere:")
    for dead in dead_words(directory, listed):
        click.echo(f"- {dead.label}: {', '.join(dead.words)}" if dead.words else f"- {dead.label}")
    click.echo("\nDiesen Namen haben mehrere Angebote. Die Suche weiß nicht, welches gemeint ist:")
    for name, same in shared_names(listed).items():
        click.echo(f"- {name}: {', '.join(entry.slug for entry in same)}")
    return CLEAN
