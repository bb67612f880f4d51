"""Texts of strangers as Markdown that shows them as they are: no markup, no mention, no link, no command."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ZERO_WIDTH = "\u200b"
# What has a meaning anywhere in a line (CommonMark, "Inlines"), and what only begins one ("Blocks"). "$" is mathematics
# on GitHub.
INLINE = re.compile(r"([\\`*_\[\]<>|~&$])")
LEADING = re.compile(r"([-+=#]|\d+(?=[.)]))")
# What forges turn into links without any markup: names, numbers of issues and the like, addresses.
LINKING = re.compile(r"(?<=[@#!$%~&])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of somebody else's text under one heading."""

    heading: str
    lines: tuple[str, ...]


def escaped(text: str) -> str:
    """Return one line of Markdown that reads as the text; blanks in a row become one, as everywhere in Markdown."""
    line = INLINE.sub(r"\\\1", LINKING.sub(ZERO_WIDTH, " ".join(text.split())))
    first = LEADING.match(line)
    if not first:
        return line
    head, rest = first.group(), line[first.end() :]
    return f"{head}\\{rest}" if head.isdigit() else f"\\{head}{rest}"


def code(text: str) -> str:
    """Return a short text, such as a path, as code within a line; it can be copied as it stands."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    line = " ".join(text.split())
    return f"{fence} {line} {fence}" if longest else f"{fence}{line}{fence}"


def quotation(lines: Iterable[str]) -> str:
    """Return the lines of a text as a quotation, each line one of its own."""
    return "\\\n".join(f"> {escaped(line)}" for line in lines)


def parts(found: Iterable[Part]) -> Iterator[str]:
    """Yield each heading in bold and, as a quotation, its lines."""
    for part in found:
        yield f"**{escaped(part.heading)}**"
        yield quotation(part.lines)


def fenced(text: str, language: str = "text") -> str:
    """Return the text as a block of code that nothing in it can end."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip(chr(10))}\n{fence}"
