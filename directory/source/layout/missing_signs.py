"""Lines in which a sign is missing: the blank after a colon, the colon after a field, the dash before an item."""

import re
from dataclasses import replace

from directory.problems import quoted
from directory.problems.written import in_quotes, scalar
from directory.source.field_names import has_field, is_field, is_own_name, plain
from directory.source.layout.finding import Finding, Spot, indentation
from directory.source.layout.indentation import FIELD
from directory.source.layout.spacing import JOINED, no_blanks

# What people write in place of a colon: a blank, a tab, a dash, an equals sign, the colon of another script.
AFTER_A_NAME = re.compile(r"\s*(?:[=:：∶;]|(?<=\s)(?:[-–—]|->|→)(?=\s))\s*|\s+")
SENTENCE = re.compile(r"[A-ZÄÖÜ\d„][^:=]*\s[^:=]*[.!?]")
ITEM = re.compile(r"(?P<before>\s*-\s+)(?P<text>[^\s].*)$")
SENTENCES = frozenset(plain(key) for key in ("beschreibung", "fuer_wen", "erster_besuch", "bedingungen"))


def no_colon(spot: Spot) -> Finding:
    """Return what is missing in a line that is no field: a colon, a dash, or a blank after one of them."""
    return replace(no_blanks(spot.lines, spot.start) or without_colon(spot, spot.start), at_start=True)


def without_colon(spot: Spot, number: int) -> Finding:
    """Return what a line is that is no field: the rest of a text, an item without a dash, or a field all the same."""
    line = spot.lines[number]
    if note := _foreign_note(spot, number):
        return note
    first = re.split(r"[\s=:：;]", line.strip(), maxsplit=1)[0]
    named = is_own_name(first) or re.match(r"\s*[\w-]+\s*=", line)
    if not named or _goes_on(spot, number):
        if wrapped := broken_text(spot, number):
            return wrapped
        if SENTENCE.fullmatch(line.strip()):
            return no_dash(spot, number)
    return Finding(
        code="yaml-doppelpunkt-fehlt",
        message=_colon_missing(line),
        hint=f"Schreiben Sie:\n{indentation(line)}{_with_colon(line)}",
        lines={number: indentation(line) + _with_colon(line)},
    )


def _foreign_note(spot: Spot, number: int) -> Finding | None:
    """Return how a note begins here that somebody has begun as in another language."""
    note = re.match(r"(\s*)(?://|/\*|--|;)+\s*(.*?)(?:\*/)?\s*$", spot.lines[number])
    if not note:
        return None
    message = f"{quoted(spot.lines[number].strip())} ist kein Feld. Es sieht aus wie eine Notiz."
    hint = "Löschen Sie die Zeile. In der Datei kann jeder die Notiz lesen."
    mended = ""
    return Finding(code="yaml-sonderzeichen", message=message, hint=hint, lines={number: mended})


def broken_text(spot: Spot, number: int) -> Finding | None:
    """Return what is wrong with a text that goes on in a line without indentation, and how the whole text is written.

    One text is one line; where sentences belong, each has its own.
    """
    start = number - 1
    while start > 0 and not (FIELD.match(spot.lines[start]) or ITEM.match(spot.lines[start])):
        start -= 1
    field, item = FIELD.match(spot.lines[start]), ITEM.match(spot.lines[start])
    below = start == number - 1 and not SENTENCE.fullmatch(spot.lines[number].strip())
    if field and is_field(field["key"]) and (field["value"] or below):
        before, text = f"{field['before']}{field['key']}:", field["value"] or ""
    elif item:
        before, text = item["before"], item["text"]
    else:
        return None
    end = number
    while end < len(spot.lines) and (line := spot.lines[end]).strip() and not (_known(line) or ITEM.match(line)):
        end += 1
    # A mail program wraps an address without a blank.
    between = "" if re.fullmatch(r"<?(?:https?://|www\.)\S+", text.strip()) else " "
    whole = between.join((text.strip(), *(line.strip() for line in spot.lines[start + 1 : end] if line.strip())))
    whole = whole.strip()
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„])", re.sub(r"(?<=[a-zäöüß])- (?=[a-zäöüß])", "", whole))
    blanks = " " * (len(indentation(before)) + (2 if field else 0))
    if field and (len(sentences) > 1 or plain(field["key"]) in SENTENCES):
        written = "\n".join((before, *(f"{blanks}- {scalar(one)}" for one in sentences)))
        mended = f"{before} [{', '.join(map(in_quotes, sentences))}]"
    else:
        written = mended = f"{before} {scalar(' '.join(sentences))}".replace("-  ", "- ")
    hint = f"Schreiben Sie {'jeden Satz in eine eigene' if len(sentences) > 1 else 'alles in eine'} Zeile:"
    message = "Hier geht der Text von der Zeile davor weiter. So hält der Computer ihn für ein Feld."
    if not text:
        message = "Dieser Text steht in einer eigenen Zeile. Er gehört hinter den Doppelpunkt davor."
    return Finding(
        code="yaml-einrueckung",
        message=message,
        hint=f"{hint}\n{written}",
        lines={start: mended, **dict.fromkeys(range(start + 1, end), "")},
    )


def _goes_on(spot: Spot, number: int) -> bool:
    """Return whether a line is the rest of a sentence though it begins with the name of a field: "am / Telefon".

    The text above has no end, and nothing that belongs to the field stands below.
    """
    line, above = spot.lines[number].strip(), spot.lines[number - 1] if number else ""
    field, item = FIELD.match(above), ITEM.match(above)
    text = field["value"] if field else item["text"] if item else ""
    if not text or not re.search(r"[\w,]\s+[\w&-]+,?$", text.rstrip()) or not line[:1].isupper():
        return False
    below = FIELD.match(spot.lines[number + 1]) if number + 1 < len(spot.lines) else None
    inside = below and len(indentation(below["before"])) > len(indentation(spot.lines[number]))
    return not (inside and below and has_field(line, below["key"])) and (item is not None or " " not in line)


def _known(line: str) -> bool:
    found = FIELD.match(line) or JOINED.match(line)
    return bool(found and is_field(found["key"]))


def no_dash(spot: Spot, number: int) -> Finding:
    """Return where the dash is missing before a sentence, as far to the right as its neighbours."""
    line = spot.lines[number].strip()
    dashes = [found for one in spot.lines[number - 1 : number + 2] if (found := re.match(r"\s*-\s", one))]
    column = len(indentation(dashes[0].group())) if dashes else 2
    mended = f"{' ' * column}- {line}"
    blanks = f" mit {column} Leerzeichen davor" if column else ""
    return Finding(
        code="yaml-strich",
        message=f"Vor dem Satz {quoted(line)} fehlt der Strich.",
        hint=f"Schreiben Sie{blanks}:\n{mended}",
        lines={number: mended},
    )


def _colon_missing(line: str) -> str:
    if re.match(r"\s*[\w-]+\s*=", line):
        return f"In der Zeile {quoted(line.strip())} steht „=“. Nehmen Sie in jeder Zeile einen Doppelpunkt."
    return f"In der Zeile {quoted(line.strip())} fehlt der Doppelpunkt nach dem Namen vom Feld."


def _with_colon(line: str) -> str:
    """Return the line with a colon after its first word, which is the name of a field: they have small letters."""
    field, value = AFTER_A_NAME.split(line.strip(), maxsplit=1) if AFTER_A_NAME.search(line.strip()) else (line, "")
    return f"{field.strip().lower()}: {value}".strip()
