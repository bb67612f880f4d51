"""`directory issue-forms`: the forms that GitHub and GitLab show for a new issue."""

from pathlib import Path

import click

from directory.commands.terminal import CLEAN, PROBLEMS, PathOption, entries_option, number, require_folder


@click.command(name="issue-forms")
@entries_option
@click.option(
    "--output", type=PathOption, default=Path(), help="Ordner vom Projekt. Ohne Angabe: der Ordner, in dem Sie sind."
)
@click.option("--check", is_flag=True, help="Nur nachsehen, ob die Formulare neu geschrieben werden müssen.")
def issue_forms(entries: Path, output: Path, check: bool) -> int:
    """Die Formulare für neue Hinweise bei GitHub und GitLab schreiben."""
    from directory.forms.issue_forms import GITHUB_FOLDER, GITLAB_FOLDER, template_files
    from directory.source import load

    require_folder(entries)
    directory = load(entries).directory
    if not directory:
        click.echo("Es gibt Fehler. Prüfen Sie zuerst mit: directory check", err=True)
        return PROBLEMS
    wanted = {output / path: text for path, text in template_files(directory).items()}
    present = {file for folder in (GITHUB_FOLDER, GITLAB_FOLDER) for file in (output / folder).glob("*")}
    stale = {path for path, text in wanted.items() if path not in present or path.read_text(encoding="utf-8") != text}
    different = sorted(stale | present - wanted.keys())
    if check:
        for path in different:
            click.echo(f"Nicht mehr aktuell: {path}")
        return PROBLEMS if different else CLEAN
    for path in different:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    click.echo(f"{number(len(wanted), 'Datei', 'Dateien')}, {len(different)} davon neu geschrieben.")
    return CLEAN
