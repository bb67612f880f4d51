"""The YAML parser's complaints in plain German, with the line as it should be written."""

import re
from collections.abc import Callable
from dataclasses import replace

import yaml

from directory.problems import quoted
from directory.source.field_names import is_list, is_own_name
from directory.source.layout.finding import Finding, Spot, indentation, with_quotes
from directory.source.layout.indentation import foreign_indentation, too_deep, uneven
from directory.source.layout.joined_fields import fields_in_a_line
from directory.source.layout.missing_signs import SENTENCE, no_colon, no_dash, without_colon
from directory.source.layout.spacing import no_blanks

QUOTE_IT = "Setzen Sie den ganzen Text in Anführungszeichen:"


def syntax_finding(error: yaml.YAMLError, text: str) -> Finding:
    """Return what the parser stumbled over, in German and with its place; never the parser's own words."""
    spot = _spot(error, text.split("\n"))
    finding = foreign_indentation(spot) or next(
        explain(spot) for words, explain in EXPLANATIONS if _says(spot.complaint, words)
    )
    line, column = (spot.start, spot.start_column) if finding.at_start else (spot.number, spot.column)
    if finding.lines_up:
        line, column = line - finding.lines_up, 0
    return replace(finding, line=line, column=column)


def _spot(error: yaml.YAMLError, lines: list[str]) -> Spot:
    end = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = getattr(error, "context_mark", None) or end
    complaint = " ".join(str(getattr(error, part, None) or "") for part in ("context", "problem"))
    last = len(lines) - 1
    if end is None or start is None:
        return Spot(lines=lines, number=0, column=0, start=0, start_column=0, complaint=complaint)
    return Spot(
        lines=lines,
        number=min(end.line, last),
        column=end.column,
        start=min(start.line, last),
        start_column=start.column,
        complaint=complaint,
    )


def _says(complaint: str, words: tuple[str, ...]) -> bool:
    return any(word in complaint for word in words) or not words


def _escape(spot: Spot) -> Finding:
    message = "In diesem Text in Anführungszeichen steht ein Schräg-Strich „\\“. Er hat hier eine besondere Bedeutung."
    mended = spot.first.replace('"', "'")
    hint = f"Nehmen Sie einfache Anführungszeichen:\n{mended.rstrip()}"
    return Finding(code="yaml-sonderzeichen", message=message, hint=hint, lines={spot.start: mended})


def _open_quotation(spot: Spot) -> Finding:
    mark = re.search(r"[\"']", spot.first)
    closed = spot.first.rstrip().rstrip("“”„") + (mark.group() if mark else "")
    return Finding(
        code="yaml-anfuehrungszeichen",
        message="Dieses Anführungszeichen wird nicht geschlossen.",
        hint=f"Setzen Sie am Ende vom Text das gleiche Zeichen:\n{closed.rstrip()}",
        at_start=True,
        lines={spot.start: closed},
    )


def _bracket(spot: Spot) -> Finding:
    mended = _with_brackets(spot.first)
    hint = "Jede Klammer „[“ braucht ein „]“. Jede Klammer „{“ braucht ein „}“. Zwischen 2 Werten steht ein Komma."
    return Finding(
        code="yaml-klammer",
        message="Diese Klammer geht nicht richtig zu, oder ein Komma fehlt.",
        hint=f"{hint}\nSchreiben Sie:\n{mended.rstrip()}" if mended else hint,
        at_start=True,
        lines={spot.start: mended} if mended else {},
    )


CLOSING = {"[": "]", "{": "}"}


def _with_brackets(line: str) -> str:
    """Return the line with the brackets closed that are open at its end; nothing where that is not what is wrong."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", line)
    opened: list[str] = []
    for sign in bare:
        if sign in CLOSING:
            opened.append(CLOSING[sign])
        elif opened and sign == opened[-1]:
            opened.pop()
        elif sign in CLOSING.values():
            return re.sub(r"[(\]})]\s*$", opened[-1], line) if len(opened) == 1 else ""
    return line.rstrip().rstrip(",)") + "".join(reversed(opened)) if opened else ""


def _list_on_same_line(spot: Spot) -> Finding:
    if re.search(r":\s+-\s*$", spot.line):
        return Finding(
            code="yaml-einrueckung",
            message="Nach dem Doppelpunkt steht nur ein Strich.",
            hint="Ist das nicht bekannt? Dann löschen Sie die Zeile.",
            lines={spot.number: ""},
        )
    if (one := re.match(r"(\s*(?:-\s+)?(?P<key>[\w-]+):)\s*[-–]\s*(.+)$", spot.line)) and (
        is_own_name(one["key"]) and not is_list(one["key"])
    ):
        mended = f"{one[1]} {one[3]}"
        message = "Nach dem Doppelpunkt steht ein Strich. Hier steht nur ein Wert. Dafür braucht es keinen Strich."
        hint = f"Schreiben Sie:\n{mended}"
        return Finding(code="yaml-strich", message=message, hint=hint, lines={spot.number: mended})
    item = re.match(r"(\s*[\w-]+:)\s*-\s*(.+)$", spot.line.rstrip())
    several = _items(item[2]) if item else []
    if item and len(several) > 1:
        blanks = indentation(spot.line)
        return Finding(
            code="yaml-einrueckung",
            message="Die Liste beginnt in der gleichen Zeile wie das Feld.",
            hint="Schreiben Sie jeden Punkt in eine eigene Zeile:\n"
            + "\n".join((item[1], *(f"{blanks}  - {one}" for one in several))),
            lines={spot.number: f"{item[1]} [{', '.join(map(_in_brackets, several))}]"},
        )
    hint = "Beginnen Sie die Liste in einer neuen Zeile:\n" + re.sub(
        r":\s*-\s*", f":\n{indentation(spot.line)}  - ", spot.line.rstrip(), count=1
    )
    following = spot.lines[spot.number + 1 : spot.number + 2]
    alone = item and not any(re.match(r"\s*-\s", line) for line in following)
    return Finding(
        code="yaml-einrueckung",
        message="Die Liste beginnt in der gleichen Zeile wie das Feld.",
        hint=hint,
        lines={spot.number: f"{item[1]} [{_in_brackets(item[2])}]"} if item and alone else {},
    )


def _items(text: str) -> list[str]:
    """Return the items that stand in one line with a dash before each; a dash within a sentence divides nothing."""
    parts = re.split(r"\s+-\s+", text.strip())
    sentences = any(re.search(r"[.!?]$", part) for part in parts)
    whole = all(re.search(r"[.!?]$", part) for part in parts)
    return [text] if text[:1] in {'"', "'"} or (sentences and not whole) else parts


def _in_brackets(text: str) -> str:
    return text if text[:1] in {'"', "'"} else f'"{text}"' if re.search(r"[,\[\]{}]|: ", text) else text


def _second_colon(spot: Spot) -> Finding:
    if fields := fields_in_a_line(spot.lines, spot.number):
        return fields
    before = spot.line[: spot.column]
    if re.search(r":\s", before) or re.match(r"\s*-\s", before):
        message = (
            "In diesem Text steht ein Doppelpunkt mit Leerzeichen. Der Computer hält den Anfang für den Namen von "
            "einem Feld."
        )
        return _in_quotation_marks(spot, "yaml-doppelpunkt", message)
    previous = spot.lines[spot.number - 1].rstrip() if spot.number else ""
    if missing := no_blanks(spot.lines, spot.number - 1):
        return replace(missing, lines_up=1)
    if previous and ":" not in previous and not previous.lstrip().startswith(("-", "#")):
        return replace(without_colon(spot, spot.number - 1), lines_up=1)
    return too_deep(spot)


def _reserved_character(spot: Spot) -> Finding:
    sign = spot.line[spot.column : spot.column + 1].strip() or spot.line.strip()[:1]
    return _in_quotation_marks(spot, "yaml-sonderzeichen", f"Ein Text darf nicht mit {quoted(sign)} beginnen.")


def _misplaced(spot: Spot) -> Finding:
    if spot.line[spot.column : spot.column + 1] in ("]", "}"):
        message = f"Hier steht eine Klammer zu viel: {quoted(spot.line[spot.column])}."
        mended = spot.line[: spot.column] + spot.line[spot.column + 1 :]
        return Finding(
            code="yaml-klammer", message=message, hint="Löschen Sie die Klammer.", lines={spot.number: mended}
        )
    if spot.line.lstrip().startswith(":"):
        message = "Vor dem Doppelpunkt fehlt der Name von einem Feld."
        hint = "Schreiben Sie den Namen davor, oder löschen Sie die Zeile."
        return Finding(code="yaml-feldname", message=message, hint=hint, lines={spot.number: ""})
    opening = re.match(r"^\s*(?:-\s+)?[^\"':]*:?\s*([\"'])", spot.line)
    if opening and re.search(r"[\"'][^\"',\]}#\s:]|[\"']\s+[^#\s:,\]}]", spot.line[opening.end(1) - 1 :]):
        message = "Nach dem schließenden Anführungszeichen steht noch Text."
        return _in_quotation_marks(spot, "yaml-anfuehrungszeichen-mitten", message)
    if SENTENCE.fullmatch(spot.line.strip()) and not spot.line.lstrip().startswith("-"):
        return no_dash(spot, spot.number)
    return uneven(spot)


def _unreadable(_: Spot) -> Finding:
    hint = "Vergleichen Sie die Zeile mit dem Beispiel in CONTRIBUTING.md. Im Zweifel: Setzen Sie Anführungszeichen."
    return Finding(code="yaml-unlesbar", message="Der Computer kann diese Zeile nicht lesen.", hint=hint)


def _in_quotation_marks(spot: Spot, code: str, message: str) -> Finding:
    mended = indentation(spot.line) + with_quotes(spot.line)
    return Finding(code=code, message=message, hint=f"{QUOTE_IT}\n{mended}", lines={spot.number: mended})


# What libyaml and PyYAML say (their scanners and parsers), most particular first; the last one takes the rest.
EXPLANATIONS: tuple[tuple[tuple[str, ...], Callable[[Spot], Finding]], ...] = (
    (("escape", "hexdecimal", "hexadecimal"), _escape),
    (("quoted scalar",), _open_quotation),
    (("flow sequence", "flow mapping", "flow node"), _bracket),
    (("block sequence entries are not allowed", "sequence entries are not allowed"), _list_on_same_line),
    (("mapping values are not allowed",), _second_colon),
    (("cannot start any token", "anchor", "alias", "directive", "tag"), _reserved_character),
    (("could not find expected ':'",), no_colon),
    (("did not find expected", "but found"), _misplaced),
    ((), _unreadable),
)
