"""What a problem is, and where it can be."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, Protocol

from directory.problems.catalogue import catalogue
from directory.problems.hint import Hint


class Severity(StrEnum):
    """How much a problem matters: only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


# One and many, as people read them.
GERMAN = {
    Severity.ERROR: ("Fehler", "Fehler"),
    Severity.WARNING: ("Warnung", "Warnungen"),
    Severity.HINT: ("Hinweis", "Hinweise"),
}


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; line and column count from 1, as editors do."""

    path: str
    line: int = 1
    column: int = 1


class Origin(Protocol):
    """The file that something was read from."""

    @property
    def path(self) -> str:
        """The file, as messages name it."""

    def position(self, *keys: str | int, offset: int = 0) -> Position:
        """Return where the value under these keys stands, or its nearest parent that is written.

        `offset` leads so many characters into a text.
        """

    def in_place_of(self, lines: str, *keys: str | int) -> str:
        """Return lines with the blanks, and the dash, that stand in the file before the field under these keys."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Problem:
    """One thing to mend. `message` says what is wrong, `hint` what to do (both German).

    `instead` is what to write in place of it, as in `Hint`: for programs, and no part of what a problem is.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""
    instead: Any = field(default=None, compare=False, repr=False)

    @classmethod
    def at(cls, position: Position, code: str, message: str, hint: str | Hint = "") -> "Problem":
        """Return a problem whose severity is the one that the catalogue gives to its code."""
        severity = Severity(catalogue()[code].severity)
        return cls(
            path=position.path,
            line=position.line,
            column=position.column,
            code=code,
            severity=severity,
            message=message,
            hint=str(hint),
            instead=hint.instead if isinstance(hint, Hint) else None,
        )

    def as_dict(self) -> dict[str, str | int]:
        """Return the seven keys of the JSON format."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.compare}


def has_errors(problems: Sequence[Problem]) -> bool:
    """Return whether anything stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def count(problems: Sequence[Problem]) -> str:
    """Return how many problems there are, in words; an empty text when there are none."""
    numbers = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    return ", ".join(f"{number} {GERMAN[severity][number != 1]}" for severity, number in numbers.items() if number)
