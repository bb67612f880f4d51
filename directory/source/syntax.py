"""The YAML parser's complaints in plain German, with the line as it should be written."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import yaml

from directory.problems import Position, Problem, quoted

QUOTE_IT = "Setzen Sie den ganzen Text in Anführungszeichen:"
BULLET = re.compile(r"\s*([*•–+])\s+(\S.*)")
SENTENCE = re.compile(r"[A-ZÄÖÜ\d„][^:=]*\s[^:=]*[.!?]")
ALIGNED = "Felder, die zusammen gehören, beginnen genau untereinander."


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the parser gave up, and where the thing began that it was reading. Lines and columns count from 0."""

    lines: list[str]
    number: int
    column: int
    start: int
    start_column: int
    complaint: str

    @property
    def line(self) -> str:
        """The line on which the parser gave up."""
        return self.lines[self.number]

    @property
    def first(self) -> str:
        """The line on which the thing began."""
        return self.lines[self.start]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong, in the words of this project. `at_start`: the place to look at is where the thing began."""

    code: str
    message: str
    hint: str
    at_start: bool = False
    lines_up: int = 0


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Return what the parser stumbled over as a problem in German; never the parser's own words."""
    spot = _spot(error, text.split("\n"))
    finding = _foreign_indentation(spot) or next(
        explain(spot) for words, explain in EXPLANATIONS if _says(spot.complaint, words)
    )
    line, column = (spot.start, spot.start_column) if finding.at_start else (spot.number, spot.column)
    if finding.lines_up:
        line, column = line - finding.lines_up, 0
    return Problem.at(Position(path, line + 1, column + 1), finding.code, finding.message, finding.hint)


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


def _foreign_indentation(spot: Spot) -> Finding | None:
    indentation = spot.line[: len(spot.line) - len(spot.line.lstrip())]
    if set(indentation) <= {" "}:
        return None
    kind = "Tabulator" if "\t" in indentation else "geschützten Leerzeichen"
    hint = "Löschen Sie in allen Zeilen, was vor dem Text steht. Tippen Sie dort Leerzeichen:\n" + re.sub(
        r"\t", "  ", indentation
    ).replace("\xa0", " ")
    return Finding(
        code="yaml-tabulator", message=f"Diese Zeile beginnt mit einem {kind}.", hint=hint + spot.line.strip()
    )


def _escape(spot: Spot) -> Finding:
    message = "In diesem Text in Anführungszeichen steht ein Schräg-Strich „\\“. Er hat hier eine besondere Bedeutung."
    hint = "Nehmen Sie einfache Anführungszeichen:\n" + spot.first.strip().replace('"', "'")
    return Finding(code="yaml-sonderzeichen", message=message, hint=hint)


def _open_quotation(spot: Spot) -> Finding:
    mark = re.search(r"[\"']", spot.first)
    closed = spot.first.strip().rstrip("“”„") + (mark.group() if mark else "")
    hint = f"Setzen Sie am Ende vom Text das gleiche Zeichen:\n{closed}"
    return Finding(
        code="yaml-anfuehrungszeichen",
        message="Dieses Anführungszeichen wird nicht geschlossen.",
        hint=hint,
        at_start=True,
    )


def _bracket(_: Spot) -> Finding:
    hint = "Jede Klammer „[“ braucht ein „]“. Jede Klammer „{“ braucht ein „}“. Zwischen 2 Werten steht ein Komma."
    return Finding(
        code="yaml-klammer",
        message="Diese Klammer geht nicht richtig zu, oder ein Komma fehlt.",
        hint=hint,
        at_start=True,
    )


def _list_on_same_line(spot: Spot) -> Finding:
    hint = "Beginnen Sie die Liste in einer neuen Zeile:\n" + re.sub(r":\s*-\s*", ":\n  - ", spot.line.strip(), count=1)
    return Finding(code="yaml-einrueckung", message="Die Liste beginnt in der gleichen Zeile wie das Feld.", hint=hint)


def _no_blank(line: str) -> Finding | None:
    joined = re.match(r"^\s*(?:-\s+)?(\w+):(\S.*)$", line)
    if joined is None or joined.group(2).startswith("//"):
        return None
    message = "Nach dem Doppelpunkt fehlt ein Leerzeichen."
    return Finding(
        code="yaml-leerzeichen-fehlt",
        message=f"{message}",
        hint=f"Schreiben Sie:\n{joined.group(1)}: {joined.group(2)}",
    )


def _second_colon(spot: Spot) -> Finding:
    before = spot.line[: spot.column]
    if re.search(r":\s", before) or re.match(r"\s*-\s", before):
        message = (
            "In diesem Text steht ein Doppelpunkt mit Leerzeichen. Der Computer hält den Anfang für den Namen von "
            "einem Feld."
        )
        return Finding(code="yaml-doppelpunkt", message=message, hint=f"{QUOTE_IT}\n{_with_quotes(spot.line)}")
    previous = spot.lines[spot.number - 1].rstrip() if spot.number else ""
    if missing := _no_blank(previous):
        return replace(missing, lines_up=1)
    if previous and ":" not in previous and not previous.lstrip().startswith(("-", "#")):
        if sentence := _no_dash(previous):
            return replace(sentence, lines_up=1)
        message = _colon_missing(previous)
        return Finding(
            code="yaml-doppelpunkt-fehlt", message=message, hint=f"Schreiben Sie:\n{_with_colon(previous)}", lines_up=1
        )
    return Finding(
        code="yaml-einrueckung", message="Diese Zeile ist zu weit eingerückt.", hint=f"{ALIGNED}\n{spot.line.strip()}"
    )


def _reserved_character(spot: Spot) -> Finding:
    if bullet := BULLET.match(spot.line):
        message = f"Eine Liste beginnt hier nicht mit {quoted(bullet[1])}, sondern mit „-“."
        return Finding(code="yaml-strich", message=message, hint=f"Schreiben Sie:\n- {bullet[2].strip()}")
    sign = spot.line[spot.column : spot.column + 1].strip() or spot.line.strip()[:1]
    message = f"Ein Text darf nicht mit {quoted(sign)} beginnen."
    return Finding(code="yaml-sonderzeichen", message=message, hint=f"{QUOTE_IT}\n{_with_quotes(spot.line)}")


def _no_colon(spot: Spot) -> Finding:
    if dash := re.match(r"\s*-(?=[^\W\d])", spot.first):
        hint = f"Schreiben Sie:\n- {spot.first[dash.end() :].strip()}"
        return Finding(code="yaml-strich", message="Nach dem Strich fehlt ein Leerzeichen.", hint=hint, at_start=True)
    if missing := _no_blank(spot.first):
        return replace(missing, at_start=True)
    if sentence := _no_dash(spot.first):
        return replace(sentence, at_start=True)
    message = _colon_missing(spot.first)
    return Finding(
        code="yaml-doppelpunkt-fehlt", message=message, hint=f"Schreiben Sie:\n{_with_colon(spot.first)}", at_start=True
    )


def _no_dash(line: str) -> Finding | None:
    """Return what is wrong with a sentence that stands like a field."""
    if not SENTENCE.fullmatch(line.strip()):
        return None
    message = f"Vor dem Satz {quoted(line.strip())} fehlt der Strich."
    return Finding(
        code="yaml-strich", message=message, hint=f"Schreiben Sie mit 2 Leerzeichen davor:\n  - {line.strip()}"
    )


def _misplaced(spot: Spot) -> Finding:
    if spot.line[spot.column : spot.column + 1] in ("]", "}"):
        message = f"Hier steht eine Klammer zu viel: {quoted(spot.line[spot.column])}."
        return Finding(code="yaml-klammer", message=message, hint="Löschen Sie die Klammer.")
    if spot.line.lstrip().startswith(":"):
        message = "Vor dem Doppelpunkt fehlt der Name von einem Feld."
        return Finding(
            code="yaml-feldname", message=message, hint="Schreiben Sie den Namen davor, oder löschen Sie die Zeile."
        )
    opening = re.match(r"^\s*(?:-\s+)?[^\"':]*:?\s*([\"'])", spot.line)
    if opening and re.search(r"[\"'][^\"',\]}#\s:]|[\"']\s+[^#\s:,\]}]", spot.line[opening.end(1) - 1 :]):
        message = "Nach dem schließenden Anführungszeichen steht noch Text."
        return Finding(
            code="yaml-anfuehrungszeichen-mitten", message=message, hint=f"{QUOTE_IT}\n{_with_quotes(spot.line)}"
        )
    message = "Diese Zeile ist anders eingerückt als die Zeilen davor."
    return Finding(code="yaml-einrueckung", message=message, hint=f"{ALIGNED} Nehmen Sie dafür Leerzeichen.")


def _unreadable(_: Spot) -> Finding:
    hint = "Vergleichen Sie die Zeile mit dem Beispiel in CONTRIBUTING.md. Im Zweifel: Setzen Sie Anführungszeichen."
    return Finding(code="yaml-unlesbar", message="Der Computer kann diese Zeile nicht lesen.", hint=hint)


# What libyaml and PyYAML say (their scanners and parsers), most particular first; the last one takes the rest.
EXPLANATIONS: tuple[tuple[tuple[str, ...], Callable[[Spot], Finding]], ...] = (
    (("escape", "hexdecimal", "hexadecimal"), _escape),
    (("quoted scalar",), _open_quotation),
    (("flow sequence", "flow mapping", "flow node"), _bracket),
    (("block sequence entries are not allowed", "sequence entries are not allowed"), _list_on_same_line),
    (("mapping values are not allowed",), _second_colon),
    (("cannot start any token", "anchor", "alias", "directive", "tag"), _reserved_character),
    (("could not find expected ':'",), _no_colon),
    (("did not find expected", "but found"), _misplaced),
    ((), _unreadable),
)


def _colon_missing(line: str) -> str:
    if re.match(r"\s*[\w-]+\s*=", line):
        return f"In der Zeile {quoted(line.strip())} steht „=“. Nehmen Sie in jeder Zeile einen Doppelpunkt."
    return f"In der Zeile {quoted(line.strip())} fehlt der Doppelpunkt nach dem Namen vom Feld."


def _with_colon(line: str) -> str:
    """Return the line with a colon after its first word, which is the name of a field: they have small letters."""
    field, _, value = line.strip().partition(" ")
    without_sign = value.lstrip("=: ")
    return f"{field.lower()}: {without_sign}".strip()


def _with_quotes(line: str) -> str:
    """Return the line with its value in double quotation marks, as it can be copied."""
    match = re.match(r"^(\s*(?:-\s+)?(?:\w+:\s+)?)(.*)$", line)
    head, value = (match.group(1), match.group(2)) if match else ("", line)
    value = value.strip().strip("“”„")
    if value[:1] in ('"', "'"):
        value = value[1:-1] if value.endswith(value[0]) and len(value) > 1 else value.replace(value[0], "")
    escaped = value.replace("\\", r"\\").replace('"', r"\"")
    return f'{head.strip()} "{escaped}"'.strip()
