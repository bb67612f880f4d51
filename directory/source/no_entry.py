"""Files that are no entry yet: a mail, a chat, a letter about an entry, the file of another program."""

import re

from directory.problems import Position, Problem
from directory.source.field_names import field_called, is_own_name, stands_at_top
from directory.source.parsing.decode import OTHER_PROGRAMS, PLAIN_TEXT

# "> name:" in a mail, "[14.11.26, 18:02:40] Gruppe: name: Lese-Kreis" in a chat.
FIELD_INSIDE = re.compile(r"(?:^|[>\s*_])(name|art|themen|beschreibung|kontakt|quelle)\s*:", re.IGNORECASE)
FEWEST_FIELDS = 2
FEWEST_LINES = 3
OUT_OF_FIELDS = """\
So beginnt die Datei, mit Ihren Angaben:
name: Beispiel-Gruppe
art: treffpunkt
themen: [treffen-cafe]
beschreibung:
  - Wir sind eine Gruppe.
kontakt:
  telefon: 01234 567890
quelle:
  angabe: Die Gruppe selbst
  stand: 2026-10
Das ganze Beispiel steht in CONTRIBUTING.md."""
NO_FIELDS = f"""\
Gibt es das Angebot schon, und etwas ist neu? Dann nehmen Sie die ganze alte Datei. Ändern Sie darin nur, was neu ist. \
Alles andere bleibt stehen.
Gibt es das Angebot nicht mehr? Dann nehmen Sie die ganze alte Datei. Löschen Sie nichts. Schreiben Sie dazu:
status: geschlossen
Ist das Angebot neu? {OUT_OF_FIELDS}"""
ONLY_FIELDS = f"""\
Schreiben Sie nur die Felder in die Datei. Löschen Sie alles andere: Grüße, Namen, Uhrzeiten von Nachrichten, das \
Zeichen „>“. Gibt es eine Berichtigung? Dann schreiben Sie nur, was gilt.
{OUT_OF_FIELDS}"""


def other_file(data: bytes, name: str, where: Position) -> Problem | None:
    """Return what to do with a file by another ending in which an offer stands in the form of something else.

    One message says all of it: the name is not the only thing that is wrong. `name` is the one that it should have.
    """
    if program := next((said for start, said in OTHER_PROGRAMS.items() if data.lstrip().startswith(start)), ""):
        message = f"Diese Datei ist {program}. Niemand liest sie."
        return Problem.at(where, "datei-endung-angebot", message, f"{PLAIN_TEXT}\nDie neue Datei heißt: {name}")
    text = data.decode("utf-8", "replace")
    if len({found.lower() for found in FIELD_INSIDE.findall(text)}) < FEWEST_FIELDS:
        return None
    message = "In dieser Datei steht wohl ein Angebot, aber als Nachricht. Niemand liest sie so."
    return Problem.at(where, "datei-endung-angebot", message, f"{ONLY_FIELDS}\nDie Datei heißt dann: {name}")


def no_fields(text: str, path: str) -> Problem | None:
    """Return what to do with a text that says something about an entry, and is none; None where there are fields."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < FEWEST_LINES or sum(map(_is_field, lines)) >= FEWEST_FIELDS:
        return None
    message = "Das ist kein Eintrag. Hier fehlen die Felder wie „name“, „art“ und „themen“."
    return Problem.at(Position(path), "yaml-keine-felder", message, NO_FIELDS)


def _is_field(line: str) -> bool:
    before, colon, _ = line.partition(":")
    first = before.strip(" >*_-\"'") if colon else re.split(r"[\s=;]", line.strip(" >*_-\"'"), maxsplit=1)[0]
    if not colon and not is_own_name(first):
        return False
    return stands_at_top(field_called(first)) or (is_own_name(first) and first == first.lower())
