"""Hours that people count to twelve: which half of the day they mean, or a question."""

from collections.abc import Sequence
from dataclasses import replace

from directory.model.time_phrases import asking
from directory.model.time_phrases.clock_times import DAY_END, HALF_A_DAY, MINUTES
from directory.model.time_phrases.doubts import MORNING
from directory.model.time_phrases.phrases import Hours, Span
from directory.model.time_phrases.statements import Ask
from directory.model.time_phrases.tokens import table

SURELY_BEFORE_NOON = 8 * MINUTES


def on_their_half_day(phrase: Hours, words: str, part: str, behind: str) -> Hours:
    """Return hours as minutes of the whole day.

    `part` stands before them, "Mittwochabend um acht"; `behind` directly behind, "3 Uhr nachmittags". Hours in digits
    count to 24 unless the part of the day stands behind, so "abends 7 Uhr" is asked about elsewhere.
    """
    spans = [_span(span, words, part or behind, behind) for span in phrase.spans]
    if not (part or behind):
        _ask_about_night(spans, words)
    return replace(phrase, spans=tuple(spans))


def _span(span: Span, words: str, part: str, behind: str) -> Span:
    if span.twelve:
        # Who says "halb drei bis 4" counts both to twelve.
        span = replace(span, end_twelve=span.end_twelve or (span.end is not None and span.end <= HALF_A_DAY))
        span = replace(span, start=_start(span, words, part), twelve=False)
    elif behind and not _within(span.start, behind) and _within(span.start + HALF_A_DAY, behind):
        if span.end is not None and span.end > HALF_A_DAY:
            raise Ask(asking.morning_or_afternoon(words))
        span = replace(span, start=span.start + HALF_A_DAY, end=span.end and span.end + HALF_A_DAY)
    if span.end_twelve and span.end is not None:
        later = [one for one in (span.end, span.end + HALF_A_DAY) if span.start < one <= DAY_END]
        if not later:
            raise Ask(asking.morning_or_afternoon(words))
        span = replace(span, end=later[0], end_twelve=False)
    return span


def _start(span: Span, words: str, part: str) -> int:
    halves = (span.start, span.start + HALF_A_DAY)
    fitting = [one for one in halves if part and _within(one, part)]
    if len(fitting) == 1:
        return fitting[0]
    # "Von neun bis zwölf" ends at noon, "von neun bis 17 Uhr" cannot begin at 21 o'clock.
    noon = span.end == HALF_A_DAY and span.start >= SURELY_BEFORE_NOON
    past = span.end is not None and HALF_A_DAY < span.end <= span.start + HALF_A_DAY
    if not part and span.start >= MORNING and (noon or past):
        return span.start
    raise Ask(asking.morning_or_afternoon(words))


def _within(minutes: int, part: str) -> bool:
    earliest, latest = table()["parts"][part]
    return bool(earliest * MINUTES <= minutes <= latest * MINUTES)


def _ask_about_night(spans: Sequence[Span], words: str) -> None:
    """Ask about "Do 2-4 Uhr", which may be in the afternoon; "5 bis 18" and "0 bis 24 Uhr" are clear."""
    if any(span.start < MORNING and (span.end is None or span.end < HALF_A_DAY) for span in spans):
        raise Ask(asking.morning_or_afternoon(words))
