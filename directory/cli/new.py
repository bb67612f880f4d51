"""`directory new`: a new entry, by questions and answers."""

from pathlib import Path

import click

from directory.cli.terminal import CLEAN, checked, entries_option
from directory.clock import local_today

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
    from directory.files.formatting import modeline
    from directory.files.writing import values_of, written
    from directory.intake.terminal.dialogue import Dialogue
    from directory.output.atomic import create_file

    directory = checked(entries, local_today()).directory
    click.echo(INTRODUCTION)
    dialogue = Dialogue(directory, _ask, click.echo)
    entry = dialogue.run()
    area, slug = dialogue.home()
    text = modeline(entries) + written(values_of(entry))
    file = entries / area / f"{slug}.yaml"
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
