"""What all commands share: exit status, the folder of entries, and how numbers and wrong use are said."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from directory.model import Directory

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2

PathOption = click.Path(path_type=Path)
entries_option = click.option(
    "--entries", type=PathOption, default=Path("entries"), show_default=True, help="Ordner mit den Angeboten."
)
today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="Welcher Tag heute ist. Sonst sagt es die Uhr."
)


class WrongUse(click.UsageError):
    """A call that cannot be carried out, in words for the person who made it."""


def require_folder(entries: Path) -> None:
    """Refuse a folder that is not there."""
    if not entries.is_dir():
        hint = "Starten Sie den Befehl im Ordner vom Projekt, oder nennen Sie den Ordner mit --entries."
        raise WrongUse(f"Den Ordner „{entries}“ gibt es nicht. {hint}")


def shown_path(file: Path, entries: Path) -> str:
    """Return how messages name a file of the folder; refuse a file that is not there."""
    if not file.is_file():
        raise WrongUse(f"Die Datei „{file}“ gibt es nicht.")
    if not file.resolve().is_relative_to(entries.resolve()):
        raise WrongUse(f"Die Datei „{file}“ liegt nicht im Ordner „{entries}“.")
    return (entries / file.resolve().relative_to(entries.resolve())).as_posix()


def readable(entries: Path) -> "Directory":
    """Return what can be read in the folder; end with the status of problems where that is nothing."""
    from directory.source import load

    require_folder(entries)
    directory = load(entries).directory
    if directory is None:
        click.echo("Es gibt Fehler. Prüfen Sie zuerst mit: directory check", err=True)
        raise click.exceptions.Exit(PROBLEMS)
    return directory


def number(count: int, one: str, many: str) -> str:
    """Return a number with the right form of its noun."""
    return f"{count} {one if count == 1 else many}"


def say_changed(folder: Path, names: Iterable[str]) -> None:
    """Name the files that a command would have taken away if nobody had changed them."""
    for name in names:
        click.echo(f"{folder / name}: Diese Datei ist nicht mehr nötig, aber jemand hat sie geändert. Sie bleibt.")


def indented(text: str) -> str:
    """Return the text with each line moved to the right."""
    return "\n".join(f"    {line}" for line in text.split("\n"))
