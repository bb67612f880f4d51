"""Help and wrong use in German: click's own words are English.

click asks gettext for its words, but that answers by the language of the computer and from compiled catalogues only.
"""

import re
from collections.abc import Iterable

import click

from directory.cli.terminal import WrongUse

NAMES = ["-h", "--help"]
HEADINGS = {"Options": "Möglichkeiten", "Commands": "Befehle"}
# How click marks what holds without an option, what must be there, and what a number may be.
FIRST_SENTENCE = re.compile(r".*?[.?!](?=\s|$)", re.DOTALL)
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
    # In the list of commands; click would cut it.
    first = FIRST_SENTENCE.match(command.help or "")
    command.short_help = first.group() if first else ""
    if isinstance(command, click.Group):
        command.subcommand_metavar = "BEFEHL …"
    option = command.get_help_option(_Context(command, help_option_names=NAMES))  # made once, and kept
    if option:
        option.help = "Diese Hilfe zeigen."
    return command


def wrong_use(error: click.UsageError) -> str:
    """Return in German what is wrong with a call, and what is allowed."""
    if isinstance(error, (click.exceptions.NoArgsIsHelpError, WrongUse)):
        return error.message
    if isinstance(error, click.NoSuchOption):
        return f"Die Option „{error.option_name}“ gibt es nicht."
    if isinstance(error, click.BadOptionUsage):
        return f"Hinter der Option „{error.option_name}“ fehlt etwas, oder es steht zu viel dort."
    if isinstance(error, click.BadParameter) and error.param:
        return _wrong_value(error, error.param)
    if error.ctx and isinstance(error.ctx.command, click.Group):
        return "Diesen Befehl gibt es nicht."
    return "So geht dieser Befehl nicht. Vielleicht steht dort zu viel."


def _wrong_value(error: click.BadParameter, param: click.Parameter) -> str:
    named = f"Die Option „{param.opts[0]}“" if isinstance(param, click.Option) else f"„{param.human_readable_name}“"
    kind, allowed = param.type, ""
    if isinstance(kind, click.Choice):
        allowed = f" Erlaubt ist: {', '.join(kind.choices)}."
    elif isinstance(kind, click.DateTime):
        allowed = " Schreiben Sie zum Beispiel: 2026-10-01"
    elif isinstance(kind, click.IntRange):
        most = "" if kind.max is None else f" bis {kind.max}"
        allowed = f" Erlaubt ist eine ganze Zahl ab {kind.min}{most}."
    if isinstance(error, click.MissingParameter):
        return f"{named} fehlt.{allowed}"
    return f"{named}: Der Wert passt nicht.{allowed}"


def _marked(text: str) -> str:
    for english, german in MARKS.items():
        text = text.replace(english, german)
    return text
