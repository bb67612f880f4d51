"""Notes behind "#": nobody sees them on the site, but the files are public, and so are they."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from directory.problems import Position, Problem
from directory.source.layout.finding import in_lines, shown

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOTE = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)
# For programs: how an editor finds the schema, and licences (SPDX).
FOR_PROGRAMS = re.compile(r"#\s*(?:yaml-language-server:|SPDX-)")


@cache
def _of_the_example() -> frozenset[str]:
    """Return what the long example of the guide explains in notes: nobody tells anything with it."""
    text = files("directory").joinpath("pages", "example.yaml").read_text("utf-8")
    return frozenset(note.group().strip() for note in NOTE.finditer(text))


# What the form of the site writes above a file, with its path, for those who put it in its place.
OF_THE_FORM = re.compile(r"(?:#.*\n)*# ?entries/\S+\.yaml\n(?:#.*\n)*\n")


def public_notes(text: str, path: str, told: AbstractSet[int] = frozenset()) -> Iterator[Problem]:
    """Yield, once, that a file which can be read has notes in it, and how its lines are without them.

    Of notes in the lines `told`, counted from 1, something else is said already.
    """
    if not NOTE.search(text):
        return
    places = [(text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1) for at in _notes(text)]
    places = [place for place in places if place[0] + 1 not in told]
    if not places:
        return
    lines = text.split("\n")
    without = [lines[line][:column].rstrip() for line, column in places]
    rest = [one for one in without if one]
    more = f" Dann steht dort:\n{shown(rest)}" if rest else ""
    where = in_lines(line for line, _ in places)
    yield Problem.at(
        Position(path, places[0][0] + 1, places[0][1] + 1),
        "notiz-oeffentlich",
        f"Nach „#“ steht eine Notiz, {where}. Auf der Seite fehlt sie. In der Datei kann sie jeder lesen.",
        f"Löschen Sie {where} das Zeichen „#“ und alles dahinter.{more}",
    )


def _notes(text: str) -> Iterator[int]:
    """Yield where each note begins: they stand between what the parser reads."""
    form = OF_THE_FORM.match(text)
    end = form.end() if form else 0
    for token in yaml.scan(text, Loader=_LOADER):
        for note in NOTE.finditer(text, end, token.start_mark.index):
            if not FOR_PROGRAMS.match(note.group()) and note.group().strip() not in _of_the_example():
                yield note.start()
        end = max(end, token.end_mark.index)
