"""Lines about times put together: rules as fields, words that are kept, and questions."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from directory.model.time_phrases import asking
from directory.model.time_phrases.asking import Question
from directory.model.time_phrases.phrases import WEEK, Days, Span
from directory.model.time_phrases.reading import read_line
from directory.model.time_phrases.statements import Line, Statement, open_statements
from directory.model.values import MONTHS, WEEKDAYS, Clock

Rule = dict[str, Any]
# What a time can say without saying when it is.
NOT_WHEN = frozenset({"zweck", "ort", "stand", "quelle", "laut", "hinweis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text about times says.

    `rules` are fields of `zeiten` by their YAML keys, without purpose and age. `kept` are the words that are no time;
    they stand as notes in the rules, too. Where there are `questions`, their lines have no rules.
    """

    rules: tuple[Mapping[str, Any], ...]
    kept: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


def read_times(text: str) -> Reading:
    """Return what a text of one or more lines says."""
    lines = [read_line(line) for line in text.splitlines() if line.strip()]
    questions = [question for line in lines for question in line.questions]
    good = [line for line in lines if not line.questions]
    for line in good:
        if question := _settle(line, alone=len(lines) == 1):
            line.statements.clear()
            line.questions.append(question)
            questions.append(question)
    good = [line for line in good if not line.questions]
    rules = [rule for line in good for rule in _rules(line)]
    for key, value in _flags(good):
        rules = [{**rule, key: value} if "tage" in rule else rule for rule in rules]
    kept = tuple(word for line in good for word in (*line.kept, *line.kept_by_appointment))
    if good and not rules and not questions:
        questions.append(asking.only_closed(text) if _says_closed(good) else asking.no_day(text))
    return Reading(rules=tuple(rules), kept=kept, questions=tuple(questions))


def rules_in_words(fields: Collection[str], notes: Sequence[str]) -> tuple[Mapping[str, Any], ...]:
    """Return the rules that the notes of a time mean which has only notes; none unless every word is understood."""
    if not notes or not NOT_WHEN.issuperset(fields):
        return ()
    reading = read_times("\n".join(notes))
    return () if reading.questions or reading.kept else reading.rules


def _says_closed(lines: list[Line]) -> bool:
    return any(line.statements or line.holidays or line.school_holidays for line in lines)


def _settle(line: Line, *, alone: bool) -> Question | None:
    """Work out the days that are only said by what they are not; return a question where that does not come out."""
    if question := _others(line):
        return question
    opened = list(open_statements(line))
    if any(days.school_holidays for one in opened for days in one.days):
        return asking.school_holidays(line.text)
    if any(
        one.closed and (days.dates or days.ordinals or one.every_weeks or one.weeks)
        for one in line.statements
        for days in one.days
    ):
        return asking.closed_when(line.text)  # "am 24.12.2026 geschlossen", "1. Mi im Monat zu"
    for one in opened:
        closed = _closed_for(one, line)
        one.days = [_without(days, closed) for days in one.days]
    if opened or line.by_appointment:
        return _doubt(line, opened) or _overlap(line)
    if not _says_closed([line]):
        return asking.no_day(line.text)
    return asking.only_closed(line.text) if alone else None


def _closed_for(statement: Statement, line: Line) -> set[int]:
    """Return the closed days; "Mo-Fr (außer Mi) 8-12, Mi 14-18" says of Wednesday when else it is open."""
    place = next(at for at, one in enumerate(line.statements) if one is statement)
    own = [one for one in line.statements[:place] if one.excepted and statement.weekdays <= one.weekdays]
    return {
        day for one in line.statements if one.closed and not any(one is other for other in own) for day in one.weekdays
    }


def _others(line: Line) -> Question | None:
    """Give hours without a day those that nothing else is said of; only where a closed day says that it is so."""
    closed = any(one.closed for one in line.statements)
    named = {day for one in line.statements for day in one.weekdays}
    unnamed = [one for one in line.statements if one.others]
    if len(unnamed) > 1 or any(not (closed and one.spans) for one in unnamed):
        return asking.no_day(line.text)
    for one in unnamed:
        one.days = [Days(first=0, last=0, groups=(tuple(sorted(set(WEEK) - named)),))]
    return None


def _doubt(line: Line, opened: list[Statement]) -> Question | None:
    """Return the question that statements with all their days leave."""
    if not all(days.days or days.dates or days.holidays for one in opened for days in one.days):
        return asking.contradicting(line.text)
    regular = [(one.every_weeks or one.weeks, days) for one in opened for days in one.days]
    if any(rhythm and (days.ordinals or days.dates) for rhythm, days in regular):
        return asking.not_understood(line.text)
    said = [one for one in opened if one.spans or one.by_appointment]
    # "Montag, Mittwoch vormittag": whose forenoon?
    vague = any(one.part for one in opened) and (len(opened) > 1 or len(opened[0].days[0].groups) > 1)
    return asking.no_hours(line.text) if vague or (said and len(said) < len(opened)) else None


def _without(days: Days, closed: set[int]) -> Days:
    """Return the days without closed ones; a day that was named by itself stays, so that it is found to contradict."""
    groups = tuple(tuple(day for day in group if day not in closed) for group in days.groups)
    left = tuple(group for group in groups if group)
    if any(not left_of and len(group) == 1 for group, left_of in zip(days.groups, groups, strict=True)):
        left = ()
    return Days(
        first=days.first,
        last=days.last,
        groups=left,
        ordinals=days.ordinals,
        of_month=days.of_month,
        holidays=days.holidays,
        school_holidays=days.school_holidays,
        dates=days.dates,
    )


def _rules(line: Line) -> Iterator[Rule]:
    notes = [*(_sentence(word) for word in line.kept)]
    opened = list(open_statements(line))
    on_holidays = [one.spans for one in opened if one.spans and any(days.holidays for days in one.days)]
    notes += [f"Am Feiertag: {' und '.join(map(_spoken, spans))}." for spans in on_holidays]
    for one in opened:
        own = [*notes, *([f"Am {one.part.capitalize()}."] if one.part else [])]
        for days in one.days:
            if days.groups or days.dates:
                for span in (*one.spans,) or (None,):
                    yield _rule(one, days, span) | ({"hinweis": own} if own else {})
    if line.by_appointment:
        own = [*([] if opened else notes), *map(_sentence, line.kept_by_appointment)]
        yield {"nach_vereinbarung": "ja"} | ({"hinweis": own} if own else {})


def _rule(one: Statement, days: Days, span: Span | None) -> Rule:
    rule: Rule = {"tage": [WEEKDAYS[day] for day in days.days]} if days.groups else {}
    if days.dates:
        rule["termine"] = list(days.dates)
    if days.ordinals:
        rule["im_monat"] = list(days.ordinals)
    if one.every_weeks > 1:
        rule["alle_wochen"] = str(one.every_weeks)
    if one.weeks:
        rule["kalenderwochen"] = one.weeks
    if span:
        rule["von"] = str(Clock(span.start))
    if span and span.end is not None:
        rule["bis"] = str(Clock(span.end))
    if one.months:
        rule["monate"] = [MONTHS[number - 1] for number in one.months]
    if one.by_appointment:
        rule["nach_vereinbarung"] = "ja"
    return rule


def _flags(lines: list[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if line.holidays:
            yield "feiertage", line.holidays
        if line.school_holidays:
            yield "schulferien", line.school_holidays


def _overlap(line: Line) -> Question | None:
    """Return a question where the hours of one weekday overlap; other months, weeks and ordinals are other days.

    In another line the same hours may be for something else, and what it is for stands in that line.
    """
    seen: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for one in open_statements(line):
        for key, span in ((key, span) for key in _keys(one) for span in one.spans):
            start, end = span.start, span.end if span.end and span.end > span.start else span.start + 1
            if any(start < other_end and other_start < end for other_start, other_end in seen.get(key, [])):
                return asking.overlapping(line.text)
            seen.setdefault(key, []).append((start, end))
    return None


def _keys(one: Statement) -> Iterator[tuple[object, ...]]:
    """Yield what tells the days of a statement from other days."""
    for days in one.days:
        for day in (*days.days, *days.dates):
            yield day, days.ordinals, one.months, one.every_weeks, one.weeks


def _spoken(span: Span) -> str:
    start = _clock(span.start)
    return f"{start} bis {_clock(span.end)}" if span.end is not None else f"ab {start}"


def _clock(minutes: int) -> str:
    clock = Clock(minutes)
    return f"{clock.hour}:{clock.minute:02} Uhr" if clock.minute else f"{clock.hour} Uhr"


def _sentence(words: str) -> str:
    text = words.strip(" .,;:-")
    return f"{text[:1].upper()}{text[1:]}."
