"""What a program says to the author of an issue, and to the editor who looks at it next, as one Markdown text."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from directory.forge.markdown import advice, code, escaped, fenced, parts
from directory.intake.issues.answers import MOST_CHARACTERS
from directory.intake.issues.proposal import Outcome
from directory.intake.issues.remarks import Remark

FIRST = "Ein Programm hat Ihren Text gelesen. Danach liest ihn ein Mensch."
HOW_TO_MEND = (
    "So geht das: Klicken Sie bei Ihrem Text auf die 3 Punkte. Wählen Sie „Bearbeiten“ oder „Edit“. "
    "Ändern Sie den Text unter der Überschrift. Dann speichern Sie."
)
TOO_LONG = "Ihr Text ist zu lang für eine Antwort. Bitte schreiben Sie kürzer."
THANKS = "Danke! Sie müssen nichts mehr tun."


def issue_report(outcome: Outcome) -> str:
    """Return the report; whatever comes from the issue or from files is escaped.

    What somebody wrote stands above it: repeated here it would stay when they take it back.
    """
    report = "\n\n".join(_parts(outcome)) + "\n"
    return report if len(report) <= MOST_CHARACTERS else f"{FIRST}\n\n{TOO_LONG}\n"


def _parts(outcome: Outcome) -> Iterator[str]:
    yield f"## {outcome.form.name}" if outcome.form else "## Das hat nicht geklappt"
    yield FIRST
    if outcome.refusal:
        yield advice(f"{outcome.refusal.message} {outcome.refusal.hint}")
        return
    if wrong := [remark for remark in outcome.remarks if remark.stops]:
        yield "### Bitte verbessern Sie das"
        yield from _by_heading(wrong)
        yield HOW_TO_MEND
    else:
        yield THANKS
    if more := [remark for remark in outcome.remarks if not remark.stops]:
        yield "### Das ist ein Rat"
        yield from _by_heading(more)
    if outcome.preview:
        reads = "So wird es auf der Seite stehen" if outcome.change else "So steht es jetzt auf der Seite"
        yield f"### {reads}"
        yield from parts(outcome.preview)
    if outcome.change or outcome.tasks:
        yield "### Für die Redaktion"
        yield from _for_editors(outcome)


def _by_heading(remarks: Sequence[Remark]) -> Iterator[str]:
    for heading, found in groupby(remarks, key=lambda remark: remark.heading):
        yield f"**{escaped(heading)}**"
        yield "\n".join(f"- {advice(f'{remark.message} {remark.hint}')}" for remark in found)


def _for_editors(outcome: Outcome) -> Iterator[str]:
    if outcome.tasks:
        yield "\n".join(f"- {escaped(task)}" for task in outcome.tasks)
    if outcome.change and outcome.change.before:
        yield "Das ändert sich:"
        yield fenced(outcome.change.difference(), "diff")
    elif outcome.change:
        yield f"Die neue Datei ist {code(outcome.change.path)}:"
        yield fenced(outcome.change.after, "yaml")
