"""Answers to questions about a field: numbers and names become words of the lists, and mistakes are found."""

import re
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from dataclasses import field as with_default
from typing import Any

from directory.files.fields import Field
from directory.files.terms import items_of, names_of
from directory.files.writing import Path, written
from directory.intake.addresses import place_fields
from directory.model import Directory, Entry
from directory.model.base import Record
from directory.model.meanings import folded, meant
from directory.model.time_phrases import read_times
from directory.problems import Position, Problem, allowed, quoted
from directory.problems.errors import DirectoryError
from directory.source.fields.validate import validate
from directory.source.parsing.document import Document
from directory.source.tree import Mapping, Node, Sequence, locate

LIKELY = 5  # so many names are still a hint
NEW = "neu"  # the name of the draft in its problems


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is being written, as its file would be. Where something is wrong with it, there is no entry yet."""

    document: Document
    entry: Entry | None
    problems: tuple[Problem, ...]

    def wrong_at(self, path: Path, items: int) -> list[Problem]:
        """Return what is wrong with the value under these keys itself, or with one of so many items of it."""
        places = {self.document.position(*path), *(self.document.position(*path, item) for item in range(items))}
        return [problem for problem in self.problems if Position(NEW, problem.line, problem.column) in places]

    def wrong_below(self, path: Path) -> list[Problem]:
        """Return what is wrong with the group under these keys, or with anything in it."""
        first, last = self.document.position(*path).line, _last_line(locate(self.document.root, path))
        return [problem for problem in self.problems if first <= problem.line <= last]


def _last_line(node: Node) -> int:
    inside = node.items if isinstance(node, Sequence) else node.values.values() if isinstance(node, Mapping) else ()
    return max([node.line, *map(_last_line, inside)])


class AnswerError(DirectoryError):
    """An answer that cannot be taken, in words for the person who gave it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What may be answered: the words to write, each with the name that people see.

    `items` are what stands behind the words, with all that people call them. `closed`: nothing else may be written.
    """

    names: AnyMapping[str, str]
    closed: bool
    items: AnyMapping[str, Record] = with_default(default_factory=dict)

    def find(self, answer: str) -> str:
        """Return the word that is meant by its number, itself or its name."""
        if answer in self.names:
            return answer
        words = list(self.names)
        if answer.isdigit() and 0 < int(answer) <= len(words):
            return words[int(answer) - 1]
        known = {folded(name): word for word, name in self.names.items()}
        if word := known.get(folded(answer)):
            return word
        if not self.closed:
            return answer
        if (said := meant(answer, self.items)).certain:
            return said.items[0]
        raise AnswerError(f"{quoted(answer)} steht nicht in der Liste. {self._hint(answer)}".strip())

    def _hint(self, answer: str) -> str:
        inside = [name for name in self.names.values() if answer.casefold() in name.casefold()]
        if 0 < len(inside) <= LIKELY:
            return f"Meinten Sie {' oder '.join(f'„{name}“' for name in inside)}?"
        if near := [self.names[item] for item in meant(answer, self.items).items]:
            return f"Meinten Sie {' oder '.join(f'„{name}“' for name in near)}?"
        return allowed(answer, [*self.names, *self.names.values()])


def options(field: Field, directory: Directory) -> Options:
    """Return what may be answered to the question about a field; nothing where any text will do."""
    if field.words:
        return Options(names_of(field, directory), closed=True, items=items_of(field.words, directory))
    return Options({choice.value: choice.label for choice in field.choices}, closed=False)


def values_from(field: Field, answer: str, directory: Directory) -> dict[str, Any]:
    """Return the values that an answer stands for, by their keys.

    Each sentence has a line; several words are divided by commas. Raises AnswerError for a word that is in no list.
    """
    if field.path == ("zeiten", "tage"):
        return _times(answer)
    if field.path == ("orte", "strasse"):
        return place_fields(answer, directory) or {field.key: answer}
    choices = options(field, directory)
    comma = r"[,;]\s+" if field.kind in {"line", "url"} else r"[,;]"
    parts = [part.strip() for part in re.split("\n" if field.kind == "sentence" else comma, answer) if part.strip()]
    if field.kind == "features":
        return _features(field, parts, choices)
    if not field.many:
        return {field.key: choices.find(answer)}
    return {field.key: [choices.find(part) for part in parts]}


def _times(answer: str) -> dict[str, Any]:
    """Return the fields of one rule: days, and what else the answer says of them."""
    reading = read_times(answer)
    if reading.questions:
        question = reading.questions[0]
        raise AnswerError(f"{question.message} {question.hint}")
    if len(reading.rules) > 1:
        raise AnswerError(
            "Das sind mehrere Zeiten. Schreiben Sie hier nur eine. Danach fragt das Programm nach der nächsten."
        )
    return dict(reading.rules[0])


def keys_of(field: Field, values: AnyMapping[str, Any]) -> list[str]:
    """Return the keys under which an answer about the field stands already: its own, or that of each feature."""
    if field.kind == "features":
        degrees = {choice.value for choice in field.choices}
        return [key for key, value in values.items() if isinstance(value, str) and value in degrees]
    return [field.key] if field.key in values else []


def _features(field: Field, parts: list[str], choices: Options) -> dict[str, str]:
    degrees = [choice.value for choice in field.choices]
    found = {}
    for part in parts:
        word, _, degree = part.rpartition(" ")
        if degree not in degrees or not word:
            example = f"1 {degrees[0]}, 2 {degrees[-1]}"
            raise AnswerError(f"{quoted(part)} passt nicht. Schreiben Sie zum Beispiel: {example}")
        found[choices.find(word.strip())] = degree
    return found


def draft_of(values: AnyMapping[str, Any]) -> Draft:
    """Return an entry with these values as its file would be, and everything that is wrong with it."""
    document = Document(NEW, written(values) or "{}")
    entry, problems = validate(Entry, NEW, document)
    return Draft(document, entry, tuple(problems))
