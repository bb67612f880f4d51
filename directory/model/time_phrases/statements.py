"""What lines about times say, before it becomes rules."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from directory.model.time_phrases.asking import Question
from directory.model.time_phrases.phrases import Days, Span


@dataclass(kw_only=True)
class Statement:
    """Days with what is said of them."""

    days: list[Days]
    spans: list[Span] = field(default_factory=list)
    months: tuple[int, ...] = ()
    every_weeks: int = 0
    weeks: str = ""
    part: str = ""
    closed: bool = False
    by_appointment: bool = False
    excepted: bool = False  # closed by "außer", so that hours of its own may follow
    others: bool = False  # all days that nothing else is said of

    @property
    def weekdays(self) -> set[int]:
        """The weekdays of all its days."""
        return {day for days in self.days for day in days.days}

    @property
    def on_holidays_only(self) -> bool:
        """Whether it names public or school holidays and no other day."""
        return bool(self.days) and not any(days.groups or days.dates for days in self.days)


@dataclass(kw_only=True)
class Line:
    """What a line says, before it is put together with the other lines."""

    text: str
    statements: list[Statement] = field(default_factory=list)
    by_appointment: bool = False
    holidays: str = ""
    school_holidays: str = ""
    kept: list[str] = field(default_factory=list)
    kept_by_appointment: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


class Ask(Exception):  # noqa: N818 - no fault: somebody has to answer
    """The line cannot be read without an answer."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.message)
        self.question = question


def open_statements(line: Line) -> Iterator[Statement]:
    """Yield what a line says of days on which something takes place."""
    return (one for one in line.statements if not one.closed)


def give_hours_their_day(line: Line) -> None:
    """Give hours that stand in front the only day that follows: "14 bis 16 Uhr dienstags"."""
    if len(line.statements) == 2:  # noqa: PLR2004 - the hours and the day
        hours, day = line.statements
        if hours.others and not (day.closed or day.spans or day.others or day.by_appointment or day.part):
            day.spans = hours.spans
            day.every_weeks, day.weeks = day.every_weeks or hours.every_weeks, day.weeks or hours.weeks
            line.statements.remove(hours)
