"""What was copied with an entry from another program: greeting and signature of an e-mail, stars around field names."""

import re

from directory.problems import quoted
from directory.source.field_names import is_at_top, is_field
from directory.source.layout.finding import Finding, in_lines, shown
from directory.source.layout.indentation import FIELD

STARS = re.compile(r"(?P<before>\s*(?:-\s+)?)[*_]+(?P<key>[\w-]+)(?::[*_]+|[*_]+\s*:)\s*(?P<value>.*)")
HELLO = re.compile(r"(?:hallo|liebe[rs]?|guten|sehr geehrte[rs]?|hi|hey|moin|servus|grüß)\b", re.IGNORECASE)
GOODBYE = re.compile(
    r"(?:-- ?$|(?:viele|liebe|herzliche|beste|schöne|freundliche|sonnige)[nr]? gr[uü](?:ß|ss)|mit .{0,20}gr[uü](?:ß|ss)"
    r"|gr[uü](?:ß|ss)|(?:vielen |herzlichen )?dank|lg\b|mfg\b|vg\b|gesendet |von meinem )",
    re.IGNORECASE,
)


def around(lines: list[str]) -> Finding | None:
    """Return what does not belong to the entry in a file that cannot be read."""
    return _stars(lines) or _letter(lines)


def _stars(lines: list[str]) -> Finding | None:
    mended = {
        number: f"{found['before']}{found['key']}: {found['value']}".rstrip()
        for number, line in enumerate(lines)
        if (found := STARS.fullmatch(line)) and is_field(found["key"])
    }
    if not mended:
        return None
    return Finding(
        code="yaml-sonderzeichen",
        message="Um den Namen von einem Feld stehen Sternchen. Das kommt aus einem anderen Programm.",
        hint=f"Löschen Sie die Sternchen. Schreiben Sie {in_lines(mended)}:\n{shown(mended.values())}",
        lines=mended,
        line=next(iter(mended)),
    )


def _letter(lines: list[str]) -> Finding | None:
    fields = [at for at, line in enumerate(lines) if (found := FIELD.fullmatch(line)) and is_at_top(found["key"])]
    if not fields:
        return None
    above = [at for at in range(fields[0]) if lines[at].strip() and not lines[at].startswith("#")]
    end = next((at for at in range(fields[-1], len(lines)) if GOODBYE.match(lines[at])), len(lines))
    wrong = above if any(HELLO.match(lines[at]) for at in above) else []
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
