"""A folder that is read again and again: only files that have changed since are parsed."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from directory.parallel import in_parallel
from directory.source.files import Candidate, walk
from directory.source.load import Loaded, ParsedFile, assemble, read_one

# When a file was written, how large it is, and which one it is: a program may put a new one in its place.
Stamp = tuple[int, int, int]


@dataclass(slots=True)
class Reading:
    """The files of a folder as they were when it was read last; messages name them below `shown_as`."""

    root: Path
    shown_as: str
    _stamps: dict[Candidate, Stamp] = field(default_factory=dict)
    _parsed: dict[Candidate, ParsedFile] = field(default_factory=dict)

    def again(self) -> tuple[Loaded, frozenset[Candidate]]:
        """Return the directory as it is now, and which files are new, changed or gone."""
        stamps = {file: stamp(file.location) for file in walk(self.root, self.shown_as)}
        changed = [file for file, own in stamps.items() if self._stamps.get(file) != own]
        gone = self._stamps.keys() - stamps.keys()
        root = str(self.root.resolve())
        read = in_parallel(read_one, root, changed, work="Lesen von den Dateien", name=lambda file: file.path)
        self._parsed |= dict(zip(changed, read, strict=True))
        self._stamps = stamps
        self._parsed = {file: self._parsed[file] for file in stamps}
        return assemble(list(self._parsed.values()), self.shown_as, list(stamps)), frozenset((*changed, *gone))


def stamp(location: str) -> Stamp:
    """Return what changes with a file; nothing can be told of one that is gone."""
    try:
        found = os.stat(location)  # noqa: PTH116 - thousands of them
    except OSError:
        return (0, 0, 0)
    return (found.st_mtime_ns, found.st_size, found.st_ino)
