"""Texts of strangers as Markdown that shows them as they are: no markup, no mention, no link, no reference, no command."""

import re
from collections.abc import Iterable

ZERO_WIDTH = "\u200b"
# What has a meaning anywhere in a line (CommonMark, "Inlines"), and what only begins one ("Blocks"). "$" is mathematics
# on GitHub.
INLINE = re.compile(r"([\\`*_\[\]<>|~&$])")
LEADING = re.compile(r"([-+=#]|\d+(?=[.)]))")
# What forges turn into links without any markup: names, numbers of issues and the like, commits, addresses.
LINKING = re.compile(
    r"(?<=[@#!$%~&])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-)|(?<=[0-9a-f]{6})(?=[0-9a-f])", re.IGNORECASE
)


def escaped(text: str) -> str:
    """Return one line of Markdown that reads as the text; blanks in a row become one, as everywhere in Markdown."""
    line = INLINE.sub(r"\\\1", LINKING.sub(ZERO_WIDTH, " ".join(text.split())))
    first = LEADING.match(line)
    if not first:
        return line
    head, rest = first.group(), line[first.end() :]
    return f"{head}\\{rest}" if head.isdigit() else f"\\{head}{rest}"


def quotation(lines: Iterable[str]) -> str:
    """Return the lines of a text as a quotation, each line one of its own; an empty one parts paragraphs."""
    shown = [escaped(line) for line in lines]
    return "\n".join(
        f"> {line}\\" if line and following else f"> {line}".rstrip()
        for line, following in zip(shown, [*shown[1:], ""], strict=True)
    )


def fenced(text: str, language: str = "text") -> str:
    """Return the text as a block of code that nothing in it can end."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip(chr(10))}\n{fence}"
