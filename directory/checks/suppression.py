"""`trotzdem`: the one way to accept a finding, with a reason, for every check alike."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from directory.model import Directory
from directory.problems import Problem, Severity, did_you_mean, quoted


def apply(
    directory: Directory, problems: Sequence[Problem], not_looked_for: AbstractSet[str] = frozenset()
) -> Iterator[Problem]:
    """Yield the problems that stay: those not accepted, and acceptances that accept nothing.

    Errors cannot be accepted: with them no page can be made. Nothing is said of codes that were not looked for.
    """
    accepted = {draft.path: draft.accepted for draft in directory.drafts}
    accepted |= {entry.path: frozenset(one.rule for one in entry.suppressions) for entry in directory.entries}
    used: set[tuple[str, str]] = set()
    for problem in problems:
        if problem.code in accepted.get(problem.path, ()) and problem.severity is not Severity.ERROR:
            used.add((problem.path, problem.code))
        else:
            yield problem
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for problem in problems:
        codes[problem.path].add(problem.code)
    for entry in directory.entries:
        for index, item in enumerate(entry.suppressions):
            if (entry.path, item.rule) not in used and item.rule not in not_looked_for:
                message = f"„trotzdem“ nennt {quoted(item.rule)}. Eine solche Meldung gibt es zu dieser Datei nicht."
                near = did_you_mean(item.rule, codes[entry.path])
                whole = "das Feld „trotzdem“" if len(entry.suppressions) == 1 else "diesen Teil von „trotzdem“"
                hint = f"Meinten Sie „{near}“?" if near else f"Löschen Sie {whole}."
                yield Problem.at(entry.position("trotzdem", index), "trotzdem-unbenutzt", message, hint)
