"""Answers that belong together, as one problem: what one mistake leads to must not hide another one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from directory.problems import Hint, Problem, quoted
from directory.source.fields.mistake import Answer
from directory.source.layout.finding import in_lines, shown

# A new entry lacks one or two; who writes down only what has changed in one that there is leaves more out.
SO_MANY_MISSING = 3
# So many names of one's own are one mistake.
SO_MANY_NAMES = 4
ONLY_WHAT_IS_NEW = (
    "Gibt es das Angebot schon? Dann nehmen Sie die ganze alte Datei. Ändern Sie darin nur, was neu ist. Alles andere "
    "bleibt stehen.\nIst das Angebot neu? Dann schreiben Sie dazu, mit Ihren Angaben:"
)


def told_at_once(answers: Iterable[Answer]) -> list[Problem]:
    """Return the problems that answers are: fields for one block, names of one's own and missing fields as one each."""
    told = list(dict.fromkeys(answer.problem() for answer in _noted_once(_named_at_once(_together([*answers])))))
    told = [*_missing_in_blocks(told)]
    missing = [one for one in told if one.code == "feld-fehlt" and one.message.endswith("fehlt.")]
    if len(missing) < SO_MANY_MISSING:
        return told
    return [_all_missing(missing), *(one for one in told if one not in missing)]


def _missing_in_blocks(told: list[Problem]) -> Iterator[Problem]:
    """Yield the problems; of many fields that one block lacks one that tells them all."""
    blocks: dict[tuple[int, int, str], list[Problem]] = {}
    for one in told:
        if one.code == "feld-fehlt" and (found := IN_A_BLOCK.fullmatch(one.message)):
            blocks.setdefault((one.line, one.column, found["block"]), []).append(one)
    many = {key: all_ for key, all_ in blocks.items() if len(all_) >= SO_MANY_MISSING}
    for one in told:
        key = next((key for key, all_ in many.items() if one in all_), None)
        if key is None:
            yield one
        elif one is many[key][0]:
            names = [found["field"] for other in many[key] if (found := IN_A_BLOCK.fullmatch(other.message))]
            message = f"In {key[2]} fehlen die Felder {', '.join(names[:-1])} und {names[-1]}."
            yield replace(one, message=message, hint="\n".join(other.hint for other in many[key]))


IN_A_BLOCK = re.compile("Das Feld (?P<field>„.*“) fehlt in (?P<block>„.*“)[.]")


def _all_missing(missing: list[Problem]) -> Problem:
    """Return one problem for all fields that a record lacks: most likely it is but a part of another file."""
    names = [one.message.removeprefix("Das Feld ").removesuffix(" fehlt.") for one in missing]
    lines = "\n".join(one.hint.partition("Zum Beispiel:\n")[2] for one in missing)
    message = f"Die Felder {', '.join(names[:-1])} und {names[-1]} fehlen."
    return replace(missing[0], message=message, hint=f"{ONLY_WHAT_IS_NEW}\n{lines}")


def _together(answers: list[Answer]) -> Iterator[Answer]:
    """Yield the answers; of those about several fields for one block the first, which then speaks of them all."""
    for answer in answers:
        same = [one for one in answers if one.into and one.into == answer.into]
        if len(same) < 2 or answer.together is None:  # noqa: PLR2004
            yield answer
        elif answer is same[0]:
            names = ", ".join(quoted(one.called) for one in same)
            message = f"Die Felder {names} gibt es hier nicht."
            hint = answer.together([one.shows[-1] for one in same])
            yield replace(answer, message=message, hint=hint)


def _named_at_once(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Yield the answers; of many that only say how a field is called here the first, with the lines of them all."""
    every = list(answers)
    hints = {at: hint for at, one in enumerate(every) if (hint := _new_name(one))}
    if len(hints) < SO_MANY_NAMES:
        yield from every
        return
    first, *_ = order = sorted(hints, key=lambda at: every[at].position)
    numbers = [every[at].position.line - 1 for at in order]
    lines = f"Schreiben Sie {in_lines(numbers)}:\n{shown(hints[at].shown for at in order)}"
    message = "Diese Felder heißen hier anders."
    for at, answer in enumerate(every):
        if at == first:
            yield replace(answer, message=message, hint=lines)
        elif at not in hints:
            yield answer


def _new_name(answer: Answer) -> Hint | None:
    """Return the hint to write a field by another name, if it is no more than that."""
    hint = answer.hint() if answer.renames and callable(answer.hint) else None
    return hint if isinstance(hint, Hint) and hint.shown else None


def _noted_once(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Yield the answers; of those that write notes into one block only the first one in the file shows them."""
    every = list(answers)
    first: list[Answer] = []
    for answer in sorted(every, key=lambda one: one.position):
        if answer.noted and not any(answer.noted.same(one.noted) for one in first):
            first.append(answer)
    for answer in every:
        told = answer.noted is not None and not any(answer is one for one in first)
        yield replace(answer, hint=answer.without_notes) if told and answer.without_notes else answer
