"""Where the YAML parser gave up, and what is wrong there."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from directory.problems import Position, Problem

MOST_SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the parser gave up, and where the thing began that it was reading. Lines and columns count from 0."""

    lines: list[str]
    number: int
    column: int
    start: int
    start_column: int
    complaint: str

    @property
    def line(self) -> str:
        """The line on which the parser gave up."""
        return self.lines[self.number]

    @property
    def first(self) -> str:
        """The line on which the thing began."""
        return self.lines[self.start]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong, in the words of this project. `at_start`: the place to look at is where the thing began.

    `lines` are the lines as they should be, by their numbers from 0: with them the file is read on, so that what else
    is wrong in it is said at once.
    """

    code: str
    message: str
    hint: str
    at_start: bool = False
    lines_up: int = 0
    lines: Mapping[int, str] = field(default_factory=dict)
    line: int = 0
    column: int = 0

    def problem(self, path: str) -> Problem:
        """Return it as a problem of the file; `line` and `column` count from 0."""
        return Problem.at(Position(path, self.line + 1, self.column + 1), self.code, self.message, self.hint)


def indentation(line: str) -> str:
    """Return what stands before the text of a line."""
    return line[: len(line) - len(line.lstrip())]


def in_lines(numbers: Iterable[int]) -> str:
    """Return where several lines are, for people, who count from 1."""
    counted = [str(number + 1) for number in numbers]
    more = " und weiteren" if len(counted) > MOST_SHOWN else ""
    return f"in Zeile {counted[0]}" if len(counted) == 1 else f"in den Zeilen {', '.join(counted[:MOST_SHOWN])}{more}"


def shown(lines: Iterable[str]) -> str:
    """Return lines as a hint shows them: of very many the first ones."""
    found = list(lines)
    return "\n".join([*found[:MOST_SHOWN], *(["…"] if len(found) > MOST_SHOWN else [])])


def rewritten(
    code: str, message: str, lines: Mapping[int, str], before: str = "", also: Mapping[int, str] = MappingProxyType({})
) -> Finding:
    """Return that several lines are to be written as `lines` are, by their numbers from 0; empty ones are not shown.

    `before` are words in front of that, as a sentence with a blank; the lines of `also` are told there already.
    """
    return Finding(
        code=code,
        message=message,
        hint=f"{before}Schreiben Sie {in_lines(lines)}:\n{shown(filter(None, lines.values()))}",
        lines={**lines, **also},
        line=next(iter(lines)),
    )


def with_quotes(line: str) -> str:
    """Return the line with its value in double quotation marks, as it can be copied."""
    match = re.match(r"^(\s*(?:-\s+)?(?:\w+:\s+)?)(.*)$", line)
    head, value = (match.group(1), match.group(2)) if match else ("", line)
    value = _without_foreign(value.strip())
    if value[:1] in ('"', "'"):
        sign = value[0]
        inside = value[1:-1]
        # "Club "Mitte" Nord" has a name in its quotation marks; "Mitte" und "Nord" has none around it all.
        around = len(value) > 1 and value.endswith(sign) and _opens_or_none(inside, sign)
        value = _pairs(inside if around else value, sign)
    escaped = value.replace("\\", r"\\").replace('"', r"\"")
    return f'{head.strip()} "{escaped}"'.strip()


def _without_foreign(value: str) -> str:
    """Return a text without the quotation marks of a word processor around all of it, or with only one of them."""
    marks = re.findall("[“”„]", value)
    whole = re.fullmatch("[„“](?P<inside>.*)[“”]", value)
    around = whole and (not re.search("[“”„]", whole["inside"]) or re.match("[^“”„]*„", whole["inside"]))
    return whole["inside"] if whole and around else value.strip("“”„") if len(marks) == 1 else value


def _opens_or_none(inside: str, sign: str) -> bool:
    """Return whether the first quotation mark in a text, if there is one, is before a word as that of a pair is."""
    first = inside.find(sign)
    return first < 0 or ((not first or inside[first - 1] in " (") and bool(re.match(r"\w", inside[first + 1 :])))


def _pairs(text: str, sign: str) -> str:
    """Return a text with German quotation marks in place of those that would end it; an apostrophe in a word stays."""
    if sign == "'":
        paired = re.sub(r"(?<!\w)'([^']*)'(?!\w)", r"„\1“", text)
        return re.sub(r"(?<!\w)'|'(?!\w)", "", paired)
    return re.sub(rf"{sign}([^{sign}]*){sign}", r"„\1“", text).replace(sign, "")
