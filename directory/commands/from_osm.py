"""`directory from-osm`: opening hours of OpenStreetMap as lines for a file."""

import click

from directory.commands.terminal import CLEAN, PROBLEMS
from directory.handover import local_today


@click.command(name="from-osm")
@click.argument("opening_hours")
@click.option(
    "--stand", default="unbekannt", show_default=True, help="Wann jemand das gesagt hat: Jahr, Monat oder Tag."
)
def from_osm(opening_hours: str, stand: str) -> int:
    """Öffnungs-Zeiten aus OpenStreetMap in Zeilen für eine Datei übersetzen."""
    from directory.schedule.osm import NotExpressible
    from directory.schedule.osm.entry import as_entry

    try:
        click.echo(as_entry(opening_hours, stand, local_today()))
    except NotExpressible as refusal:
        click.echo(f"Das geht hier nicht. {refusal}", err=True)
        return PROBLEMS
    return CLEAN
