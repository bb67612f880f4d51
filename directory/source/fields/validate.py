"""A tree to a record of the model, or to problems in German; pydantic's own words never get out.

What is wrong is mended in the tree as its message says, and the tree is tried again: so all mistakes are told at once,
those below a misspelt field too, and what a message says to write is never refused afterwards.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from directory.model.base import Model, Record
from directory.model.values import day_written
from directory.problems import Hint, Problem
from directory.source.fields.ages import not_in_years
from directory.source.fields.following import follow, in_place
from directory.source.fields.in_words import whole_field
from directory.source.fields.mistake import Answer, Keys, Mistake, shape_at
from directory.source.fields.other_fields import prices
from directory.source.fields.told_at_once import told_at_once
from directory.source.fields.unknown_fields import unknown_field
from directory.source.fields.wrong_values import explained, in_a_rule
from directory.source.parsing.document import Document
from directory.source.shape import Fields, fields_of, read, shape_of
from directory.source.tree import Mapping, Scalar, locate, spot

AnyRecord = TypeVar("AnyRecord", bound=Record)
# One level of a file is mended after the other; deeper than this nothing is.
MOST_ROUNDS = 12
# A person makes fewer; with more the file is something else.
MOST_MENDED = 100


@dataclass(frozen=True, slots=True)
class Outcome(Generic[AnyRecord]):
    """What came of a tree: with `problems` the record is what was meant, where that is clear.

    The document then has the tree with what was mended.
    """

    record: AnyRecord | None
    problems: list[Problem]
    document: Document


def validate(
    model: type[AnyRecord], identifier: str, document: Document, *path: str
) -> tuple[AnyRecord | None, list[Problem]]:
    """Return the record under these keys of the document, or None and everything that must be mended in it."""
    outcome = meant(model, identifier, document, *path)
    return (None if outcome.problems else outcome.record), outcome.problems


def meant(model: type[AnyRecord], identifier: str, document: Document, *path: str) -> Outcome[AnyRecord]:
    """Return the record that is meant under these keys of the document, and everything that must be mended in it."""
    mending = _Mending(model, document, path)
    record = mending.record()
    problems = mending.problems()
    document = mending.document
    if record is not None:
        record.bind(identifier, document, *path)
    return Outcome(record, problems, document)


class _Mending(Generic[AnyRecord]):
    """One record that is tried again until nothing more can be done about it."""

    def __init__(self, model: type[AnyRecord], document: Document, path: Keys) -> None:
        self.model, self.document, self.path = model, document, path
        self.answers: list[Answer] = []
        # Fields whose values are shown where their names are told to be wrong, and whether they are texts.
        self.shown: dict[Keys, bool] = {}
        # Blocks in which something had to be left out: what they lack then is no mistake.
        self.left_out: set[Keys] = set()

    def record(self) -> AnyRecord | None:
        for _ in range(MOST_ROUNDS):
            try:
                return self.model.model_validate(read(locate(self.document.root, self.path), shape_of(self.model)))
            except ValidationError as error:
                if self.document.mended is None and not self.path:  # who asks keeps the tree as it is written
                    self.document = replace(self.document, mended=deepcopy(self.document.root))
                mistakes = list(self.mistakes(error))
            if not self.mended(mistakes):
                return None
        return None

    def problems(self) -> list[Problem]:
        return told_at_once(self.answers)

    def mistakes(self, error: ValidationError) -> Iterator[Mistake]:
        for detail in _own(error.errors(include_url=False)):
            if not (detail["loc"] in self.left_out or (detail["loc"] == () and self.left_out)):
                yield Mistake(error=detail, model=self.model, document=self.document, path=self.path)

    def mended(self, mistakes: list[Mistake]) -> bool:
        """Note what is wrong on the first level where something is; return whether the tree has changed.

        Names of fields come first: what is missing may only be called otherwise.
        """
        for level in (("extra_forbidden",), (), ("missing",)):
            here = [one for one in mistakes if one.type in level or (not level and one.type not in OWN_LEVELS)]
            changes = []
            too_many = len(here) > MOST_MENDED
            covered: list[Keys] = []
            for mistake in here[:MOST_MENDED]:
                if any(mistake.keys[: len(keys)] == keys for keys in covered):
                    continue
                answer, cover = self.answer(mistake)
                above = [mistake.names[:length] for length in range(1, len(mistake.names) + 1)]
                told = cover[:1] in self.shown or any(self.shown.get(names, False) for names in above)
                if not told or answer.change is None:
                    self.answers.append(answer)
                if answer.shows:
                    self.shown[answer.shows] = answer.shows_text
                covered += [cover] if cover else []
                change = answer.change or self.leave_out(mistake)
                if change:
                    changes.append(change)
            for change in changes:
                change()
            if too_many:
                return False
            if changes:
                return True
        return False

    def answer(self, mistake: Mistake) -> tuple[Answer, Keys]:
        if mistake.type == "extra_forbidden":
            times = mistake.names[0] == "zeiten" and not _known_beside(mistake)
            if words := (whole_field(mistake) if times else prices(mistake)):
                return words, mistake.keys[:1]
            return unknown_field(mistake), ()
        if mistake.type in NOT_THERE:
            return NOT_THERE[mistake.type](mistake), ()
        if isinstance(mistake.shape, Fields) and (whole := whole_field(mistake)):
            return whole, mistake.keys[:1]
        if age := not_in_years(mistake):
            return age, mistake.keys[:1]
        rule = in_a_rule(mistake)
        return (rule, mistake.keys[:3]) if rule else (explained(mistake), ())

    def leave_out(self, mistake: Mistake) -> Callable[[], None] | None:
        """Return what takes the smallest part with the mistake out that need not be there; None where all must be."""
        at = mistake.error["ctx"]["at"] if mistake.type == "refused" else ()
        keys = (*mistake.keys, *at)
        # Of a rule of times every field says something about the others.
        longest = 2 if keys[:1] in {("zeiten",), ("ausnahmen",)} else len(keys)
        for length in range(min(longest, len(keys)), 0, -1):
            part = keys[:length]
            there = spot(self.document.root, (*self.path, *part))
            if _optional(self.model, part) and there.parent is not None:
                self.left_out |= {part[:end] for end in range(1, length + 1)}
                return there.remove
        return None


OWN_LEVELS = frozenset({"extra_forbidden", "missing"})


def _known_beside(mistake: Mistake) -> bool:
    """Return whether a field beside an unknown one is a field of its block; days of a week have one `stand` too."""
    parent, shape = mistake.parent, shape_at(mistake.model, mistake.keys[:-1])
    known = fields_of(shape.model) if isinstance(shape, Fields) else {}
    return isinstance(parent, Mapping) and any(key in known for key in parent.keys if key != "stand")


def _own(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Return the errors without lists that are too short only because what is in them is wrong."""
    places = [error["loc"] for error in errors if error["type"] != "too_short"]
    return [
        error
        for error in errors
        if error["type"] != "too_short" or not any(place[: len(error["loc"])] == error["loc"] for place in places)
    ]


def _optional(model: type[Model], keys: Keys) -> bool:
    """Return whether the model can do without the value."""
    *above, last = keys
    if isinstance(last, int):
        return True
    shape = shape_at(model, tuple(above))
    fields = shape.model.model_fields.values() if isinstance(shape, Fields) else ()
    return any(field.alias == last and not field.is_required() for field in fields)


def _missing(mistake: Mistake) -> Answer:
    owner = next((str(key) for key in reversed(mistake.keys[:-1]) if isinstance(key, str)), "")
    inside = f" in „{owner}“" if owner else ""
    parent = mistake.parent
    if isinstance(parent, Mapping) and mistake.name in parent.keys:
        return _empty(mistake)
    hint = _one_day(mistake) or _by_what_is_there(mistake) or Hint(mistake.explained)
    # The example is what somebody will write who has nothing better: then the rest of the file can be read.
    value = hint.instead or (mistake.example if owner else None)

    def change() -> None:
        follow(mistake, value)

    message = f"Das Feld „{mistake.name}“ fehlt{inside}."
    written = change if isinstance(value, dict) else None
    return mistake.answer("feld-fehlt", message, in_place(mistake, hint), change=written)


def _by_what_is_there(mistake: Mistake) -> Hint | None:
    """Return what is missing where the rest of the file tells it: an amount is a price, times are as old as sources."""
    parent = mistake.parent
    if mistake.names == ("kosten", "art") and isinstance(parent, Mapping) and "betrag" in parent.keys:
        return Hint("Kostet es Geld? Dann schreiben Sie dazu:", {"art": "preis"})
    if mistake.name == "stand":
        return Hint("Wann hat die Quelle das gesagt? Schreiben Sie zum Beispiel:", {"stand": mistake.as_of})
    return None


def _one_day(mistake: Mistake) -> Hint | None:
    """Return the last of days on which it is otherwise, where only the first is written."""
    parent = mistake.parent
    first = parent.values.get("ab") if isinstance(parent, Mapping) and mistake.names == ("ausnahmen", "bis") else None
    if not isinstance(first, Scalar):
        return None
    return Hint("Ist es nur ein Tag? Dann schreiben Sie dazu:", {"bis": day_written(first.text)})


def _empty(mistake: Mistake) -> Answer:
    return mistake.answer("wert-leer", f"Das Feld „{mistake.name}“ ist leer.", mistake.explained)


NOT_THERE = {"missing": _missing, "too_short": _empty}
