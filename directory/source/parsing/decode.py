"""Bytes of a file to text: size, encoding and characters that no person types."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from directory.problems import Position, Problem, quoted
from directory.problems.errors import DirectoryError

MAX_BYTES = 200_000
# YAML 1.1, production c-printable, less the line separators that editors do not count as lines, the byte order mark
# in mid-text and the C1 controls. Tab and line feed are text.
UNPRINTABLE = re.compile(
    "[^\\t\\n\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
# Where a word processor begins a new line within a paragraph.
LINE_BREAK = re.compile("[\x0b\x0c]")
MOST_LINES_SHOWN = 30
# UTF-8 that was read as Windows-1252: "Ã¤" for "ä".
TWICE_ENCODED = re.compile("[ÃÂâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+")
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
    """A file's text with line feeds only, in normal form C, and what is wrong with it.

    With a problem the text is what was meant, where that can be told; else there is none.
    """

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
        text = _plain(data.decode("utf-16", "replace"))
        return Text(text, Problem.at(Position(path), "datei-kodierung", message, SAVE_AS_UTF8))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"Das Zeichen mit dem Wert {data[error.start]:#04x} ist kein UTF-8. Oft ist das ein Umlaut."
        before = data[: error.start].decode("utf-8-sig", "replace")
        text = _plain(data.decode("cp1252", "replace"))
        return Text(text, Problem.at(_end_of(before, path), "datei-kodierung", message, SAVE_AS_UTF8))
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if bad := UNPRINTABLE.search(text):
        return Text(_plain(text), _unprintable_lines(text, _end_of(text[: bad.start()], path)))
    mended = decoded_again(text)
    return Text(mended, _twice_encoded(text, path)) if mended != text else Text(text)


def _plain(text: str) -> str:
    lines = LINE_BREAK.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", UNPRINTABLE.sub("", lines))


def decoded_again(text: str) -> str:
    """Return the text with the letters that another program has broken: "Ã¤" is "ä"."""
    return TWICE_ENCODED.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    try:
        return match.group().encode("cp1252").decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return match.group()


def _twice_encoded(text: str, path: str) -> Problem:
    """Return where another program has broken letters, in which lines, and what the first word was."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if decoded_again(line) != line]
    first, line = lines[0]
    word = next(word for word in line.split() if decoded_again(word) != word)
    where = "Zeile" if len(lines) == 1 else "den Zeilen"
    numbers = ", ".join(str(number) for number, _ in lines)
    message = f"Ein anderes Programm hat die Umlaute kaputt gemacht. Das steht in {where} {numbers}."
    hint = f"Schreiben Sie diese Wörter neu. {quoted(word)} heißt {quoted(decoded_again(word))}.\n{SAVE_AS_UTF8}"
    return Problem.at(Position(path, first, line.index(word) + 1), "datei-kodierung", message, hint)


def _unprintable_lines(text: str, first: Position) -> Problem:
    """Return where characters stand that nobody sees, in all lines that have one, and these lines without them."""
    lines = {number: line for number, line in enumerate(text.split("\n"), 1) if UNPRINTABLE.search(line)}
    bad = next(iter(UNPRINTABLE.findall(text)))
    numbers = [str(number) for number in lines]
    breaks = " Dort beginnt eine neue Zeile." if LINE_BREAK.search(text) else ""
    message = unprintable(bad, first).message
    shown = "\n".join([_plain(line).rstrip() for line in lines.values()][:MOST_LINES_SHOWN])
    more = "" if len(lines) <= MOST_LINES_SHOWN else "\n…"
    where = f"Zeile {numbers[0]}" if len(numbers) == 1 else f"den Zeilen {', '.join(numbers[:MOST_LINES_SHOWN])}"
    hint = f"Löschen Sie solche Zeichen.{breaks} Schreiben Sie statt {where}:\n{shown}{more}"
    return Problem.at(first, "datei-steuerzeichen", message, hint)


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
