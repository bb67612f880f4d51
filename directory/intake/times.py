"""What somebody answers to "Wann ist das?", in any of the ways in: as rules, as questions, and read back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from directory.files.fields import Choice
from directory.model.time_phrases import Question, read_times
from directory.model.times import Times
from directory.model.values import UNKNOWN
from directory.schedule import statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Times as fields of `zeiten` by their YAML keys; `kept` are words that stand in them as notes."""

    rules: tuple[Mapping[str, Any], ...]
    kept: tuple[str, ...]
    questions: tuple[Question, ...]


def times_answer(lines: Sequence[str], purposes: Iterable[Choice], purpose: str, as_of: str) -> Answer:
    """Return what the lines say. A line may begin with what the time is for and a colon: "Telefon-Zeit: Mo 9-10".

    Neighbouring lines for one purpose are read together: one of them may say what holds for all, "in den Ferien zu".
    """
    named = {choice.label.casefold(): choice.value for choice in purposes}
    said: list[tuple[str, str]] = []
    for line in lines:
        label, colon, rest = line.partition(":")
        own = named.get(label.strip().casefold(), "") if colon else ""
        said.append((own, rest.strip()) if own else (purpose, line))
    groups = groupby(said, key=itemgetter(0))
    found = [(own, read_times("\n".join(text for _, text in group))) for own, group in groups]
    return Answer(
        rules=tuple({"zweck": own, **rule, "stand": as_of} for own, reading in found for rule in reading.rules),
        kept=tuple(words for _, reading in found for words in reading.kept),
        questions=tuple(question for _, reading in found for question in reading.questions),
    )


def read_back(rules: Sequence[Mapping[str, Any]], today: date) -> tuple[str, ...]:
    """Return the sentences of the site for rules as `times_answer` gives them."""
    valid = [Times.model_validate({**rule, "zweck": rule.get("zweck") or "offen", "stand": UNKNOWN}) for rule in rules]
    return tuple(sentence for said in statements(dict(enumerate(valid)), today) for sentence in said.sentences)
