"""MkDocs' own command line; what the operating system refuses is said in German, on standard output."""

import sys

import click
from mkdocs.__main__ import cli

from directory.problems.system_errors import in_german

if __name__ == "__main__":
    try:
        cli(prog_name="mkdocs")
    except OSError as error:
        if not (sentence := in_german(error)):
            raise
        click.echo(sentence)
        sys.exit(1)
