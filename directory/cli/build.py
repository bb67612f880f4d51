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
from directory.easy_language.lemmas import remembered
from directory.problems import count
from directory.problems.errors import DirectoryError
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
@click.option("--keep-going", is_flag=True, help="Auch bauen, wenn Dateien Fehler haben: ohne diese Angebote.")
@click.option("--without-mkdocs", is_flag=True, help="Ohne MkDocs bauen. Die Seite ist die gleiche.")
@click.option("--publish", is_flag=True, help="Ohne „Probe-Version“. Geht nur, wenn _stadt.yaml vollständig ist.")
def build(  # noqa: PLR0917 - click passes one value for each option
    entries: Path,
    output: Path,
    today: date,
    config: Path,
    no_booklets: bool,
    keep_going: bool,
    without_mkdocs: bool,
    publish: bool,
) -> int:
    """Die Internet-Seite bauen, wenn alle Dateien in Ordnung sind."""
    require_folder(entries)
    if not config.is_file():
        raise WrongUse(f"Die Datei „{config}“ gibt es nicht. Starten Sie den Befehl im Ordner vom Projekt.")
    started = time.monotonic()
    settings = Settings(entries=entries, today=today, publish=publish, booklets=not no_booklets, keep_going=keep_going)
    try:
        with remembered():
            outcome = (_without_mkdocs if without_mkdocs else _generate)(settings, config, output)
    except DirectoryError as error:
        return _not_built(str(error), output)
    if outcome.message:
        return _not_built(outcome.message, output)
    summary = outcome.summary
    if summary is None or (summary.built and not outcome.done):
        return _not_built(where_to_read(outcome.complaint), output)
    if summary.problems:
        from rich.console import Console

        from directory.problems.console import report as print_report

        print_report(summary.problems, "text", Console())
    if not summary.built:
        return _not_built(f"Es gibt {count(summary.problems)}.", output)
    name_left_out(summary.left_out)
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


def _without_mkdocs(settings: Settings, config: Path, output: Path) -> Outcome:
    from directory.site.alone import generate_alone

    return generate_alone(settings, config, output)


def _not_built(reason: str, output: Path) -> int:
    """Say why there is no new site, and whether the old one is still there; return the status of problems."""
    old = " Die alte Seite ist noch da." if (output / "index.html").is_file() else ""
    click.echo(f"Die Seite ist nicht gebaut. {reason}{old}", err=True)
    return PROBLEMS
