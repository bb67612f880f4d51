"""What must be asked about days and hours that could mean two things."""

from directory.model.time_phrases import asking
from directory.model.time_phrases.phrases import Days, Hours, Span
from directory.model.time_phrases.statements import Ask
from directory.model.time_phrases.tokens import DAY_END, MINUTES, table

LONGEST_NIGHT = 14 * MINUTES  # see directory.model.times


def ask_about_days(phrase: Days, part: str, *, of_month: bool) -> None:
    """Ask about "every second Tuesday", which is every fortnight or once a month, and about days without a year."""
    single = len(phrase.ordinals) == 1 and phrase.ordinals[0] in {"2", "3", "4"}
    if phrase.every and single and not (phrase.of_month or of_month):
        raise Ask(asking.every_second(part, phrase.ordinals[0], phrase.days))
    if not all(phrase.dates):
        raise Ask(asking.without_year(part))
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
    """Ask about "abends 7 Uhr", which is 19."""
    earliest, latest = table()["parts"][part]
    if not earliest * MINUTES <= span.start <= latest * MINUTES:
        raise Ask(asking.part_of_day(part, line))


def _bare(one: Span, other: Span) -> bool:
    return any(span.end is None and not span.said_open for span in (one, other))
