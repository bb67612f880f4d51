"""What an output may be made of: a directory without errors, and what it lacks for that."""

from dataclasses import dataclass
from enum import StrEnum

from directory.model import Directory
from directory.problems import Problem, quoted


class Kind(StrEnum):
    """What is missing; a reference is a field of an entry or a provider that is still there."""

    ENTRY = "entry"
    PROVIDER = "provider"
    FILE = "file"
    REFERENCE = "reference"


# With an error of its own, and because something else is missing.
GERMAN = {
    Kind.ENTRY: ("Das Angebot {name} fehlt.", "Es ist im Haus {because}. Das Haus fehlt auch."),
    Kind.PROVIDER: ("Der Träger {name} fehlt.", ""),
    Kind.FILE: ("Niemand liest die Datei {name}.", ""),
    Kind.REFERENCE: ("Das Feld {name} ist nicht vollständig.", "Es nennt {because}. Das fehlt auch."),
}


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class LeftOut:
    """One thing that a checked directory lacks.

    `name` is the slug of an entry, the id of a provider, the stem of a file, or the YAML field of a reference.
    `because` is what it needs and what is missing too; it is empty where the file at `path` has errors of its own.
    """

    path: str
    kind: Kind
    name: str
    because: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"

    @property
    def reason(self) -> str:
        """What is missing and why, in words."""
        what, why = GERMAN[self.kind]
        reason = why.format(because=quoted(self.because)) if self.because else "In der Datei sind Fehler."
        return f"{what.format(name=quoted(self.name))} {reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A directory without errors in which every name leads somewhere. Only the checks of this package make one.

    A pathway alone may name offers that are not there: whoever shows it leaves them out.

    `problems` are all that were found, also those of what was left out, in the order of files and lines.
    """

    directory: Directory
    problems: tuple[Problem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The outcome of a check.

    `checked` is None where nothing can be made: an error concerns the whole city, or the entry that is proposed.
    """

    problems: tuple[Problem, ...]
    checked: Checked | None
