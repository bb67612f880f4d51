"""Lists that are none: with another sign than a dash, with no dash at all, and what was copied around them."""

import re
from html import unescape

from directory.problems import quoted
from directory.source.field_names import is_field, is_list
from directory.source.layout.finding import Finding, in_lines, indentation, rewritten, shown
from directory.source.layout.indentation import FIELD

# "1. ", "2) ", "a) ", or a picture as messengers have them: "👉 ", "✅ ", "➡️ ".
MARK = re.compile(r"(?:\d{1,2}[.)]|[a-h]\)|[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?)\s+(?=\S)")
FENCE = re.compile(r"\s*(?:```|~~~)")
BULLET = re.compile(r"(?P<before>\s*)(?P<sign>[•–—·▪◦‣]|[*+>](?=\s))\s*(?P<text>\S.*)")
DASH = re.compile(r"(?P<before>\s*)-\s")
DASH_WITHOUT_BLANK = re.compile(r"(?P<before>\s*)-(?P<text>[^\W\d].*)")


def frame(lines: list[str]) -> Finding | None:
    """Return what was copied with an entry from a comment: the signs around it, and what stands outside of them."""
    fences = [number for number, line in enumerate(lines) if FENCE.match(line)]
    if not fences:
        return None
    first, last = fences[0], fences[-1] if len(fences) > 1 else len(lines)
    outside = [
        number
        for number, line in enumerate(lines)
        if line.strip() and number not in fences and not first < number < last and not _is_field_line(line)
    ]
    wrong = sorted([*fences, *outside])
    sign = lines[first].strip()
    message = f"Die Zeile {quoted(sign)} gehört nicht in die Datei. Sie kommt aus einem Kommentar."
    hint = f"Löschen Sie alles {in_lines(wrong)}:\n{shown(lines[number].strip() for number in wrong)}"
    return Finding(code="yaml-rahmen", message=message, hint=hint, lines=dict.fromkeys(wrong, ""), line=first)


LEFTOVERS = re.compile(
    r"&(?:amp|nbsp|lt|gt|quot|apos|shy|ndash|mdash|[aouAOU]uml|szlig|euro|#\d+);"
    r"|</?(?:br|p|b|i|u|strong|em|span|div|li|ul|ol|a|h\d)\b[^<>]*>|\*\*|\[[^\[\]]*\]\((?:https?:|mailto:)[^()\s]+\)"
)
LINK = re.compile(r"\[[^\[\]]*\]\((?:mailto:)?([^()\s]+)\)")


def copied(lines: list[str]) -> Finding | None:
    """Return the marks of a web page or another program that were copied with a text: "&amp;", "<br>", "**"."""
    found = {number: mark.group() for number, line in enumerate(lines) if (mark := LEFTOVERS.search(line))}
    if not found:
        return None
    mended = {number: _without_marks(lines[number]) for number in found}
    marks = ", ".join(quoted(mark) for mark in list(dict.fromkeys(found.values()))[:5])
    return rewritten("zeichen-kopiert", f"{marks}: Das kommt aus einem anderen Programm.", mended)


def _without_marks(line: str) -> str:
    plain = LINK.sub(r"\1", line)
    plain = unescape(re.sub(r"</?(?:br|p|b|i|u|strong|em|span|div|li|ul|ol|a|h\d)\b[^<>]*>", "", plain))
    return plain.replace("**", "").replace("\xa0", " ").replace("\xad", "").rstrip()


def _is_field_line(line: str) -> bool:
    field = FIELD.match(line)
    return bool(DASH.match(line) or (field and is_field(field["key"])))


def dash_as_text(lines: list[str], start: tuple[int, int], last: int) -> Finding | None:
    """Return what is wrong with a list that the parser takes for one text; it stands in these lines.

    `start` is the line and the column in which the text begins.
    """
    first, column = start
    own_line = not lines[first][:column].strip()
    found = range(first + (not own_line), min(last + 1, len(lines)))
    for number in found:
        line = lines[number]
        if own_line and BULLET.match(line):
            return bulleted(lines)
        if number > first and DASH.match(line):
            return _too_deep(lines, number)
        if DASH_WITHOUT_BLANK.match(line):
            return _without_blank(lines, number)
        return None
    return None


def without_dashes(lines: list[str], first: int, last: int) -> Finding | None:
    """Return what is wrong with texts below each other that the parser takes for one: sentences, or single words."""
    found = [number for number in range(first, min(last + 1, len(lines))) if lines[number].strip()]
    texts = [lines[number].strip() for number in found]
    texts = [MARK.sub("", text, count=1) for text in texts]
    sentences = all(re.match(r"[^\W_]|[„\"]", text) and text.endswith((".", "!", "?")) for text in texts)
    words = all(re.fullmatch(r"[\w-]+,?", text) for text in texts)
    if len(texts) < 2 or not (sentences or words) or not re.search(r":\s*$", lines[first - 1]):  # noqa: PLR2004
        return None
    mended = {
        number: f"{indentation(lines[number])}- {text.rstrip(',')}" for number, text in zip(found, texts, strict=True)
    }
    return Finding(
        code="yaml-strich",
        message="Hier stehen mehrere Werte untereinander. Vor jeder Zeile fehlt der Strich.",
        hint=f"Schreiben Sie {in_lines(mended)}:\n{shown(mended.values())}",
        lines=mended,
        line=first,
        column=len(indentation(lines[first])),
    )


def marked(lines: list[str]) -> Finding | None:
    """Return what is wrong with a list whose lines begin with numbers or pictures in place of dashes."""
    mended: dict[int, str] = {}
    for number, line in enumerate(lines):
        bare = line.strip()
        above = FIELD.match(lines[number - 1]) if number else None
        goes_on = number - 1 in mended or (above and not above["value"] and is_list(above["key"]))
        if goes_on and MARK.match(bare):
            mended[number] = f"{indentation(line) or '  '}- {MARK.sub('', bare, count=1)}"
    if not mended:
        return None
    first = next(iter(mended))
    sign = (MARK.match(lines[first].strip()) or [""])[0].strip()
    message = f"Eine Liste beginnt hier nicht mit {quoted(sign)}, sondern mit dem kurzen Strich „-“."
    hint = f"Schreiben Sie {in_lines(mended)}:\n{shown(mended.values())}"
    return _dash(lines, first, message, hint, mended)


def bulleted(lines: list[str]) -> Finding | None:
    """Return what is wrong with lists whose lines begin with other signs than a dash, in all of them: "•" and "–"."""
    found: dict[int, re.Match[str]] = {}
    depths: set[int] = set()
    above = ""
    for number, line in enumerate(lines):
        bullet, field = BULLET.match(line), FIELD.match(above)
        if bullet and (len(bullet["before"]) in depths or (field and not field["value"])):
            found[number] = bullet
            depths.add(len(bullet["before"]))
        above = line if line.strip() else above
    if not found:
        return None
    mended = {number: f"{one['before']}- {one['text'].rstrip()}" for number, one in found.items()}
    signs = " oder ".join(quoted(sign) for sign in dict.fromkeys(one["sign"] for one in found.values()))
    message = f"Eine Liste beginnt hier nicht mit {signs}, sondern mit dem kurzen Strich „-“."
    hint = f"Schreiben Sie {in_lines(mended)}:\n{shown(mended.values())}"
    return _dash(lines, next(iter(mended)), message, hint, mended)


def _too_deep(lines: list[str], number: int) -> Finding:
    above = next((found for line in reversed(lines[:number]) if (found := DASH.match(line))), None)
    before = above["before"] if above else ""
    mended = before + lines[number].strip()
    message = "Dieser Strich ist weiter eingerückt als die Striche davor. So gehört die Zeile zum Satz davor."
    hint = "Alle Striche von einer Liste stehen genau untereinander. Löschen Sie Leerzeichen vor dem Strich:"
    return _dash(lines, number, message, f"{hint}\n{mended}", {number: mended})


def _without_blank(lines: list[str], number: int) -> Finding:
    same = {at: dash for at, line in enumerate(lines) if (dash := DASH_WITHOUT_BLANK.match(line))}
    mended = {at: f"{dash['before']}- {dash['text'].rstrip()}" for at, dash in same.items()}
    hint = f"Schreiben Sie {in_lines(mended)} nach dem Strich ein Leerzeichen:\n{shown(mended.values())}"
    return _dash(lines, number, "Nach dem Strich fehlt ein Leerzeichen.", hint, mended)


def _dash(lines: list[str], number: int, message: str, hint: str, mended: dict[int, str]) -> Finding:
    column = len(indentation(lines[number]))
    return Finding(code="yaml-strich", message=message, hint=hint, lines=mended, line=number, column=column)
