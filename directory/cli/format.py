"""`directory format`: every entry in canonical form."""

from pathlib import Path

import click

from directory.cli.terminal import CLEAN, PROBLEMS, PathOption, entries_option, number, require_folder, shown_path


@click.command(name="format")
@click.argument("files", nargs=-1, type=PathOption)
@entries_option
@click.option("--check", is_flag=True, help="Nur sagen, welche Dateien sich ändern. Nichts schreiben.")
def format_files(files: tuple[Path, ...], entries: Path, check: bool) -> int:
    """Angebote einheitlich schreiben. Es ändert sich nur die Schreib-Weise. FILES: nur diese Dateien."""
    from directory.files.formatting import format_file
    from directory.model import Entry
    from directory.parallel import in_parallel
    from directory.source.files import walk
    from directory.source.load import model_of

    require_folder(entries)
    wanted = {shown_path(file, entries) for file in files}
    candidates = [one for one in walk(entries, entries.as_posix()) if model_of(one) is Entry]
    candidates = [one for one in candidates if not wanted or one.path in wanted]
    for path in sorted(wanted - {one.path for one in candidates}):
        click.echo(f"{path}: Das ist kein Angebot. Die Datei bleibt, wie sie ist.", err=True)
    formatting = in_parallel(
        format_file,
        (str(entries.resolve()), not check),
        candidates,
        work="Schreiben von den Dateien",
        name=lambda one: one.path,
    )
    outcomes = list(formatting)
    changed = [outcome for outcome in outcomes if outcome.changed]
    broken = [outcome for outcome in outcomes if outcome.broken]
    for outcome in changed:
        click.echo(f"{outcome.path}: {'Das ist noch anders geschrieben.' if check else 'neu geschrieben'}")
    for outcome in broken:
        click.echo(f"{outcome.path}: Hier sind Fehler. Die Datei bleibt, wie sie ist.", err=True)
    if broken:
        click.echo("Die Fehler zeigt dieser Befehl: directory check", err=True)
    what = "Datei ist anders geschrieben" if check else "Datei neu geschrieben"
    many = "Dateien sind anders geschrieben" if check else "Dateien neu geschrieben"
    click.echo(f"{number(len(candidates), 'Angebot', 'Angebote')}: {number(len(changed), what, many)}.")
    return PROBLEMS if broken or (check and changed) else CLEAN
