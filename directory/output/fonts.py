"""Which characters can be printed: those that the fonts of the booklets have."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from directory.problems.errors import DirectoryError

# What stands on paper for letters that no font has. One box for a whole word, so that it stays a word.
PLACEHOLDER = "\N{BALLOT BOX}"
FONT = "Source Sans Pro"
FILES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")
# Said by no glyph: they only change how their neighbours look.
INVISIBLE = {"Cf", "Mn", "Me"}


class FontMissingError(DirectoryError):
    """The package with the fonts is not installed."""


@dataclass(frozen=True, slots=True)
class MissingGlyphs:
    """Neighbouring characters that cannot be printed, and where the first of them stands in the text."""

    start: int
    text: str


def font_files() -> tuple[Path, ...]:
    """Return the files of the fonts: no font of the system may decide where pages break."""
    package = find_spec("font_source_sans_pro")
    if package is None or not package.submodule_search_locations:
        raise FontMissingError("Die Schrift für die Hefte fehlt. Installieren Sie: font-source-sans-pro")
    folder = Path(package.submodule_search_locations[0]) / "files"
    return tuple(folder / name for name in FILES)


@cache
def _available() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415 - 50 ms saved

    coverage = []
    for file in font_files():
        with TTFont(file, lazy=True) as font:
            coverage.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*coverage)


def printable(text: str) -> str:
    """Return the text in characters that the fonts have, with a box for each run of those that they lack."""
    if text.isascii():
        return text
    parts, end = [], 0
    composed = unicodedata.normalize("NFC", text)
    for gap in _missing_glyphs(composed):
        parts += [_plain(composed[end : gap.start]), PLACEHOLDER if _visible(gap.text) else ""]
        end = gap.start + len(gap.text)
    return "".join([*parts, _plain(composed[end:])])


def missing_glyphs(text: str) -> Iterator[MissingGlyphs]:
    """Yield what a reader of the printed text would miss."""
    if not (text.isascii() or all(map(_in_font, text))):
        yield from (gap for gap in _missing_glyphs(text) if _visible(gap.text))


def _missing_glyphs(text: str) -> Iterator[MissingGlyphs]:
    start = None
    for index, character in enumerate(text):
        if _in_font(character):
            if start is not None:
                yield MissingGlyphs(start, text[start:index])
            start = None
        elif start is None:
            start = index
    if start is not None:
        yield MissingGlyphs(start, text[start:])


@cache
def _in_font(character: str) -> bool:
    return all(ord(letter) in _available() for letter in _replaced(character))


def _plain(text: str) -> str:
    return "".join(map(_replaced, text))


def _replaced(character: str) -> str:
    """Return the character, or those that mean the same where the font lacks it: "fi" for its ligature."""
    if character.isascii() or ord(character) in _available():
        return character
    same = unicodedata.normalize("NFKC", character)
    return "-" if same == "\N{HYPHEN}" else same


def _visible(text: str) -> bool:
    return any(unicodedata.category(character) not in INVISIBLE for character in text)
