"""What was copied with an entry from another program: greeting and signature of an e-mail, signs around fields."""

import re

from directory.problems import quoted
from directory.source.field_names import is_at_top, is_field
from directory.source.layout.finding import Finding, in_lines, rewritten, shown
from directory.source.layout.indentation import FIELD

# "*orte:*", "📍 *orte:*" and "📍 orte:", as messengers show them in bold and with pictures.
PICTURE = r"(?:[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?)"
STARS = re.compile(
    rf"(?P<before>\s*(?:-\s+)?)(?=[*_]|{PICTURE}){PICTURE}*\s*[*_]*(?P<key>[\w-]+)(?::[*_]*|[*_]*\s*:)(?=\s|$)"
    r"\s*(?P<value>.*)"
)
HELLO = re.compile(r"(?:hallo|liebe[rs]?|guten|sehr geehrte[rs]?|hi|hey|moin|servus|grüß)\b", re.IGNORECASE)
GOODBYE = re.compile(
    r"(?:-- ?$|(?:viele|liebe|herzliche|beste|schöne|freundliche|sonnige)[nr]? gr[uü](?:ß|ss)|mit .{0,20}gr[uü](?:ß|ss)"
    r"|gr[uü](?:ß|ss)|(?:vielen |herzlichen )?dank|lg\b|mfg\b|vg\b|gesendet |von meinem )",
    re.IGNORECASE,
)


# "> name: …" in an answer to an e-mail, "[30.11.26, 10:15] Anna: name: …" in a chat.
ANSWER = re.compile(r"(?:>\s?)+")
CHAT = re.compile(r"\[?\d{1,2}\.\d{1,2}\.\d{2,4},? \d{1,2}:\d\d(?::\d\d)?\]?(?: [-–])? [^:]{1,40}: ")
QUOTES = "\"'„“”‚‘’"
# "name": "Treff", as programs write it, and "name: Treff".
QUOTED_NAME = re.compile(rf"(?P<before>\s*)[{QUOTES}](?P<key>[\w-]+)[{QUOTES}]\s*:\s*(?P<value>.*[^\[{{,\s])\s*,?\s*")
QUOTED_LINE = re.compile(rf"(?P<before>\s*)[{QUOTES}](?P<key>[\w-]+):\s+(?P<value>[^{QUOTES}]*)[{QUOTES}],?\s*")


def around(lines: list[str]) -> Finding | None:
    """Return what does not belong to the entry in a file that cannot be read."""
    return _stars(lines) or _before_lines(lines) or _quoted(lines) or _old_and_new(lines) or _letter(lines)


def _before_lines(lines: list[str]) -> Finding | None:
    """Return what an answer to an e-mail or a chat has put before lines."""
    written = [line for line in lines if line.strip()]
    answer = sum(bool(ANSWER.match(line)) for line in written) * 2 > len(written)
    sign = ANSWER if answer else CHAT
    mended = {number: sign.sub("", line, count=1) for number, line in enumerate(lines) if sign.match(line)}
    if not mended:
        return None
    what = "das Zeichen „>“" if answer else "Tag, Uhrzeit und Absender"
    return Finding(
        code="yaml-rahmen",
        message=f"Vor dem Text steht {what}. Das kommt aus einem anderen Programm.",
        hint=f"Löschen Sie das {in_lines(mended)}. Dann steht dort:\n{shown(mended.values())}",
        lines=mended,
        line=next(iter(mended)),
    )


def _quoted(lines: list[str]) -> Finding | None:
    """Return lines of fields with quotation marks around the name or the whole line, and the braces around them."""
    found = ((at, QUOTED_NAME.fullmatch(line) or QUOTED_LINE.fullmatch(line)) for at, line in enumerate(lines))
    fields = {at: one for at, one in found if one and is_field(one["key"])}
    if not fields:
        return None
    mended = {at: f"{one['before']}{one['key']}: {one['value']}" for at, one in fields.items()}
    braces = {at: "" for at, line in enumerate(lines) if line.strip() in {"{", "}"}}
    also = f" Löschen Sie die Klammern {in_lines(braces)}." if braces else ""
    message = "Um den Namen von einem Feld stehen keine Anführungszeichen."
    before = f"Am Ende von der Zeile steht kein Komma.{also} "
    return rewritten("yaml-anfuehrungszeichen-mitten", message, mended, before, braces)


def _stars(lines: list[str]) -> Finding | None:
    mended = {
        number: f"{found['before']}{found['key']}: {found['value']}".rstrip()
        for number, line in enumerate(lines)
        if (found := STARS.fullmatch(line)) and is_field(found["key"])
    }
    if not mended:
        return None
    pictures = any(re.search(PICTURE, lines[number].partition(":")[0]) for number in mended)
    signs = "Sternchen und Bildchen" if pictures else "Sternchen"
    message = f"Um den Namen von einem Feld stehen {signs}. Das kommt aus einem anderen Programm."
    return rewritten("yaml-sonderzeichen", message, mended, f"Löschen Sie die {signs}. ")


def _letter(lines: list[str]) -> Finding | None:
    fields = [at for at, line in enumerate(lines) if (found := FIELD.fullmatch(line)) and is_at_top(found["key"])]
    if not fields:
        return None
    above = [at for at in range(fields[0]) if lines[at].strip() and not lines[at].startswith("#")]
    letter = any(HELLO.match(lines[at]) for at in above)
    behind = range(fields[-1] + 1, len(lines))
    end = next((at for at in behind if GOODBYE.match(lines[at]) or _apart(lines, at)), len(lines))
    wrong = above if letter else []
    wrong += [at for at in range(end, len(lines)) if lines[at].strip()]
    if not wrong:
        return None
    return Finding(
        code="yaml-rahmen",
        message=f"{quoted(lines[wrong[0]])} gehört nicht in die Datei. Das ist ein Teil von einer E-Mail.",
        hint=f"Löschen Sie alles {in_lines(wrong)}:\n{shown(lines[at] for at in wrong)}",
        lines=dict.fromkeys(wrong, ""),
        line=wrong[0],
    )


def _apart(lines: list[str], number: int) -> bool:
    """Return whether a line is a sentence at the left edge behind an empty line: nothing of a field is written so."""
    line = lines[number]
    return bool(
        number and not lines[number - 1].strip() and re.match(r"[^\W\d]+[^:]*\s[^:]*[.!?,]$", line.rstrip())
    ) and not FIELD.match(line)


# "tage: [Freitag] NEU: Donnerstag", as people mark in a letter what has changed.
OLD_AND_NEW = re.compile(
    r"(?P<before>\s*(?:-\s+)?[\w-]+:)\s+(?:ALT:?\s+)?(?P<old>.*?\S)[\s,;(]+(?:NEU|JETZT|Neu|neu):\s+(?P<new>[^()]*\S)\)?\s*"
)
MARKED_AS_NEW = re.compile(r"\s*\(\s*(?:NEU|neu|Neu)\W*\)(?=\s*$)")


def _old_and_new(lines: list[str]) -> Finding | None:
    """Return lines in which the old value of a field stands beside the new one."""
    both = {at: found for at, line in enumerate(lines) if (found := OLD_AND_NEW.fullmatch(line))}
    if not both:
        return None
    mended = {at: f"{found['before']} {_like(found['old'], found['new'])}" for at, found in both.items()}
    mended |= {at: MARKED_AS_NEW.sub("", line) for at, line in enumerate(lines) if MARKED_AS_NEW.search(line)}
    message = "In einer Zeile stehen der alte und der neue Wert. In der Datei steht nur der neue."
    return rewritten("yaml-doppelpunkt", message, dict(sorted(mended.items())))


def _like(old: str, new: str) -> str:
    return f"[{new}]" if old.startswith("[") and not new.startswith("[") else new
