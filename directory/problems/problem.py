"""What a problem is, and where it can be."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Protocol

from directory.problems.catalogue import catalogue


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


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Problem:
    """One thing to mend. `message` says what is wrong, `hint` what to write instead (both German)."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""

    @classmethod
    def at(cls, position: Position, code: str, message: str, hint: str = "") -> "Problem":
        """Return a problem whose severity is the one that the catalogue gives to its code."""
        severity = Severity(catalogue()[code].severity)
        return cls(
            path=position.path,
            line=position.line,
            column=position.column,
            code=code,
            severity=severity,
            message=message,
            hint=hint,
        )

    def as_dict(self) -> dict[str, str | int]:
        """Return the seven keys of the JSON format."""
        return asdict(self)


def has_errors(problems: Sequence[Problem]) -> bool:
    """Return whether anything stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def count(problems: Sequence[Problem]) -> str:
    """Return how many problems there are, in words; an empty text when there are none."""
    numbers = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    return ", ".join(f"{number} {GERMAN[severity][number != 1]}" for severity, number in numbers.items() if number)
