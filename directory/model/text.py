"""Texts as people write them: one line each, normal form, nothing invisible."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from directory.model.base import validation_error
from directory.problems import Hint

MAX_LINE = 1000
# Direction overrides can make a text read as something else (Unicode TR 36); the others cannot be seen at all.
# The joiners U+200C and U+200D shape Persian and emoji and are allowed outside names.
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
IDENTIFIER = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
# What people write where they do not know, or where there is nothing. "Keine." is a sentence, "keine" is none.
LONGEST_NOT_KNOWN = 40
NOT_KNOWN = re.compile(
    r"(?:[?\-–—_./x ]+|n\. ?n\.?|n\. ?a\.?|k\. ?A\.?|tbd|tba|folgt|offen lassen|leer|unklar|"
    r"(?:ist )?(?:noch )?(?:un|nicht )bekannt|keine?r?(?!\.)|keins(?!\.)|keine Angaben?|"
    r"nicht vorhanden|haben wir nicht|gibt es nicht|"
    r"(?:(?:ist|das ist|sind|steht)\s+)?noch (?:offen|unklar|nicht (?:klar|fest|entschieden))|(?:kommt|folgt) noch|"
    r"wird (?:noch )?(?:nachgereicht|ergänzt|geklärt)|weiß nicht genau|müssen wir noch (?:klären|fragen)|"
    r"(?:das )?entfällt|nichts(?!\.)|(?:das )?wei(?:ß|ss) (?:ich |man |noch )*nicht)\.?",
    re.IGNORECASE,
)
JOINERS = re.compile("[\u200c\u200d]")


def one_line(text: str) -> str:
    """Return the text in normal form C with single blanks; refuse invisible characters."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    if not line:
        raise validation_error("wert-leer", "Hier steht nichts.", "Löschen Sie die Zeile, oder füllen Sie sie aus.")
    if len(line) <= LONGEST_NOT_KNOWN and NOT_KNOWN.fullmatch(line):
        message, hint = f"Hier steht nur „{line}“.", "Löschen Sie die Zeile, oder füllen Sie sie aus."
        raise validation_error("wert-leer", message, hint)
    if len(line) > MAX_LINE:
        message = f"Der Text hat {len(line)} Zeichen. Erlaubt sind {MAX_LINE}."
        raise validation_error(
            "wert-zu-lang", message, "Machen Sie daraus mehrere kurze Sätze. Jeder Satz steht in einer eigenen Zeile."
        )
    _refuse(INVISIBLE, line)
    return line


def name(text: str) -> str:
    """Return the text as a name: one line without any character that cannot be seen."""
    _refuse(JOINERS, text)
    return one_line(text)


def _refuse(pattern: re.Pattern[str], line: str) -> None:
    if bad := pattern.search(line):
        message = f"In diesem Text steht ein unsichtbares Zeichen (U+{ord(bad.group()):04X})."
        hint = Hint("Schreiben Sie ohne dieses Zeichen:", pattern.sub("", line))
        raise validation_error("zeichen-unsichtbar", message, hint)


def identifier(text: str) -> str:
    """Return a short name as files and addresses use it."""
    _refuse_bullet(text)
    if not re.fullmatch(IDENTIFIER, text):
        message = f"„{text}“ ist kein Kurz-Name."
        hint = (
            "Ein Kurz-Name hat nur kleine Buchstaben (ä wird ae), Ziffern und Binde-Striche. Er ist der Name von einer "
            "Datei ohne Endung oder ein Wort aus einer Wörter-Liste. Zum Beispiel: haus-im-park"
        )
        raise validation_error("kurzname", message, hint)
    return text


def reference(text: str) -> str:
    """Return what should be the identifier of an item of a list; whether it is one, and which was meant, is a check."""
    _refuse_bullet(text)
    return one_line(text)


def _refuse_bullet(text: str) -> None:
    if text.startswith(("–", "—", "•")):
        message = f"Das Zeichen „{text[0]}“ beginnt hier keine Liste."
        hint = Hint("Nehmen Sie vor jedem Wert den kurzen Strich „-“:", [text[1:].strip()])
        raise validation_error("kurzname", message, hint)


@lru_cache(2**15)
def collation_key(text: str) -> tuple[str, str]:
    """Return the sort key of German lists: umlauts sort as their base letter (DIN 5007-1)."""
    folded = text.casefold().replace("ß", "ss")
    base = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", base).strip(), text


def initial(name: str) -> str:
    """Return the letter under which a name stands from A to Z: "Ä" under A; what begins with none under "0 bis 9"."""
    first = collation_key(name)[0][:1].upper()
    return first if unicodedata.category(first or " ").startswith("L") else "0 bis 9"


@dataclass(frozen=True, slots=True)
class ItemReference:
    """Mark of a field whose identifiers are items of a list: a file of `_vocabulary/`, `_traeger`, or the entries."""

    words: str


def street_key(street: str) -> str:
    """Return what is equal for all spellings of a street: "Haupt-Straße", "Hauptstr.", with any kind of hyphen."""
    plain = re.sub(r"[\s\u00ad\u2010-\u2015\u2212-]+", "", street.casefold().replace("ß", "ss"))
    return re.sub(r"str(?:asse|\.)?$", "str", plain)


Line = Annotated[str, AfterValidator(one_line)]
Name = Annotated[str, AfterValidator(name)]
Identifier = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(identifier)]
Reference = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(reference)]
Lines = tuple[Line, ...]
# Lines that people read, a sentence each; the mark is how they are found in a model.
SENTENCES = "sentences"
Sentences = Annotated[Lines, SENTENCES]
NonEmptySentences = Annotated[Lines, SENTENCES, Field(min_length=1)]
Identifiers = tuple[Identifier, ...]
References = tuple[Reference, ...]
NonEmptyReferences = Annotated[tuple[Reference, ...], Field(min_length=1)]
NonEmptyIdentifiers = Annotated[tuple[Identifier, ...], Field(min_length=1)]
# What is no file of `_vocabulary/` but can be named all the same.
PROVIDERS, ENTRIES = "_traeger", "angebote"
