"""The YAML parser's complaints in plain German, with the line as it should be written."""

import re

import yaml

from directory.problems import Position, Problem, quoted

QUOTE_IT = "Setzen Sie den ganzen Text in Anführungszeichen:"
# First characters that YAML keeps for itself (YAML 1.1, c-indicator); at the start of a text they need quotation marks.
INDICATORS = "@`%&*!|>{}[],#?"


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Return what the parser stumbled over as a problem in German; never the parser's own words."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    complaint = " ".join(str(getattr(error, part, None) or "") for part in ("context", "problem"))
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column + 1 if mark else 1
    code, message, hint = _explain(complaint, lines, number, column, getattr(error, "context_mark", None))
    if code in ("yaml-anfuehrungszeichen", "yaml-klammer") and (start := getattr(error, "context_mark", None)):
        number, column = start.line, start.column + 1
    return Problem.at(Position(path, number + 1, column), code, message, hint)


def _explain(complaint: str, lines: list[str], number: int, column: int, context: "yaml.Mark | None") -> tuple[str, str, str]:
    line = lines[number]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return ("yaml-tabulator", "Diese Zeile beginnt mit einem Tabulator.",
                "Nehmen Sie Leerzeichen:\n" + line.replace("\t", "  "))
    if "quoted scalar" in complaint:
        return _quotation(complaint, lines[context.line] if context else line)
    if "flow sequence" in complaint or "flow mapping" in complaint or "flow node" in complaint:
        return ("yaml-klammer", "Diese Klammer geht nicht richtig zu, oder ein Komma fehlt.",
                "Jede Klammer „[“ braucht ein „]“. Jede Klammer „{“ braucht ein „}“. Zwischen 2 Werten steht ein Komma.")
    if "block sequence entries are not allowed" in complaint:
        return ("yaml-einrueckung", "Die Liste beginnt in der gleichen Zeile wie das Feld.",
                "Beginnen Sie die Liste in einer neuen Zeile:\n" + re.sub(r":\s*-\s*", ":\n  - ", line.strip(), count=1))
    if "mapping values are not allowed" in complaint:
        return _second_colon(lines, number, column)
    if "cannot start any token" in complaint or "anchor" in complaint or "alias" in complaint or "directive" in complaint or "tag" in complaint:
        sign = line[column - 1 : column] or line.strip()[:1]
        return ("yaml-sonderzeichen", f"Ein Text darf nicht mit {quoted(sign)} beginnen.", f"{QUOTE_IT}\n{_with_quotes(line)}")
    if "could not find expected ':'" in complaint:
        bare = lines[context.line] if context else line
        return ("yaml-doppelpunkt-fehlt", f"In der Zeile {quoted(bare.strip())} fehlt der Doppelpunkt nach dem Namen vom Feld.",
                "Schreiben Sie zum Beispiel:\nname: Beispiel-Gruppe Nord")
    if "did not find expected" in complaint:
        return _wrong_indentation(line)
    return ("yaml-unlesbar", "Der Computer kann diese Zeile nicht lesen.",
            "Vergleichen Sie die Zeile mit dem Beispiel in CONTRIBUTING.md. Im Zweifel: Setzen Sie den Text in Anführungszeichen.")


def _quotation(complaint: str, line: str) -> tuple[str, str, str]:
    if "escape" in complaint or "hexdecimal" in complaint or "hexadecimal" in complaint:
        return ("yaml-sonderzeichen", "In diesem Text in Anführungszeichen steht ein Schräg-Strich „\\“. Er hat hier eine besondere Bedeutung.",
                "Nehmen Sie einfache Anführungszeichen:\n" + line.strip().replace('"', "'"))
    return ("yaml-anfuehrungszeichen", "Dieses Anführungszeichen wird nicht geschlossen.",
            f"Setzen Sie am Ende vom Text das gleiche Anführungszeichen:\n{line.strip()}{_open_quote(line)}")


def _open_quote(line: str) -> str:
    found = re.search(r"[\"']", line)
    return found.group() if found else '"'


def _second_colon(lines: list[str], number: int, column: int) -> tuple[str, str, str]:
    line = lines[number]
    before = line[: column - 1]
    if re.search(r":\s", before) or re.match(r"\s*-\s", before):
        return ("yaml-doppelpunkt", "In diesem Text steht ein Doppelpunkt mit Leerzeichen. Der Computer hält ihn für ein neues Feld.",
                f"{QUOTE_IT}\n{_with_quotes(line)}")
    previous = lines[number - 1].rstrip() if number else ""
    if previous and ":" not in previous and not previous.lstrip().startswith(("-", "#")):
        return ("yaml-doppelpunkt-fehlt", f"In der Zeile davor fehlt der Doppelpunkt: {quoted(previous)}.", f"Schreiben Sie:\n{previous.strip()}: …")
    return ("yaml-einrueckung", "Diese Zeile ist zu weit eingerückt.",
            f"Felder, die zusammen gehören, beginnen genau untereinander:\n{line.strip()}")


def _wrong_indentation(line: str) -> tuple[str, str, str]:
    quoted_start = re.match(r"^\s*(?:-\s+)?[^\"':]*:?\s*([\"'])", line)
    if quoted_start and re.search(r"[\"'][^\"',\]}#\s:]|[\"']\s+[^#\s:,\]}]", line[quoted_start.end(1) - 1 :]):
        return ("yaml-anfuehrungszeichen-mitten", "Nach dem schließenden Anführungszeichen steht noch Text.",
                f"{QUOTE_IT}\n{_with_quotes(line)}")
    return ("yaml-einrueckung", "Diese Zeile ist anders eingerückt als die Zeilen davor.",
            "Felder, die zusammen gehören, beginnen genau untereinander. Nehmen Sie dafür Leerzeichen.")


def _with_quotes(line: str) -> str:
    """Return the line with its value in double quotation marks, as it can be copied."""
    match = re.match(r"^(\s*(?:-\s+)?(?:[\w ]+:\s+)?)(.*)$", line)
    head, value = (match.group(1), match.group(2)) if match else ("", line)
    value = value.strip()
    if value[:1] in "\"'" and value.count(value[0]) != 1:
        value = value.replace(value[0], "")
    escaped = value.replace("\\", r"\\").replace('"', r"\"")
    return f'{head.strip()} "{escaped}"'.strip()
