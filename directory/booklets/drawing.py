"""The pictures of areas for paper: drawings of the website, with the colours that they have on light ground."""

import re
from collections.abc import Mapping
from pathlib import Path

from directory.model import Directory

COLOURS = re.compile(r":root\{([^}]*)\}")
USE = re.compile(r"var\((--[a-z-]+)\)")


def area_drawings(directory: Directory, docs: Path) -> Mapping[str, str]:
    """Return the drawing of each area that has one below `docs`, without a style sheet: paper knows none."""
    files = {area.id: docs / area.picture for area in directory.vocabulary.areas.values() if area.picture}
    return {area: plain(file.read_text(encoding="utf-8")) for area, file in files.items() if file.is_file()}


def plain(drawing: str) -> str:
    """Return a drawing with its colours written out: those of its first `:root`, which are for light ground."""
    first = COLOURS.search(drawing)
    pairs = [pair.split(":") for pair in first.group(1).split(";") if ":" in pair] if first else []
    colours = {name.strip(): value.strip() for name, value in pairs}
    bare = re.sub(r"<style>.*?</style>", "", drawing, flags=re.DOTALL)
    return USE.sub(lambda use: colours.get(use.group(1), "#000000"), bare)
