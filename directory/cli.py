"""The command line. Exit status: 0 clean, 1 problems found, 2 wrong use."""

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from directory.problems import Problem, Severity, catalogue, did_you_mean
from directory.problems.report import count, report

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2
REFRESH = 100  # files between two steps of the progress bar
ENTRIES_OPTION = click.option("--entries", type=click.Path(path_type=Path), default=Path("entries"), show_default=True, help="Ordner mit den Angeboten.")


class WrongUse(click.UsageError):
    """A call that cannot be carried out, in words for the person who made it."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Ein Verzeichnis von Angeboten: prüfen und bauen."""


@cli.command()
@ENTRIES_OPTION
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="Wie die Meldungen aussehen.")
def check(entries: Path, form: Any) -> int:
    """Alle Dateien prüfen. Jede Datei kommt dran, auch wenn eine kaputt ist."""
    from directory.checks import check as run_checks  # noqa: PLC0415 - `--help` answers without loading the model
    from directory.source import load  # noqa: PLC0415

    _require_folder(entries)
    errors = Console(stderr=True)
    # No thread of its own: the reading forks.
    with Progress(console=errors, transient=True, auto_refresh=False, disable=not errors.is_terminal) as progress:
        task = progress.add_task("Prüfe …")

        def show(total: int) -> None:
            progress.update(task, total=total, advance=1)
            if progress.tasks[task].completed % REFRESH == 0:
                progress.refresh()

        loaded = load(entries, on_file=show)
        found = run_checks(loaded.directory) if loaded.directory else ()
    problems = sorted({*loaded.problems, *found})
    report(problems, form, Console())
    if form == "text":
        files = len({problem.path for problem in problems})
        rest = f"{count(problems)} in {_number(files, 'Datei', 'Dateien')}" if problems else "Alles in Ordnung"
        click.echo(f"{_number(loaded.files, 'Datei', 'Dateien')} geprüft. {rest}.")
    return PROBLEMS if any(problem.severity is Severity.ERROR for problem in problems) else CLEAN


@cli.command()
@ENTRIES_OPTION
@click.option("--output", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Ordner für die fertige Seite.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Welcher Tag heute ist. Sonst sagt es die Uhr.")
@click.option("--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True, help="Einstellungen von MkDocs.")
def build(entries: Path, output: Path, today: datetime | None, config: Path) -> int:
    """Die Internet-Seite bauen, wenn alle Dateien in Ordnung sind."""
    from directory.build import ENTRIES, SUMMARY, TODAY, local_today  # noqa: PLC0415 - as above

    _require_folder(entries)
    if not config.is_file():
        raise WrongUse(f"Die Datei „{config}“ gibt es nicht. Starten Sie den Befehl im Ordner vom Projekt.")
    started = time.monotonic()
    day = today.date() if today else local_today()
    errors = Console(stderr=True)
    with tempfile.TemporaryDirectory() as folder:
        summary = Path(folder) / "summary.json"
        environment = {
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())),
            ENTRIES: str(entries),
            TODAY: day.isoformat(),
            SUMMARY: str(summary),
        }
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--clean", "--config-file", str(config), "--site-dir", str(output.resolve())]
        with errors.status("Baue die Seite …"):
            finished = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
        result = json.loads(summary.read_text(encoding="utf-8")) if summary.exists() else {"problems": []}
    problems = [Problem(**{**problem, "severity": Severity(problem["severity"])}) for problem in result["problems"]]
    report(problems, "text", Console())
    if finished.returncode:
        if not problems:
            click.echo(finished.stderr, err=True)
        click.echo(f"Die Seite ist nicht gebaut. {count(problems)}.".replace(" .", ""), err=True)
        return PROBLEMS
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    click.echo(
        f"{_number(result['entries'], 'Angebot', 'Angebote')}, {count(problems) or 'keine Fehler'}, "
        f"{_number(result['pages'], 'Seite', 'Seiten')}, {seconds} Sekunden."
    )
    click.echo(f"Die Seite liegt hier: {output / 'index.html'}")
    return CLEAN


@cli.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Eine Meldung erklären: was sie bedeutet, mit einem Beispiel."""
    codes = catalogue()
    if code is None:
        for item in codes.values():
            click.echo(f"{item.code:<30} {item.title}")
        return CLEAN
    if code not in codes:
        near = did_you_mean(code, codes)
        raise WrongUse(f"Eine Meldung mit dem Kenn-Wort „{code}“ gibt es nicht." + (f" Meinten Sie „{near}“?" if near else ""))
    item = codes[code]
    click.echo(f"{item.title}\n\n{item.why}")
    if item.wrong:
        click.echo(f"\nFalsch:\n{_indented(item.wrong)}\n\nRichtig:\n{_indented(item.right)}")
    return CLEAN


def main() -> None:
    """Run the command line and exit with its status; wrong use is said in German."""
    try:
        status = cli.main(standalone_mode=False)
    except click.UsageError as error:
        click.echo(_wrong_use(error), err=True)
        click.echo("Hilfe: directory --help", err=True)
        status = WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        status = WRONG_USE
    except BrokenPipeError:
        sys.stderr.close()
        status = CLEAN
    sys.exit(status)


def _wrong_use(error: click.UsageError) -> str:
    """Return the error in German; click's own words are English."""
    if isinstance(error, click.NoSuchOption):
        return f"Die Option „{error.option_name}“ gibt es nicht."
    if isinstance(error, click.BadParameter) and error.param:
        kind = error.param.type
        choices = f" Erlaubt ist: {', '.join(kind.choices)}." if isinstance(kind, click.Choice) else ""
        example = " Schreiben Sie zum Beispiel: 2026-10-01" if isinstance(kind, click.DateTime) else ""
        return f"Der Wert für „{error.param.opts[0]}“ passt nicht.{choices}{example}"
    if isinstance(error, WrongUse):
        return error.message
    return "So geht dieser Befehl nicht."


def _require_folder(entries: Path) -> None:
    if not entries.is_dir():
        raise WrongUse(f"Den Ordner „{entries}“ gibt es nicht. Starten Sie den Befehl im Ordner vom Projekt, oder nennen Sie den Ordner mit --entries.")


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
