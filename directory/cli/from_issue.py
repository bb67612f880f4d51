"""`directory from-issue`: what somebody wrote into a form of GitHub or GitLab, as a file and as a report."""

from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import click

from directory.cli.terminal import CLEAN, PROBLEMS, entries_option, readable, today_option
from directory.clock import local_today


@click.command(name="from-issue")
@click.argument("file", type=click.File("rb"), default="-")
@entries_option
@click.option("--number", type=click.IntRange(min=1), help="Die Nummer vom Hinweis. Sie kommt zur Quelle.")
@click.option("--write", is_flag=True, help="Die Datei auch schreiben, wenn nichts mehr zu verbessern ist.")
@today_option
def from_issue(file: BinaryIO, entries: Path, number: int | None, write: bool, today: datetime | None) -> int:
    """Aus einem ausgefüllten Formular von GitHub oder GitLab eine Datei und einen Bericht machen."""
    from directory.intake.issues.comment import issue_report
    from directory.intake.issues.proposal import from_issue as read_issue
    from directory.intake.issues.proposal import unreadable
    from directory.output.atomic import create_file, replace_file
    from directory.source.decode import MAX_BYTES, decode

    directory = readable(entries)
    body = decode(file.read(MAX_BYTES + 1), "")
    if body.problem:
        outcome = unreadable(body.problem.message, body.problem.hint)
    else:
        day = today.date() if today else local_today()
        outcome = read_issue(body.text, directory, entries.as_posix(), day, number)
    click.echo(issue_report(outcome), nl=False)
    if not outcome.ready:
        return PROBLEMS
    if write and outcome.change:
        path = Path(outcome.change.path)
        path.parent.mkdir(exist_ok=True)
        # A new file never replaces one that is there.
        put = replace_file if outcome.change.before else create_file
        put(path, outcome.change.after.encode())
    return CLEAN
