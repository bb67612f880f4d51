"""What must be asked about days and hours that could mean two things."""

import re
from collections.abc import Sequence

from directory.model.time_phrases import asking
from directory.model.time_phrases.clock_times import DAY_END, MINUTES
from directory.model.time_phrases.dates import weekday_of
from directory.model.time_phrases.phrases import Days, Hours, Mark, Phrase, Rhythm, Span
from directory.model.time_phrases.statements import Ask, Line, open_statements
from directory.model.time_phrases.tokens import table

MORNING, EVENING = 6 * MINUTES, 18 * MINUTES
LONGEST_NIGHT = 14 * MINUTES  # see directory.model.times


def ask_about_days(phrase: Days, part: str, *, of_month: bool) -> None:
    """Ask about "every second Tuesday", which is every fortnight or once a month, and about days without a year."""
    single = len(phrase.ordinals) == 1 and phrase.ordinals[0] in {"2", "3", "4"}
    if phrase.every and single and not (phrase.of_month or of_month):
        raise Ask(asking.every_second(part, phrase.ordinals[0], phrase.days))
    if any(one.startswith("-") for one in phrase.dates):
        raise Ask(asking.without_year(part))
    if any(weekday_of(one) is None for one in phrase.dates):
        raise Ask(asking.no_such_day(part))
    if phrase.groups and any(weekday_of(one) not in phrase.days for one in phrase.dates):
        raise Ask(asking.other_weekday(part))
    if sum(map(len, phrase.groups)) > len(phrase.days):
        raise Ask(asking.not_understood(part))  # "täglich, Sa", "Mo-Fr Do"
    if phrase.ordinals and not phrase.groups:
        raise Ask(asking.not_understood(part))


def ask_about_hours(phrase: Hours, part: str) -> None:
    """Ask about numbers that may be no time, times that may be a beginning and an end, and hours that overlap."""
    spans = phrase.spans
    for span in spans:
        if not span.exact or span.start == DAY_END:
            raise Ask(asking.which_hour(part))
        if span.end is not None and span.end <= span.start and span.end + DAY_END - span.start > LONGEST_NIGHT:
            raise Ask(asking.end_before_start(part))
    for join, one, other in zip(phrase.joins, spans, spans[1:], strict=False):
        bare = one.end is None and other.end is None and not (one.said_open or other.said_open)
        if (bare and join != "and") or (not bare and join in {"", "end", "comma"} and _bare(one, other)):
            raise Ask(asking.from_until(part))
        if other.start < (one.end if one.end and one.end > one.start else one.start + 1):
            raise Ask(asking.overlapping(part))


def ask_about_part_of_day(part: str, span: Span, line: str) -> None:
    """Ask about "abends 7 Uhr", which is 19, and "12 Uhr nachts", which is 24."""
    earliest, latest = table()["parts"][part]
    by_day = part == "nacht" and MORNING <= span.start < EVENING
    if by_day or not earliest * MINUTES <= span.start <= latest * MINUTES:
        raise Ask(asking.part_of_day(part, line))


def ask_about_pairs(days: Days, days_part: str, hours: Hours, part: str) -> None:
    """Ask about "Di/Mi 10-12/14-16 Uhr": each day its own hours, or each both."""
    if "/" in days_part and "/" in part and len(days.groups) == len(hours.spans):
        raise Ask(asking.which_day(part))


def ask_about_frequency(line: Line, found: Sequence[Phrase]) -> None:
    """Ask about "jeden Mittwoch, 14-tägig", which is two things, and about "zweimal wöchentlich" with other days."""
    fortnights = any(isinstance(one, Rhythm) and one.every_weeks > 1 for one in found)
    every = any(isinstance(one, Days) and one.every for one in found) or any(_is(one, "every_week") for one in found)
    if fortnights and every:
        raise Ask(asking.not_understood(line.text))
    first = next((one for one in found if isinstance(one, Days | Rhythm)), None)
    rhythms = [one.every_weeks or one.weeks for one in open_statements(line)]
    if isinstance(first, Rhythm) and not all(rhythms):
        raise Ask(asking.not_understood(line.text))  # "alle 14 Tage Mo 9-12, Di 9-12"
    days = {day for one in open_statements(line) for day in one.weekdays}
    if any(isinstance(one, Mark) and one.kind == "times_a_week" and one.value != str(len(days)) for one in found):
        raise Ask(asking.not_understood(line.text))


def ask_about_things(line: Line, things: Sequence[str]) -> None:
    """Ask about "Mo 9-12 Uhr, Di Raum 10" and "Mo Hauptstr. 9-11": the number may be the time that a day needs."""
    numbers = [one for one in things if re.search(r"\d", one)]
    if numbers and any(not (one.spans or one.by_appointment) for one in open_statements(line)):
        raise Ask(asking.which_hour(numbers[0]))


def _is(phrase: Phrase, kind: str) -> bool:
    return isinstance(phrase, Mark) and phrase.kind == kind


def _bare(one: Span, other: Span) -> bool:
    return any(span.end is None and not span.said_open for span in (one, other))
