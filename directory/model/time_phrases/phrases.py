"""Tokens as phrases: which days, from when to when, in which months; what is not understood stays apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from directory.model.time_phrases.clock_times import DAY_END
from directory.model.time_phrases.dates import with_years
from directory.model.time_phrases.tokens import Token, table

WEEK = tuple(range(7))
MONTHS = 12
JOINS = frozenset({"and", "comma"})
# Words between a weekday and the next that join them: "am Montag und am Dienstag".
BESIDE = frozenset({"every", "filler", "start", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A part of the line that means one thing; `first` and `last` are places in the list of tokens."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Days(Phrase):
    """Weekdays as they were joined: `groups` are what stands between commas. "Every" and ordinals belong to all."""

    groups: tuple[tuple[int, ...], ...] = ()
    ordinals: tuple[str, ...] = ()
    every: bool = False
    of_month: bool = False
    holidays: bool = False
    school_holidays: bool = False
    dates: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[int, ...]:
        """All weekdays, Monday = 0, in the order of the week."""
        return tuple(sorted({day for group in self.groups for day in group}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From when to when, in minutes; `end` is None where it is open or not said."""

    start: int
    end: int | None
    said_open: bool  # "ab 18 Uhr" and not only "18 Uhr"
    exact: bool  # it can be nothing but a time: it has two ends, minutes, "Uhr" or a word before it
    twelve: bool = False  # its beginning may be twelve hours later: "halb drei"
    end_twelve: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours(Phrase):
    """Spans that stand together; `joins` are the kinds of tokens between them."""

    spans: tuple[Span, ...]
    joins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Season(Phrase):
    """Months in which something holds."""

    months: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm(Phrase):
    """Every how many weeks, or in which calendar weeks."""

    every_weeks: int = 0
    weeks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Phrase):
    """A token with a meaning of its own: closed, an appointment, a part of the day, the end of a sentence, a word."""

    kind: str
    value: str = ""


def phrases(found: Sequence[Token], text: str) -> list[Phrase]:
    """Return the phrases of a line in their order; together they cover all tokens."""
    result: list[Phrase] = []
    at = 0
    readers: tuple[Callable[[_Line, int], Phrase | None], ...] = (_days, _hours, _season, _rhythm)
    line = _Line(found, text)
    while at < len(found):
        phrase = next((read for reader in readers if (read := reader(line, at))), None)
        phrase = phrase or Mark(first=at, last=at, kind=line.kind(at), value=str(found[at].value or ""))
        result.append(phrase)
        at = phrase.last + 1
    return result


@dataclass(frozen=True, slots=True)
class _Line:
    found: Sequence[Token]
    text: str

    def kind(self, at: int) -> str:
        """Return the kind of a token; words that change nothing are fillers, and past the end there is nothing."""
        if not 0 <= at < len(self.found):
            return ""
        token = self.found[at]
        word = self.text[token.start : token.end].lower().rstrip(".")
        return "filler" if token.kind == "word" and word in table()["filler"] else token.kind

    def past(self, at: int, kinds: frozenset[str]) -> int:
        """Return the place of the next token of another kind."""
        while self.kind(at) in kinds:
            at += 1
        return at


def _days(line: _Line, at: int) -> Days | None:
    start = at
    every = line.kind(at) == "every"
    at = line.past(at, BESIDE) if every else at
    ordinals, at = _ordinals(line, at)
    groups: list[tuple[int, ...]] = []
    dates: list[str] = []
    holidays = school_holidays = of_month = False
    last = at - 1
    while (kind := line.kind(at)) in {"weekday", "every_day", "weekend", "holidays", "school_holidays", "date"}:
        if kind == "date":
            dates += line.found[at].value
            last = at
        elif kind in {"holidays", "school_holidays"}:
            holidays, school_holidays = holidays or kind == "holidays", school_holidays or kind == "school_holidays"
            last = at
        elif kind == "every_day" and last >= start and not dates:
            # "Mo-Fr täglich" are those days; "außer montags und in den Ferien täglich" are others.
            if line.kind(last) != "weekday" or last + 1 != at:
                break
            last = at
        else:
            group, last = _range(line, at)
            groups.append(group)
            if groups == [WEEK, group] and len(group) > 1 and JOINS.isdisjoint(map(line.kind, range(start, at))):
                groups = [group]  # "täglich von Mo-Fr"
        if line.kind(last + 1) == "of_month":
            of_month, last = True, last + 1
        at = _next_day(line, last + 1)
        if line.kind(at) == "ordinal" or (dates and line.kind(at) != "date") or (ordinals and of_month):
            break
    if last < start or not (groups or dates or holidays or school_holidays):
        return None
    return Days(
        first=start,
        last=last,
        groups=tuple(groups),
        ordinals=tuple(ordinals),
        every=every,
        of_month=of_month,
        holidays=holidays,
        school_holidays=school_holidays,
        dates=with_years(tuple(dates)),
    )


def _ordinals(line: _Line, at: int) -> tuple[list[str], int]:
    """Return the ordinals that stand here, and the place behind them."""
    ordinals: list[str] = []
    while line.kind(at) == "ordinal":
        ordinals.append(str(line.found[at].value))
        after = line.past(at + 1, JOINS)
        at = after if line.kind(after) == "ordinal" else at + 1
    return ordinals, at


def _range(line: _Line, at: int) -> tuple[tuple[int, ...], int]:
    """Return the weekdays that begin here, "Mo", "Mo-Fr" or all, and the place of their last token."""
    if line.kind(at) != "weekday":
        return WEEK if line.kind(at) == "every_day" else WEEK[5:], at
    first = int(line.found[at].value)
    dash = line.past(at + 1, frozenset({"from", "filler"}))
    if line.kind(dash) == "dash" and line.kind(end := line.past(dash + 1, frozenset({"filler"}))) == "weekday":
        last = int(line.found[end].value)
        return tuple((first + step) % 7 for step in range((last - first) % 7 + 1)), end
    return (first,), at


def _next_day(line: _Line, at: int) -> int:
    """Return the place of the next day in an enumeration."""
    after = at
    if line.kind(after) == "dash" and line.kind(after + 1) in JOINS | {"holidays"}:
        after += 1  # "Sonn- und Feiertag", "Samstag - Sonntag - Feiertage"
    day = line.past(after, JOINS | BESIDE - {"start"})
    # "Mo an Feiertagen" are not two days.
    apart = (
        line.kind(day) in {"holidays", "school_holidays"}
        and line.past(at, BESIDE) != at
        and line.kind(after) not in JOINS
    )
    return len(line.found) if apart else day


def _hours(line: _Line, at: int) -> Hours | None:
    start = at
    spans: list[Span] = []
    joins: list[str] = []
    last = at - 1
    while read := _span(line, at):
        span, last = read
        spans.append(span)
        between = line.past(last + 1, frozenset({"filler"}))
        join = line.kind(between) if line.kind(between) in {*JOINS, "end"} else ""
        at = line.past(last + 1, JOINS | {"filler", "end"}) if join else between
        if join == "end" and line.text[line.found[between].start] != ";":
            break  # a new sentence or line; what follows a semicolon may be more of the same
        if _span(line, at):
            joins.append(join)
    return Hours(first=start, last=last, spans=tuple(spans), joins=tuple(joins)) if spans else None


def _span(line: _Line, at: int) -> tuple[Span, int] | None:
    said_open, told = False, False
    while line.kind(at) in {"open", "start", "from", "colon", "filler"}:
        said_open, told = said_open or line.kind(at) == "open", told or line.kind(at) in {"open", "start"}
        at += 1
    if line.kind(at) != "time":
        return None
    first = line.found[at]
    open_span = Span(start=int(first.value), end=None, said_open=True, exact=True, twelve=first.twelve)
    dash = line.past(at + 1, frozenset({"filler", "colon"}))
    if line.kind(dash) == "dash":
        end = line.past(dash + 1, frozenset({"filler", "start"}))
        if line.kind(end) == "time":
            until = line.found[end]
            # Midnight at the end of a day is 24:00.
            minutes = DAY_END if until.value == 0 else int(until.value)
            return (
                Span(
                    start=int(first.value),
                    end=minutes,
                    said_open=False,
                    exact=True,
                    twelve=first.twelve,
                    end_twelve=until.twelve,
                ),
                end,
            )
        if line.kind(end) == "open_end":
            return open_span, end
    if line.kind(at + 1) == "open_end":
        return open_span, at + 1
    plus = line.kind(at + 1) == "and" and line.text[first.end : first.end + 1] == "+"
    if plus and not _span(line, at + 2):
        return open_span, at + 1
    return replace(open_span, said_open=said_open, exact=told or first.exact), at


def _season(line: _Line, at: int) -> Season | None:
    if line.kind(at) == "months":
        return Season(first=at, last=at, months=line.found[at].value)
    if line.kind(at) != "month":
        return None
    start, last = at, at
    months: list[int] = []
    while line.kind(at) == "month":
        first, last = int(line.found[at].value), at
        end = line.past(at + 1, frozenset({"filler"}))
        if line.kind(end) == "dash" and line.kind(to := line.past(end + 1, frozenset({"filler"}))) == "month":
            last = to
            span = (int(line.found[to].value) - first) % MONTHS
            months += [(first - 1 + step) % MONTHS + 1 for step in range(span + 1)]
        else:
            months.append(first)
        after = line.past(last + 1, JOINS)
        at = after if line.kind(after) == "month" else last + 1
    return Season(first=start, last=last, months=tuple(dict.fromkeys(months)))


def _rhythm(line: _Line, at: int) -> Rhythm | None:
    kind = line.kind(at)
    if kind == "every_weeks":
        return Rhythm(first=at, last=at, every_weeks=int(line.found[at].value))
    if kind == "every_fortnight":
        return Rhythm(first=at, last=at, every_weeks=2)
    if kind in {"even", "odd"}:
        return Rhythm(first=at, last=at, weeks="gerade" if kind == "even" else "ungerade")
    return None
