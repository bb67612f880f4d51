"""How often something is, in words in place of numbers: "14 Tage, das nächste Mal am 7.12.", "Mai bis Sept."."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from directory.model.spoken_hours import TIME_PATTERN
from directory.model.values import MONTHS, ORDINALS
from directory.problems import WRITE, Hint
from directory.source.fields.dates import NAMES, has_year, single_days
from directory.source.fields.mistake import Mistake
from directory.source.fields.notes import note_of, one_more
from directory.source.tree import Mapping as Block
from directory.source.tree import Node, Scalar, Sequence, locate, plain

IN_WEEKS = {"zwei": 2, "drei": 3, "dritt": 3, "vier": 4, "viert": 4, "sechs": 6, "acht": 8}
DAYS = re.compile(r"\b(?P<days>7|14|21|28)[\s-]*(?:Tage|tägig|tägl)|\bvierzehn", re.IGNORECASE)
WEEKS = re.compile(
    rf"\b(?P<weeks>{'|'.join(IN_WEEKS)}|[23468])(?:t?e[nrs]?|\.)?(?:[\s-]*w[oö]che?|$|[\s,;])", re.IGNORECASE
)
EACH = re.compile(r"^\W*(?:ja|jede(?:r|n)?(?: Woche)?|wöchentlich|immer|1)\W*$", re.IGNORECASE)
MONTH = re.compile(rf"\b(?:{NAMES})(?![a-zä])", re.IGNORECASE)
# One word that is no month, beside others.
MISSPELT = re.compile(rf"(?!(?:{NAMES})(?![a-zä]))\w+", re.IGNORECASE)
TO = re.compile(r"^\s*\.?\s*(?:bis|-|–|/)\s*$", re.IGNORECASE)
WITHOUT = re.compile(r"\b(?:außer|ohne|nicht im|nicht)\b", re.IGNORECASE)
ALL_YEAR = re.compile(r"ganzjährig|ganze[sn]? Jahr|jede[nr] Monat|immer|alle", re.IGNORECASE)
SEASONS = MappingProxyType(
    {
        "sommerhalb": (4, 9),
        "winterhalb": (10, 3),
        "frühling": (3, 5),
        "frühjahr": (3, 5),
        "sommer": (6, 8),
        "herbst": (9, 11),
        "winter": (12, 2),
    }
)
SPAN = re.compile(rf"({TIME_PATTERN})\s*(?:Uhr)?\s*(?:-|–|bis)\s*({TIME_PATTERN})(?:\s*Uhr)?", re.IGNORECASE)
EVERY = "Ist das jede Woche? Dann löschen Sie die Zeile."
ORDINAL = re.compile(
    rf"\b(?:(?P<number>[1-5])(?=[.,\s]|$)|(?P<word>{'|'.join(ORDINALS)}|letzt)(?:e[nrsm]?)?\b)", re.IGNORECASE
)


def rhythm(mistake: Mistake) -> tuple[str, Hint] | None:
    """Return the words under a field of times and the fields that they mean; None where that is not clear."""
    name = next((key for key in reversed(mistake.keys) if isinstance(key, str)), "")
    rule = _rule(mistake)
    read = RHYTHMS.get(name)
    if (read is None and name != "von") or rule is None or mistake.keys[:1] != ("zeiten",) or name not in rule.values:
        return None
    node = rule.values[name]
    items = node.items if isinstance(node, Sequence) else [node]
    texts = [item.text for item in items if isinstance(item, Scalar)]
    if name == "monate" and len(texts) > 1 and any(map(MISSPELT.fullmatch, texts)):
        return None
    text = ", ".join(texts)
    if name == "von":
        hint = _two_spans(text, rule, locate(mistake.document.root, (*mistake.path, "zeiten")))
    else:
        hint = read(text, mistake.as_of, rule) if read else None
    return (text, hint) if hint else None


def _two_spans(text: str, rule: Block, times: Node) -> Hint | None:
    """Return a time for each of the hours that stand in one: "9-12 Uhr, 14-16 Uhr"."""
    spans = [one.groups() for one in SPAN.finditer(text)]
    if len(spans) < 2 or SPAN.sub("", text).strip(" ,;Uhrund") or "bis" in rule.values:  # noqa: PLR2004
        return None
    own = plain(rule)
    each = [own | {"von": _clock(start), "bis": _clock(end)} for start, end in spans]
    every = times.items if isinstance(times, Sequence) else [rule]
    rules = [two for one in every for two in (each if one is rule else [plain(one)])]
    return Hint(f"Das sind {len(spans)} Zeiten. Schreiben Sie das ganze Feld „zeiten“ so:", {"zeiten": rules})


def _clock(text: str) -> str:
    hour, _, minute = text.replace(".", ":").partition(":")
    return f"{int(hour):02}:{minute or '00'}"


def _rule(mistake: Mistake) -> Block | None:
    found = locate(mistake.document.root, (*mistake.path, *mistake.keys[:2]))
    return found if isinstance(found, Block) else None


def _weeks(text: str, as_of: str, rule: Block) -> Hint | None:
    if odd := re.search(r"\b(?P<which>(?:un)?gerade)", text, re.IGNORECASE):
        return Hint(
            "Das zählt nach Kalender-Wochen. Schreiben Sie dafür:",
            {"kalenderwochen": odd["which"].lower()},
            without=("alle_wochen",),
        )
    number, said = 0, DAYS.search(text)
    if said:
        number = int(said["days"] or 14) // 7
    elif weeks := WEEKS.search(text):
        number = IN_WEEKS.get(weeks["weeks"].lower()) or int(weeks["weeks"])
    if number == 1 or EACH.match(text):
        return Hint(EVERY, without=("alle_wochen",))
    if not number:
        return None
    days = single_days(text, as_of)
    fields = {"alle_wochen": str(number)} | ({"ab": days[0]} if days and "ab" not in rule.values else {})
    more = f"Bei „ab“ steht ein Tag, an dem es wirklich ist. {_year(text)}".strip() if "ab" in fields else ""
    return Hint(WRITE, fields, more)


def _in_month(text: str, _: str, __: Block) -> Hint | None:
    found = [one["number"] or _ordinal(one["word"]) for one in ORDINAL.finditer(text)]
    return Hint(WRITE, {"im_monat": [*dict.fromkeys(found)]}) if found else None


def _ordinal(word: str) -> str:
    return "letzter" if word.lower() == "letzt" else str(ORDINALS.index(word.lower()) + 1)


def _months(text: str, _: str, rule: Block) -> Hint | None:
    if re.fullmatch(rf"\W*(?:{ALL_YEAR.pattern})\W*", text, re.IGNORECASE):
        return Hint("Ist es das ganze Jahr? Dann löschen Sie die Zeile.", without=("monate",))
    numbers = re.fullmatch(r"\s*(\d{1,2})\.?\s*(?:-|–|bis)\s*(\d{1,2})\.?\s*", text)
    if numbers and all(1 <= int(number) <= len(MONTHS) for number in numbers.groups()):
        return Hint(WRITE, {"monate": _between(int(numbers[1]), int(numbers[2]))})
    named, rest = _named(text)
    if named:
        return Hint(WRITE, {"monate": named} | _with_note(rule, note_of(rest)))
    season = next((span for word, span in SEASONS.items() if word in text.lower()), None)
    return Hint(f"Meinen Sie diese Monate? {WRITE}", {"monate": _between(*season)}) if season else None


def _named(text: str) -> tuple[list[str], str]:
    """Return the months that a text names, without those behind "außer", and what else it says."""
    named: list[str] = []
    left_out: list[str] = []
    rest, at, last = "", 0, 0
    for one in MONTH.finditer(text):
        between, month = text[at : one.start()], _number(one.group())
        target = left_out if WITHOUT.search(between) else left_out if left_out and not rest.strip() else named
        target += _between(last, month)[1:] if last and TO.match(between) else [MONTHS[month - 1]]
        rest += "" if TO.match(between) else between
        last, at = month, one.end()
    rest = re.sub(
        r"\b(?:von|bis|und|im|in|nur in den Monaten|jeden|außer|ohne|nicht)\b(?!\s+\w+\s+\w)|[,/]",
        " ",
        rest + text[at:],
    )
    if left_out and not named:
        named = [*MONTHS]
    return [*dict.fromkeys(month for month in named if month not in left_out)], rest


def _number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower()[:3]))


def _between(first: int, last: int) -> list[str]:
    """Return the months from one to another, also over the turn of the year."""
    return [MONTHS[(first - 1 + step) % len(MONTHS)] for step in range((last - first) % len(MONTHS) + 1)]


def _with_note(rule: Block, note: str) -> dict[str, Any]:
    """Return the field with the notes of a rule and one more; nothing where there is none."""
    return {"hinweis": one_more(rule, "hinweis", note)} if note else {}


def _days(text: str, as_of: str, _: Block) -> Hint | None:
    found = single_days(text, as_of)
    return Hint(WRITE, {"termine": found}, _year(text)) if found else None


def _year(text: str) -> str:
    return "" if has_year(text) else "Prüfen Sie das Jahr."


RHYTHMS: Mapping[str, Callable[[str, str, Block], Hint | None]] = MappingProxyType(
    {"alle_wochen": _weeks, "im_monat": _in_month, "monate": _months, "termine": _days}
)
