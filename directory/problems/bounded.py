"""Not more of one kind than a person reads."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from directory.problems.problem import Problem

# A file with more of one code has one cause for them all, or was made to fill a log.
MOST_OF_A_CODE = 10


def bounded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems in order; of each code in a file the first ones, and one that counts the others."""
    seen: Counter[tuple[str, str]] = Counter()
    ordered = sorted(problems)
    number = Counter((problem.path, problem.code) for problem in ordered)
    for problem in ordered:
        key = problem.path, problem.code
        seen[key] += 1
        if seen[key] <= MOST_OF_A_CODE:
            yield problem
        elif seen[key] == MOST_OF_A_CODE + 1:
            more = number[key] - MOST_OF_A_CODE
            times = "ein Mal" if more == 1 else f"{more} Mal"
            message = f"Die Meldung „{problem.code}“ gibt es in dieser Datei noch {times}."
            hint = "Verbessern Sie zuerst, was oben steht. Prüfen Sie dann noch einmal."
            yield replace(problem, message=message, hint=hint)
