"""The style sheets: one file for each part of a page, sent as one, without comments and blanks."""

from pathlib import Path

from rcssmin import cssmin  # type: ignore[import-untyped]  # it has no types

STYLES = Path(__file__).with_name("styles")
# In this order: a later part may say more about what an earlier one has named.
PARTS = ("tokens", "base", "frame", "text", "lists", "entry", "tools", "help", "exit", "search", "pages")
# The colours on dark ground; a reader may choose them apart from the device, so they stay a file of their own. Nothing
# on a screen waits for what is only for paper.
DARK, PRINT = "dark", "print"


def style_sheet(more: str = "") -> str:
    """Return all parts as one sheet; `more` comes after the tokens, for what a city adds to them."""
    tokens, *others = (part_of(name) for name in PARTS)
    return str(cssmin(more)).join((tokens, "".join(others)))


def part_of(name: str) -> str:
    """Return one part."""
    return str(cssmin((STYLES / f"{name}.css").read_text(encoding="utf-8")))
