"""The new site is built beside the old one and takes its place in one step."""

import contextlib
import ctypes
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from directory.problems.errors import DirectoryError
from directory.site.lock import locked

# linux/fs.h and fcntl.h
RENAME_EXCHANGE = 2
AT_FDCWD = -100
# What a file system says that cannot exchange two folders in one step, and what one says of a folder that must stay.
CANNOT_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
MUST_STAY = frozenset({errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES})


class OutputFolderError(DirectoryError):
    """The site cannot go into this folder; the text says in German why, and what to do."""


@dataclass(frozen=True, slots=True)
class _Places:
    """The folder of the site, and what lies beside it only during a build."""

    output: Path

    @property
    def lock(self) -> Path:
        return self.output.with_name(f".{self.output.name}.lock")

    @property
    def former(self) -> Path:
        """Where the old site is for a moment, if it takes two steps."""
        return self.output.with_name(f".{self.output.name}.alt")

    @property
    def drafts(self) -> str:
        return f".{self.output.name}.neu-"


@dataclass(frozen=True, slots=True)
class Draft:
    """An empty folder to build in, beside the output."""

    folder: Path
    _places: _Places

    def take_place(self) -> None:
        """Make the folder the output, and take the old site away; its hidden files come along, as with MkDocs.

        Raises OutputFolderError for an output that must stay where it is, and OSError; then the old site is there.
        """
        _take_place(self.folder, self._places)


@contextlib.contextmanager
def new_site(output: Path, sources: Collection[Path]) -> Iterator[Draft]:
    """Yield a draft; if it does not take its place, nothing of it is left.

    The old site is complete until then, even if this process is killed; the next build clears away what it has left.
    `sources` must not lie in the output. Raises BuildRunningError while another build has the same output, and
    OutputFolderError for a folder that cannot be taken.
    """
    places = _Places(output.resolve())
    output = places.output
    _require_fit(output, sources)
    output.parent.mkdir(parents=True, exist_ok=True)
    with locked(places.lock):
        _mend(places)
        # A name of its own: of a build that was killed, MkDocs may still be running.
        folder = output.with_name(f"{places.drafts}{secrets.token_hex(4)}")
        folder.mkdir()
        try:
            yield Draft(folder, places)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _require_fit(output: Path, sources: Collection[Path]) -> None:
    if output.exists() and not output.is_dir():
        raise OutputFolderError(f"„{output}“ ist kein Ordner. Nehmen Sie mit --output einen anderen Namen.")
    if inside := next((source for source in sources if source.resolve().is_relative_to(output)), None):
        raise OutputFolderError(
            f"In „{output}“ liegt „{inside}“. Die neue Seite löscht alles, was dort liegt. "
            "Nehmen Sie mit --output einen anderen Ordner."
        )
    if output.is_mount():
        raise OutputFolderError(_must_stay(output))
    there = [item for item in output.iterdir() if not item.name.startswith(".")] if output.is_dir() else []
    if there and not (output / "index.html").is_file():
        raise OutputFolderError(
            f"In „{output}“ liegen schon andere Dateien. Die neue Seite löscht alles, was dort liegt. "
            "Leeren Sie den Ordner, oder nehmen Sie mit --output einen anderen."
        )


def _must_stay(output: Path) -> str:
    return (
        f"Der Ordner „{output}“ ist ein eigenes Laufwerk. Das Programm kann ihn nicht austauschen. "
        f"Nehmen Sie einen Ordner darin: --output {output / 'site'}"
    )


def _mend(places: _Places) -> None:
    """Take away what killed builds have left; the old site of one that died between its two steps comes back."""
    if places.former.exists() and not places.output.exists():
        places.former.rename(places.output)
    shutil.rmtree(places.former, ignore_errors=True)
    for item in places.output.parent.iterdir():
        if item.name.startswith(places.drafts):
            shutil.rmtree(item, ignore_errors=True)


def _take_place(draft: Path, places: _Places) -> None:
    output = places.output
    if not output.exists():
        draft.rename(output)
        return
    _bring_along(output, draft)
    try:
        if not _exchanged(draft, output):
            _in_two_steps(draft, places)
    except OSError as error:
        if error.errno in MUST_STAY:
            raise OutputFolderError(_must_stay(output)) from error
        raise
    shutil.rmtree(places.former, ignore_errors=True)


def _in_two_steps(draft: Path, places: _Places) -> None:
    places.output.rename(places.former)
    try:
        draft.rename(places.output)
    except OSError:
        places.former.rename(places.output)
        raise


def _bring_along(old: Path, new: Path) -> None:
    """Copy the rights of the folder and its hidden files, for example `.git` or `.htaccess`."""
    shutil.copymode(old, new)
    for item in old.iterdir():
        if not item.name.startswith(".") or (new / item.name).exists():
            continue
        if item.is_dir() and not item.is_symlink():
            shutil.copytree(item, new / item.name, symlinks=True)
        else:
            shutil.copy2(item, new / item.name, follow_symlinks=False)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, and return whether this system can do that."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:  # musl
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(other))
