"""How people write days, hours, months and ages: "Mo-Fr", "9-12 Uhr", "April bis Oktober". Spelled out where clear."""

import re
from collections.abc import Iterator
from typing import Any

from directory.model.base import validation_error
from directory.model.spoken_hours import CLOCK_PATTERN
from directory.model.values import MONTHS, ORDINALS, WEEKDAYS, read_month, read_weekday
from directory.problems import Hint

DASH = r"\s*(?:-|–|—|\bbis\b)\s*"
SPAN = re.compile(rf"(?:von\s+)?({CLOCK_PATTERN}){DASH}({CLOCK_PATTERN})", re.IGNORECASE)
HOURS = re.compile(rf"[\s:,]+((?:von\s+|ab\s+)?{CLOCK_PATTERN}(?:{DASH}{CLOCK_PATTERN})?)$", re.IGNORECASE)
LEADING = {"von": re.compile(r"(?:ab|von)\s+(?=\d)", re.IGNORECASE), "bis": re.compile(r"bis\s+(?=\d)", re.IGNORECASE)}
SEVERAL = re.compile(r"\s*(?:,|/|;|\+|&|\bund\b)\s*", re.IGNORECASE)
AGES = re.compile(
    rf"(?:ab\s+(?P<only_from>\d+)|bis\s+(?P<only_to>\d+)|(?:von\s+)?(?P<from>\d+){DASH}(?P<to>\d+))(?:\s+Jahren?)?",
    re.IGNORECASE,
)
EVERY_DAY = frozenset({"täglich", "jeden tag", "alle tage"})
NUMBER = r"(?:\d\.?|(?:erst|zweit|dritt|viert|letzt)e[nr]?)"
NTH = re.compile(
    rf"(jede[nr]?\s+)?(?:am\s+)?({NUMBER}(?:(?:\s*,\s*|\s*/\s*|\s+und\s+){NUMBER})*)\s+([A-Za-z]+)(\s+im\s+Monat)?",
    re.IGNORECASE,
)


def spelled_out(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a rule of times with one weekday an item in `tage`, and one time of day in `von` and `bis`.

    What is clear already, or is not understood, stays as it is for the readers of single values.
    """
    values = dict(values)
    if isinstance(values.get("tage"), list):
        _separate_hours(values)
        values["tage"] = [day for index, item in enumerate(values["tage"]) for day in _weekdays(item, index)]
    if isinstance(values.get("monate"), list):
        values["monate"] = [month for item in values["monate"] for month in _months(item)]
    for key, leading in LEADING.items():
        if isinstance(values.get(key), str):
            values[key] = values[key].strip() if SPAN.fullmatch(values[key].strip()) else leading.sub("", values[key])
    span = SPAN.fullmatch(values["von"]) if isinstance(values.get("von"), str) and "bis" not in values else None
    if span:
        values["von"], values["bis"] = span.groups()
    return values


def age_spelled_out(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an age with one number each: "10 bis 99", "10-99 Jahre", "ab 18 Jahren", "bis 27"."""
    span = AGES.fullmatch(values["ab"].strip()) if isinstance(values.get("ab"), str) and "bis" not in values else None
    if span is None:
        return values
    known = {"ab": span["only_from"] or span["from"], "bis": span["only_to"] or span["to"]}
    return {key: number for key, number in known.items() if number}


def _separate_hours(values: dict[str, Any]) -> None:
    """Take hours that stand with the days, such as "Mo 9-12", to where hours belong."""
    items = values["tage"]
    found = [HOURS.search(item) if isinstance(item, str) else None for item in items]
    hours = {match.group(1) for match in found if match}
    if not hours:
        return
    if len(hours) > 1 or not all(found) or "von" in values:
        raise validation_error(
            "zeit-in-tagen",
            "Bei „tage“ stehen auch Uhrzeiten. So ist nicht klar, was zusammen gehört.",
            "Schreiben Sie für jede Uhrzeit eine eigene Zeit. Die Uhrzeit kommt zu „von“ und „bis“. Zum Beispiel:\n"
            "- {zweck: offen, tage: [Montag], von: 09:00, bis: 12:00, stand: 2026-10}",
            at=("tage",),
        )
    values["von"] = hours.pop()
    values["tage"] = [item[: match.start()] if match else item for item, match in zip(items, found, strict=True)]


def _weekdays(item: Any, index: int) -> Iterator[Any]:
    if not isinstance(item, str):
        yield item
        return
    if item.strip().lower() in EVERY_DAY:
        yield from WEEKDAYS
        return
    if nth := NTH.fullmatch(item.strip()):
        raise _more_than_a_weekday(item, nth, index)
    for part in SEVERAL.split(item.strip()):
        ends = re.split(DASH, part, flags=re.IGNORECASE)
        numbers = [_weekday(end) for end in ends]
        first, last = numbers[0], numbers[-1]
        if len(ends) == 2 and first is not None and last is not None and first < last:  # noqa: PLR2004 - from, to
            yield from WEEKDAYS[first : last + 1]
        else:
            yield part


def _months(item: Any) -> Iterator[Any]:
    """Yield each month of a season such as "April bis Oktober"; it may go over the turn of the year."""
    ends = re.split(DASH, item.strip(), flags=re.IGNORECASE) if isinstance(item, str) else []
    first, last = (_month(ends[0]), _month(ends[-1])) if len(ends) == 2 else (None, None)  # noqa: PLR2004 - from, to
    if first is None or last is None:
        yield item
        return
    yield from (MONTHS[(first - 1 + step) % len(MONTHS)] for step in range((last - first) % len(MONTHS) + 1))


def _month(word: str) -> int | None:
    try:
        number = read_month(word)
    except ValueError:
        return None
    return number if isinstance(number, int) else None


def _more_than_a_weekday(text: str, nth: re.Match[str], index: int) -> Exception:
    every, numbers, weekday, of_month = nth.groups()
    ordinals = ", ".join(read for word in re.split(r"[\s,/]+|und", numbers.lower()) if (read := _ordinal(word)))
    day = weekday.capitalize()
    hint = Hint("Schreiben Sie 2 Zeilen:", {"tage": [day], "im_monat": ordinals.split(", ")})
    if every and not of_month and ordinals in {"2", "3", "4"}:
        hint = Hint(
            f"Das kann 2 Dinge heißen.\nIst es der {ordinals}. {day} im Monat? Dann schreiben Sie 2 Zeilen:\n"
            f"tage: [{day}]\nim_monat: [{ordinals}]\nIst es alle {ordinals} Wochen? Dann schreiben Sie 2 Zeilen:\n"
            f"tage: [{day}]\nalle_wochen: {ordinals}"
        )
    return validation_error("wochentag", f"„{text}“ ist mehr als ein Wochentag.", hint, at=("tage", index))


def _ordinal(word: str) -> str:
    stem = word.strip(".").rstrip("nr").removesuffix("e")
    if stem == "letzt":
        return "letzter"
    return str(ORDINALS.index(stem) + 1) if stem in ORDINALS else stem


def _weekday(word: str) -> int | None:
    try:
        number = read_weekday(word)
    except ValueError:
        return None
    return number if isinstance(number, int) else None
