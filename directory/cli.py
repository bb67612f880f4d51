"""The command line. Exit status: 0 clean, 1 errors found, 2 wrong use."""

import json
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Literal, TextIO

import click

from directory.handover import Settings, generate, local_today
from directory.problems import GERMAN, Severity, catalogue, count, did_you_mean, has_errors

# What only some commands need is imported there: a build starts two Pythons, and each import is paid twice.

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2
REFRESH = 100  # files between two steps of the progress bar

PathOption = click.Path(path_type=Path)
entries_option = click.option(
    "--entries", type=PathOption, default=Path("entries"), show_default=True, help="Ordner mit den Angeboten."
)


class WrongUse(click.UsageError):
    """A call that cannot be carried out, in words for the person who made it."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Ein Verzeichnis von Angeboten: prüfen und bauen."""


@cli.command()
@entries_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Wie die Meldungen aussehen: für Menschen, für Programme, für Pull-Requests.",
)
def check(entries: Path, form: Literal["text", "json", "github"]) -> int:
    """Alle Dateien prüfen. Jede Datei kommt dran, auch wenn eine kaputt ist."""
    from rich.console import Console
    from rich.progress import Progress

    from directory.checks import check as run_checks
    from directory.problems.report import report as print_report
    from directory.source import load

    _require_folder(entries)
    errors = Console(stderr=True)
    # Without a thread of its own: reading forks.
    with Progress(console=errors, transient=True, auto_refresh=False, disable=not errors.is_terminal) as progress:
        task = progress.add_task("Prüfe …")

        def show(total: int) -> None:
            progress.update(task, total=total, advance=1)
            if progress.tasks[task].completed % REFRESH == 0:
                progress.refresh()

        loaded = load(entries, on_file=show)
        found = run_checks(loaded.directory, local_today(), advice=True) if loaded.directory else ()
    problems = sorted({*loaded.problems, *found})
    print_report(problems, form, Console())
    if form == "text":
        files = len({problem.path for problem in problems})
        verdict = f"{count(problems)} in {_number(files, 'Datei', 'Dateien')}" if problems else "Alles in Ordnung"
        click.echo(f"{_number(loaded.files, 'Datei', 'Dateien')} geprüft. {verdict}.")
    return PROBLEMS if has_errors(problems) else CLEAN


@cli.command()
@entries_option
@click.option(
    "--output", type=PathOption, default=Path("site"), show_default=True, help="Ordner für die fertige Seite."
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Welcher Tag heute ist. Sonst sagt es die Uhr.")
@click.option(
    "--config", type=PathOption, default=Path("mkdocs.yml"), show_default=True, help="Einstellungen von MkDocs."
)
@click.option("--no-booklets", is_flag=True, help="Ohne die Hefte zum Drucken. Das geht schneller.")
@click.option("--publish", is_flag=True, help="Ohne „Probe-Version“. Geht nur, wenn _stadt.yaml vollständig ist.")
def build(  # noqa: PLR0917 - click passes one value for each option
    entries: Path, output: Path, today: datetime | None, config: Path, no_booklets: bool, publish: bool
) -> int:
    """Die Internet-Seite bauen, wenn alle Dateien in Ordnung sind."""
    _require_folder(entries)
    if not config.is_file():
        raise WrongUse(f"Die Datei „{config}“ gibt es nicht. Starten Sie den Befehl im Ordner vom Projekt.")
    started = time.monotonic()
    settings = Settings(entries, today.date() if today else local_today(), publish, not no_booklets)
    if sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True).status("Baue die Seite …") as status:
            outcome = generate(settings, config, output, status.update)
    else:
        outcome = generate(settings, config, output)
    if outcome.summary is None:
        click.echo(outcome.complaint, err=True)
        click.echo("Die Seite ist nicht gebaut.", err=True)
        return PROBLEMS
    summary = outcome.summary
    if summary.problems:
        from rich.console import Console

        from directory.problems.report import report as print_report

        print_report(summary.problems, "text", Console())
    if not outcome.done:
        reason = count(summary.problems) if has_errors(summary.problems) else outcome.complaint
        click.echo(f"Die Seite ist nicht gebaut: {reason}.", err=True)
        return PROBLEMS
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    offers, pages = _number(summary.entries, "Angebot", "Angebote"), _number(summary.pages, "Seite", "Seiten")
    click.echo(f"{offers}, {count(summary.problems) or 'keine Fehler'}, {pages}, {seconds} Sekunden.")
    click.echo(f"Die Seite liegt hier: {output / 'index.html'}")
    return CLEAN


@cli.command()
@click.argument("file", required=False, type=click.File("r", encoding="utf-8"))
@entries_option
@click.option("--profile", "name", help="Wie streng: leicht-bitv, leicht-din oder einfach. Sonst sagt es _stadt.yaml.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--fix", is_flag=True, help="Ändern, was sicher ist: Zahlen, Abkürzungen, Uhr-Zeiten, Sonder-Zeichen.")
def language(file: TextIO | None, entries: Path, name: str | None, form: Literal["text", "json"], fix: bool) -> int:
    """Sätze prüfen: Sind sie leicht zu lesen? FILE hat einen Satz in jeder Zeile. Ohne FILE: alle Angebote."""
    from directory.language import profile, profile_names

    if name is not None and name not in profile_names():
        raise WrongUse(f"Das Profil „{name}“ gibt es nicht. Erlaubt ist: {', '.join(profile_names())}.")
    if file is None:
        return _language_of_entries(entries, name, form, fix)
    from directory.language import proofread, rewritten

    wanted, lines = profile(name or "leicht-din"), file.read().splitlines()
    if fix:
        text = "\n".join(rewritten(lines, wanted)) + "\n"
        if file.name in {"-", "<stdin>"}:
            click.echo(text, nl=False)
        else:
            Path(file.name).write_text(text, encoding="utf-8")
        return CLEAN
    found = list(proofread(lines, wanted))
    if form == "json":
        items = ",\n".join(json.dumps(line.as_dict(), ensure_ascii=False) for line in found)
        click.echo(f"[{items}]")
    else:
        for line in found:
            word = GERMAN[Severity(line.finding.severity)][0]
            click.echo(f"{line.number}:{line.finding.start + 1}  {word}  [{line.finding.rule}]")
            click.echo(_indented(f"{line.finding.message}\n{line.finding.suggestion}"))
    return PROBLEMS if any(line.finding.severity == Severity.ERROR for line in found) else CLEAN


def _language_of_entries(entries: Path, name: str | None, form: Literal["text", "json"], fix: bool) -> int:
    from rich.console import Console

    from directory.checks.language import everything
    from directory.language import profile
    from directory.problems.report import report as print_report
    from directory.rewriting import rewrite_entries
    from directory.source import load

    _require_folder(entries)
    directory = load(entries).directory
    if not directory:
        click.echo("Es gibt Fehler. Prüfen Sie zuerst mit: directory check", err=True)
        return PROBLEMS
    wanted = profile(name or directory.city.language_profile)
    if fix:
        click.echo(f"{_number(rewrite_entries(directory, wanted), 'Satz', 'Sätze')} geändert.")
        return CLEAN
    problems = sorted(everything(directory, wanted))
    print_report(problems, form, Console())
    return PROBLEMS if has_errors(problems) else CLEAN


@cli.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Eine Meldung erklären: was sie bedeutet, mit einem Beispiel."""
    from directory.language import explanations

    codes, rules = catalogue(), explanations()
    if code is None:
        for name in (*codes, *rules):
            click.echo(f"{name:<30} {codes[name].title if name in codes else rules[name].title}")
        return CLEAN
    if code in codes:
        message = codes[code]
        _explain(message.title, message.why, message.wrong, message.right)
    elif code in rules:
        rule = rules[code]
        _explain(rule.title, f"{rule.why}\n{rule.suggestion}", "\n".join(rule.wrong), "\n".join(rule.right))
        click.echo(f"\nQuelle: {rule.source}")
    else:
        near = did_you_mean(code, [*codes, *rules])
        meaning = f" Meinten Sie „{near}“?" if near else ""
        raise WrongUse(f"Eine Meldung mit dem Kenn-Wort „{code}“ gibt es nicht.{meaning}")
    return CLEAN


def _explain(title: str, why: str, wrong: str, right: str) -> None:
    click.echo(f"{title}\n\n{why}")
    if wrong:
        click.echo(f"\nFalsch:\n{_indented(wrong)}\n\nRichtig:\n{_indented(right)}")


@cli.command()
@entries_option
def report(entries: Path) -> int:
    """Für die Redaktion: Was die Such-Funktion kennt, aber kein Angebot hat."""
    from directory.pages.listing import Listing
    from directory.schedule import agenda
    from directory.search.report import dead_words, shared_names
    from directory.source import load

    _require_folder(entries)
    directory = load(entries).directory
    if not directory:
        click.echo("Es gibt Fehler. Prüfen Sie zuerst mit: directory check", err=True)
        return PROBLEMS
    listed = Listing(directory, agenda(directory, local_today())).listed
    click.echo("Dazu gibt es kein Angebot. Diese Wörter führen ins Leere:")
    for dead in dead_words(directory, listed):
        click.echo(f"- {dead.label}: {', '.join(dead.words)}" if dead.words else f"- {dead.label}")
    click.echo("\nDiesen Namen haben mehrere Angebote. Die Suche weiß nicht, welches gemeint ist:")
    for name, same in shared_names(listed).items():
        click.echo(f"- {name}: {', '.join(entry.slug for entry in same)}")
    return CLEAN


@cli.command(name="from-osm")
@click.argument("opening_hours")
@click.option(
    "--stand", default="unbekannt", show_default=True, help="Wann jemand das gesagt hat: Jahr, Monat oder Tag."
)
def from_osm(opening_hours: str, stand: str) -> int:
    """Öffnungs-Zeiten aus OpenStreetMap in Zeilen für eine Datei übersetzen."""
    from directory.schedule.osm import NotExpressible
    from directory.schedule.osm.entry import as_entry

    try:
        click.echo(as_entry(opening_hours, stand, local_today()))
    except NotExpressible as refusal:
        click.echo(f"Das geht hier nicht. {refusal}", err=True)
        return PROBLEMS
    return CLEAN


def main() -> None:
    """Run the command line and exit with its status; wrong use is said in German."""
    try:
        status = cli.main(standalone_mode=False)
    except click.UsageError as error:
        click.echo(f"{_wrong_use(error)}\nHilfe: directory --help", err=True)
        status = WRONG_USE
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


def _require_folder(entries: Path) -> None:
    if not entries.is_dir():
        hint = "Starten Sie den Befehl im Ordner vom Projekt, oder nennen Sie den Ordner mit --entries."
        raise WrongUse(f"Den Ordner „{entries}“ gibt es nicht. {hint}")


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
