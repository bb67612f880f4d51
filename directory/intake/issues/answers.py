"""The body of an issue to the answers on one of our forms. Everything in it is text, and nothing in it is believed.

GitHub writes `### label`, the answer, `_No response_` for none, `- [X] choice`, and joins several choices with commas;
GitLab's template has the same headings. People may have changed the text by hand.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from directory.files.fields import Choice
from directory.intake.issues.remarks import WHOLE, Remark
from directory.intake.issues.templates import Form, Question
from directory.intake.pasted import cleaned, without_bullet
from directory.model.meanings import folded
from directory.model.text import MAX_LINE
from directory.problems import quoted
from directory.problems.errors import DirectoryError

MOST_CHARACTERS = 65_536  # GitHub's own limit for the body of an issue
MOST_LINES = 60  # of one answer; some checks compare every line with every other
NO_ANSWER = frozenset({"_No response_", "None", "*No response*"})
HEADING = re.compile(r"#{1,6}\s+(.+?)\s*:?\s*#*\s*$")
OWN_HEADING = "### "  # as the forms have it; other headings are lines of an answer
OTHER_HEADING = "Schreiben Sie den Text darunter zu einer anderen Frage. Löschen Sie dann die Überschrift."
TICK = re.compile(r"[-*+]\s*\[([ xX]?)\]\s*(.*)")


class NoForm(DirectoryError):  # noqa: N818 - it is an answer, not a fault
    """The text is not what one of our forms gives; its message says why, in German."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody answered: lines by the id of the question, without empty ones, and what is wrong with the whole."""

    form: Form
    lines: Mapping[str, tuple[str, ...]]
    remarks: tuple[Remark, ...] = ()

    def text(self, identifier: str) -> str:
        """Return an answer in one line; an empty text where there is none."""
        return " ".join(self.lines.get(identifier, ()))

    def chosen(self, identifier: str) -> tuple[Choice, ...]:
        """Return the choices that were made, each once, in the order in which they stand there."""
        question = self.form.question(identifier)
        return tuple(choice for choice, _ in _chosen(question, self.lines.get(identifier, ())) if choice)

    def strange(self, identifier: str) -> tuple[str, ...]:
        """Return what was answered to a question with choices and is none of them."""
        question = self.form.question(identifier)
        return tuple(rest for choice, rest in _chosen(question, self.lines.get(identifier, ())) if not choice)


def answers(body: str, forms: Sequence[Form]) -> Answers:
    """Return the answers in the body of an issue; raise `NoForm` where it is too long or not from one of the forms."""
    if len(body) > MOST_CHARACTERS:
        raise NoForm(f"Der Text hat {len(body)} Zeichen. Erlaubt sind {MOST_CHARACTERS} Zeichen.")
    parts = [_parts(body, form) for form in forms]
    known = [len({question.id for question, _ in part.found}) for part in parts]
    best = max(range(len(forms)), key=known.__getitem__)
    form, found = forms[best], parts[best].found
    if form.questions[0].id not in {question.id for question, _ in found}:
        raise NoForm("Der Text kommt nicht aus einem Formular. Es fehlen die Überschriften.")
    given: dict[str, tuple[str, ...]] = {}
    remarks = [
        Remark(heading=WHOLE, message=f"Die Überschrift {quoted(text)} gehört nicht zum Formular.", hint=OTHER_HEADING)
        for text in parts[best].unknown
    ]
    for question, lines in found:
        if question.id in given:
            remarks.append(
                Remark(
                    heading=question.label, message="Diese Überschrift steht 2 Mal da.", hint="Löschen Sie eine davon."
                )
            )
        elif len(lines) > MOST_LINES or any(len(line) > MAX_LINE for line in lines):
            remarks.append(
                Remark(
                    heading=question.label,
                    message="Diese Antwort ist zu lang.",
                    hint="Schreiben Sie nur das Wichtigste.",
                )
            )
        given.setdefault(question.id, tuple(line[:MAX_LINE] for line in lines[:MOST_LINES]))
    return Answers(form, MappingProxyType({name: lines for name, lines in given.items() if lines}), tuple(remarks))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The lines below each heading of a form, and the headings that are none of it."""

    found: tuple[tuple[Question, tuple[str, ...]], ...]
    unknown: tuple[str, ...]


def _parts(body: str, form: Form) -> _Parts:
    by_label = {folded(question.label): question for question in form.questions}
    parts: list[tuple[Question, list[str]]] = []
    unknown: list[str] = []
    lines: list[str] = []  # of the heading above; what stands below one of no question is nobody's answer
    # Who copies from a comment copies the signs that keep words from becoming links there, too.
    for line in cleaned(body).splitlines():
        heading = HEADING.match(line.strip())
        question = by_label.get(folded(heading.group(1))) if heading else None
        if question:
            lines = []
            parts.append((question, lines))
        elif heading and line.startswith(OWN_HEADING) and parts:
            lines = []
            unknown.append(heading.group(1))
        else:
            lines.append(line)
    return _Parts(tuple((question, tuple(_answer(question, own))) for question, own in parts), tuple(unknown))


def _answer(question: Question, lines: Sequence[str]) -> Iterator[str]:
    printed = {f"> {question.help}", "> Das muss sein."}
    for line in lines:
        text = " ".join(line.split())
        tick = TICK.fullmatch(text) if question.choices else None
        left_open = tick is not None and not tick.group(1).strip()
        if text and text not in printed and text not in NO_ANSWER and not left_open:
            sentences = question.field is not None and question.field.kind == "sentence"
            yield text if question.choices else without_bullet(text, numbered=sentences)


def _chosen(question: Question, lines: Sequence[str]) -> Iterator[tuple[Choice | None, str]]:
    """Yield each choice that was made, and None with the rest that is no choice."""
    seen = set()
    for line in lines:
        tick = TICK.fullmatch(line)
        for choice, rest in _split(tick.group(2) if tick else line, question):
            if choice is None or choice not in seen:
                yield choice, rest
            seen.add(choice)


def _split(text: str, question: Question) -> Iterator[tuple[Choice | None, str]]:
    """Yield the choices in a text that joins them with commas; some have commas themselves, so long ones go first.

    A choice in somebody's own words is taken where it is certain.
    """
    longest_first = sorted(question.choices, key=lambda choice: -len(choice.label))
    while text:
        choice = next((choice for choice in longest_first if _begins(text, choice.label)), None)
        if choice:
            rest = text[len(choice.label) :]
        else:
            strange, _, rest = text.partition(",")
            near, certain = question.meant(strange)
            choice = near[0] if certain else None
        text = rest.lstrip(" ,")
        yield choice, "" if choice else strange.strip()


def _begins(text: str, label: str) -> bool:
    return text[: len(label)].casefold() == label.casefold() and text[len(label) :].lstrip()[:1] in {"", ","}
