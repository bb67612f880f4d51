"""The command line. Exit status: 0 clean, 1 errors found, 2 wrong use."""

import sys

import click

from directory.cli import COMMANDS
from directory.cli.failure import failure
from directory.cli.german_help import NAMES, in_german, wrong_use
from directory.cli.terminal import PROBLEMS, WRONG_USE


@click.group(context_settings={"help_option_names": NAMES})
@click.version_option(package_name="directory", message="%(prog)s %(version)s", help="Die Version zeigen.")
def cli() -> None:
    """Ein Verzeichnis von Angeboten: prüfen und bauen."""


in_german(cli)
for command in COMMANDS:
    cli.add_command(in_german(command))


def main() -> None:
    """Run the command line and exit with its status; whatever goes wrong is said in German."""
    try:
        status = cli.main(prog_name="directory", standalone_mode=False)
    except click.UsageError as error:
        click.echo(f"{wrong_use(error)}\nHilfe: directory --help", err=True)
        status = WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        status = WRONG_USE
    except Exception as error:  # noqa: BLE001 - nobody shall see a traceback
        click.echo(failure(error), err=True)
        status = PROBLEMS
    sys.exit(status)
