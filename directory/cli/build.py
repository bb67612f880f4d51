"""`directory build`: the website, if all files are in order."""

import sys
import time
from datetime import datetime
from pathlib import Path

import click

from directory.cli.terminal import (
    CLEAN,
    PROBLEMS,
    PathOption,
    WrongUse,
    entries_option,
    number,
    require_folder,
    today_option,
)
from directory.clock import local_today
from directory.problems import count, has_errors
from directory.site.exchange import OutputFolderError
from directory.site.lock import BuildRunningError
from directory.site.mkdocs import Outcome, Settings, generate


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
@click.option("--publish", is_flag=True, help="Ohne „Probe-Version“. Geht nur, wenn _stadt.yaml vollständig ist.")
def build(  # noqa: PLR0917 - click passes one value for each option
    entries: Path, output: Path, today: datetime | None, config: Path, no_booklets: bool, publish: bool
) -> int:
    """Die Internet-Seite bauen, wenn alle Dateien in Ordnung sind."""
    require_folder(entries)
    if not config.is_file():
        raise WrongUse(f"Die Datei „{config}“ gibt es nicht. Starten Sie den Befehl im Ordner vom Projekt.")
    started = time.monotonic()
    settings = Settings(
        entries=entries, today=today.date() if today else local_today(), publish=publish, booklets=not no_booklets
    )
    try:
        outcome = _generate(settings, config, output)
    except (BuildRunningError, OutputFolderError) as error:
        click.echo(f"Die Seite ist nicht gebaut. {error}", err=True)
        return PROBLEMS
    if outcome.summary is None:
        click.echo(outcome.complaint, err=True)
        click.echo(f"Die Seite ist nicht gebaut.{_old_site(output)}", err=True)
        return PROBLEMS
    summary = outcome.summary
    if summary.problems:
        from rich.console import Console

        from directory.problems.console import report as print_report

        print_report(summary.problems, "text", Console())
    if not outcome.done:
        reason = count(summary.problems) if has_errors(summary.problems) else outcome.complaint
        click.echo(f"Die Seite ist nicht gebaut: {reason.rstrip('.')}.{_old_site(output)}", err=True)
        return PROBLEMS
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    counted, pages = number(summary.entries, "Angebot", "Angebote"), number(summary.pages, "Seite", "Seiten")
    click.echo(f"{counted}, {count(summary.problems) or 'keine Fehler'}, {pages}, {seconds} Sekunden.")
    click.echo(f"Die Seite liegt hier: {output / 'index.html'}")
    return CLEAN


def _generate(settings: Settings, config: Path, output: Path) -> Outcome:
    if not sys.stderr.isatty():
        return generate(settings, config, output)
    from rich.console import Console

    with Console(stderr=True).status("Baue die Seite …") as status:
        return generate(settings, config, output, status.update)


def _old_site(output: Path) -> str:
    """Return that the old site is still there, if there is one."""
    return " Die alte Seite ist noch da." if (output / "index.html").is_file() else ""
