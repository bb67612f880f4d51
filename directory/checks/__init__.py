"""Rules that look at the whole directory, and what is left of it without errors.

One module a family of rules; each yields problems and changes nothing.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from directory.checks import (
    addresses,
    attribution,
    confidentiality,
    duplicates,
    easy_language,
    identity,
    names,
    pathways,
    pictures,
    places,
    printing,
    privacy,
    references,
    status,
    suppression,
    times,
    wishes,
)
from directory.checks.checked import Checked, CheckResult, LeftOut
from directory.checks.pruning import concern_the_city, left_out_files, names_of, pruned
from directory.checks.publishing import missing
from directory.easy_language import explanations
from directory.model import Directory, Entry
from directory.model.directory import in_order
from directory.parallel import ENOUGH, in_parallel
from directory.problems import Problem, Severity, bounded, has_errors
from directory.source import Loaded

__all__ = [
    "CHECKS",
    "CheckResult",
    "Checked",
    "LeftOut",
    "check",
    "check_changed",
    "check_files",
    "check_proposal",
    "result_of",
]

Check = Callable[[Directory, date], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (
    identity.check,
    names.check,
    references.check,
    attribution.check,
    pathways.check,
    wishes.check,
    places.check,
    addresses.check,
    times.check,
    status.check,
    confidentiality.check,
    pictures.check,
    privacy.check,
    printing.check,
    duplicates.check,
)


def check(
    loaded: Loaded,
    today: date,
    *,
    advice: bool = False,
    publish: bool = False,
    on_record: Callable[[int], None] = lambda _: None,
) -> CheckResult:
    """Return every problem of what was read that nobody has accepted, and the directory without what has errors.

    With `advice` also what is hard to read; a build does not wait for it. With `publish` also what is missing for a
    publication. `on_record` hears after each record whose sentences were read how many there are in all.
    """
    directory = loaded.directory
    if directory is None:
        return CheckResult(problems=loaded.problems, checked=None)
    found = _found(directory, today, advice=advice, on_record=on_record)
    unready = missing(directory) if publish else ()
    return result_of(loaded, {*loaded.problems, *found, *unready})


def result_of(loaded: Loaded, found: Collection[Problem]) -> CheckResult:
    """Return what these problems mean for what was read."""
    directory = loaded.directory
    if directory is None:
        return CheckResult(problems=tuple(sorted(found)), checked=None)
    problems = tuple(sorted(found))
    paths = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    if concern_the_city(loaded, paths):
        return CheckResult(problems=problems, checked=None)
    smaller, more = pruned(directory, paths)
    left_out = tuple(sorted([*left_out_files(loaded, paths), *more]))
    return CheckResult(problems=problems, checked=Checked(directory=smaller, problems=problems, left_out=left_out))


def check_files(
    loaded: Loaded, today: date, paths: Collection[str], on_record: Callable[[int], None] = lambda _: None
) -> tuple[Problem, ...]:
    """Return what is wrong in these files, with advice; the sentences of other files are not read."""
    found = [*loaded.problems]
    if loaded.directory:
        found += _found(loaded.directory, today, advice=True, only=paths, on_record=on_record)
    return tuple(sorted({problem for problem in found if problem.path in paths}))


def check_changed(loaded: Loaded, today: date, paths: Collection[str], earlier: Collection[Problem]) -> CheckResult:
    """Return what `check` does where only these entries have changed, in a moment: `earlier` is what it found before.

    What a change means for other files is not looked at: whoever needs that checks them all.
    """
    directory = loaded.directory
    if directory is None:
        return CheckResult(problems=loaded.problems, checked=None)
    changed = [entry for entry in directory.entries if entry.path in paths]
    near = {slug for entry in changed for slug in (entry.slug, *_named(entry))}
    part = replace(
        directory,
        entries=tuple(entry for entry in directory.entries if entry.slug in near),
        not_loaded=MappingProxyType(
            {entry.slug: tuple(names_of(entry)) for entry in directory.entries if entry.slug not in near}
        ),
    )
    found = {one for one in _found(part, today, advice=False, only=paths) if one.path in paths}
    others = {problem for problem in earlier if problem.path not in paths}
    return result_of(loaded, {*loaded.problems, *found, *others})


def _named(entry: Entry) -> Iterator[str]:
    """Yield the other entries that an entry names."""
    yield from (one.slug for one in entry.successors)
    yield from filter(None, (entry.contact.through, *(place.at for place in entry.places)))


def check_proposal(checked: Checked, entry: Entry, today: date) -> CheckResult:
    """Return what is wrong with an entry that may come into the directory, with advice, and the directory with it.

    There is no such directory where the entry has errors, or where it takes place at an entry that is missing.
    """
    others = (other for other in checked.directory.entries if other.slug != entry.slug)
    larger = replace(checked.directory, entries=in_order([*others, entry]))
    problems = tuple(sorted(_found(larger, today, advice=True, only={entry.path})))
    smaller, more = pruned(larger, ())
    if has_errors(problems) or entry.slug not in smaller.entry:
        return CheckResult(problems=problems, checked=None)
    left_out = (*checked.left_out, *more)
    return CheckResult(problems=problems, checked=Checked(directory=smaller, problems=problems, left_out=left_out))


def _found(
    directory: Directory,
    today: date,
    *,
    advice: bool,
    only: Collection[str] | None = None,
    on_record: Callable[[int], None] = lambda _: None,
) -> Iterator[Problem]:
    """Yield what nobody has accepted; with `only` just what is wrong in these files.

    Of very many problems of one code in one file only the first ones come.
    """
    enough = 0 if len(directory.entries) >= ENOUGH else len(CHECKS) + 1
    by_rule = in_parallel(
        _run,
        (directory, today),
        CHECKS,
        work="Prüfen von den Angeboten",
        name=lambda rule: rule.__module__,
        enough=enough,
        chunk=1,
    )
    found = [problem for problems in by_rule for problem in problems]
    found += easy_language.check(directory, advice=advice, only=only, on_record=on_record)
    not_looked_for = frozenset() if advice else frozenset(explanations())
    kept = suppression.apply(directory, found, not_looked_for)
    yield from bounded(problem for problem in kept if only is None or problem.path in only)


def _run(everything: tuple[Directory, date], rule: Check) -> list[Problem]:
    return list(rule(*everything))
