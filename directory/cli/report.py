"""`directory report`: words that lead nowhere, for editors."""

from datetime import date
from pathlib import Path

import click

from directory.cli.terminal import CLEAN, checked, entries_option, today_option


@click.command()
@entries_option
@today_option
def report(entries: Path, today: date) -> int:
    """Für die Redaktion: Was die Such-Funktion kennt, aber kein Angebot hat."""
    from directory.schedule import agenda
    from directory.search.coverage import dead_words, shared_names
    from directory.view.day import DayView

    found = checked(entries, today)
    directory = found.directory
    listed = DayView(found, agenda(directory, today)).listed
    click.echo("Dazu gibt es kein Angebot. Diese Wörter führen ins Leere:")
    for dead in dead_words(directory, listed):
        click.echo(f"- {dead.label}: {', '.join(dead.words)}" if dead.words else f"- {dead.label}")
    click.echo("\nDiesen Namen haben mehrere Angebote. Die Suche weiß nicht, welches gemeint ist:")
    for name, same in shared_names(listed).items():
        click.echo(f"- {name}: {', '.join(entry.slug for entry in same)}")
    return CLEAN
