"""Which files there are to read: a walk that trusts no name, link or folder."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from directory.problems import Position, Problem, quoted
from directory.source.decode import MAX_BYTES, decode
from directory.source.document import Document
from directory.source.parse import parse

ENDING = ".yaml"
# What editors and systems leave behind; never entries.
IGNORED = re.compile(r"(^\.|~$|^Thumbs\.db$|^README\.md$)")
RENAME = "Benennen Sie die Datei um, zum Beispiel: haus-im-park.yaml"


@dataclass(frozen=True, slots=True)
class Found:
    """A file below entries/: its folder ("" for the top), its name without ending, and its tree if it can be read."""

    folder: str
    stem: str
    path: str
    document: Document | None
    problems: tuple[Problem, ...] = ()


def walk(root: Path, shown_as: str) -> Iterator[Found]:
    """Yield every file below the folder, in the order of names; what cannot be read comes with its problem."""
    real_root = root.resolve()
    for folder, folders, names in os.walk(root):
        folders.sort()
        here = Path(folder)
        for name in sorted([*names, *_odd_folders(here, folders)]):
            if not IGNORED.search(name):
                yield _read(here / name, root, real_root, shown_as)
        folders[:] = [name for name in folders if not IGNORED.search(name) and not name.endswith(ENDING)]


def _odd_folders(here: Path, folders: list[str]) -> list[str]:
    """Return folders that look like entries, and links to folders: `os.walk` does not go into those."""
    return [name for name in folders if name.endswith(ENDING) or (here / name).is_symlink()]


def _read(file: Path, root: Path, real_root: Path, shown_as: str) -> Found:
    relative = PurePosixPath(*file.relative_to(root).parts)
    path = _printable(str(PurePosixPath(shown_as) / relative))
    folder = "" if relative.parent == PurePosixPath() else str(relative.parent)

    def found(document: Document | None, *problems: Problem) -> Found:
        return Found(_printable(folder), _printable(relative.stem), path, document, problems)

    if relative.suffix != ENDING:
        message = f"Diese Datei endet nicht auf „{ENDING}“. Niemand liest sie."
        return found(None, Problem.at(Position(path), "datei-endung", message, f"{RENAME}\nGehört die Datei nicht hierher, dann löschen Sie sie."))
    if problem := _unfit(file, real_root, path):
        return found(None, problem)
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        return found(None, Problem.at(Position(path), "datei-unlesbar", "Der Computer darf diese Datei nicht lesen.", "Prüfen Sie die Rechte von der Datei."))
    decoded = decode(data, path)
    if decoded.problem:
        return found(None, decoded.problem)
    parsed = parse(decoded.text, path)
    return found(Document(path, parsed.root) if parsed.root else None, *parsed.problems)


def _unfit(file: Path, real_root: Path, path: str) -> Problem | None:
    """Return why this is no file to read: a link that leads out, a folder, a pipe, a device."""
    try:
        outside = not file.resolve(strict=True).is_relative_to(real_root)
        mode = file.stat().st_mode
    except (OSError, RuntimeError):
        return Problem.at(Position(path), "datei-verknuepfung", "Diese Verknüpfung führt ins Leere.", "Löschen Sie die Verknüpfung.")
    if outside:
        message = "Diese Verknüpfung führt aus dem Ordner hinaus."
        return Problem.at(Position(path), "datei-verknuepfung", message, "Löschen Sie die Verknüpfung. Legen Sie hier eine echte Datei an.")
    if stat.S_ISREG(mode):
        return None
    what = "ein Ordner" if stat.S_ISDIR(mode) else "keine gewöhnliche Datei"
    return Problem.at(Position(path), "datei-keine-datei", f"{quoted(file.name)} ist {what}.", "Ein Angebot ist eine Text-Datei. Benennen Sie dies um, oder löschen Sie es.")


def _printable(text: str) -> str:
    """Return a path that every terminal can show; bytes that are no text and control characters become a question mark."""
    return "".join(character if character.isprintable() else "?" for character in text)
