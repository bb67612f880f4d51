"""Texts of strangers as Markdown that shows them as they are: no markup, no mention, no link, no command."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ZERO_WIDTH = "\u200b"
# What has a meaning anywhere in a line (CommonMark, "Inlines"), and what only begins one ("Blocks"). "$" is mathematics
# on GitHub.
INLINE = re.compile(r"([\\`*_\[\]<>|~&$])")
ESCAPE = r"\\\1"
LEADING = re.compile(r"([-+=#]|\d+(?=[.)]))")
# What forges turn into links without any markup: names, numbers of issues and the like, addresses.
# They stay text by a sign that nobody sees; in advice, which is there to be copied, they are code.
LINKING = re.compile(r"(?<=[@#!$%~&])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-)", re.IGNORECASE)
# What stands around a word and is no part of it.
AROUND = re.compile(r"([(\[„“\"']*)(.*?)([)\]“”\"'.,;:?]*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of somebody else's text under one heading."""

    heading: str
    lines: tuple[str, ...]


def escaped(text: str) -> str:
    """Return one line of Markdown that reads as the text; blanks in a row become one, as everywhere in Markdown."""
    return _begun(_inline(" ".join(text.split())))


def _inline(text: str) -> str:
    return INLINE.sub(ESCAPE, LINKING.sub(ZERO_WIDTH, text))


def _begun(line: str) -> str:
    first = LEADING.match(line)
    if not first:
        return line
    head, rest = first.group(), line[first.end() :]
    return f"{head}\\{rest}" if head.isdigit() else f"\\{head}{rest}"


def advice(text: str) -> str:
    """Return one line as `escaped` does, in which every word can be copied as it stands."""
    return _begun(" ".join(map(_copyable, text.split())))


def _copyable(word: str) -> str:
    parts = AROUND.fullmatch(word)
    if not parts or not LINKING.search(word):
        return _inline(word)
    before, inner, after = parts.groups()
    return f"{INLINE.sub(ESCAPE, before)}{code(inner)}{INLINE.sub(ESCAPE, after)}"


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
