"""The phrases of a line as rules of times. What is left is kept in words; what could change the meaning is asked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from directory.model.text import MAX_LINE
from directory.model.time_phrases import asking
from directory.model.time_phrases.changed_hours import end_another_time, is_break, spans_with_break, with_break
from directory.model.time_phrases.doubts import (
    ask_about_days,
    ask_about_frequency,
    ask_about_hours,
    ask_about_pairs,
    ask_about_part_of_day,
    ask_about_things,
)
from directory.model.time_phrases.following import (
    SOFT,
    bare_next,
    is_mark,
    last_about_times,
    next_phrase,
    ordinal_next,
    part_behind,
    place_of_rhythm,
    told_next,
)
from directory.model.time_phrases.half_days import on_their_half_day
from directory.model.time_phrases.hard_words import is_hard, is_perhaps_name, is_thing
from directory.model.time_phrases.notes import keep_notes, without_holiday_notes
from directory.model.time_phrases.phrases import Days, Hours, Mark, Phrase, Rhythm, Season, phrases
from directory.model.time_phrases.progress import Progress
from directory.model.time_phrases.rearranging import rearranged
from directory.model.time_phrases.statements import Ask, Line, Statement, give_hours_their_day, open_statements
from directory.model.time_phrases.tokens import prepared, table, tokens


def read_line(written: str) -> Line:
    """Return what one line says; with a question where a part of it could mean something else."""
    if len(written) > MAX_LINE:
        return Line(text=written[:MAX_LINE], questions=[asking.too_long(len(written), MAX_LINE)])
    text = prepared(written)
    found = tokens(text)
    line = Line(text=written.strip())
    reader = _Reader(text, found, line)
    try:
        reader.read(phrases(found, text))
    except Ask as ask:
        return Line(text=line.text, questions=[ask.question])
    return line


class _Reader(Progress):
    """Goes through the phrases from left to right."""

    def read(self, found: Sequence[Phrase]) -> None:
        found = without_holiday_notes(self.line, self.text, self.found, found)
        found = rearranged(self.line, self.text, self.found, found)
        for at, phrase in enumerate(found):
            after = [*found[at + 1 :], None]
            if isinstance(phrase, Days):
                self.days(phrase, after)
            elif isinstance(phrase, Hours):
                self.hours(phrase, after)
            elif isinstance(phrase, Season):
                self.season(phrase, after)
            elif isinstance(phrase, Rhythm):
                self.rhythm_of(phrase, after)
            elif isinstance(phrase, Mark):
                self.mark(phrase, after)
            if not isinstance(phrase, Mark) or phrase.kind not in {*SOFT, "dash", "or", "of_month", "outside", "word"}:
                self.between, self.label = [], False
        if self.closing or self.excepting or self.pausing:
            raise Ask(asking.closed_when(self.line.text))
        give_hours_their_day(self.line)
        ask_about_frequency(self.line, found)
        ask_about_things(self.line, [self.part(one) for one in found if isinstance(one, Mark) and is_thing(one)])
        keep_notes(self.line, self.text, self.found, found)

    def days(self, phrase: Days, after: Sequence[Phrase | None]) -> None:
        ask_about_days(phrase, self.part(phrase), of_month="of_month" in self.between)
        if self.between[-1:] == ["word"] and is_perhaps_name(self.text, self.found[phrase.first : phrase.last + 1]):
            raise Ask(asking.not_understood(self.around(phrase)))
        if self.excepting and (phrase.dates or (self.excepting == "opened" and phrase.groups)):
            raise Ask(asking.closed_when(self.line.text))  # "nicht am 24.12.2026", "auch am Samstag"
        if self.excepting == "opened" or (self.excepting and not phrase.groups):
            self.flag(phrase, "offen" if self.excepting == "opened" else "zu")
            return
        if self.excepting or (self.closing and not told_next(after)):
            before = self.now if self.excepting and not self.told else None
            if self.excepting:  # "außer sonntags und in den Ferien"
                self.line.holidays = "zu" if phrase.holidays else self.line.holidays
                self.line.school_holidays = "zu" if phrase.school_holidays else self.line.school_holidays
            self.add(Statement(days=[phrase], closed=True, excepted=bool(self.excepting)))
            self.told, self.closing, self.excepting = True, False, ""
            if before:
                self.now, self.told = before, False  # "täglich außer montags 10-18 Uhr"
            return
        if self.closing:
            raise Ask(asking.closed_when(self.line.text))  # "Geschlossen: Mo 9-12 Uhr"
        if (
            self.now
            and self.now.days
            and not self.told
            and phrase.ordinals
            and set(self.between) <= ({"and", "comma"} if self.now.days[-1].ordinals else {"and", "every"})
        ):
            self.now.days.append(phrase)
            return
        statement = Statement(days=[phrase], months=self.months)
        self.add(statement)

    def as_meant(self, phrase: Hours, after: Sequence[Phrase | None]) -> Hours:
        """Return hours in their half of the day and without the break that stands behind them."""
        part = self.now.part if self.now else ""
        phrase = on_their_half_day(phrase, self.part(phrase), part, part_behind(after))
        closed = next((one for one in after if not is_mark(one, "filler", "part")), None)
        if is_break(phrase.spans) and is_mark(closed, "closed"):
            self.shut = closed
            phrase = replace(phrase, spans=spans_with_break(phrase.spans, self.part(phrase)), joins=())
        if self.until:
            phrase = replace(phrase, spans=tuple(replace(span, exact=True) for span in phrase.spans))
        ask_about_hours(phrase, self.part(phrase))
        return phrase

    def changed(self, phrase: Hours) -> bool:
        """Take hours that only change others: a break, another end."""
        if self.pausing:
            with_break(self.line, phrase, self.part(phrase))
        elif self.until and self.now:
            end_another_time(self.line, self.now, phrase, self.part(phrase))
            self.told = True
        else:
            return False
        self.pausing = self.until = False
        return True

    def hours(self, phrase: Hours, after: Sequence[Phrase | None]) -> None:
        phrase = self.as_meant(phrase, after)
        if self.changed(phrase):
            return
        if "dash" in self.between and phrase.spans[0].end is None:
            raise Ask(asking.from_until(self.part(phrase)))
        if self.closing or self.excepting:
            raise Ask(asking.closed_when(self.line.text))
        if self.now is None:
            # Hours before any day hold for the days that nothing else is said of.
            self.add(Statement(days=[], others=True, months=self.months))
        elif self.now.closed or (self.told and (not self.now.spans or self.label)) or (self.told and self.now.part):
            raise Ask(asking.which_day(self.part(phrase)))
        elif self.told and "end" in self.between and any(span.end is None for span in phrase.spans):
            raise Ask(asking.from_until(self.part(phrase)))
        assert self.now  # noqa: S101 - set above
        if self.now.days and not self.told:
            ask_about_pairs(self.now.days[0], self.part(self.now.days[0]), phrase, self.part(phrase))
        if self.now.part:
            ask_about_part_of_day(self.now.part, phrase.spans[0], self.line.text)
            self.now.part = ""
        if self.now.spans and phrase.spans[0].start < self.now.spans[-1].start:
            raise Ask(asking.overlapping(self.part(phrase)))
        self.now.spans += phrase.spans
        self.told = True

    def season(self, phrase: Season, after: Sequence[Phrase | None]) -> None:
        if self.between[-1:] == ["word"] and len(phrase.months) == 1:
            raise Ask(asking.which_months(self.part(phrase)))  # "Café Mai"
        if is_mark(closed := next_phrase(after), "closed") and not self.line.statements:
            # "November bis Februar geschlossen, sonst Sa 11-17 Uhr"
            self.shut = closed
            self.months = tuple(number for number in range(1, 13) if number not in phrase.months)
            self.complement = True
            return
        if self.now and self.now.closed:
            raise Ask(asking.closed_when(self.line.text))  # "Sa geschlossen im August"
        open_ones = list(open_statements(self.line))
        if last_about_times(after) and len(open_ones) == 1 and not open_ones[0].months and self.told:
            open_ones[0].months = phrase.months
        elif not open_ones or all(one.months for one in open_ones):
            self.months, self.now, self.told = phrase.months, None, False
        else:
            raise Ask(asking.which_months(self.part(phrase)))

    def rhythm_of(self, phrase: Rhythm, after: Sequence[Phrase | None]) -> None:
        if self.now and self.told and (place := place_of_rhythm(self.between, after)):
            if place == "unclear":
                raise Ask(asking.which_day(self.part(phrase)))
            self.rhythm = phrase
            return
        if self.now and self.now.spans and self.now.weeks and phrase.weeks not in {"", self.now.weeks}:
            # "in geraden Wochen 16-18 Uhr, in ungeraden Wochen 9-11 Uhr"
            self.add(Statement(days=self.now.days, months=self.now.months, weeks=phrase.weeks))
            return
        if self.now and not self.now.closed and not (self.now.every_weeks or self.now.weeks) and not self.now.others:
            self.now.every_weeks, self.now.weeks = phrase.every_weeks, phrase.weeks
        elif self.now is None:
            self.rhythm = phrase
        else:
            raise Ask(asking.which_day(self.part(phrase)))

    def mark(self, phrase: Mark, after: Sequence[Phrase | None]) -> None:
        """Take a mark for what it says; ask about one that says nothing here."""
        kind = phrase.kind
        if self.aside(phrase, after):
            return
        if (kind == "dash" and self.divides(phrase, after)) or kind in SOFT or self.beside(kind, after):
            self.between.append(kind)
        elif kind == "word":
            self.word(phrase, after)
        elif kind == "appointment":
            self.appointment(phrase, after)
        elif kind == "closed":
            self.close(after)
        elif kind == "others" and not (self.complement and isinstance(next_phrase(after), Days | Rhythm)):
            self.add(Statement(days=[], others=True, months=self.months))
        elif kind in {"except", "opened"} and not (self.now and self.now.closed and "end" not in self.between):
            self.excepting = kind
        elif kind not in {"not_closed", "others"} and not (kind == "part" and self.part_of_day(phrase.value, after)):
            raise Ask(asking.not_understood(self.around(phrase)))

    def aside(self, phrase: Mark, after: Sequence[Phrase | None]) -> bool:
        """Take a mark that only says how the next hours are meant, or says nothing new."""
        self.until = self.until or (phrase.kind == "dash" and self.until_next(phrase, after))
        self.pausing = self.pausing or phrase.kind == "pause"
        known = phrase is self.shut or phrase.kind in {"pause", "times_a_week"}
        return known or (phrase.kind == "dash" and self.until)

    def until_next(self, dash: Mark, after: Sequence[Phrase | None]) -> bool:
        """Return whether "bis" stands between days and a time: "Do bis 18 Uhr"."""
        waiting = self.now and self.now.days and not self.told and {*self.between} <= {"filler", "from", "colon"}
        return bool(waiting) and self.part(dash).lower().endswith("bis") and bare_next(after)

    def divides(self, dash: Mark, after: Sequence[Phrase | None]) -> bool:
        """Return whether a dash only divides; "Mittwoch - 18:30 Uhr" may mean until."""
        return self.part(dash).lower() != "bis" and not (self.now and not self.told and bare_next(after))

    def part_of_day(self, part: str, after: Sequence[Phrase | None]) -> bool:
        """Return whether it is clear what is in a part of the day; ask where its hours lie in another one."""
        follows = next_phrase(after)
        if self.now and not self.told and not self.now.part:
            self.now.part = part
        elif isinstance(follows, Hours):
            ask_about_part_of_day(part, follows.spans[0], self.line.text)
        elif self.now and self.now.spans:
            ask_about_part_of_day(part, self.now.spans[-1], self.line.text)
        else:
            return False
        return True

    def beside(self, kind: str, after: Sequence[Phrase | None]) -> bool:
        """Return whether a mark only says more about what comes next or was before."""
        appointment = is_mark(next_phrase(after), "appointment")
        return (
            (kind == "of_month" and ordinal_next(after))
            or (kind == "or" and appointment)
            or (kind == "outside" and (appointment or self.line.by_appointment))
            or (kind == "outside" and self.told and last_about_times(after))
        )

    def word(self, phrase: Mark, after: Sequence[Phrase | None]) -> None:
        word = self.part(phrase)
        days = self.now.days if self.now else []
        own = {name for one in days for day in one.days for name in table()["weekdays"][day]}
        waiting = bool(self.now) and (not self.told or {*self.between} <= {"filler"})
        known = is_thing(phrase)
        if not known and is_hard(word, own, self.found[phrase.last + 1 :], after, waiting=waiting):
            raise Ask(asking.not_understood(self.around(phrase)))
        if not known and (near := asking.misspelt(word.lower().rstrip("."))):
            raise Ask(asking.meant(word, near))
        self.between.append("word")
        self.label = True

    def appointment(self, phrase: Mark, after: Sequence[Phrase | None]) -> None:
        joined = bool({"and", "or", "end", "outside"} & {*self.between}) or self.label
        follows = next(
            (one for one in after if not (isinstance(one, Mark) and one.kind in {"filler", "word", "outside"})), None
        )
        if isinstance(follows, Days | Hours):
            raise Ask(asking.which_by_appointment(self.part(phrase)))
        by_phone = [self.part(phrase)] if re.search(r"\btel", self.part(phrase), re.IGNORECASE) else []
        if self.now is None or (self.told and joined):
            self.line.by_appointment = True
            self.line.kept_by_appointment += by_phone
        elif not self.told or (len(self.line.statements) == 1 and "comma" not in self.between):
            self.now.by_appointment = self.told = True
            self.line.kept += by_phone
        else:
            raise Ask(asking.which_by_appointment(self.part(phrase)))

    def close(self, after: Sequence[Phrase | None]) -> None:
        if self.now and not self.told and not self.now.part and not self.now.others:
            self.shut_days(self.now)
            self.told = True
        elif isinstance(next_phrase(after), Days):
            self.closing = True
        else:
            raise Ask(asking.closed_when(self.line.text))
