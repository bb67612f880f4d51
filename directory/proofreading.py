"""Easy language outside of a build: plain texts with one sentence a line, and safe rewrites of texts and entries."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from directory.checks.language import findings
from directory.language import Finding, Profile, check, fixed
from directory.model import Directory


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


def rewritten(lines: Sequence[str], profile: Profile) -> list[str]:
    """Return the lines with every safe rewrite carried out."""
    done = [line.strip() for line in lines]
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for line in proofread(lines, profile):
        found[line.number - 1].append(line.finding)
    for number, own in found.items():
        done[number] = fixed(done[number], own)
    return done


def rewrite_entries(directory: Directory, root: Path, profile: Profile) -> int:
    """Carry out safe rewrites in the files under `root`, and return how many sentences have changed.

    A sentence that is broken over several lines stays as it is.
    """
    found: defaultdict[tuple[str, int, str], list[Finding]] = defaultdict(list)
    for record, keys, sentence, finding in findings(directory, profile):
        if finding.replacement is not None:
            found[record.path, record.position(*keys).line, sentence].append(finding)
    changed = 0
    for (path, number, sentence), own in found.items():
        file = root.joinpath(*Path(path).parts[1:])
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        new = lines[number - 1].replace(sentence, fixed(sentence, own), 1)
        changed += new != lines[number - 1]
        lines[number - 1] = new
        file.write_text("".join(lines), encoding="utf-8")
    return changed


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
