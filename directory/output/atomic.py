"""Files that appear whole or not at all: written beside their place and renamed into it."""

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

WINDOWS = b"\r\n"
# A file system allows 255 bytes for a name.
LONGEST_PREFIX = 40


def replace_file(path: Path, content: bytes) -> None:
    """Write the file so that everybody sees the old content or the new one, never a part.

    The permissions and, where this is allowed, the owner of the file stay; a link stays a link. A device or a pipe is
    written as it is. Raises PermissionError for a file that is write-protected, and OSError where nothing can be
    written; then the old file is untouched and nothing is left beside it.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    with _draft(target, content) as draft:
        if target.exists():
            _keep_attributes(target, draft)
        draft.replace(target)


def replace_text(path: Path, text: str) -> None:
    """Write a text with line feeds as `replace_file` does; where the file has Windows line ends, they stay."""
    content = text.encode()
    with contextlib.suppress(OSError):
        if path.is_file() and WINDOWS in path.read_bytes():
            content = content.replace(b"\n", WINDOWS)
    replace_file(path, content)


def create_file(path: Path, content: bytes) -> None:
    """Write a new file, whole or not at all. Raises FileExistsError where there is one of this name."""
    with _draft(path, content) as draft:
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links, on a memory stick
            with path.open("xb") as stream:
                stream.write(content)


@contextlib.contextmanager
def _draft(target: Path, content: bytes) -> Iterator[Path]:
    draft = target.with_name(f".{target.name[:LONGEST_PREFIX]}.{secrets.token_hex(6)}")
    try:
        with draft.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())  # a rename may reach the disk before the content that it names
        yield draft
    except OSError as error:
        error.filename = str(target) if error.filename in {None, str(draft)} else error.filename
        raise
    finally:
        draft.unlink(missing_ok=True)


def _keep_attributes(old: Path, new: Path) -> None:
    shutil.copymode(old, new)
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):
            owner = old.stat()
            os.chown(new, owner.st_uid, owner.st_gid)
