"""`directory language`: sentences that are hard to read, and safe rewrites."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from directory.cli.terminal import (
    CLEAN,
    PROBLEMS,
    STANDARD_INPUT,
    PathOption,
    WrongUse,
    checked,
    content_of,
    entries_option,
    format_option,
    indented,
    number,
    today_option,
)
from directory.problems import GERMAN, Severity, has_errors

if TYPE_CHECKING:
    from directory.model import Directory


@click.command()
@click.argument("file", required=False, type=PathOption)
@entries_option
@click.option("--profile", "name", help="Wie streng: leicht-bitv, leicht-din oder einfach. Sonst sagt es _stadt.yaml.")
@format_option("text", "json")
@today_option
@click.option("--fix", is_flag=True, help="Ändern, was sicher ist: Zahlen, Abkürzungen, Zeichen. Nie Uhrzeiten.")
def language(  # noqa: PLR0917 - click passes one value for each option
    file: Path | None, entries: Path, name: str | None, form: Literal["text", "json"], today: date, fix: bool
) -> int:
    """Sätze prüfen: Sind sie leicht zu lesen? FILE hat einen Satz in jeder Zeile. Ohne FILE: alle Angebote."""
    from directory.easy_language import profile, profile_names

    if name is not None and name not in profile_names():
        raise WrongUse(f"Das Profil „{name}“ gibt es nicht. Erlaubt ist: {', '.join(profile_names())}.")
    if file is None:
        return _language_of_entries(checked(entries, today).directory, name, form, fix)
    from directory.easy_language import proofread, rewritten
    from directory.files.autofix import in_words
    from directory.output.atomic import replace_text

    wanted, lines = profile(name or "leicht-din"), _text(file).splitlines()
    if fix:
        done, changes = rewritten(lines, wanted)
        text = "\n".join(done) + "\n"
        for line_number, change in changes:
            click.echo(in_words(f"Zeile {line_number}", change), err=True)
        if file == STANDARD_INPUT:
            click.echo(text, nl=False)
        else:
            replace_text(file, text)
        return CLEAN
    found = list(proofread(lines, wanted))
    if form == "json":
        items = ",\n".join(json.dumps(line.as_dict(), ensure_ascii=False) for line in found)
        click.echo(f"[{items}]")
    else:
        for line in found:
            word = GERMAN[Severity(line.finding.severity)][0]
            click.echo(f"{line.number}:{line.finding.start + 1}  {word}  [{line.finding.rule}]")
            click.echo(indented(f"{line.finding.message}\n{line.finding.suggestion}"))
    return PROBLEMS if any(line.finding.severity == Severity.ERROR for line in found) else CLEAN


def _text(file: Path) -> str:
    """Return the text of a file, however long it is."""
    from directory.source.parsing.decode import UnreadableTextError, decode

    data = content_of(file)
    decoded = decode(data, str(file), most=len(data))
    if wrong := decoded.problem:
        raise UnreadableTextError(f"{file}, Zeile {wrong.line}: {wrong.message} {wrong.hint}")
    return decoded.text


def _language_of_entries(directory: "Directory", name: str | None, form: Literal["text", "json"], fix: bool) -> int:
    from rich.console import Console

    from directory.checks.easy_language import everything
    from directory.easy_language import profile
    from directory.files.autofix import rewrite_entries
    from directory.problems.console import report as print_report

    wanted = profile(name or directory.city.language_profile)
    if fix:
        changed, said = rewrite_entries(directory, wanted)
        for line in said:
            click.echo(line)
        click.echo(f"{number(changed, 'Satz', 'Sätze')} geändert.")
        return CLEAN
    problems = sorted(everything(directory, wanted))
    print_report(problems, form, Console())
    return PROBLEMS if has_errors(problems) else CLEAN
