"""Problems as data: what is wrong, where, and what to write instead. Nothing here prints or exits."""

from directory.problems.bounded import bounded
from directory.problems.catalogue import Explanation, catalogue
from directory.problems.hint import WRITE, Hint
from directory.problems.problem import GERMAN, Origin, Position, Problem, Severity, count, has_errors
from directory.problems.suggest import Candidates, allowed, did_you_mean, quoted

__all__ = [
    "GERMAN",
    "WRITE",
    "Candidates",
    "Explanation",
    "Hint",
    "Origin",
    "Position",
    "Problem",
    "Severity",
    "allowed",
    "bounded",
    "catalogue",
    "count",
    "did_you_mean",
    "has_errors",
    "quoted",
]
