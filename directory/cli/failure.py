"""What a person reads where a command breaks down: never a traceback."""

import tempfile
import traceback

from directory.problems.system_errors import words_of


def failure(error: Exception) -> str:
    """Return an error in one German line. Where the program itself is wrong, the line names a file with the details."""
    if words := words_of(error):
        return words
    details = "".join(traceback.format_exception(error))
    return f"Das Programm hat einen Fehler. Sie haben nichts falsch gemacht. {where_to_read(details)}"


def where_to_read(details: str) -> str:
    """Keep the details in a file, and return a sentence that names it.

    The file is in the system's folder for temporary files: there a program may write even where the project is read
    only or its disk is full, and no repository gets the file by mistake.
    """
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="replace", prefix="directory-", suffix=".log", delete=False
        ) as file:
            file.write(details)
    except OSError as error:
        last = details.strip().rpartition("\n")[2]
        return f"Einzelheiten gibt es nicht, denn: {words_of(error) or 'Das geht hier nicht.'} ({last})"
    return f"Die Einzelheiten stehen in dieser Datei: {file.name}"
