"""Days in words in place of fields: "vom 21.12. bis 3.1.27 Weihnachtspause", "bis Ende Dezember 2026"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from directory.model.values import MONTHS
from directory.source.fields.notes import note_of

NAMES = "|".join(f"{month[:3]}[a-zä]*" for month in MONTHS)
MONTH_NAME = rf"(?P<name>{NAMES})\.?"
# "7.12.", "7.12.26", "3. Februar 2027", "21. bis 23.12."; an hour is none: "16.30 Uhr".
DAY = re.compile(
    rf"(?:(?P<first>\d{{1,2}})\.?\s*(?:-|–|bis)(?:\s*zum)?\s*)?(?<![\d:])(?P<day>\d{{1,2}})\.\s*"
    rf"(?:(?P<month>\d{{1,2}})(?:\.|(?=\s|$))|{MONTH_NAME})\s*(?P<year>\d{{4}}|\d{{2}}(?![\d:.]))?(?!\s*Uhr)",
    re.IGNORECASE,
)
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
WHOLE_MONTH = re.compile(
    rf"(?:\b(?P<part>Anfang|Mitte|Ende)\s+)?\b{MONTH_NAME}(?:\s+(?P<year>\d{{4}}))?(?!\w)", re.IGNORECASE
)
UNTIL = re.compile(r"^\s*(?:-|–|bis)(?:\s*(?:zum|einschließlich))?\s*$", re.IGNORECASE)
HOURS = re.compile(
    r"(?:von\s+)?(?P<from>\d{1,2}(?:[:.]\d\d)?)\s*(?:Uhr)?\s*(?:-|–|bis)\s*(?P<to>\d{1,2}(?:[:.]\d\d)?)\s*Uhr"
    r"|ab\s+(?P<start>\d{1,2}(?:[:.]\d\d)?)\s*Uhr",
    re.IGNORECASE,
)
CLOSED = re.compile(r"\b(?:geschlossen|zu|fällt aus|fallen aus|keine? \w+|frei)\b", re.IGNORECASE)
# Open at hours that are not understood: without them it would be closed.
OPEN = re.compile(r"\bUhr\b|\b(?:offen|geöffnet|auf|normal)\b", re.IGNORECASE)
# One end of the hours alone: the other one is nowhere.
ONLY_ONE_END = re.compile(
    r"\b(?:nur|erst|schon|bereits)\s+(?:bis|ab|von)\s+\d|\bbis\s+\d{1,2}(?:[:.]\d\d)?\s*Uhr", re.IGNORECASE
)
BETWEEN = re.compile(r"\b(?:am|vom|von|bis|und|erst|nur|dann|ist|sind|es|im|zum)\b|[,;:()/]|\s[-–]\s", re.IGNORECASE)
ENDLESS = re.compile(
    r"\W*(?:ab sofort|unbegrenzt|dauerhaft|immer|laufend|fortlaufend|unbefristet|ohne ende|bis auf weiteres)\W*",
    re.IGNORECASE,
)
FIRST, MIDDLE = 1, 15


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day, and whether the year was not written."""

    first: date
    last: date
    guessed: bool


def spans_in(text: str, as_of: str) -> tuple[list[Span], str]:
    """Return the days that a text names, in spans, and the rest of the text.

    A day without a year is in the year of the day behind it, or the next one from `as_of` on.
    """
    found = [*_days(text)]
    rest, spans, at = "", list[Span](), 0
    open_end = False
    for start, end, day, year, first in found:
        between = text[at:start]
        until = bool(spans) and UNTIL.match(between) and not open_end
        rest += "" if until else f"{between} "
        at = end
        last = _dated(day, year, as_of, spans[-1].first if until else None)
        if last is None:
            continue
        if until:
            before = spans.pop()
            begin = before.first
            if before.guessed:
                begin = _before(begin, last)
            spans.append(Span(begin, max(begin, last), before.guessed and not year))
        else:
            begin = last.replace(day=first) if first and first <= last.day else last
            spans.append(Span(begin, last, not year))
        open_end = bool(until)
    return spans, rest + text[at:]


def _days(text: str) -> Iterator[tuple[int, int, tuple[int, int], int, int]]:
    """Yield where each day stands in a text, its month and day, its year or 0, and the first of "21. bis 23.12."."""
    found = sorted([*DAY.finditer(text), *ISO.finditer(text)], key=lambda one: one.start())
    for one in found:
        parts = one.groupdict()
        month = int(parts["month"]) if parts["month"] else _month(parts["name"])
        day, year = int(parts["day"]), int(parts["year"] or 0)
        if 1 <= month <= len(MONTHS) and 1 <= day <= monthrange(2024, month)[1]:
            whole = year if year > 99 or not year else 2000 + year  # noqa: PLR2004 - two digits
            yield one.start(), one.end(), (month, day), whole, int(parts.get("first") or 0)


def _month(name: str) -> int:
    low = name.lower()
    return next((number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(low[:3])), 0)


def _dated(day: tuple[int, int], year: int, as_of: str, after: date | None) -> date | None:
    """Return a day of a year; where none is written the next one after a day, or from a month on."""
    begin = after or date(int(as_of[:4]), int(as_of[5:7] or 1) if len(as_of) > 4 else 1, 1)  # noqa: PLR2004
    try:
        found = date(year or begin.year, *day)
        return found if year or found >= begin else date(begin.year + 1, *day)
    except ValueError:
        return None


def _before(day: date, last: date) -> date:
    """Return a day whose year was not written in the last year in which it is before another one."""
    same = day.replace(year=last.year)
    return same if same <= last else day.replace(year=last.year - 1)


def has_year(text: str) -> bool:
    """Return whether a year is written in a text with days."""
    return bool(re.search(r"\d{4}|\d\.\s?(?:\d{1,2}\.|[A-Za-zä]+)\s?\d\d\b", text))


def exceptions(text: str, as_of: str) -> Any:
    """Return the fields of days on which it is otherwise, an item for each; None where no day is named."""
    spans, rest = spans_in(text, as_of)
    if not spans:
        return _every_year(text)
    parts = _parts(text, as_of) if len(spans) > 1 else []
    if len(parts) > 1:
        each = [exceptions(part, as_of) for part in parts]
        return [one for found in each for one in found] if all(each) else None
    hours = HOURS.search(rest)
    rest = HOURS.sub(" ", rest) if hours else rest
    if ONLY_ONE_END.search(rest) or (not hours and OPEN.search(rest)):
        return None
    note = note_of(" ".join(BETWEEN.sub(" ", CLOSED.sub(" ", rest)).split()))
    fields: dict[str, Any] = {}
    if hours:
        fields = {"uhrzeit": _hours(hours), "stand": as_of}
    fields |= {"hinweis": note} if note else {}
    return [{"ab": span.first.isoformat(), "bis": span.last.isoformat(), **fields} for span in spans]


def _parts(text: str, as_of: str) -> list[str]:
    """Return the parts of a text that each say something of days of their own; it is one where a part has no days."""
    parts = [part for part in re.split(r"[,;]\s+", text) if part.strip()]
    return parts if all(spans_in(part, as_of)[0] for part in parts) else []


def exceptions_asked(text: str, as_of: str) -> list[dict[str, Any]]:
    """Return an item for each day that a text names, with hours as an example where the text has some of its own."""
    found: list[dict[str, Any]] = []
    for part in _parts(text, as_of) or [text]:
        more = exceptions(part, as_of)
        days = [{"ab": one.first.isoformat(), "bis": one.last.isoformat()} for one in spans_in(part, as_of)[0]]
        found += more or [one | {"uhrzeit": "09:00-12:00", "stand": as_of} for one in days]
    return found


def _every_year(text: str) -> Any:
    """Return the months in which it is closed each year, where a text names no other days: "Sommerpause im Juli"."""
    months = [_month(found["name"]) for found in WHOLE_MONTH.finditer(text)]
    if not months or OPEN.search(text) or re.search(r"\d", text) or len(months) > 2:  # noqa: PLR2004
        return None
    note = note_of(" ".join(BETWEEN.sub(" ", CLOSED.sub(" ", WHOLE_MONTH.sub(" ", text))).split()))
    first, last = MONTHS[months[0] - 1], MONTHS[months[-1] - 1]
    return [{"ab": first, "bis": last, "jedes_jahr": "ja"} | ({"hinweis": note} if note else {})]


def _hours(found: re.Match[str]) -> str:
    start, end = (_clock(found[key]) for key in ("from", "to"))
    return f"{start}-{end}" if end else _clock(found["start"])


def _clock(text: str | None) -> str:
    hour, _, minute = (text or "").replace(".", ":").partition(":")
    return f"{int(hour):02}:{minute or '00'}" if hour else ""


def validity(text: str, as_of: str) -> Any:
    """Return from when and until when something is, by the days or months that a text names; None without any.

    None also where it says until when, and no day or month is behind that: "vom 1.12. bis zum Frühjahr". An empty text
    where it says that there is no end.
    """
    if ENDLESS.fullmatch(text):
        return ""
    if year := re.fullmatch(r"\W*(?P<until>bis\s+(?:Ende\s+)?)?(?:nur\s+)?(?:im Jahr\s+)?(?P<year>20\d\d)\W*", text):
        first = {} if year["until"] else {"ab": f"{year['year']}-01-01"}
        return first | {"bis": f"{year['year']}-12-31"}
    days = _months_as_days(text, as_of)
    spans, rest = spans_in(days, as_of)
    one = spans[0] if spans else None
    if one is None or len(spans) > 1 or (one.guessed and re.search(r"\bseit\b", text, re.IGNORECASE)):
        return None  # what is so already did not begin on the next such day
    if one.first != one.last:
        return {"ab": one.first.isoformat(), "bis": one.last.isoformat()}
    until = re.search(r"\bbis\b|[-–]", rest, re.IGNORECASE)
    before = until and re.match(
        r"\s*(?:nur\s+)?(?:bis|[-–])(?:\s+(?:zum|einschließlich))?\s+$", days[: _first_day(days)]
    )
    if until and not before:
        return None
    return {"bis" if until else "ab": one.first.isoformat()}


def _first_day(text: str) -> int:
    return min((start for start, *_ in _days(text)), default=0)


def _months_as_days(text: str, as_of: str) -> str:
    """Return a text with a day in place of a month: "bis Ende März 2027" ends on 31.3.2027."""

    def day(found: re.Match[str]) -> str:
        before = text[: found.start()]
        ends = bool(re.search(r"(?:\bbis|[-–])(?:\s+(?:zum|einschließlich))?\s*$", before, re.IGNORECASE))
        begins = re.search(r"\b(?:ab|von|vom|seit)\s*$", before, re.IGNORECASE)
        begins = begins or re.match(r"\s*(?:bis|[-–])\s", text[found.end() :], re.IGNORECASE)
        if re.search(r"\d\.\s*$", before) or not (found["part"] or found["year"] or ends or begins):
            return found.group()
        return _of_month(found, as_of, ends=ends)

    return WHOLE_MONTH.sub(day, text)


def _of_month(found: re.Match[str], as_of: str, *, ends: bool) -> str:
    month, year = _month(found["name"]), found["year"] or ""
    last = monthrange(int(year or as_of[:4]), month)[1]
    days = {"anfang": FIRST, "mitte": MIDDLE, "ende": last}
    return f"{days.get((found['part'] or '').lower(), last if ends else FIRST)}.{month}.{year}"


def confirmed(text: str, as_of: str) -> Any:
    """Return on which day and by whom something was confirmed; None where no day is named."""
    spans, rest = spans_in(text, as_of)
    if not spans:
        return None
    by = "redaktion" if re.search(r"redaktion", rest, re.IGNORECASE) else "traeger"
    return {"am": spans[0].last.isoformat(), "von": by}


def single_days(text: str, as_of: str) -> list[str]:
    """Return the single days that a text names."""
    spans, _ = spans_in(text, as_of)
    return [span.first.isoformat() for span in spans]
