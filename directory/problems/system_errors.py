"""What the operating system refuses, in words for the person in front of it."""

import errno

FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
SENTENCES = {
    errno.ENOENT: "„{file}“ gibt es nicht.",
    errno.EEXIST: "„{file}“ gibt es schon. Wählen Sie einen anderen Namen.",
    errno.EISDIR: "„{file}“ ist ein Ordner. Nötig ist eine Datei.",
    errno.ENOTDIR: "„{file}“ liegt nicht in einem Ordner. Prüfen Sie den Weg zu dieser Datei.",
    errno.ENAMETOOLONG: "Der Name „{file}“ ist zu lang. Wählen Sie einen kürzeren Namen.",
}


def in_german(error: OSError) -> str:
    """Return in one or two sentences what is wrong and what to do; an empty text for what no person can mend."""
    if error.errno in FULL:
        return "Es ist kein Platz mehr auf der Festplatte. Löschen Sie etwas, und versuchen Sie es noch einmal."
    file = error.filename or ""
    if isinstance(file, bytes):
        file = file.decode(errors="replace")
    if not file:
        return ""
    if error.errno in FORBIDDEN:
        return f"Das Programm darf „{file}“ nicht lesen oder schreiben. Prüfen Sie die Rechte."
    return SENTENCES.get(error.errno or 0, "").format(file=file)
