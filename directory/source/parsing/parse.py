"""YAML text to a tree; lines that are wrong are read as their messages say that they should be."""

from collections import Counter
from collections.abc import Mapping as LineMap
from dataclasses import dataclass, field

import yaml

from directory.problems import Problem
from directory.source.layout.around import around
from directory.source.layout.finding import Finding
from directory.source.layout.flat import not_indented
from directory.source.layout.lists import bulleted, copied, frame, marked
from directory.source.layout.syntax import syntax_finding
from directory.source.layout.table import rows
from directory.source.layout.throughout import commas, throughout
from directory.source.layout.wrapper import wrapped
from directory.source.parsing.builder import Builder, UnreadableError
from directory.source.tree import Mapping

# More lines than that are never wrong in as many ways: the file is something else.
MOST_MENDED = 40
MOST_OF_A_LINE = 3
MOST_READ = 1_000_000  # characters


@dataclass(slots=True)
class Parsed:
    """The tree of one file, or None where a problem leaves nothing to read.

    `text` is what was read: the lines that are wrong are in it as they should be.
    """

    root: Mapping | None = None
    problems: list[Problem] = field(default_factory=list)
    text: str = ""


def parse(text: str, path: str) -> Parsed:
    """Return the tree of one YAML document that is a mapping, and every problem of its form."""
    problems: list[Problem] = []
    lines = text.split("\n")
    times: Counter[int] = Counter()
    for _ in range(max(2, min(MOST_MENDED, MOST_READ // (len(text) + 1)))):
        found = _read(lines, path)
        if not found.lines:
            problems += found.problems
            # What can be read is shown as it stands there.
            if found.root and (marks := copied(lines)):
                problems.append(marks.problem(path))
                lines = [marks.lines.get(number, line) for number, line in enumerate(lines)]
            return Parsed(found.root, problems, "\n".join(lines))
        problems += found.problems
        times.update(found.lines.keys())
        if max(times[number] for number in found.lines) > MOST_OF_A_LINE:
            break
        lines = [found.lines.get(number, line) for number, line in enumerate(lines)]
    return Parsed(None, problems)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What came of reading: with `lines` there is only what is wrong in them, and how they should be."""

    root: Mapping | None
    problems: list[Problem]
    lines: LineMap[int, str] = field(default_factory=dict)


def _read(lines: list[str], path: str) -> _Attempt:
    text = "\n".join(lines)
    if finding := frame(lines) or rows(lines) or not_indented(lines) or commas(lines):
        return _Attempt(None, [finding.problem(path)], finding.lines)
    builder = Builder(path, lines)
    try:
        root = builder.build(text)
    except (yaml.YAMLError, UnreadableError) as error:
        if finding := around(lines) or throughout(lines) or bulleted(lines) or marked(lines) or copied(lines):
            return _Attempt(None, [finding.problem(path)], finding.lines)
        if isinstance(error, UnreadableError):
            return _Attempt(None, builder.problems)
        finding = syntax_finding(error, text)
        mended = finding.lines if any(lines[at] != line for at, line in finding.lines.items()) else {}
        return _Attempt(None, [*([] if mended else builder.problems), finding.problem(path)], mended)
    wrong = builder.mended or _without_fields(lines, root) or [*filter(None, [wrapped(lines, root)])]
    if wrong:
        # Of several lists with the same sign each would say the same.
        findings = [one for at, one in enumerate(wrong) if one.lines not in [two.lines for two in wrong[:at]]]
        return _Attempt(None, [one.problem(path) for one in findings], _all_lines(findings))
    return _Attempt(root, builder.problems)


def _without_fields(lines: list[str], root: Mapping | None) -> list[Finding]:
    """Return what is wrong with the lines of a file that has no fields."""
    finding = throughout(lines) if root is None else None
    return [finding] if finding else []


def _all_lines(findings: list[Finding]) -> dict[int, str]:
    return {number: line for one in reversed(findings) for number, line in one.lines.items()}
