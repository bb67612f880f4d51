"""A few entries out of many: what is needed to check them, and of all others only that they exist and their names."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from directory.model import Entry
from directory.source.decode import MAX_BYTES
from directory.source.files import Candidate, walk
from directory.source.load import Loaded, ParsedFile, assemble, model_of, read_one

# What is called by a name; the rules of language need no more of another entry, and to parse them all takes too long.
NAMED = re.compile(r"^(?:(name)|weitere_namen|[ -]*haltestelle):[ \t]*(.*(?:\n[ \t]*-[^:\n]*$)*)", re.MULTILINE)


def load_partial(root: Path, paths: Collection[str], shown_as: str | None = None) -> Loaded | None:
    """Return the directory with these entries, those that they name or whose file has the same name, and all words.

    None if one of the parsed is no entry: whatever else is in the folder matters for every entry.
    """
    shown_as = shown_as or root.as_posix()
    candidates = list(walk(root, shown_as))
    entries = {one.path: one for one in candidates if model_of(one) is Entry}
    if not entries.keys() >= set(paths):
        return None
    folder = str(root.resolve())
    parsed = [read_one(folder, one) for one in candidates if one.path not in entries]
    parsed += (found := [read_one(folder, entries[path]) for path in sorted(paths)])
    named = {*(entries[path].stem for path in paths), *(name for reading in found for name in _named(reading))}
    rest = [one for one in entries.values() if one.path not in paths]
    parsed += [read_one(folder, one) for one in rest if one.stem in named]
    not_loaded = {one.stem: tuple(_names(one)) for one in rest if one.stem not in named}
    return assemble(parsed, shown_as, candidates, not_loaded)


def _named(reading: ParsedFile) -> Iterator[str]:
    """Yield the other entries that an entry names."""
    for entry in reading.records.values():
        if isinstance(entry, Entry):
            yield from (one.slug for one in entry.successors)
            yield from filter(None, (entry.contact.through, *(place.at for place in entry.places)))


def _names(candidate: Candidate) -> Iterator[str]:
    """Yield the names in a file, read roughly: one too many or too few changes no more than an advice."""
    try:
        with open(candidate.location, encoding="utf-8", errors="replace") as stream:  # noqa: PTH123 - thousands of them
            text = stream.read(MAX_BYTES)
    except OSError:
        return
    for match in NAMED.finditer(text):
        whole, value = match.groups()
        for name in [value] if whole else re.split(r",|\n[ \t]*-|^-", value):
            if plain := re.sub(r"\s#.*", "", name).strip(" \t\"'[]"):
                yield plain
