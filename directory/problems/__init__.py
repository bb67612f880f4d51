"""Problems as data: what is wrong, where, and what to write instead. Nothing here prints or exits."""

from directory.problems.catalogue import Explanation, catalogue
from directory.problems.problem import Origin, Position, Problem, Severity
from directory.problems.suggest import allowed, did_you_mean, quoted

__all__ = [
    "Explanation",
    "Origin",
    "Position",
    "Problem",
    "Severity",
    "allowed",
    "catalogue",
    "did_you_mean",
    "quoted",
]
