"""A few offers out of many: what is needed to check them, and of all others only that they exist and their names."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from directory.model import Entry
from directory.source.decode import MAX_BYTES
from directory.source.files import Candidate, walk
from directory.source.load import Loaded, Reading, assembled, model_of, read_one

# What is called by a name; the rules of language need no more of another offer, and to parse them all takes too long.
NAMED = re.compile(r"^(?:(name)|weitere_namen|[ -]*haltestelle):[ \t]*(.*(?:\n[ \t]*-[^:\n]*$)*)", re.MULTILINE)


def load_part(root: Path, paths: Collection[str], shown_as: str | None = None) -> Loaded | None:
    """Return the directory with these offers, those that they name or whose file has the same name, and all words.

    None if one of the files is no offer: whatever else is in the folder matters for every offer.
    """
    shown_as = shown_as or root.as_posix()
    candidates = list(walk(root, shown_as))
    offers = {one.path: one for one in candidates if model_of(one) is Entry}
    if not offers.keys() >= set(paths):
        return None
    folder = str(root.resolve())
    readings = [read_one(folder, one) for one in candidates if one.path not in offers]
    readings += (found := [read_one(folder, offers[path]) for path in sorted(paths)])
    named = {*(offers[path].stem for path in paths), *(name for reading in found for name in _named(reading))}
    rest = [one for one in offers.values() if one.path not in paths]
    readings += [read_one(folder, one) for one in rest if one.stem in named]
    unread = {one.stem: tuple(_names(one)) for one in rest if one.stem not in named}
    return assembled(readings, shown_as, len(paths), unread)


def _named(reading: Reading) -> Iterator[str]:
    """Yield the other offers that an offer names."""
    for entry in reading.records.values():
        if isinstance(entry, Entry):
            yield from entry.successors
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
