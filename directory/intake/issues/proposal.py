"""An issue that somebody wrote with one of our forms, as a proposed change of files and as remarks for its author.

The text of the issue is never trusted: it is text in a value, or it is looked up among what exists. A path is made only
from a known area and a checked slug, and what exists already is never replaced by something new.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from directory.checks import Checked, CheckResult, check_proposal, easy_language
from directory.files.amend import CannotAmendError, with_field
from directory.files.writing import written
from directory.forge.markdown import Part
from directory.forge.preview import as_it_reads
from directory.intake.issues.answers import Answers, NoForm, answers
from directory.intake.issues.remarks import WHOLE, Remark, in_order, missing, private, remarks
from directory.intake.issues.templates import Form, issue_forms
from directory.intake.issues.values import values_of
from directory.intake.resolve import find_entry, named
from directory.model import Directory, Entry
from directory.model.slugs import slug
from directory.problems import Problem, quoted
from directory.source.drafts import draft
from directory.source.fields.validate import validate
from directory.source.parsing.document import Document
from directory.source.parsing.parse import parse

CHANGE_FORM = "Nehmen Sie das Formular „Angabe ändern“."


@dataclass(frozen=True, slots=True)
class Change:
    """A file as it would be and as it is. `before` is empty for a new one; `path` begins with the folder of entries."""

    path: str
    after: str
    before: str = ""

    def difference(self) -> str:
        """Return what changes, as a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), self.path, self.path, n=1
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an issue means.

    `form` is None for a text from no form; `refusal` is why nothing can come of it, whatever its author changes.
    `tasks` are what there is to do for an editor.
    """

    form: Form | None
    refusal: Remark | None = None
    remarks: tuple[Remark, ...] = ()
    change: Change | None = None
    preview: tuple[Part, ...] = ()
    tasks: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether nothing must be mended first."""
        return not self.refusal and not any(remark.stops for remark in self.remarks)


def unreadable(message: str, hint: str) -> Outcome:
    """Return what a text means that cannot be the answer on a form."""
    return Outcome(form=None, refusal=Remark(heading=WHOLE, message=message, hint=hint))


def from_issue(body: str, checked: Checked, folder: str, today: date, number: int | None = None) -> Outcome:
    """Return what the body of an issue means for the directory, whose files stand in this folder."""
    directory = checked.directory
    try:
        given = answers(body, issue_forms(directory))
    except NoForm as refusal:
        return unreadable(str(refusal), "Nehmen Sie bitte eines von den Formularen.")
    if given.form.id == "neues-angebot":
        return _new(given, checked, folder, today, number)
    required = [question for question in given.form.questions if question.required]
    unanswered = [missing(question) for question in required if not given.lines.get(question.id)]
    found = [*given.remarks, *unanswered, *private(given.form, given.lines)]
    outcome = Outcome(form=given.form, remarks=in_order(found, given.form))
    if given.form.id == "angebot-fehlt":
        return replace(outcome, tasks=_present(given, directory, today))
    return _about_an_entry(outcome, given, checked, today)


def _new(given: Answers, checked: Checked, folder: str, today: date, number: int | None) -> Outcome:
    directory = checked.directory
    reading = values_of(given, directory, today, number)
    name = given.text("name")
    identifier = slug(name)
    if refusal := _refusal(directory, name, identifier):
        message, hint = refusal
        heading = given.form.question("name").label
        return Outcome(form=given.form, refusal=Remark(heading=heading, message=message, hint=hint))
    path = f"{folder}/{reading.area}/{identifier}.yaml" if reading.area and identifier else ""
    text = written(reading.values)
    document = Document(path or f"{folder}/{identifier}.yaml", text)
    result = _result(checked, identifier, document, today)
    found = [
        *reading.remarks,
        *remarks(_not_yet_said(result.problems), document, given.form, reading.keys),
        *private(given.form, given.lines),
    ]
    more = f"Lesen Sie oben auch die Antwort bei „{given.form.question('mehr').label}“."
    outcome = Outcome(
        form=given.form,
        remarks=in_order(found, given.form),
        tasks=(more,) if given.lines.get("mehr") else (),
    )
    # Checks see names only in a file without mistakes; until then nobody knows what would be repeated.
    if not path or not outcome.ready:
        return outcome
    preview = as_it_reads(result.checked, identifier, today) if result.checked else ()
    return replace(outcome, change=Change(path, text), preview=preview)


def _refusal(directory: Directory, name: str, identifier: str) -> tuple[str, str] | None:
    """Return why there can be no new entry with this name, and what to do."""
    if not name:
        return None
    if not identifier:
        return "Der Name hat keinen lateinischen Buchstaben.", "Schreiben Sie den Namen anders."
    if identifier in directory.removed:
        return "Dieses Angebot möchte nicht im Verzeichnis stehen.", "Darum nehmen wir es nicht auf."
    former = {old for entry in directory.entries for old in entry.former_slugs}
    if identifier in {*directory.entry, *directory.invalid_entries, *former} or named(directory, name):
        return f"{quoted(name)} steht schon im Verzeichnis.", f"Stimmt etwas nicht? {CHANGE_FORM}"
    return None


def _result(checked: Checked, identifier: str, document: Document, today: date) -> CheckResult:
    """Return everything that the checks say of the entry in the document, and the directory with it."""
    parsed = parse(document.text, document.path)
    if parsed.root is None:
        return CheckResult(problems=tuple(parsed.problems), checked=None)
    entry, problems = validate(Entry, identifier, document)
    if entry is None:
        readable = replace(checked.directory, drafts=(draft(Entry, document),))
        # Without advice, which quotes: nobody has looked yet whether names of people stand there.
        long = easy_language.check(readable, advice=False, only={document.path})
        return CheckResult(problems=(*problems, *long), checked=None)
    return check_proposal(checked, entry, today)


def _not_yet_said(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """Yield what the questions have not said already: an answer that is missing, a folder that is not known."""
    return (problem for problem in problems if problem.code not in {"feld-fehlt", "wert-leer", "ordner-unbekannt"})


def _about_an_entry(outcome: Outcome, given: Answers, checked: Checked, today: date) -> Outcome:
    """Return the outcome with what it means for the entry that is named."""
    name = given.text("angebot")
    if not name:
        return outcome
    directory = checked.directory
    found = find_entry(directory, name)
    entry = found.entry
    if entry is None:
        unclear = Remark(heading=given.form.question("angebot").label, message=found.message, hint=found.hint)
        return replace(outcome, remarks=in_order([*outcome.remarks, unclear], given.form))
    if given.form.id == "angebot-geschlossen":
        change = _closing(entry)
        return replace(outcome, change=change, tasks=tuple(_closing_tasks(directory, entry, change, today)))
    if given.form.id == "angaben-bestaetigen":
        tasks = (_confirming(given, entry),)
        return replace(outcome, preview=as_it_reads(checked, entry.slug, today), tasks=tasks)
    if given.form.id == "bitte-entfernen":
        return replace(outcome, tasks=tuple(_removal_tasks(given, directory, entry, today)))
    where = f"Das Angebot steht in dieser Datei: {entry.path}."
    return replace(outcome, preview=as_it_reads(checked, entry.slug, today), tasks=(where,))


def _closing(entry: Entry) -> Change | None:
    """Return the change of the entry's file; None where there is nothing to change, or more than that would change."""
    before = Path(entry.path).read_bytes().decode()
    try:
        after = with_field(before, "status", "geschlossen")
    except CannotAmendError:
        return None
    return Change(entry.path, after, before) if after != before else None


def _closing_tasks(directory: Directory, entry: Entry, change: Change | None, today: date) -> Iterator[str]:
    if entry.status == "geschlossen":
        yield "Das Verzeichnis sagt das schon."
    elif not change:
        yield f"Schreiben Sie selbst in die Datei {entry.path}: status: geschlossen"
    for guest in _guests(directory, entry):
        if guest.listed(today):
            yield f"Hier trifft sich auch {quoted(guest.name)}. Fragen Sie nach, wo das jetzt ist."


def _confirming(given: Answers, entry: Entry) -> str:
    if _by_a_stranger(given):
        return "Diese Person arbeitet nicht für das Angebot. Nur der Träger oder die Redaktion bestätigt."
    return f"Fragen Sie beim Angebot nach. Danach geht das so: directory confirm {entry.slug} --by traeger"


def _by_a_stranger(given: Answers) -> bool:
    return "andere" in {choice.value for choice in given.chosen("wer")}


def _removal_tasks(given: Answers, directory: Directory, entry: Entry, today: date) -> Iterator[str]:
    if _by_a_stranger(given):
        yield "Diese Person arbeitet nicht für das Angebot. Fragen Sie zuerst beim Angebot nach."
    yield f"Löschen Sie die Datei {entry.path}."
    yield f"Schreiben Sie diese Zeile in die Datei _entfernt.yaml: {entry.slug}: {today.isoformat()}"
    for guest in _guests(directory, entry):
        yield f"{quoted(guest.name)} nennt dieses Haus. Ändern Sie auch {guest.path}."


def _guests(directory: Directory, entry: Entry) -> tuple[Entry, ...]:
    return directory.hosted.get(entry.slug, ())


def _present(given: Answers, directory: Directory, today: date) -> tuple[str, ...]:
    """Return which entries the directory has on the topic, so that an editor sees whether they were only not found."""
    topics = {choice.value for choice in given.chosen("thema") if choice.value}
    areas = {choice.value for choice in given.chosen("gebiet") if choice.value}
    if not topics:
        return ()
    everywhere = {area.id for area in directory.vocabulary.areas.values() if area.city_wide}
    fitting = [
        entry.name
        for entry in directory.listed(today)
        if topics & set(entry.topics) and (not areas or {*entry.areas} & {*areas, *everywhere})
    ]
    if not fitting:
        return ("In diesem Verzeichnis steht dazu noch kein Angebot.",)
    return ("Das steht dazu schon im Verzeichnis:", *fitting)
