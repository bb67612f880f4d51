"""`directory links`: do the web addresses still lead somewhere? The only command that uses the network."""

import json
from datetime import date
from pathlib import Path
from typing import Literal

import click

from directory.cli.terminal import CLEAN, PROBLEMS, PathOption, checked, entries_option, format_option, today_option
from directory.editors.links import DAYS, FILE


@click.command()
@entries_option
@today_option
@click.option(
    "--days", type=click.IntRange(0), default=DAYS, show_default=True, help="So viele Tage lang gilt ein Ergebnis."
)
@click.option("--memory", type=PathOption, default=FILE, show_default=True, help="Datei mit den letzten Ergebnissen.")
@format_option("text", "json")
@click.option("--output", type=PathOption, help="Datei für das Ergebnis. Sonst steht es hier.")
def links(  # noqa: PLR0917 - click passes one value for each option
    entries: Path, today: date, days: int, memory: Path, form: Literal["text", "json"], output: Path | None
) -> int:
    """Für die Redaktion: Führen die Internet-Adressen noch zu einer Seite? Das braucht das Internet."""
    from rich.console import Console
    from rich.progress import Progress

    from directory.editors.links.addresses import addresses
    from directory.editors.links.cache import fresh, load_cache, save_cache
    from directory.editors.links.check_all import check_all
    from directory.editors.links.check_url import Outcome
    from directory.editors.links.findings import as_text, notices, wrong
    from directory.output.atomic import replace_text

    uses, before = addresses(checked(entries, today).directory), load_cache(memory)
    asked = sum(not fresh(before.get(address), today, days) for address in uses)
    errors = Console(stderr=True)
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task = progress.add_task("Frage nach …", total=asked)
        now = check_all(uses, before, today, days=days, on_visit=lambda: progress.advance(task))
    if now and all(item.visit.outcome is Outcome.UNREACHABLE for item in now.values()):
        click.echo("Keine Seite antwortet. Hat dieser Computer Internet?", err=True)
        return PROBLEMS
    save_cache(now, memory)
    found = notices(uses, now)
    text = (
        json.dumps([one.as_dict() for one in found], ensure_ascii=False, indent=2) + "\n"
        if form == "json"
        else as_text(found, len(uses))
    )
    if output is None:
        click.echo(text, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        replace_text(output, text)
        click.echo(f"Das Ergebnis liegt hier: {output}")
    return PROBLEMS if wrong(found) else CLEAN
