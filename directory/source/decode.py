"""Bytes of a file to text: size, encoding and characters that no person types."""

import codecs
import re
from dataclasses import dataclass

from directory.problems import Position, Problem
from directory.problems.errors import DirectoryError

MAX_BYTES = 200_000
# YAML 1.1, production c-printable, less the line separators that editors do not count as lines, the byte order mark
# in mid-text and the C1 controls. Tab and line feed are text.
UNPRINTABLE = re.compile(
    "[^\\t\\n\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
SAVE_AS_UTF8 = (
    "Speichern Sie die Datei mit der Kodierung „UTF-8“. Das geht in jedem Text-Programm unter „Speichern unter“."
)

# How files of other programs begin.
OTHER_PROGRAMS = {
    b"{\\rtf": "mit Word oder einem ähnlichen Programm gespeichert (RTF)",
    b"PK\x03\x04": "mit Word, Excel oder einem ähnlichen Programm gespeichert",
    b"%PDF": "ein PDF",
    b"<!DOCTYPE": "eine Internet-Seite",
    b"<html": "eine Internet-Seite",
}
PLAIN_TEXT = (
    "Öffnen Sie die Datei dort. Kopieren Sie nur den Text. Öffnen Sie ein einfaches Text-Programm, zum Beispiel den "
    "Editor. Fügen Sie den Text ein. Speichern Sie mit der Kodierung „UTF-8“."
)


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text with line feeds only, or the problem that makes it unreadable."""

    text: str = ""
    problem: Problem | None = None


class UnreadableTextError(DirectoryError):
    """A file that is no text in UTF-8."""


def decode(data: bytes, path: str, most: int = MAX_BYTES) -> Text:
    """Return the text of a UTF-8 file; a byte order mark and Windows line ends are accepted and dropped.

    More than `most` bytes are refused.
    """
    if len(data) > most:
        return Text(problem=_too_large(len(data), path))
    if program := next((name for start, name in OTHER_PROGRAMS.items() if data.lstrip().startswith(start)), ""):
        message = f"Das ist keine Text-Datei. Sie ist {program}."
        return Text(problem=Problem.at(Position(path), "datei-programm", message, PLAIN_TEXT))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "Die Datei ist als „Unicode“ oder „UTF-16“ gespeichert."
        return Text(problem=Problem.at(Position(path), "datei-kodierung", message, SAVE_AS_UTF8))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"Das Zeichen mit dem Wert {data[error.start]:#04x} ist kein UTF-8. Oft ist das ein Umlaut."
        before = data[: error.start].decode("utf-8-sig", "replace")
        return Text(problem=Problem.at(_end_of(before, path), "datei-kodierung", message, SAVE_AS_UTF8))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if bad := UNPRINTABLE.search(text):
        return Text(problem=unprintable(bad.group(), _end_of(text[: bad.start()], path)))
    return Text(text)


def unprintable(character: str, position: Position) -> Problem:
    """Return the problem of a character that cannot be seen or printed."""
    message = f"Hier steht ein Steuer-Zeichen (U+{ord(character):04X}). Man sieht es nicht."
    return Problem.at(
        position, "datei-steuerzeichen", message, "Löschen Sie das Zeichen. Tippen Sie die Zeile im Zweifel neu."
    )


def _too_large(size: int, path: str) -> Problem:
    message = f"Die Datei hat {size // 1000} Kilobyte. Erlaubt sind {MAX_BYTES // 1000} Kilobyte."
    return Problem.at(Position(path), "datei-zu-gross", message, "Schreiben Sie jedes Angebot in eine eigene Datei.")


def _end_of(text: str, path: str) -> Position:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Position(path, len(lines), len(lines[-1]) + 1)
