"""Times and dates that contradict each other."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from directory.model import Directory, Entry
from directory.model.times import Times
from directory.model.values import MONTHS, WEEKDAYS
from directory.problems import Problem
from directory.schedule import day

NAMED_DATE = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}),?\s+(?:de[nmr]\s+)?(\d{{1,2}})\.\s*({'|'.join(MONTHS)})\s+(\d{{4}})\b"
)


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield weekdays that do not fall on their date, and rules that overlap."""
    for entry in directory.entries:
        yield from _anchors(entry)
        yield from _named_dates(entry)
        yield from _overlaps(entry)


def _anchors(entry: Entry) -> Iterator[Problem]:
    for index, times in enumerate(entry.times):
        if times.anchor and times.days and times.anchor.weekday() not in times.days:
            message = (
                f"Der {day(times.anchor)} ist ein {WEEKDAYS[times.anchor.weekday()]}, kein {WEEKDAYS[times.days[0]]}."
            )
            hint = "Prüfen Sie, ob der Tag oder das Jahr falsch ist."
            yield Problem.at(entry.position("zeiten", index, "ab"), "wochentag-datum", message, hint)


def _named_dates(entry: Entry) -> Iterator[Problem]:
    texts: list[tuple[tuple[str | int, ...], str]] = [
        (("beschreibung", line), text) for line, text in enumerate(entry.description)
    ]
    for index, times in enumerate(entry.times):
        texts += [(("zeiten", index, "hinweis", line), text) for line, text in enumerate(times.notes)]
    for keys, text in texts:
        for weekday, number, month, year in NAMED_DATE.findall(text):
            try:
                value = date(int(year), MONTHS.index(month) + 1, int(number))
            except ValueError:
                message = f"Den Tag „{number}. {month} {year}“ gibt es nicht. Der Monat hat weniger Tage."
                hint = "Prüfen Sie Tag, Monat und Wochentag."
            else:
                if WEEKDAYS[value.weekday()] == weekday:
                    continue
                message = f"Der {number}. {month} {year} ist ein {WEEKDAYS[value.weekday()]}, kein {weekday}."
                hint = "Prüfen Sie, ob der Tag oder das Jahr falsch ist."
            yield Problem.at(entry.position(*keys), "wochentag-datum", message, hint)


def _overlaps(entry: Entry) -> Iterator[Problem]:
    for (first, one), (second, other) in combinations(enumerate(entry.times), 2):
        if _overlap(one, other):
            message = f"Diese Zeit überschneidet sich mit der {first + 1}. Zeit in der Liste."
            hint = "Gilt beides, dann schreiben Sie bei „zweck“ oder „hinweis“ den Unterschied. Sonst löschen Sie eine."
            yield Problem.at(entry.position("zeiten", second), "zeiten-ueberlappen", message, hint)


def _overlap(one: Times, other: Times) -> bool:
    """Return whether two weekly rules with the same purpose, place and season say different things about one hour."""
    if (one.purpose, one.place, one.months, one.validity) != (other.purpose, other.place, other.months, other.validity):
        return False
    if one.notes or other.notes or one.in_month != other.in_month or one.every_weeks != other.every_weeks:
        return False
    if not set(one.days) & set(other.days) or not (one.start and other.start):
        return False
    one_end, other_end = one.end or one.start, other.end or other.start
    return one.start <= other_end and other.start <= one_end
