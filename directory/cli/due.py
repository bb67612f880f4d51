"""`directory due`: which entries somebody has to look at again, and letters that ask."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from directory.cli.terminal import (
    CLEAN,
    PathOption,
    WrongUse,
    checked,
    entries_option,
    format_option,
    number,
    say_changed,
    today_option,
)

if TYPE_CHECKING:
    from directory.editors.recipients import Recipient
    from directory.view.day import DayView

OLDEST = 1200  # months


@click.command()
@entries_option
@today_option
@click.option(
    "--older-than",
    type=click.IntRange(1, OLDEST),
    help="Nur alte Angebote: So viele Monate hat niemand etwas dazu gesagt.",
)
@format_option("text", "csv", "json")
@click.option("--provider", help="Nur dieser Träger. Ohne Träger: der Datei-Name vom Angebot.")
@click.option("--output", type=PathOption, help="Ordner für einen Brief und einen Bogen zum Drucken für jeden Träger.")
def due(  # noqa: PLR0917 - click passes one value for each option
    entries: Path,
    today: date,
    older_than: int | None,
    form: Literal["text", "csv", "json"],
    provider: str | None,
    output: Path | None,
) -> int:
    """Für die Redaktion: Diese Angebote muss jemand neu bestätigen."""
    from directory.editors.due import due as due_on
    from directory.editors.due_items import items
    from directory.editors.due_table import table
    from directory.editors.recipients import recipients_of
    from directory.problems import did_you_mean
    from directory.schedule import agenda
    from directory.view.day import DayView

    whole = checked(entries, today)
    directory = whole.directory
    found = due_on(directory, today, older_than)
    if output is not None or form == "json":
        found = tuple(item for item in found if item.questions)
    asked = recipients_of(directory, found)
    if provider is not None:
        names = [*directory.providers, *(entry.slug for entry in directory.entries)]
        if provider not in names:
            near = did_you_mean(provider, names)
            raise WrongUse(f"Den Träger „{provider}“ gibt es nicht.{f' Meinten Sie „{near}“?' if near else ''}")
        asked = tuple(one for one in asked if one.id == provider)
    if output is not None:
        _write(DayView(whole, agenda(directory, today)), asked, output, provider)
        click.echo(f"Briefe und Bögen an {number(len(asked), 'Stelle', 'Stellen')} liegen hier: {output}")
    elif form == "json":
        click.echo(json.dumps(items(directory, asked), ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(table(asked), nl=False)
    else:
        _list(asked)
    return CLEAN


def _list(asked: "tuple[Recipient, ...]") -> None:
    """Print the entries, those with the oldest facts first."""
    rows = [(item, one.name) for one in asked for item in one.due]
    for item, name in sorted(rows, key=lambda row: (row[0].oldest, row[0].entry.slug)):
        click.echo(f"{item.oldest!s:<10}  {item.entry.name}  ({item.entry.slug})")
        click.echo(f"{'':<10}  Fragen: {name}")
        click.echo(f"{'':<10}  {' '.join(item.reasons)}")
    entries = number(len(rows), "Angebot", "Angebote")
    click.echo(f"{entries} prüfen, {number(len(asked), 'Stelle', 'Stellen')} fragen." if rows else "Alles ist frisch.")


def _write(view: "DayView", asked: "tuple[Recipient, ...]", output: Path, provider: str | None) -> None:
    """Write the letters, and take away those of earlier runs; of one provider only that one's."""
    from directory.editors.letters.letter import letter
    from directory.editors.letters.mail import draft
    from directory.editors.letters.paper import form_pdf
    from directory.editors.recipients import key_of_entry, key_of_provider
    from directory.output.file_set import replace_files

    files: dict[str, bytes] = {}
    for one in asked:
        files[f"{one.key}.eml"] = draft(letter(view, one), one.contact)
        files[f"{one.key}.pdf"] = form_pdf(view, one)
    keys = [key_of_provider(provider), key_of_entry(provider)] if provider else None
    only = [f"{key}.{ending}" for key in keys for ending in ("eml", "pdf")] if keys else None
    say_changed(output, replace_files(output, files, only=only))
