"""What holds in the end: a later rule of `opening_hours` replaces earlier ones on its days, or adds to them.

Where writers and programs understand a value in different ways, it is refused: a wrong time is worse than none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from directory.model.times import OnHolidays
from directory.problems import quoted
from directory.schedule.osm.cells import EVERY_DAY, EVERY_MONTH, Cells, cell_of, day_after, every_day, months, weekdays
from directory.schedule.osm.grammar import Rule, Span
from directory.schedule.osm.language import DAY, NotExpressible
from directory.schedule.osm.period import Period


@dataclass(frozen=True)
class Opening:
    """Days and hours of one rule, as far as no other rule has taken them away."""

    text: str
    by_appointment: bool
    spans: tuple[Span, ...]
    cells: Cells
    period: Period | None
    holidays: OnHolidays | None
    school_holidays: OnHolidays | None

    @property
    def past_midnight(self) -> bool:
        """Whether it goes on in the small hours of the next day."""
        return any(end is not None and end > DAY for _, end in self.spans)

    def meets(self, other: "Opening") -> bool:
        """Return whether both fall on the same day at least once."""
        if self.period and other.period and not _overlap(self.period, other.period):
            return False
        return bool(self.cells & other.cells)


@dataclass
class Outcome:
    """What has been read so far. `or_else` says that one can make an appointment at all other times."""

    openings: list[Opening] = field(default_factory=list)
    closed: list[Period] = field(default_factory=list)
    or_else: bool = False


def resolve(rules: Iterable[Rule]) -> Outcome:
    """Return what all the rules together say. Raises NotExpressible."""
    outcome = Outcome()
    for rule in rules:
        if outcome.or_else or (rule.separator == "||" and not _is_bare_appointment(rule)):
            raise NotExpressible("Nach || ist hier nur ein Wort wie „nach Vereinbarung“ möglich.")
        if rule.separator == "||":
            outcome.or_else = True
        elif rule.state == "off":
            _close(outcome, rule)
        else:
            for opening in _openings(rule):
                _open(outcome, opening, replaces=rule.separator == ";")
    if not outcome.openings and not outcome.or_else:
        raise NotExpressible("Hier ist nie offen.")
    return outcome


def _is_bare_appointment(rule: Rule) -> bool:
    return rule.state == "by_appointment" and rule.cells == EVERY_DAY and not (rule.periods or rule.spans)


def _openings(rule: Rule) -> Iterator[Opening]:
    if not rule.spans and rule.state == "open":
        raise NotExpressible(f"{quoted(rule.text)}: Hier fehlt die Uhrzeit.")
    if (rule.public or rule.school) and (not rule.cells or not every_day(rule.cells)):
        raise NotExpressible(f"{quoted(rule.text)}: Eigene Zeiten für Feier-Tage oder Ferien gibt es hier nicht.")
    for period in rule.periods or (None,):
        cells = rule.cells
        if period and period[0] == period[1]:
            cells &= {cell_of(period[0])}
        if not cells:
            raise NotExpressible(f"{quoted(rule.text)}: Datum und Wochentag passen nicht zusammen.")
        yield Opening(
            rule.text,
            rule.state == "by_appointment",
            rule.spans,
            cells,
            period,
            "offen" if rule.public else None,
            "offen" if rule.school else None,
        )


def _open(outcome: Outcome, new: Opening, *, replaces: bool) -> None:
    for period in outcome.closed:
        if not new.period or _overlap(period, new.period):
            raise NotExpressible(f"{quoted(new.text)} hebt „off“ wieder auf. Schreiben Sie „off“ an das Ende.")
    _refuse_forgotten_season(outcome, new)
    kept = []
    for old in outcome.openings:
        if "zu" in {old.holidays, old.school_holidays}:
            raise NotExpressible(f"{quoted(new.text)} steht nach PH oder SH off. Schreiben Sie das an das Ende.")
        if replaces or old.by_appointment != new.by_appointment:
            _refuse_night(old, new.cells)
            _refuse_night(new, old.cells)
        if replaces and old.meets(new):
            kept.append(_replaced(old, new))
        elif old.by_appointment != new.by_appointment and old.meets(new) and _same_time(old, new):
            raise NotExpressible(f"{quoted(new.text)} gilt zur selben Zeit wie {quoted(old.text)}. {_both(new)}")
        else:
            kept.append(old)
    outcome.openings = [*kept, new]


def _refuse_forgotten_season(outcome: Outcome, new: Opening) -> None:
    """Refuse "in summer on Mondays; on Sundays": the second rule may be meant for the summer too."""
    seasonal = [old for old in outcome.openings if old.period or months(old.cells) != set(EVERY_MONTH)]
    said = set[int]().union(*(months(old.cells) for old in outcome.openings if not old.period))
    if seasonal and said != set(EVERY_MONTH) and not new.period and months(new.cells) == set(EVERY_MONTH):
        reason = "nennt keine Monate, eine Regel davor schon. Was das ganze Jahr gilt, schreiben Sie zuerst."
        raise NotExpressible(f"{quoted(new.text)} {reason}")


def _refuse_night(old: Opening, cells: Cells) -> None:
    """Refuse what programs read in two ways: whether another rule for the next day ends the night before."""
    if old.past_midnight and weekdays(day_after(old.cells)) & weekdays(cells):
        hint = "Für den Tag danach gibt es noch eine Regel. Schreiben Sie dort ein Komma und ein Leerzeichen statt ;"
        raise NotExpressible(f"{quoted(old.text)} geht über Mitternacht. {hint}")


def _both(new: Opening) -> str:
    if new.by_appointment:
        return "Gilt es zu allen anderen Zeiten, dann schreiben Sie || davor."
    return "Gilt beides, dann schreiben Sie ein Komma und ein Leerzeichen statt ;"


def _replaced(old: Opening, new: Opening) -> Opening:
    if old.period or new.period:
        raise NotExpressible(f"{quoted(new.text)} ersetzt {quoted(old.text)} nur an einigen Tagen im Jahr.")
    if old.cells <= new.cells:
        raise NotExpressible(f"{quoted(new.text)} ersetzt {quoted(old.text)} ganz. {_both(new)}")
    if not _same_time(old, new):
        raise NotExpressible(f"{quoted(new.text)} ersetzt Zeiten von {quoted(old.text)}. {_both(new)}")
    if every_day(new.cells) and not every_day(old.cells):
        raise NotExpressible(f"{quoted(new.text)} meint jeden Tag, {quoted(old.text)} nicht. Nennen Sie die Tage.")
    return _without(old, new.cells, new.text)


def _close(outcome: Outcome, rule: Rule) -> None:
    if rule.spans:
        raise NotExpressible(f"{quoted(rule.text)}: Nur für Stunden zu schließen geht hier nicht.")
    if rule.periods:
        if rule.cells != EVERY_DAY or rule.public or rule.school:
            raise NotExpressible(f"{quoted(rule.text)}: Ausnahmen mit Datum gelten hier immer für ganze Tage.")
        outcome.closed += rule.periods
        return
    if (rule.public or rule.school) and not rule.all_year:
        raise NotExpressible(f"{quoted(rule.text)}: Feier-Tage und Ferien gelten hier immer für das ganze Jahr.")
    for old in outcome.openings:
        _refuse_night(old, rule.cells)
    openings = [_without(old, rule.cells, rule.text) for old in outcome.openings]
    said = [old for old in openings if (rule.public and old.holidays) or (rule.school and old.school_holidays)]
    if said or ((rule.public or rule.school) and not openings):
        raise NotExpressible(f"{quoted(rule.text)} passt nicht zu den anderen Regeln. Gehört es an das Ende?")
    outcome.openings = [
        replace(
            old,
            holidays="zu" if rule.public else old.holidays,
            school_holidays="zu" if rule.school else old.school_holidays,
        )
        for old in openings
    ]


def _without(old: Opening, cells: Cells, text: str) -> Opening:
    if old.cells <= cells:
        raise NotExpressible(f"{quoted(text)} lässt von {quoted(old.text)} nichts übrig.")
    return replace(old, cells=old.cells - cells)


def _same_time(old: Opening, new: Opening) -> bool:
    """Return whether hours overlap; an open end lasts until midnight, and no hours at all are the whole day."""
    whole_day: tuple[Span, ...] = ((0, DAY),)
    return any(
        start < (other_end or DAY) and other_start < (end or DAY)
        for start, end in old.spans or whole_day
        for other_start, other_end in new.spans or whole_day
    )


def _overlap(period: Period, other: Period) -> bool:
    return period[0] <= other[1] and other[0] <= period[1]
