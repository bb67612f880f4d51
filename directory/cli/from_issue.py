"""`directory from-issue`: what somebody wrote into a form of GitHub or GitLab, as a file and as a report."""

from datetime import date
from pathlib import Path

import click

from directory.cli.terminal import CLEAN, PROBLEMS, PathOption, checked, content_of, entries_option, today_option


@click.command(name="from-issue")
@click.argument("file", type=PathOption, default="-")
@entries_option
@click.option("--number", type=click.IntRange(min=1), help="Die Nummer vom Hinweis. Sie kommt zur Quelle.")
@click.option("--write", is_flag=True, help="Die Datei auch schreiben, wenn nichts mehr zu verbessern ist.")
@today_option
def from_issue(file: Path, entries: Path, number: int | None, write: bool, today: date) -> int:
    """Aus einem ausgefüllten Formular von GitHub oder GitLab eine Datei und einen Bericht machen."""
    from directory.intake.issues.comment import issue_report
    from directory.intake.issues.proposal import from_issue as read_issue
    from directory.intake.issues.proposal import unreadable
    from directory.intake.pasted import mended
    from directory.output.atomic import create_file, replace_file
    from directory.source.parsing.decode import decode

    found = checked(entries, today)
    # Copies from other programs have signs in them that no file may have; nobody sees them.
    body = decode(mended(content_of(file)), "")
    if body.problem:
        outcome = unreadable(body.problem.message, body.problem.hint)
    else:
        outcome = read_issue(body.text, found, entries.as_posix(), today, number)
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
