"""One build at a time for one output."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from directory.problems.errors import DirectoryError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class BuildRunningError(DirectoryError):
    """Another build writes the same output."""

    def __str__(self) -> str:
        """Return in German what to do."""
        return "Diese Seite baut gerade schon ein anderes Programm. Warten Sie, bis es fertig ist."


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock of this file; the system takes it away from a process that dies.

    Raises BuildRunningError if somebody else holds it. Where the system or its file system knows no such locks
    (Windows), nobody is kept out.
    """
    if fcntl is None:
        yield
        return
    descriptor = _open(file)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        os.close(descriptor)


def _open(file: Path) -> int:
    """Return the open file with its lock."""
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise BuildRunningError from None
        except OSError:  # a network drive without locks
            return descriptor
        # Whoever had the lock before may have deleted the file since it was opened here: then this is the lock of none.
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), file.stat()):
                return descriptor
        os.close(descriptor)
