"""Which files there are, and what is in them: nothing trusts a name, a link or a folder."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from directory.model.slugs import slug
from directory.problems import Position, Problem, quoted
from directory.source.no_entry import no_fields, other_file
from directory.source.parsing.decode import MAX_BYTES, OTHER_PROGRAMS, decode
from directory.source.parsing.document import Document
from directory.source.parsing.parse import Parsed, parse

ENDING = ".yaml"
SCHEMA = "entry.schema.json"  # what editors read; made by `directory schema`
# What editors and systems leave behind or need; never entries.
IGNORED = re.compile(rf"(^\.(?!.*{re.escape(ENDING)}$)|~$|^Thumbs\.db$|^README\.md$|^{re.escape(SCHEMA)}$)")
HIDDEN = "."
ENTRY_FIELDS = re.compile(r"^\ufeff?(name|art|themen|beschreibung|kontakt|quelle):", re.MULTILINE)
RENAME = "Benennen Sie die Datei um, zum Beispiel: haus-im-park.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something in a folder that may be a file to read. `folder` is "" at the top; `path` is what people see."""

    location: str
    folder: str
    stem: str
    ending: str
    path: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a candidate holds: a document, or why there is none."""

    document: Document | None
    problems: tuple[Problem, ...] = ()


def walk(root: Path, shown_as: str) -> Iterator[Candidate]:
    """Yield everything below the folder that could be meant as a file, in the order of names."""
    yield from _walk(str(root), "", shown_as)


def _walk(location: str, folder: str, shown_as: str) -> Iterator[Candidate]:
    with os.scandir(location) as listing:
        items = sorted((item for item in listing if not _ignored(item)), key=lambda item: item.name)
    folders = []
    for item in items:
        # A link to a folder is never followed, and a folder named like an entry is a mistake to report.
        if item.is_dir(follow_symlinks=False) and not item.name.endswith(ENDING):
            folders.append(item)
            continue
        stem, dot, ending = item.name.rpartition(".")
        path = "/".join(filter(None, (shown_as, folder, item.name)))
        yield Candidate(
            location=item.path,
            folder=printable(folder),
            stem=printable(stem),
            ending=dot + ending,
            path=printable(path),
        )
    for item in folders:
        yield from _walk(item.path, f"{folder}/{item.name}".lstrip("/"), shown_as)


def _ignored(item: "os.DirEntry[str]") -> bool:
    """Return whether nobody needs to hear of a file: a hidden one matters if an entry stands in it."""
    if item.name.startswith(HIDDEN) and not IGNORED.search(item.name):
        return not item.is_file(follow_symlinks=False) or not _looks_like_an_entry(item.path)
    return bool(IGNORED.search(item.name))


def read(root: str, candidate: Candidate) -> Content:
    """Return the document of a candidate; `root` is the folder that no link may lead out of."""
    where = Position(candidate.path)
    if candidate.ending != ENDING or candidate.stem.startswith(HIDDEN):
        return Content(None, (_wrong_name(candidate, root),))
    if problem := unfit(candidate.location, root, where):
        return Content(None, (problem,))
    try:
        with open(candidate.location, "rb") as stream:  # noqa: PTH123 - 1,000 Path objects cost as much as reading
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        message = "Der Computer darf diese Datei nicht lesen."
        return Content(None, (Problem.at(where, "datei-unlesbar", message, "Prüfen Sie die Rechte von der Datei."),))
    decoded = decode(data, candidate.path)
    parsed = parse(decoded.text, candidate.path) if decoded.text else Parsed()
    if parsed.problems and _of_an_entry(candidate) and (problem := no_fields(decoded.text, candidate.path)):
        return Content(None, (problem,))
    problems = (*([decoded.problem] if decoded.problem else []), *parsed.problems)
    # Everything depends on settings and lists of words: those with mistakes are not guessed at.
    if parsed.root is None or (_of_the_city(candidate) and (decoded.problem or parsed.text != decoded.text)):
        return Content(None, problems)
    document = Document(candidate.path, parsed.text)
    document.__dict__["root"] = parsed.root  # what its property would find out a second time
    return Content(document, problems)


def _of_the_city(candidate: Candidate) -> bool:
    return candidate.folder in {"", "_vocabulary"}


def _of_an_entry(candidate: Candidate) -> bool:
    return bool(candidate.folder) and not candidate.folder.startswith("_")


def _wrong_name(candidate: Candidate, root: str) -> Problem:
    where = Position(candidate.path)
    if candidate.stem.startswith(HIDDEN):
        message = "Der Name von dieser Datei beginnt mit einem Punkt. Darum ist sie versteckt. Niemand liest sie."
        name = slug(candidate.stem) or "haus-im-park"
        return Problem.at(where, "datei-versteckt", message, f"Benennen Sie die Datei um: {name}{ENDING}")
    start = b"" if unfit(candidate.location, root, where) else _start(candidate.location)
    if start and not start.lstrip().startswith(tuple(OTHER_PROGRAMS)) and _looks_like_an_entry(candidate.location):
        message = f"In dieser Datei steht ein Angebot. Sie endet aber nicht auf „{ENDING}“. Niemand liest sie."
        name = slug((candidate.stem or candidate.ending).removesuffix(ENDING)) or "haus-im-park"
        return Problem.at(where, "datei-endung-angebot", message, f"Benennen Sie die Datei um: {name}{ENDING}")
    name = f"{slug(candidate.stem or candidate.ending) or 'haus-im-park'}{ENDING}"
    if found := other_file(start, name, where):
        return found
    message = f"Diese Datei endet nicht auf „{ENDING}“. Niemand liest sie."
    hint = f"{RENAME}\nGehört die Datei nicht hierher, dann löschen Sie sie."
    return Problem.at(where, "datei-endung", message, hint)


def _looks_like_an_entry(location: str) -> bool:
    """Return whether a file begins like an entry, whatever its name says."""
    return len(set(ENTRY_FIELDS.findall(_start(location).decode("utf-8", "replace")))) > 1


def _start(location: str) -> bytes:
    """Return the first bytes of a file; none where it cannot be read."""
    try:
        with open(location, "rb") as stream:  # noqa: PTH123 - as above
            return stream.read(2000)
    except OSError:
        return b""


def unfit(location: str, root: str, where: Position) -> Problem | None:
    """Return why this is no file to read: a link that leads out, a folder, a pipe, a device."""
    try:
        is_link = stat.S_ISLNK(os.lstat(location).st_mode)
        outside = is_link and not Path(location).resolve(strict=True).is_relative_to(root)
        mode = os.stat(location).st_mode  # noqa: PTH116 - as above
    except (OSError, RuntimeError):
        message = "Diese Verknüpfung führt ins Leere."
        return Problem.at(where, "datei-verknuepfung", message, "Löschen Sie die Verknüpfung.")
    if outside:
        message = "Diese Verknüpfung führt aus dem Ordner hinaus."
        hint = "Löschen Sie die Verknüpfung. Legen Sie hier eine echte Datei an."
        return Problem.at(where, "datei-verknuepfung", message, hint)
    if stat.S_ISREG(mode):
        return None
    what = "ein Ordner" if stat.S_ISDIR(mode) else "keine gewöhnliche Datei"
    message = f"{quoted(where.path.rpartition('/')[2])} ist {what}."
    hint = "Ein Angebot ist eine Text-Datei. Benennen Sie dies um, oder löschen Sie es."
    return Problem.at(where, "datei-keine-datei", message, hint)


def printable(text: str) -> str:
    """Return a path that every terminal can show; what is no text or a control character becomes a question mark."""
    return text if text.isprintable() else "".join(letter if letter.isprintable() else "?" for letter in text)
