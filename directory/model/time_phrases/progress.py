"""How far the reading of a line is: what it says so far, and what waits for its days or hours."""

from collections.abc import Sequence

from directory.model.time_phrases.phrases import WEEK, Days, Phrase, Rhythm
from directory.model.time_phrases.statements import Line, Statement
from directory.model.time_phrases.tokens import Token


class Progress:
    """A line that is read up to some phrase."""

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
        self.until = False  # "Do bis 18 Uhr"
        self.pausing = False  # "Mittagspause" waits for its hours
        self.complement = False  # `months` are those in which it is not closed
        self.shut: Phrase | None = None  # a "geschlossen" that is said already

    def part(self, phrase: Phrase) -> str:
        """Return the words of a phrase."""
        return self.text[self.found[phrase.first].start : self.found[phrase.last].end].strip(" :,;.")

    def around(self, phrase: Phrase) -> str:
        """Return a part with the words around it, so that it can be found and read."""
        first, last = phrase.first, phrase.last
        stop = {"end", "comma"}
        while first > 0 and self.found[first - 1].kind not in stop and phrase.first - first < 3:  # noqa: PLR2004
            first -= 1
        while last + 1 < len(self.found) and self.found[last + 1].kind not in stop and last - phrase.last < 3:  # noqa: PLR2004
            last += 1
        return self.text[self.found[first].start : self.found[last].end].strip(" :,;.")

    def add(self, statement: Statement) -> None:
        """Begin with days of which something is to be said; a rhythm that stands before is theirs."""
        if self.rhythm:
            statement.every_weeks, statement.weeks = self.rhythm.every_weeks, self.rhythm.weeks
        self.line.statements.append(statement)
        self.now, self.told, self.rhythm = statement, False, None

    def flag(self, days: Days, value: str) -> None:
        """Keep what is on public or school holidays."""
        if days.holidays:
            self.line.holidays = value
        if days.school_holidays:
            self.line.school_holidays = value
        self.closing, self.excepting, self.told = False, "", True

    def shut_days(self, statement: Statement) -> None:
        """Close the days of a statement."""
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


def _only(days: Days, groups: tuple[tuple[int, ...], ...]) -> Days:
    return Days(first=days.first, last=days.last, groups=groups)
