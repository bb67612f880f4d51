"""A few entries out of many: what is needed to check them, and of all others only that they exist and their names."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from directory.model import Entry
from directory.model.address import read_address
from directory.model.contact import WEB_START
from directory.model.text import street_key
from directory.source.files import Candidate, walk
from directory.source.load import Loaded, ParsedFile, assemble, model_of, read_one
from directory.source.parsing.decode import MAX_BYTES

LONG_WORD = re.compile(r"\w{4,}")
MOST_ALIKE = 50  # a word of more names tells nothing
# What is called by a name; the rules of language need no more of another entry, and to parse them all takes too long.
AT = re.compile(r"strasse:[ \t]*(.+)\n[ \t]*hausnummer:[ \t]*['\"]?(\w+)")
NAMED = re.compile(r"^(?:(name)|weitere_namen|[ -]*haltestelle):[ \t]*(.*(?:\n[ \t]*-[^:\n]*$)*)", re.MULTILINE)


def load_partial(root: Path, paths: Collection[str], shown_as: str | None = None) -> Loaded | None:
    """Return the directory with these entries, those that may be the same or that they name, and all words.

    May be the same: a file has the same name, an entry is called by a rare word of theirs, or has a contact of theirs.
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
    rest = [_glance(one) for one in entries.values() if one.path not in paths]
    named |= _alike(found, rest) | _at_addresses(named - {one.file.stem for one in rest}, rest)
    parsed += [read_one(folder, one.file) for one in rest if one.file.stem in named]
    not_loaded = {one.file.stem: one.names for one in rest if one.file.stem not in named}
    return assemble(parsed, shown_as, candidates, not_loaded)


def _named(reading: ParsedFile) -> Iterator[str]:
    """Yield the other entries that an entry names."""
    for entry in reading.records.values():
        if isinstance(entry, Entry):
            yield from (one.slug for one in entry.successors)
            yield from filter(None, (entry.contact.through, *(place.at for place in entry.places)))


@dataclass(frozen=True, slots=True)
class _Glance:
    """A file read roughly, and the names in it."""

    file: Candidate
    text: str
    names: tuple[str, ...]


def _glance(candidate: Candidate) -> _Glance:
    try:
        with open(candidate.location, "rb", buffering=0) as stream:  # noqa: PTH123 - thousands of them
            text = stream.read(MAX_BYTES).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        text = ""
    return _Glance(candidate, text, tuple(_names(text)))


def _alike(found: Collection[ParsedFile], rest: Collection[_Glance]) -> set[str]:
    """Return the slugs of entries that may be one of those that were read."""
    own = [entry for reading in found for entry in reading.records.values() if isinstance(entry, Entry)]
    contacts = {*(mail for entry in own for mail in entry.contact.mails)}
    contacts |= {WEB_START.sub("", one).rstrip("/") for entry in own for one in entry.contact.websites}
    alike = {one.file.stem for one in rest if any(contact in one.text for contact in contacts)}
    for word in {word for entry in own for word in LONG_WORD.findall(_plain(entry.name))}:
        called = {one.file.stem for one in rest if any(word in _plain(name) for name in one.names)}
        alike |= called if len(called) <= MOST_ALIKE else set()
    return alike


def _at_addresses(texts: Collection[str], rest: Collection[_Glance]) -> set[str]:
    """Return the slugs of entries at the addresses that somebody has written in place of a slug."""
    said = [read_address(re.sub(r"[()]", ", ", text)) for text in texts if re.search(r"\D\s+\d", text)]
    wanted = {(street_key(one.street), one.number.casefold()) for one in said if one.street and one.number}
    return {
        one.file.stem
        for one in (rest if wanted else ())
        for street, number in AT.findall(one.text)
        if (street_key(street.strip(" '\"")), number.casefold()) in wanted
    }


def _plain(name: str) -> str:
    return name.casefold().replace("-", "")


def _names(text: str) -> Iterator[str]:
    """Yield the names in a text, read roughly: one too many or too few changes no more than an advice."""
    for match in NAMED.finditer(text):
        whole, value = match.groups()
        for name in [value] if whole else re.split(r",|\n[ \t]*-|^-", value):
            if plain := re.sub(r"\s#.*", "", name).strip(" \t\"'[]"):
                yield plain
