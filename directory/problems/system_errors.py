"""What the operating system refuses, in words for a person."""

import errno
import os

from directory.problems.errors import DirectoryError

# What is wrong, and what to do.
GERMAN = {
    errno.EACCES: ("Dafür fehlt das Recht: {file}.", "Prüfen Sie die Rechte von der Datei und vom Ordner."),
    errno.EPERM: ("Dafür fehlt das Recht: {file}.", "Prüfen Sie die Rechte von der Datei und vom Ordner."),
    errno.EROFS: ("Hier kann niemand schreiben: {file}.", "Nehmen Sie einen anderen Ordner."),
    errno.ENOSPC: ("Auf dem Computer ist kein Platz mehr: {file}.", "Löschen Sie, was Sie nicht brauchen."),
    errno.EDQUOT: ("Für Sie ist kein Platz mehr: {file}.", "Löschen Sie, was Sie nicht brauchen."),
    errno.EFBIG: ("Die Datei ist zu groß: {file}.", "Nehmen Sie einen anderen Ordner."),
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
        named = what.format(file=f"„{os.fsdecode(error.filename)}“") if error.filename else what.replace(": {file}", "")
        return f"{named} {to_do}"
    return ""
