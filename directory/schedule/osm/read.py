"""One `opening_hours` value of OpenStreetMap as rules of ours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from directory.model.values import LAST, MONTHS, WEEKDAYS, Clock
from directory.problems import quoted
from directory.schedule.osm.cells import EVERY_DAY, Cells, Pattern, day_after, every_week, patterns
from directory.schedule.osm.grammar import parse
from directory.schedule.osm.language import DAY, LONGEST, NotExpressible
from directory.schedule.osm.period import Period
from directory.schedule.osm.resolve import Opening, Outcome, resolve

Fields = dict[str, object]
WHOLE_DAY = ((0, DAY),)


@dataclass(frozen=True)
class Reading:
    """Items for the keys `zeiten` and `ausnahmen` of an entry; `zweck` and `stand` are for the reader to add."""

    times: tuple[Fields, ...]
    special_days: tuple[Fields, ...]


def read(text: str) -> Reading:
    """Return rules that say exactly the same as the value, in the shape of an entry's YAML, every value as text.

    A public or school holiday that the value does not mention stays unsaid. Raises NotExpressible: with a reason in
    German for what is no `opening_hours`, for what our rules cannot say, and for what people often write but mean in
    another way. Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
    """
    if len(text) > LONGEST:
        raise NotExpressible(f"Das sind {len(text)} Zeichen. OpenStreetMap erlaubt {LONGEST}.")
    outcome = resolve(parse(text))
    times = [fields for opening, days in _days(_split_at_midnight(outcome)) for fields in _fields(opening, days)]
    if outcome.or_else:
        times.append({"nach_vereinbarung": "ja"})
    return Reading(tuple(times), tuple(_period(period) | {"zu": "ja"} for period in outcome.closed))


def _split_at_midnight(outcome: Outcome) -> Iterator[Opening]:
    """Yield openings that end at midnight, and what is left of them in the morning of the next weekday."""
    for opening in outcome.openings:
        if not opening.past_midnight:
            yield opening
            continue
        breaks = opening.period or opening.holidays or opening.school_holidays or outcome.closed
        if breaks or not every_week(opening.cells):
            raise NotExpressible(f"{quoted(opening.text)}: Über Mitternacht geht hier nur, was jede Woche gleich ist.")
        yield replace(opening, spans=tuple((start, end and min(end, DAY)) for start, end in opening.spans))
        mornings = tuple((0, end - DAY) for _, end in opening.spans if end and end > DAY)
        yield replace(opening, spans=mornings, cells=day_after(opening.cells))


def _days(openings: Iterable[Opening]) -> Iterator[tuple[Opening, Fields]]:
    """Yield each opening with the fields for its days. Days with the same hours stand together."""
    together: dict[Opening, Cells] = {}
    dates: dict[Opening, set[date]] = {}
    for opening in openings:
        if opening.period and opening.period[0] == opening.period[1]:
            alike = replace(opening, text="", cells=frozenset(), period=None)
            dates.setdefault(alike, set()).add(opening.period[0])
        else:
            alike = replace(opening, text="", cells=frozenset())
            together[alike] = together.get(alike, frozenset()) | opening.cells
    for opening, found in together.items():
        if found == EVERY_DAY and opening.spans in ((), WHOLE_DAY):
            yield replace(opening, spans=()), {} if opening.by_appointment else {"immer": "ja"}
        else:
            yield from ((opening, _pattern(pattern)) for pattern in patterns(found))
    for opening, chosen in dates.items():
        yield opening, {"termine": [str(day) for day in sorted(chosen)]}


def _fields(opening: Opening, days: Fields) -> Iterator[Fields]:
    others: Fields = {
        **({"gueltig": _period(opening.period)} if opening.period else {}),
        **({"feiertage": opening.holidays} if opening.holidays else {}),
        **({"schulferien": opening.school_holidays} if opening.school_holidays else {}),
        **({"nach_vereinbarung": "ja"} if opening.by_appointment else {}),
    }
    if not opening.spans:
        yield days | others
    for start, end in opening.spans:
        hours = {"von": str(Clock(start))} | ({} if end is None else {"bis": str(Clock(end))})
        yield days | hours | others


def _pattern(pattern: Pattern) -> Fields:
    fields: Fields = {"tage": [WEEKDAYS[number] for number in pattern.weekdays]}
    if pattern.in_month:
        fields["im_monat"] = ["letzter" if number == LAST else str(number) for number in pattern.in_month]
    if pattern.months:
        fields["monate"] = [MONTHS[number - 1] for number in pattern.months]
    return fields


def _period(period: Period) -> Fields:
    return {"ab": str(period[0]), "bis": str(period[1])}
