"""`directory format`: a file in canonical form, with every comment."""

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from directory.files.comments import MODELINE, comments_of
from directory.files.writing import Path, values_of, written_with
from directory.model import Entry
from directory.output.atomic import replace_file
from directory.source.fields.validate import validate
from directory.source.files import SCHEMA, Candidate, read

WINDOWS = b"\r\n"  # the end of a line, as editors there write it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: it is left alone where it has errors, and where it is in canonical form already."""

    path: str
    changed: bool = False
    broken: bool = False


def format_file(settings: tuple[str, bool], candidate: Candidate) -> Outcome:
    """Return what became of the file of an entry; the settings are the folder of all, and whether to write."""
    root, write = settings
    content = read(root, candidate)
    if content.document is None or content.problems:
        return Outcome(candidate.path, broken=True)
    entry, _ = validate(Entry, candidate.stem, content.document)
    if entry is None:
        return Outcome(candidate.path, broken=True)
    file = FilePath(candidate.location)
    old = file.read_bytes()
    new = formatted(content.document.text, entry).encode()
    if WINDOWS in old:
        new = new.replace(b"\n", WINDOWS)
    changed = new != old
    if changed and write:
        replace_file(file, new)
    return Outcome(candidate.path, changed)


def modeline(entries: FilePath) -> str:
    """Return the line that tells editors where the schema is, if there is one beside the entries."""
    return f"# yaml-language-server: $schema=../{SCHEMA}\n" if (entries / SCHEMA).is_file() else ""


def formatted(text: str, entry: Entry) -> str:
    """Return the text of an entry's file in canonical form; `entry` is what was read from it."""
    values = values_of(entry)
    comments = comments_of(text, values)
    for path in comments.notes:
        _keep(values, path)
    head = "".join(f"{comment}\n" for comment in comments.head)
    apart = any(not MODELINE.match(comment) for comment in comments.head)
    return head + ("\n" if apart else "") + written_with(values, comments.notes)


def _keep(values: Any, path: Path) -> None:
    """Keep an empty field that has a comment."""
    *above, key = path or ("",)
    for step in above:
        values = values[step]
    if path and isinstance(values, dict):
        values.setdefault(key, None)
