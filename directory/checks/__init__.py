"""Rules that look at the whole directory. One module a family; each check yields problems and changes nothing."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from directory.checks import (
    confidentiality,
    duplicates,
    easy_language,
    identity,
    places,
    printing,
    privacy,
    references,
    status,
    suppression,
    times,
)
from directory.easy_language import explanations
from directory.model import Directory
from directory.parallel import ENOUGH, in_parallel
from directory.problems import Problem, bounded

Check = Callable[[Directory, date], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (
    identity.check,
    references.check,
    places.check,
    times.check,
    status.check,
    confidentiality.check,
    privacy.check,
    printing.check,
    duplicates.check,
)


def check(
    directory: Directory,
    today: date,
    *,
    advice: bool = False,
    only: Collection[str] | None = None,
    on_record: Callable[[int], None] = lambda _: None,
) -> tuple[Problem, ...]:
    """Return every problem of the directory that nobody has accepted, in the order of files and lines.

    With `advice` also what is hard to read; a build does not wait for it. With `only` just what is wrong in these
    files. Of very many problems of one code in one file only the first ones come. `on_record` hears after each record
    whose sentences were read how many there are in all.
    """
    enough = 0 if len(directory.entries) >= ENOUGH else len(CHECKS) + 1
    by_rule = in_parallel(_run, (directory, today), CHECKS, enough=enough, chunk=1)
    found = [problem for problems in by_rule for problem in problems]
    found += easy_language.check(directory, advice=advice, only=only, on_record=on_record)
    not_looked_for = frozenset() if advice else frozenset(explanations())
    kept = suppression.apply(directory, found, not_looked_for)
    return tuple(bounded(problem for problem in kept if only is None or problem.path in only))


def _run(everything: tuple[Directory, date], rule: Check) -> list[Problem]:
    return list(rule(*everything))
