"""Plain texts with one sentence a line: what is hard to read in them, and safe rewrites."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directory.easy_language.check import check
from directory.easy_language.finding import Finding
from directory.easy_language.fix import Rewrite, fixed, rewrites
from directory.easy_language.profile import Profile


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text that a rule points at; lines and columns count from 1."""

    number: int
    finding: Finding

    def as_dict(self) -> dict[str, str | int]:
        """Return the eight keys of the JSON format."""
        finding = self.finding
        return {
            "line": self.number,
            "column": finding.start + 1,
            "rule": finding.rule,
            "severity": finding.severity,
            "text": finding.text,
            "message": finding.message,
            "suggestion": finding.suggestion,
            "source": finding.source,
        }


def proofread(lines: Sequence[str], profile: Profile) -> Iterator[Line]:
    """Yield what is hard to read, in order; an empty line ends a text."""
    for numbers in _texts(lines):
        for finding in check([lines[number].strip() for number in numbers], profile):
            yield Line(numbers[finding.item] + 1, finding)


def rewritten(lines: Sequence[str], profile: Profile) -> tuple[list[str], list[tuple[int, Rewrite]]]:
    """Return the lines with every safe rewrite carried out, and the rewrites with the numbers of their lines."""
    done = [line.strip() for line in lines]
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for line in proofread(lines, profile):
        found[line.number - 1].append(line.finding)
    changes = [(number + 1, one) for number, own in found.items() for one in rewrites(done[number], own)]
    for number, own in found.items():
        done[number] = fixed(done[number], own)
    return done, changes


def _texts(lines: Sequence[str]) -> Iterator[list[int]]:
    text: list[int] = []
    for number, line in enumerate(lines):
        if line.strip():
            text.append(number)
        elif text:
            yield text
            text = []
    if text:
        yield text
