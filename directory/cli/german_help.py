"""Help in German: click's own words are English."""

from collections.abc import Iterable

import click

NAMES = ["-h", "--help"]
HEADINGS = {"Options": "Möglichkeiten", "Commands": "Befehle"}
# How click marks what holds without an option, what must be there, and what a number may be.
MARKS = {"[default: ": "[sonst: ", "[required]": "[muss sein]", "[x>=": "[mindestens "}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002 - click's own
        super().write_usage(prog, args, "So geht der Befehl: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _marked(text)) for name, text in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


def in_german(command: click.Command) -> click.Command:
    """Return the command with help in German."""
    command.context_class = _Context
    command.options_metavar = "[MÖGLICHKEITEN]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "BEFEHL …"
    option = command.get_help_option(_Context(command, help_option_names=NAMES))  # made once, and kept
    if option:
        option.help = "Diese Hilfe zeigen."
    return command


def _marked(text: str) -> str:
    for english, german in MARKS.items():
        text = text.replace(english, german)
    return text
