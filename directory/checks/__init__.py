"""Rules that look at the whole directory. One module a family; each check yields problems and changes nothing."""

from collections.abc import Callable, Iterator
from datetime import date

from directory.checks import acceptance, duplicates, honesty, identity, places, privacy, references, secrecy, times
from directory.model import Directory
from directory.problems import Problem

Check = Callable[[Directory, date], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (
    identity.check,
    references.check,
    places.check,
    times.check,
    honesty.check,
    secrecy.check,
    privacy.check,
    duplicates.check,
)


def check(directory: Directory, today: date) -> tuple[Problem, ...]:
    """Return every problem of the directory that nobody has accepted, in the order of files and lines."""
    found = [problem for rule in CHECKS for problem in rule(directory, today)]
    return tuple(sorted(acceptance.apply(directory, found)))
