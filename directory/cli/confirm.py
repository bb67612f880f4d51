"""`directory confirm`: somebody has looked at an entry, and everything is right."""

from datetime import datetime
from pathlib import Path
from typing import Literal

import click

from directory.cli.terminal import CLEAN, PROBLEMS, WrongUse, checked, entries_option
from directory.clock import local_today


@click.command()
@click.argument("slug")
@entries_option
@click.option("--by", type=click.Choice(["traeger", "redaktion"]), required=True, help="Wer sagt, dass alles stimmt.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="An welchem Tag. Sonst heute.")
def confirm(slug: str, entries: Path, by: Literal["traeger", "redaktion"], on: datetime | None) -> int:
    """Ein Angebot bestätigen: Jemand hat es geprüft, und alles stimmt. SLUG ist der Name der Datei ohne Endung."""
    from directory.files.amend import CannotAmendError, line_of, with_field
    from directory.output.atomic import replace_file
    from directory.problems import did_you_mean
    from directory.problems.console import report as print_report
    from directory.schedule import day as spoken

    day = on.date() if on else local_today()
    if day > local_today():
        raise WrongUse(f"Der {spoken(day)} liegt in der Zukunft.")
    found = checked(entries, local_today())
    directory = found.directory
    if slug not in directory.entry and (lost := [one for one in found.left_out if one.name == slug]):
        from rich.console import Console

        paths = {one.path for one in lost}
        print_report([problem for problem in found.problems if problem.path in paths], "text", Console())
        click.echo("Nichts ist geändert. Verbessern Sie zuerst die Fehler.", err=True)
        return PROBLEMS
    entry = directory.entry.get(slug)
    if entry is None:
        near = did_you_mean(slug, directory.entry)
        raise WrongUse(f"Das Angebot „{slug}“ gibt es nicht.{f' Meinten Sie „{near}“?' if near else ''}")
    if entry.status == "geschlossen":
        click.echo(f"„{entry.name}“ ist geschlossen. Ein geschlossenes Angebot kann niemand bestätigen.", err=True)
        return PROBLEMS
    file, value = Path(entry.path), {"am": day.isoformat(), "von": by}
    try:
        # Bytes: Python would change the ends of lines.
        replace_file(file, with_field(file.read_bytes().decode(), "bestaetigt", value).encode())
    except CannotAmendError:
        click.echo(f"In {file} geht das nicht von selbst. Schreiben Sie dort:", err=True)
        click.echo(line_of("bestaetigt", value), err=True)
        return PROBLEMS
    click.echo(f"{entry.name}: bestätigt am {spoken(day)}. Geändert: {file}")
    return CLEAN
