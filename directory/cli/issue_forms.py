"""`directory issue-forms`: the forms that GitHub and GitLab show for a new issue."""

from pathlib import Path

import click

from directory.cli.terminal import CLEAN, PROBLEMS, PathOption, checked, entries_option, number
from directory.clock import local_today


@click.command(name="issue-forms")
@entries_option
@click.option(
    "--output", type=PathOption, default=Path(), help="Ordner vom Projekt. Ohne Angabe: der Ordner, in dem Sie sind."
)
@click.option("--check", is_flag=True, help="Nur nachsehen, ob die Formulare neu geschrieben werden müssen.")
def issue_forms(entries: Path, output: Path, check: bool) -> int:
    """Die Formulare für neue Hinweise bei GitHub und GitLab schreiben."""
    from directory.intake.issues.templates import template_files
    from directory.output.atomic import replace_text

    directory = checked(entries, local_today()).directory
    wanted = {output / path: text for path, text in template_files(directory).items()}
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if check:
        for path in stale:
            click.echo(f"Nicht mehr aktuell: {path}")
        return PROBLEMS if stale else CLEAN
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_text(path, wanted[path])
    click.echo(f"{number(len(wanted), 'Datei', 'Dateien')}, {len(stale)} davon neu geschrieben.")
    return CLEAN
