"""`directory schema`: what editors need to know of an entry."""

from pathlib import Path

import click

from directory.cli.terminal import CLEAN, checked, entries_option
from directory.clock import local_today


@click.command()
@entries_option
@click.option("--print", "only_print", is_flag=True, help="Nur zeigen. Nichts schreiben.")
def schema(entries: Path, only_print: bool) -> int:
    """Das JSON-Schema für Text-Programme schreiben. Nötig nach jeder Änderung an den Wörter-Listen."""
    from directory.files.schema import entry_schema
    from directory.output.atomic import replace_text
    from directory.source.files import SCHEMA

    directory = checked(entries, local_today()).directory
    text = entry_schema(directory)
    if only_print:
        click.echo(text, nl=False)
    else:
        replace_text(entries / SCHEMA, text)
        click.echo(f"Das Schema liegt hier: {entries / SCHEMA}")
    return CLEAN
