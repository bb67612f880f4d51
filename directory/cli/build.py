"""`directory build`: the website, if all files are in order."""

import sys
import time
from datetime import date
from pathlib import Path

import click

from directory.cli.failure import where_to_read
from directory.cli.terminal import (
    CLEAN,
    PROBLEMS,
    PathOption,
    WrongUse,
    entries_option,
    name_left_out,
    number,
    require_folder,
    today_option,
)
from directory.problems import count
from directory.site.mkdocs import Settings, generate


@click.command()
@entries_option
@click.option(
    "--output", type=PathOption, default=Path("site"), show_default=True, help="Ordner für die fertige Seite."
)
@today_option
@click.option(
    "--config", type=PathOption, default=Path("mkdocs.yml"), show_default=True, help="Einstellungen von MkDocs."
)
@click.option("--no-booklets", is_flag=True, help="Ohne die Hefte zum Drucken. Das geht schneller.")
@click.option("--keep-going", is_flag=True, help="Auch bauen, wenn Dateien Fehler haben: ohne diese Angebote.")
@click.option("--publish", is_flag=True, help="Ohne „Probe-Version“. Geht nur, wenn _stadt.yaml vollständig ist.")
def build(  # noqa: PLR0917 - click passes one value for each option
    entries: Path, output: Path, today: date, config: Path, no_booklets: bool, keep_going: bool, publish: bool
) -> int:
    """Die Internet-Seite bauen, wenn alle Dateien in Ordnung sind."""
    require_folder(entries)
    if not config.is_file():
        raise WrongUse(f"Die Datei „{config}“ gibt es nicht. Starten Sie den Befehl im Ordner vom Projekt.")
    started = time.monotonic()
    settings = Settings(entries=entries, today=today, publish=publish, booklets=not no_booklets, keep_going=keep_going)
    if sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True).status("Baue die Seite …") as status:
            outcome = generate(settings, config, output, status.update)
    else:
        outcome = generate(settings, config, output)
    if outcome.message:
        click.echo(f"Die Seite ist nicht gebaut. {outcome.message}", err=True)
        return PROBLEMS
    summary = outcome.summary
    if summary is None or (summary.built and not outcome.done):
        click.echo(f"Die Seite ist nicht gebaut. {where_to_read(outcome.complaint)}", err=True)
        return PROBLEMS
    if summary.problems:
        from rich.console import Console

        from directory.problems.console import report as print_report

        print_report(summary.problems, "text", Console())
    if not summary.built:
        click.echo(f"Die Seite ist nicht gebaut: {count(summary.problems)}.", err=True)
        return PROBLEMS
    name_left_out(summary.left_out)
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    counted, pages = number(summary.entries, "Angebot", "Angebote"), number(summary.pages, "Seite", "Seiten")
    click.echo(f"{counted}, {count(summary.problems) or 'keine Fehler'}, {pages}, {seconds} Sekunden.")
    click.echo(f"Die Seite liegt hier: {output / 'index.html'}")
    return CLEAN
