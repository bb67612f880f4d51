"""Links in the file system that would publish what lies elsewhere."""

import os
from collections.abc import Iterator
from pathlib import Path

from directory.problems import Position, Problem

DELETE = "Löschen Sie die Verknüpfung."


def foreign_links(folder: Path, shown_as: str) -> Iterator[Problem]:
    """Yield each link below a folder that leads out of it, into nothing, or round in a circle; deep ones too.

    Links to other places in the folder are fine. If the folder is itself a link that leads out of where it lies, only
    that is told. Messages name files below `shown_as`.
    """
    if problem := foreign_folder(folder, shown_as):
        yield problem
        return
    root = os.path.realpath(folder)
    yield from _links(root, shown_as, root, frozenset({root}))


def foreign_folder(folder: Path, shown_as: str) -> Problem | None:
    """Return the problem of a folder that is a link to somewhere outside of the folder in which it lies."""
    if not folder.is_symlink() or folder.resolve().is_relative_to(folder.parent.resolve()):
        return None
    hint = f"{DELETE} Legen Sie hier einen echten Ordner an."
    return _problem(shown_as, "Diese Verknüpfung führt aus dem Projekt hinaus.", hint)


def _links(location: str, shown: str, root: str, above: frozenset[str]) -> Iterator[Problem]:
    """Yield the links below a folder; `above` are the real places of the folders on the way to it."""
    with os.scandir(location) as listing:
        items = sorted(listing, key=lambda item: item.name)
    for item in items:
        path, target = f"{shown}/{item.name}", os.path.realpath(item.path)
        if item.is_symlink() and (refusal := _refusal(item.name, target, root, above)):
            yield _problem(path, *refusal)
        elif item.is_dir():
            yield from _links(item.path, path, root, above | {target})


def _refusal(name: str, target: str, root: str, above: frozenset[str]) -> tuple[str, str] | None:
    """Return what is wrong with a link, and what to do."""
    if not Path(target).is_relative_to(root) and (Path(target).exists() or not name.startswith(".")):
        return "Diese Verknüpfung führt aus dem Ordner hinaus.", f"{DELETE} Legen Sie hier eine echte Datei an."
    if target in above:
        return "Diese Verknüpfung führt im Kreis.", DELETE
    # Text programs mark open files with hidden links into nothing; nobody publishes those.
    if not Path(target).exists() and not name.startswith("."):
        return "Diese Verknüpfung führt ins Leere.", DELETE
    return None


def _problem(path: str, message: str, hint: str) -> Problem:
    shown = "".join(letter if letter.isprintable() else "?" for letter in path)
    return Problem.at(Position(shown), "datei-verknuepfung", message, hint)
