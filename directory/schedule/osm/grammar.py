"""The part of OpenStreetMap's `opening_hours` that our rules can say: text to `Rule`s."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal, cast

from directory.model.values import HOUR
from directory.problems import quoted
from directory.schedule.osm import period
from directory.schedule.osm.cells import EVERY_PLACE, PLACES, Cells, cells
from directory.schedule.osm.language import ALWAYS, DAY, WEEKDAYS, NotExpressible
from directory.schedule.osm.mistakes import mistake
from directory.schedule.osm.period import Period

Separator = Literal[";", ",", "||"]
State = Literal["open", "off", "by_appointment"]
Span = tuple[int, int | None]

_NAME_OF_DAY = "(?i:" + "|".join(WEEKDAYS) + ")"
_NTH = r"\[-?[1-5](?:-[1-5])?(?:,-?[1-5](?:-[1-5])?)*\]"
_HOLIDAY = r"(?:PH|SH)"
_WEEKDAYS = rf"{_NAME_OF_DAY}(?:{_NTH}|-{_NAME_OF_DAY})?"
_DAY = rf"(?:{_WEEKDAYS}|{_HOLIDAY})"
# Holidays stand before or behind the weekdays, never between them.
_DAYS = rf"(?:{_HOLIDAY},)*{_DAY}(?:,{_WEEKDAYS})*(?:,{_HOLIDAY})*"
_SPAN = r"\d\d?:[0-5]\d(?:-\d\d?:[0-5]\d)?\+?"
_COMMENT = r'"[^"]*"'
_RULE = re.compile(
    rf"(?:(?P<always>{ALWAYS})(?: |$)|"
    rf"(?:(?P<when>{period.WHEN}(?:,{period.WHEN})*)(?P<colon>:)?(?: |$|(?<=:)))?"
    rf"(?:(?P<days>{_DAYS})(?: |$))?"
    rf"(?:(?P<hours>{_SPAN}(?:, ?{_SPAN})*)(?: |$))?)"
    rf"(?:(?P<state>(?i:off|closed|open|unknown))(?: |$))?"
    rf"(?P<comment>{_COMMENT})?"
)
_SEPARATOR = re.compile(r" ?(;|\|\|(?= )|,(?= )) ?")
# A comma with a space behind it begins a new rule, except between two spans of hours.
_BETWEEN_SPANS = re.compile(rf"(?<=:\d\d), (?={_SPAN})|(?<=\+), (?={_SPAN})")
_BY_APPOINTMENT = re.compile(
    r"(?:nur |termine? |only )*"
    r"(?:(?:nach|mit|auf) (?:vorheriger |vorherige |telefonischer |telefonische |persönlicher )*"
    r"(?:termin|vereinbarung|terminvereinbarung|absprache|terminabsprache|anmeldung|voranmeldung|anfrage)"
    r"|by (?:prior )?appointment|appointment)(?: only)?[.!]?",
    re.IGNORECASE,
)
# "9:00-5:00" is more likely to mean the afternoon than the next morning.
LONGEST_NIGHT = 12 * HOUR
MORNING = 3 * HOUR


@dataclass(frozen=True)
class Rule:
    """One rule as it is written. Spans are minutes from midnight, past 1440 on the next day; no end is an open one.

    `periods` are days with their year, none for every year. Public and school holidays are named beside the weekdays.
    """

    text: str
    separator: Separator
    state: State
    cells: Cells
    all_year: bool
    periods: tuple[Period, ...]
    public: bool
    school: bool
    spans: tuple[Span, ...]


def parse(text: str) -> Iterator[Rule]:
    """Yield the rules in order. Raises NotExpressible for what is no `opening_hours`, or has no place in our rules."""
    separator: Separator = ";"
    for piece, following in _pieces(text.strip()):
        rule = _rule(piece, separator)
        if following == "," and rule.state == "open" and not rule.spans:
            reason = "In einer Liste steht nach dem Komma kein Leerzeichen, zum Beispiel: Mo,We 09:00-12:00"
            raise NotExpressible(f"{quoted(piece + ',')}: {reason}")
        yield rule
        separator = following


def _pieces(text: str) -> Iterator[tuple[str, Separator]]:
    """Yield each piece with the separator behind it; what stands in quotation marks is never taken apart."""
    masked = re.sub(_COMMENT, lambda comment: "_" * len(comment[0]), text)
    start = 0
    for match in _SEPARATOR.finditer(_BETWEEN_SPANS.sub(",_", masked)):
        yield text[start : match.start()], cast("Separator", match[1])
        start = match.end()
    yield text[start:], ";"


def _rule(text: str, separator: Separator) -> Rule:
    match = _RULE.fullmatch(text)
    if not match or not text:
        raise NotExpressible(mistake(text))
    if "," in (match["when"] or "") and "[" in (match["days"] or "") and not match["colon"]:
        raise NotExpressible(
            f"{quoted(text)}: Nach den Monaten fehlt hier ein Doppelpunkt, zum Beispiel: Jan,Mar: Mo[1]"
        )
    months, periods = period.read(match["when"] or "")
    named = re.findall(_DAY, match["days"] or "Mo-Su")
    return Rule(
        text=text,
        separator=separator,
        state=_state(text, match["state"] or "", (match["comment"] or "").strip('"')),
        cells=cells((day for name in named for day in _days(name)), months),
        all_year=not match["when"],
        periods=periods,
        public="PH" in named,
        school="SH" in named,
        spans=((0, DAY),) if match["always"] else tuple(map(_span, re.findall(_SPAN, match["hours"] or ""))),
    )


def _state(text: str, word: str, comment: str) -> State:
    if word.lower() in {"", "unknown"} and _BY_APPOINTMENT.fullmatch(comment.strip()):
        return "by_appointment"
    if comment:
        raise NotExpressible(f"Für die Bemerkung {quoted(comment)} gibt es hier kein Feld.")
    if word.lower() == "unknown":
        raise NotExpressible(f"{quoted(text)} sagt nicht, ob offen ist.")
    return "off" if word.lower() in {"off", "closed"} else "open"


def _days(name: str) -> Iterator[tuple[int, int]]:
    """Yield weekdays with their places in the month; nothing for holidays."""
    if name in {"PH", "SH"}:
        return
    start, *rest = (WEEKDAYS.index(day.capitalize()) for day in re.findall(_NAME_OF_DAY, name))
    length = (rest[0] - start) % len(WEEKDAYS) if rest else 0
    for step in range(length + 1):
        for place in _places(name):
            yield (start + step) % len(WEEKDAYS), place


def _places(name: str) -> Iterable[int]:
    ordinals = [int(number) for number in re.findall(r"(?<=[\[,])-?\d", name)]
    if any(ordinal not in PLACES for ordinal in ordinals) or re.search(r"\d-\d", name):
        raise NotExpressible(f"{quoted(name)}: Erlaubt sind hier nur 1 bis 5 und -1, einzeln und mit Kommas.")
    return chain.from_iterable(PLACES[ordinal] for ordinal in ordinals) if ordinals else EVERY_PLACE


def _span(text: str) -> Span:
    start, *rest = (int(hour) * HOUR + int(minute) for hour, minute in re.findall(r"(\d+):(\d+)", text))
    if text.endswith("+") == bool(rest):
        hint = "Ein offenes Ende heißt zum Beispiel 18:00+, ein festes 18:00-20:00."
        raise NotExpressible(f"{quoted(text)}: Das Ende ist hier nicht klar. {hint}")
    if not rest:
        return _checked(text, start), None
    end = rest[0] if rest[0] > start else rest[0] + DAY
    if end > DAY and end - start > LONGEST_NIGHT and end - DAY >= MORNING:
        raise NotExpressible(f"{quoted(text)}: Das sind mehr als 12 Stunden. Ist eine Zeit am Nachmittag gemeint?")
    return _checked(text, start), end


def _checked(text: str, start: int) -> int:
    if start >= DAY:
        raise NotExpressible(f"{quoted(text)}: So beginnt keine Uhrzeit.")
    return start
