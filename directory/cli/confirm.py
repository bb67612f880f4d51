"""`directory confirm`: somebody has looked at entries, and everything is right."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from directory.cli.terminal import CLEAN, PROBLEMS, PathOption, WrongUse, checked, entries_option
from directory.clock import local_today

if TYPE_CHECKING:
    from directory.checks import Checked


@click.command()
@click.argument("slugs", nargs=-1, metavar="[NAME]...")
@entries_option
@click.option("--by", type=click.Choice(["traeger", "redaktion"]), required=True, help="Wer sagt, dass alles stimmt.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="An welchem Tag. Sonst heute.")
@click.option("--mail", type=PathOption, help="Eine Mail, in der steht: Das stimmt. Als Datei mit der Endung .eml.")
def confirm(
    slugs: tuple[str, ...], entries: Path, by: Literal["traeger", "redaktion"], on: datetime | None, mail: Path | None
) -> int:
    """Angebote bestätigen: Jemand hat alles geprüft, und alles stimmt. NAME ist der Name der Datei ohne Endung."""
    from directory.schedule import day as spoken

    day = on.date() if on else local_today()
    if day > local_today():
        raise WrongUse(f"Der {spoken(day)} liegt in der Zukunft.")
    found = checked(entries, local_today())
    if mail:
        slugs = (*slugs, *_slugs_in(mail, found))
    if not slugs:
        raise WrongUse("Schreiben Sie den Namen von einem Angebot, oder nehmen Sie --mail.")
    return max([_confirm(slug, found, by, day) for slug in slugs])


def _slugs_in(mail: Path, found: "Checked") -> tuple[str, ...]:
    """Return the entries that a mail confirms; refuse one in which more stands than that."""
    from email import message_from_bytes
    from email.policy import default

    from directory.view.confirming import CONFIRM, said_in

    message = message_from_bytes(mail.read_bytes(), policy=default)
    part = message.get_body(("plain",))
    said = said_in(message["Subject"] or "", part.get_content() if part else "", found.directory.entry)
    if said is None or not said.slugs:
        raise WrongUse(f"In dieser Mail steht kein „{CONFIRM}“ mit dem Namen von einem Angebot. Lesen Sie die Mail.")
    if said.more:
        command = f"directory confirm {' '.join(said.slugs)} --by traeger"
        more = " ".join(said.more)
        raise WrongUse(f"In der Mail steht noch mehr: „{more}“ Stimmt trotzdem alles? Dann schreiben Sie: {command}")
    return said.slugs


def _confirm(slug: str, found: "Checked", by: Literal["traeger", "redaktion"], day: date) -> int:
    from directory.files.amend import CannotAmendError, line_of, with_field
    from directory.output.atomic import replace_file
    from directory.problems import did_you_mean
    from directory.problems.console import report as print_report
    from directory.schedule import day as spoken

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
