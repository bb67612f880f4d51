"""Hours that are said by what is other in them: a break, a day that ends at another hour."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from directory.model.time_phrases import asking
from directory.model.time_phrases.phrases import Days, Hours, Span
from directory.model.time_phrases.statements import Ask, Line, Statement, open_statements


def with_break(line: Line, phrase: Hours, words: str) -> None:
    """Take a break out of all hours that it lies in: "Mo-Fr 8-17 Uhr, Mittagspause 12-13 Uhr"."""
    cut = False
    for one in open_statements(line):
        spans = _without_break(one.spans, phrase.spans, words)
        cut = cut or spans != one.spans
        one.spans = spans
    if not cut:
        raise Ask(asking.closed_when(words))


def spans_with_break(spans: Sequence[Span], words: str) -> tuple[Span, ...]:
    """Return the spans before the last, which is a break in them: "7.30-16.15 Uhr (12.00-12.45 Uhr geschlossen)"."""
    whole, pause = [*spans[:-1]], spans[-1:]
    left = _without_break(whole, pause, words)
    if left == whole:
        raise Ask(asking.closed_when(words))
    return tuple(left)


def is_break(spans: Sequence[Span]) -> bool:
    """Return whether the last of some spans lies in one before."""
    return len(spans) > 1 and any(_inside(spans[-1], one) for one in spans[:-1])


def _inside(pause: Span, span: Span) -> bool:
    return span.end is not None and pause.end is not None and span.start < pause.start < pause.end < span.end


def _without_break(spans: Sequence[Span], breaks: Sequence[Span], words: str) -> list[Span]:
    left = [*spans]
    for pause in breaks:
        inside = next((one for one in left if _inside(pause, one)), None)
        if inside:
            at = left.index(inside)
            left[at : at + 1] = [replace(inside, end=pause.start), replace(inside, start=pause.end or 0)]
        elif any(pause.end is None or one.end is None or _meet(pause, one) for one in left):
            raise Ask(asking.closed_when(words))
    return left


def _meet(one: Span, other: Span) -> bool:
    return one.end is not None and other.end is not None and one.start < other.end and other.start < one.end


def end_another_time(line: Line, now: Statement, phrase: Hours, words: str) -> None:
    """Read "Mo-Fr 9-16, Do bis 18 Uhr": Thursday begins as before and ends at another hour."""
    until = phrase.spans[0].start
    before = [one for one in open_statements(line) if one is not now and one.weekdays & now.weekdays]
    begun = before[0] if len(before) == 1 and len(phrase.spans) == 1 and len(now.days) == 1 else None
    plain = begun and now.weekdays <= begun.weekdays and len(begun.spans) == 1 and len(begun.days) == 1
    if begun is None or not plain or begun.spans[0].end is None or not begun.spans[0].start < until:
        raise Ask(asking.from_until(words))
    if (
        begun.days[0].ordinals
        or now.days[0].ordinals
        or begun.weeks
        or begun.every_weeks
        or begun.weekdays == now.weekdays
    ):
        raise Ask(asking.from_until(words))
    now.spans, now.months = [replace(begun.spans[0], end=until)], begun.months
    begun.days = [_without(begun.days[0], now.weekdays)]


def _without(days: Days, others: Collection[int]) -> Days:
    groups = (tuple(day for day in group if day not in others) for group in days.groups)
    return replace(days, groups=tuple(group for group in groups if group))
