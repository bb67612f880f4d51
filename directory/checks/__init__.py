"""Rules that look at the whole directory. One module a family; each check yields problems and changes nothing."""

from collections.abc import Callable, Iterator
from datetime import date

from directory.checks import (
    acceptance,
    duplicates,
    honesty,
    identity,
    language,
    places,
    printing,
    privacy,
    references,
    secrecy,
    times,
)
from directory.language import explanations
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
    printing.check,
    duplicates.check,
)


def check(directory: Directory, today: date, *, advice: bool = False) -> tuple[Problem, ...]:
    """Return every problem of the directory that nobody has accepted, in the order of files and lines.

    With `advice` also what is hard to read; that takes 2 seconds more, and a build does not wait for it.
    """
    checks = (*CHECKS, language.exact_and_advice if advice else language.exact)
    found = [problem for rule in checks for problem in rule(directory, today)]
    not_looked_for = frozenset() if advice else frozenset(explanations())
    return tuple(sorted(acceptance.apply(directory, found, not_looked_for)))
