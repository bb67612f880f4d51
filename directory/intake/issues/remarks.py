"""What is to be mended in the answers on a form, in words for people who never see a file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from directory.checks.privacy import NAMES, private_in
from directory.intake.issues.templates import Form, Question, mending, privacy, unquoted
from directory.problems import Problem, Severity
from directory.source.parsing.document import Document

WITHOUT = "Bitte löschen Sie das."
MISSING = "Hier fehlt eine Antwort."
WHOLE = "Das ganze Angebot"
# A line that only makes sense in a file: a key with its value, an item of a list, or a note.
FOR_FILES = re.compile(r"^\s*(?:[-#{]|[\w-]+:(?:\s|$))|\{.*:.*\}|„\w+:“|Datei|Zeile|Feld")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark: under which heading of the form, what is wrong, and what to write instead.

    `private`: what stands there may belong to a private person. It is not repeated.
    """

    heading: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    private: bool = False

    @property
    def stops(self) -> bool:
        """Whether it must be mended before the entry can be taken over."""
        return self.severity is Severity.ERROR


def missing(question: Question) -> Remark:
    """Return the remark that a question has no answer."""
    what_to_do = "Wählen Sie eine Antwort." if question.choices else "Schreiben Sie etwas dazu."
    return Remark(heading=question.label, message=MISSING, hint=question.help or what_to_do)


def private(form: Form, lines: Mapping[str, tuple[str, ...]]) -> Iterator[Remark]:
    """Yield what in the answers may belong to a private person, whatever else is wrong with them.

    What would come into a file must be mended first.
    """
    for question in form.questions:
        text = "" if question.choices else " ".join(lines.get(question.id, ()))
        # A house may be called after somebody.
        public = text if question.field and question.field.key in NAMES else ""
        for code in private_in(text, public):
            yield Remark(
                heading=question.label,
                message=privacy()[code],
                hint=mending().get(code, WITHOUT),
                severity=Severity.ERROR if question.field else Severity.WARNING,
                private=True,
            )


def in_order(found: Iterable[Remark], form: Form) -> tuple[Remark, ...]:
    """Return the remarks in the order of the questions, each once; those about the whole entry come last.

    Where an answer may belong to a private person, nothing else is said of it: messages quote what they are about.
    """
    order = [*(question.label for question in form.questions), WHOLE]
    every = list(dict.fromkeys(found))
    silent = {remark.heading for remark in every if remark.private}
    kept = (
        remark
        for remark in every
        for said in (f"{remark.message} {remark.hint}",)
        if remark.private or (remark.heading not in silent and not any(private_in(said, public=said)))
    )
    return tuple(sorted(kept, key=lambda remark: order.index(remark.heading)))


def remarks(
    problems: Iterable[Problem], document: Document, form: Form, keys: Mapping[str, tuple[str | int, ...]]
) -> Iterator[Remark]:
    """Yield what the problems of a file mean for the form that it was made from."""
    placed = ((document.key_position(*path).line, form.question(name)) for name, path in keys.items())
    starts = sorted(placed, key=lambda item: item[0])
    for problem in problems:
        question = _asked(problem, form, starts)
        if problem.code in privacy():
            continue  # `private` says it of every form, also where other mistakes keep the checks from coming so far
        message = unquoted().get(problem.code) or _said(problem.message, form)
        hint = mending().get(problem.code) or _hint(problem, question, form)
        yield Remark(
            heading=question.label if question else WHOLE,
            message=message,
            hint=hint,
            severity=problem.severity,
        )


def _asked(problem: Problem, form: Form, starts: list[tuple[int, Question]]) -> Question | None:
    """Return the question whose answer the problem is about."""
    if (problem.line, problem.column) == (1, 1):
        return form.question("kontakt-telefon-nummer") if problem.code == "kein-weg-hinein" else None
    return next((question for line, question in reversed(starts) if line <= problem.line), None)


def _said(text: str, form: Form) -> str:
    """Return the text with the names of fields as the form has them, and without paths of files."""
    text = re.sub(r" \(\S+\.yaml\)", "", text)
    labels = {question.field.key: question.label for question in form.questions if question.field}
    return re.sub(r"„(\w+)“", lambda match: f"„{labels.get(match.group(1), match.group(1))}“", text)


def _hint(problem: Problem, question: Question | None, form: Form) -> str:
    lines = [line for line in problem.hint.split("\n") if line.strip()]
    if any(FOR_FILES.search(line) for line in lines):
        words = list(takewhile(lambda line: not FOR_FILES.search(line), lines))
        if isinstance(problem.instead, str):
            return " ".join([*words, problem.instead])
        before = takewhile(lambda line: line.endswith("."), words)
        return " ".join([*before, *([question.help] if question else [])])
    return _said(" ".join(lines), form)
