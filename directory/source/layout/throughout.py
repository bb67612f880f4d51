"""Signs that somebody has taken for those of the format in all lines of a file: "name = …", "- name: …", commas."""

import re
from collections.abc import Callable

from directory.problems import quoted
from directory.source.field_names import is_own_name, stands_at_top
from directory.source.layout.finding import Finding, in_lines, rewritten

# So many lines are no slip.
FEWEST = 3
OTHER_SIGN = re.compile(
    r"(?P<before>\s*(?:-\s+)?)(?P<key>\w+)\s*(?P<sign>=>?|->|→|⇒|\.{2,}|…|;|\||(?<=\s)[–—](?=\s|$))\s*(?P<value>.*)"
)
COMMA = re.compile(r"(?P<text>\s*(?:-\s+\S.*|(?:-\s+)?(?P<key>\w+):.*)?\S),\s*")
DASHED = re.compile(r"-\s+(?P<text>(?P<key>\w+):(?:\s.*)?)")


def throughout(lines: list[str]) -> Finding | None:
    """Return what is wrong in the same way with many lines, and how they all are written."""
    return next((found for look in LOOKS if (found := look(lines))), None)


def _other_signs(lines: list[str]) -> Finding | None:
    """Return the fields with a colon in place of other signs."""
    found = {at: sign for at, line in enumerate(lines) if (sign := OTHER_SIGN.fullmatch(line))}
    found = {at: sign for at, sign in found.items() if is_own_name(sign["key"])}
    if len(found) < FEWEST:
        return None
    signs = ", ".join(quoted(sign) for sign in dict.fromkeys(one["sign"] for one in found.values()))
    mended = {at: f"{one['before']}{one['key']}: {one['value']}".rstrip() for at, one in found.items()}
    message = f"Nach dem Namen vom Feld steht {signs}. Nehmen Sie in jeder Zeile einen Doppelpunkt."
    return rewritten("yaml-doppelpunkt-fehlt", message, mended)


def commas(lines: list[str]) -> Finding | None:
    """Return the lines without the commas behind them, if most lines have one."""
    if sum(line.endswith(",") for line in lines) < FEWEST:
        return None
    found = {at: comma["text"] for at, line in enumerate(lines) if (comma := COMMA.fullmatch(line))}
    found = {at: text for at, text in found.items() if text.count("[") == text.count("]") and "{" not in text}
    values = sum(bool(line.strip()) and not line.rstrip().endswith(":") for line in lines)
    if len(found) < FEWEST or 2 * len(found) <= values:
        return None
    return rewritten("yaml-sonderzeichen", "Am Ende von den Zeilen steht ein Komma. Das gehört nicht dorthin.", found)


def _dashes(lines: list[str]) -> Finding | None:
    """Return the fields at the left edge without the dashes before them."""
    found = {at: dash["text"] for at, line in enumerate(lines) if (dash := DASHED.fullmatch(line))}
    if len(found) < FEWEST or not all(stands_at_top(text.partition(":")[0]) for text in found.values()):
        return None
    return rewritten("yaml-strich", "Vor den Namen von den Feldern ganz links steht kein Strich.", found)


def _rule_at_the_end(lines: list[str]) -> Finding | None:
    """Return that a rule behind everything else parts nothing."""
    written = [at for at, line in enumerate(lines) if line.strip()]
    last = written[-1] if written else 0
    if not written or not re.fullmatch(r"-{3,}\s*", lines[last]) or last == written[0]:
        return None
    message = "Die Linie am Ende gehört nicht in die Datei."
    hint = f"Löschen Sie alles {in_lines([last])}:\n{lines[last]}"
    return Finding(code="yaml-mehrere-teile", message=message, hint=hint, lines={last: ""}, line=last)


LOOKS: tuple[Callable[[list[str]], Finding | None], ...] = (_other_signs, commas, _dashes, _rule_at_the_end)
