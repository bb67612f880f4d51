"""`directory serve`: a live preview while somebody writes."""

import errno
from datetime import datetime
from pathlib import Path

import click

from directory.cli.terminal import CLEAN, PROBLEMS, PathOption, WrongUse, entries_option, require_folder

ADDRESS = "127.0.0.1"


@click.command()
@entries_option
@click.option(
    "--config", type=PathOption, default=Path("mkdocs.yml"), show_default=True, help="Einstellungen der Seite."
)
@click.option("--port", type=int, default=8000, show_default=True, help="Nummer in der Adresse.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Die Seite von diesem Tag. Sonst: von heute.")
def serve(entries: Path, config: Path, port: int, today: datetime | None) -> int:
    """Die Seite beim Schreiben ansehen. Speichern Sie eine Datei: Dann ändert sich die Seite sofort."""
    from directory.clock import local_today
    from directory.site.mkdocs import Settings
    from directory.site.preview import Preview
    from directory.site.server import serve as serve_preview

    require_folder(entries)
    if not config.is_file():
        raise WrongUse(f"Die Datei „{config}“ gibt es nicht. Starten Sie den Befehl im Ordner vom Projekt.")
    day = today.date() if today else None
    settings = Settings(entries=entries, today=day or local_today(), booklets=False)
    click.echo("Lese die Dateien …")
    preview = Preview(settings=settings, config=config, day=day)
    try:
        serve_preview(preview, ADDRESS, port, lambda at: click.echo(f"Die Seite ist hier: {at}\nEnde: Strg und C"))
    except KeyboardInterrupt:
        return CLEAN
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        click.echo(
            f"Die Nummer {port} nimmt schon ein anderes Programm. Nehmen Sie zum Beispiel: --port 8001", err=True
        )
        return PROBLEMS
    return CLEAN
