"""The phrases of a line as rules of times. What is left is kept in words; what could change the meaning is asked."""

import re
from collections.abc import Sequence

from directory.model.text import MAX_LINE
from directory.model.time_phrases import asking
from directory.model.time_phrases.doubts import ask_about_days, ask_about_hours, ask_about_part_of_day
from directory.model.time_phrases.following import (
    SOFT,
    bare_next,
    is_mark,
    last_about_times,
    next_phrase,
    ordinal_next,
    told_next,
)
from directory.model.time_phrases.notes import keep_notes, without_holiday_notes
from directory.model.time_phrases.phrases import WEEK, Days, Hours, Mark, Phrase, Rhythm, Season, phrases
from directory.model.time_phrases.statements import Ask, Line, Statement, give_hours_their_day
from directory.model.time_phrases.tokens import Token, prepared, table, tokens


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


class _Reader:
    """Goes through the phrases from left to right."""

    def __init__(self, text: str, found: Sequence[Token], line: Line) -> None:
        self.text, self.found, self.line = text, found, line
        self.now: Statement | None = None
        self.told = False  # whether something is said of the days of `now`
        self.months: tuple[int, ...] = ()
        self.closing = False  # "Ruhetag: " waits for its day
        self.excepting = ""  # "außer " waits for its day
        self.label = False  # a word stands before what comes next
        self.between: list[str] = []  # what stood since the last phrase
        self.rhythm: Rhythm | None = None

    def part(self, phrase: Phrase) -> str:
        """Return the words of a phrase."""
        return self.text[self.found[phrase.first].start : self.found[phrase.last].end].strip(" :,;.")

    def read(self, found: Sequence[Phrase]) -> None:
        found = without_holiday_notes(self.line, self.text, self.found, found)
        for at, phrase in enumerate(found):
            after = [*found[at + 1 :], None]
            if isinstance(phrase, Days):
                self.days(phrase, after)
            elif isinstance(phrase, Hours):
                self.hours(phrase)
            elif isinstance(phrase, Season):
                self.season(phrase, after)
            elif isinstance(phrase, Rhythm):
                self.rhythm_of(phrase)
            elif isinstance(phrase, Mark):
                self.mark(phrase, after)
            if not isinstance(phrase, Mark) or phrase.kind not in {*SOFT, "dash", "or", "of_month", "outside", "word"}:
                self.between, self.label = [], False
        if self.closing or self.excepting:
            raise Ask(asking.closed_when(self.line.text))
        give_hours_their_day(self.line)
        keep_notes(self.line, self.text, self.found, found)

    def days(self, phrase: Days, after: Sequence[Phrase | None]) -> None:
        ask_about_days(phrase, self.part(phrase), of_month="of_month" in self.between)
        if self.excepting == "opened" or (self.excepting and not phrase.groups):
            self.flag(phrase, "offen" if self.excepting == "opened" else "zu")
            return
        if self.excepting or (self.closing and not told_next(after)):
            before = self.now if self.excepting and not self.told else None
            self.add(Statement(days=[phrase], closed=True))
            self.told, self.closing, self.excepting = True, False, ""
            if before:
                self.now, self.told = before, False  # "täglich außer montags 10-18 Uhr"
            return
        self.closing = False
        if (
            self.now
            and self.now.days
            and not self.told
            and self.now.days[-1].ordinals
            and phrase.ordinals
            and set(self.between) <= {"and", "comma"}
        ):
            self.now.days.append(phrase)
            return
        statement = Statement(days=[phrase], months=self.months)
        if self.rhythm:
            statement.every_weeks, statement.weeks = self.rhythm.every_weeks, self.rhythm.weeks
        self.add(statement)

    def add(self, statement: Statement) -> None:
        self.line.statements.append(statement)
        self.now, self.told, self.rhythm = statement, False, None

    def hours(self, phrase: Hours) -> None:
        ask_about_hours(phrase, self.part(phrase))
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
        if self.now.part:
            ask_about_part_of_day(self.now.part, phrase.spans[0], self.line.text)
            self.now.part = ""
        if self.now.spans and phrase.spans[0].start < self.now.spans[-1].start:
            raise Ask(asking.overlapping(self.part(phrase)))
        self.now.spans += phrase.spans
        self.told = True

    def season(self, phrase: Season, after: Sequence[Phrase | None]) -> None:
        open_ones = [one for one in self.line.statements if not one.closed]
        if last_about_times(after) and len(open_ones) == 1 and not open_ones[0].months and self.told:
            open_ones[0].months = phrase.months
        elif not open_ones or all(one.months for one in open_ones):
            self.months, self.now, self.told = phrase.months, None, False
        else:
            raise Ask(asking.which_months(self.part(phrase)))

    def rhythm_of(self, phrase: Rhythm) -> None:
        if self.now and not self.now.closed and not (self.now.every_weeks or self.now.weeks) and not self.now.others:
            self.now.every_weeks, self.now.weeks = phrase.every_weeks, phrase.weeks
        elif self.now is None:
            self.rhythm = phrase
        else:
            raise Ask(asking.which_day(self.part(phrase)))

    def mark(self, phrase: Mark, after: Sequence[Phrase | None]) -> None:
        """Take a mark for what it says; ask about one that says nothing here."""
        kind = phrase.kind
        if (kind == "dash" and self.divides(phrase, after)) or kind in SOFT or self.beside(kind, after):
            self.between.append(kind)
        elif kind == "word":
            self.word(phrase)
        elif kind == "appointment":
            self.appointment(phrase, after)
        elif kind == "closed":
            self.close(after)
        elif kind == "others":
            self.add(Statement(days=[], others=True, months=self.months))
        elif kind in {"except", "opened"} and not (self.now and self.now.closed and "end" not in self.between):
            self.excepting = kind
        elif kind != "not_closed" and not (kind == "part" and self.part_of_day(phrase.value, after)):
            raise Ask(asking.not_understood(self.around(phrase)))

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
        )

    def around(self, phrase: Phrase) -> str:
        """Return a part with the words around it, so that it can be found and read."""
        first, last = phrase.first, phrase.last
        stop = {"end", "comma"}
        while first > 0 and self.found[first - 1].kind not in stop and phrase.first - first < 3:  # noqa: PLR2004
            first -= 1
        while last + 1 < len(self.found) and self.found[last + 1].kind not in stop and last - phrase.last < 3:  # noqa: PLR2004
            last += 1
        return self.text[self.found[first].start : self.found[last].end].strip(" :,;.")

    def word(self, phrase: Mark) -> None:
        word = self.part(phrase)
        low = word.lower().rstrip(".")
        own = {
            name
            for days in (self.now.days if self.now else [])
            for day in days.days
            for name in table()["weekdays"][day]
        }
        inside = [stem for stem in table()["restricting_parts"] if stem in low and stem not in own]
        # A counted thing may be a limit of anything; only what has no digit is just a word.
        month = "-" in low and any(piece in months for piece in low.split("-") for months in table()["months"])
        if (
            month
            or low in table()["restricting"]
            or (inside and not self.soon(phrase, inside))
            or re.search(r"\d", word)
        ):
            raise Ask(asking.not_understood(self.around(phrase)))
        if near := asking.misspelt(low):
            raise Ask(asking.meant(word, near))
        self.between.append("word")
        self.label = True

    def soon(self, phrase: Phrase, inside: Sequence[str]) -> bool:
        """Return whether the day that a word has in it is the next that is named: "Sonntags-Café, Sonntag 15 Uhr"."""
        days = [token for token in self.found[phrase.last + 1 :] if token.kind == "weekday"]
        return bool(days) and all(stem in table()["weekdays"][days[0].value] for stem in inside)

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
            self.shut(self.now)
            self.told = True
        elif isinstance(next_phrase(after), Days):
            self.closing = True
        else:
            raise Ask(asking.closed_when(self.line.text))

    def shut(self, statement: Statement) -> None:
        days = statement.days[-1]
        if days.holidays or days.school_holidays:
            self.flag(days, "zu")
        # "Di-So, Mo Ruhetag": all seven days cannot be closed, so only the last group is.
        if len(days.groups) > 1 and set(days.days) == set(WEEK):
            self.line.statements.remove(statement)
            first, last = days.groups[:-1], days.groups[-1:]
            self.add(Statement(days=[_only(days, first)], months=statement.months))
            self.add(Statement(days=[_only(days, last)], closed=True))
            return
        statement.closed = True
        if statement.on_holidays_only:
            self.line.statements.remove(statement)
            self.now = self.line.statements[-1] if self.line.statements else None

    def flag(self, days: Days, value: str) -> None:
        if days.holidays:
            self.line.holidays = value
        if days.school_holidays:
            self.line.school_holidays = value
        self.closing, self.excepting, self.told = False, "", True


def _only(days: Days, groups: tuple[tuple[int, ...], ...]) -> Days:
    return Days(first=days.first, last=days.last, groups=groups)
