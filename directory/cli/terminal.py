"""What all commands share: exit status, options, what is read and checked, and how numbers and wrong use are said."""

import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from directory.clock import local_today

if TYPE_CHECKING:
    from directory.checks import Checked, CheckResult, LeftOut

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2
# How each form of output is called everywhere, and whom it is for.
FORMS = {
    "text": "Menschen",
    "markdown": "Menschen",
    "json": "Programme",
    "csv": "Tabellen",
    "github": "GitHub",
    "gitlab": "GitLab",
}
STANDARD_INPUT = Path("-")
Command = TypeVar("Command", bound=Callable[..., Any])

PathOption = click.Path(path_type=Path)
entries_option = click.option(
    "--entries", type=PathOption, default=Path("entries"), show_default=True, help="Ordner mit den Angeboten."
)


def _day(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date:
    return value.date() if value else local_today()


today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    help="Welcher Tag heute ist. Sonst sagt es die Uhr.",
)


def format_option(*forms: str) -> Callable[[Command], Command]:
    """Return the option `--format` of a command that can print these forms; the first one is printed unasked."""
    kinds = ", ".join(f"{form} für {FORMS[form]}" for form in forms)
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help=f"Form der Ausgabe: {kinds}.",
    )


class WrongUse(click.UsageError):
    """A call that cannot be carried out, in words for the person who made it."""


def require_folder(entries: Path) -> None:
    """Refuse a folder that is not there."""
    if not entries.is_dir():
        hint = "Starten Sie den Befehl im Ordner vom Projekt, oder nennen Sie den Ordner mit --entries."
        raise WrongUse(f"Den Ordner „{entries}“ gibt es nicht. {hint}")


def shown_path(file: Path, entries: Path) -> str:
    """Return how messages name a file of the folder, however it was named; refuse a file that is not there.

    A link in the folder is a file of its own; one from elsewhere stands for the file that it leads to.
    """
    from directory.source.files import printable

    if not file.is_file():
        raise WrongUse(f"Die Datei „{file}“ gibt es nicht.")
    root = entries.resolve()
    for location in (file.parent.resolve() / file.name, file.resolve()):
        if location.is_relative_to(root):
            return printable((entries / location.relative_to(root)).as_posix())
    raise WrongUse(f"Die Datei „{file}“ liegt nicht im Ordner „{entries}“.")


def content_of(file: Path) -> bytes:
    """Return what is in a file, or what comes in where it is `-`; refuse a file that is not there."""
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    if not file.exists():
        raise WrongUse(f"Die Datei „{file}“ gibt es nicht.")
    return file.read_bytes()


def check_result(entries: Path, today: date, *, advice: bool = False) -> "CheckResult":
    """Return what the checks say of a folder; refuse a folder that is not there."""
    from directory.checks import check
    from directory.source import load

    require_folder(entries)
    return check(load(entries), today, advice=advice)


def checked(entries: Path, today: date, *, advice: bool = False) -> "Checked":
    """Return what has no errors in the folder, and name the rest; end with the status of problems without any."""
    result = check_result(entries, today, advice=advice)
    if result.checked is None:
        from rich.console import Console

        from directory.problems import Severity
        from directory.problems.console import report

        errors = [problem for problem in result.problems if problem.severity is Severity.ERROR]
        report(errors, "text", Console(stderr=True))
        click.echo("Ein Fehler betrifft alle Angebote. Verbessern Sie zuerst die Fehler.", err=True)
        raise click.exceptions.Exit(PROBLEMS)
    name_left_out(result.checked.left_out)
    return result.checked


def name_left_out(left_out: "Iterable[LeftOut | str]") -> None:
    """Name what is missing and why, where it disturbs no program that reads the output."""
    lines = [f"- {one}" for one in left_out]
    if lines:
        text = "\n".join(["Es gibt Fehler. Darum fehlt etwas:", *lines])
        click.echo(f"{text}\nDie Fehler zeigt dieser Befehl: directory check\n", err=True)


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
