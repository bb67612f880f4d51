"""The command line. Exit status: 0 clean, 1 errors found, 2 wrong use."""

import sys

import click

from directory.cli import COMMANDS
from directory.cli.german_help import NAMES, in_german
from directory.cli.terminal import PROBLEMS, WRONG_USE, WrongUse
from directory.problems.system_errors import in_german as system_error


@click.group(context_settings={"help_option_names": NAMES})
def cli() -> None:
    """Ein Verzeichnis von Angeboten: prüfen und bauen."""


in_german(cli)
for command in COMMANDS:
    cli.add_command(in_german(command))


def main() -> None:
    """Run the command line and exit with its status; wrong use is said in German."""
    try:
        status = cli.main(standalone_mode=False)
    except click.UsageError as error:
        click.echo(f"{_wrong_use(error)}\nHilfe: directory --help", err=True)
        status = WRONG_USE
    except OSError as error:
        if not (sentence := system_error(error)):
            raise
        click.echo(sentence, err=True)
        status = PROBLEMS
    except (click.Abort, KeyboardInterrupt):
        status = WRONG_USE
    sys.exit(status)


def _wrong_use(error: click.UsageError) -> str:
    """Return the error in German; click's own words are English."""
    if isinstance(error, WrongUse):
        return error.message
    if isinstance(error, click.NoSuchOption):
        return f"Die Option „{error.option_name}“ gibt es nicht."
    if isinstance(error, click.BadParameter) and error.param:
        kind = error.param.type
        choices = f" Erlaubt ist: {', '.join(kind.choices)}." if isinstance(kind, click.Choice) else ""
        example = " Schreiben Sie zum Beispiel: 2026-10-01" if isinstance(kind, click.DateTime) else ""
        return f"Der Wert für „{error.param.opts[0]}“ passt nicht.{choices}{example}"
    return "So geht dieser Befehl nicht."
