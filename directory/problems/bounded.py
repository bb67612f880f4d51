"""Not more of one kind than a person reads."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from directory.problems.problem import Problem

# A file with more of one code has one cause for them all, or was made to fill a log.
MOST_OF_A_CODE = 10
# Who has read the same words three times knows them.
MOST_OF_THE_SAME = 3


def bounded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems in order; of each code in a file the first ones, and one that counts the others."""
    kept: Counter[tuple[str, ...]] = Counter()
    shown: list[Problem] = []
    others: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in sorted(problems):
        code, same = (problem.path, problem.code), (problem.path, problem.code, problem.message, problem.hint)
        if kept[code] < MOST_OF_A_CODE and kept[same] < MOST_OF_THE_SAME:
            kept.update((code, same))
            shown.append(problem)
        else:
            others[code].append(problem)
    yield from sorted([*shown, *(_counted(left[0], len(left)) for left in others.values())])


def _counted(problem: Problem, more: int) -> Problem:
    times = "ein Mal" if more == 1 else f"{more} Mal"
    message = f"Die Meldung „{problem.code}“ gibt es in dieser Datei noch {times}."
    hint = "Verbessern Sie zuerst, was oben steht. Prüfen Sie dann noch einmal."
    return replace(problem, message=message, hint=hint)
