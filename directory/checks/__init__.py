"""Rules that look at the whole directory. One module a family; each check yields problems and changes nothing."""

from collections.abc import Callable, Iterator

from directory.checks import identity, references
from directory.model import Directory
from directory.problems import Problem

Check = Callable[[Directory], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (identity.check, references.check)


def check(directory: Directory) -> tuple[Problem, ...]:
    """Return every problem of the directory, in the order of files and lines."""
    return tuple(sorted(problem for rule in CHECKS for problem in rule(directory)))
