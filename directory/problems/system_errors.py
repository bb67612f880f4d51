"""What the operating system refuses, in words for a person."""

import errno
import os

from directory.problems.errors import DirectoryError

FORBIDDEN = ("Das Programm darf {file} nicht lesen oder schreiben.", "Prüfen Sie die Rechte.")
# Which file it is does not matter, and the system often names another one.
FULL = ("Es ist kein Platz mehr auf der Festplatte.", "Löschen Sie etwas, und versuchen Sie es noch einmal.")
# What is wrong, and what to do.
GERMAN = {
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: FORBIDDEN,
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.ENOENT: ("Das gibt es nicht: {file}.", "Prüfen Sie den Namen."),
    errno.EEXIST: ("Das gibt es schon: {file}.", "Nehmen Sie einen anderen Namen."),
    errno.EISDIR: ("Das ist ein Ordner und keine Datei: {file}.", "Prüfen Sie den Namen."),
    errno.ENOTDIR: ("Das ist eine Datei und kein Ordner: {file}.", "Prüfen Sie den Namen."),
    errno.ENAMETOOLONG: ("Der Name ist zu lang: {file}.", "Nehmen Sie einen kürzeren Namen."),
    errno.EMFILE: ("Zu viele Dateien sind offen.", "Schließen Sie andere Programme."),
    errno.ENOMEM: ("Der Computer hat zu wenig Speicher.", "Schließen Sie andere Programme."),
}


def words_of(error: BaseException) -> str:
    """Return what a person can do about an error, in German; an empty text where the program itself is wrong."""
    if isinstance(error, DirectoryError):
        return str(error)
    if isinstance(error, OSError) and error.errno in GERMAN:
        what, to_do = GERMAN[error.errno]
        file = f"„{os.fsdecode(error.filename)}“" if error.filename else "eine Datei"
        named = what.format(file=file)
        return f"{named} {to_do}"
    return ""
