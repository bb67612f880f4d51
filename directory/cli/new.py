"""`directory new`: a new entry, by questions and answers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from directory.cli.terminal import CLEAN, checked, entries_option
from directory.clock import local_today

if TYPE_CHECKING:
    from directory.model import Entry

INTRODUCTION = """Sie tragen ein neues Angebot ein.
Was Sie nicht wissen, lassen Sie leer: Drücken Sie nur die Eingabe-Taste.
Mit den Tasten Strg und C hören Sie auf. Dann ist nichts gespeichert."""


@click.command()
@entries_option
def new(entries: Path) -> int:
    """Ein neues Angebot eintragen: Das Programm stellt Fragen und schreibt die Datei."""
    try:
        return _new(entries)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nSie haben aufgehört. Nichts ist gespeichert.", err=True)
        raise


def _new(entries: Path) -> int:
    from directory.checks import check_proposal
    from directory.files.formatting import modeline
    from directory.files.writing import values_of, written
    from directory.intake.terminal.dialogue import Dialogue
    from directory.output.atomic import create_file
    from directory.problems import Severity
    from directory.source.parsing.document import Document

    today = local_today()
    found = checked(entries, today)
    click.echo(INTRODUCTION)
    dialogue = Dialogue(found.directory, _ask, click.echo)
    entry: Entry | None = dialogue.run()
    area, slug = dialogue.home()
    file = entries / area / f"{slug}.yaml"
    text = ""
    while entry:
        text = modeline(entries) + written(values_of(entry))
        entry.bind(slug, Document(file.as_posix(), text))
        problems = check_proposal(found, entry, today).problems
        said = [problem for problem in problems if problem.severity is not Severity.HINT]
        entry = dialogue.revised(said) if said else None
    click.echo(f"\nDas ist die Datei {file}:\n\n{text}")
    if not dialogue.agreed("Möchten Sie die Datei so speichern?", otherwise=True):
        click.echo("Nichts ist gespeichert.")
        return CLEAN
    file.parent.mkdir(exist_ok=True)
    create_file(file, text.encode())
    click.echo(f"Gespeichert: {file}\n\nSo geht es weiter:")
    click.echo(f"- Prüfen Sie die Datei: directory check {file}")
    click.echo("- Sehen Sie sich die Seite an: make serve")
    click.echo("- Geben Sie die Datei weiter. Wie das geht, steht in CONTRIBUTING.md.")
    return CLEAN


def _ask(prompt: str) -> str:
    answer: str = click.prompt(prompt, default="", show_default=False, prompt_suffix="")
    return answer
