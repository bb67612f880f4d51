"""Times as people understand them: sentences and real dates, and whether they are recent enough to be believed."""

from directory.schedule.age import is_current, last_said, trusted_until
from directory.schedule.agenda import Agenda, agenda
from directory.schedule.holidays import Holidays, holidays_of
from directory.schedule.labels import NEXT, PURPOSES, clock, day, from_when, hours, partial_date, weekday_date
from directory.schedule.occurrences import Occurrence, upcoming
from directory.schedule.rules import main_purpose, rules_of
from directory.schedule.sentences import Asked, Statement, doubts, period, special_days, statements

__all__ = [
    "NEXT",
    "PURPOSES",
    "Agenda",
    "Asked",
    "Holidays",
    "Occurrence",
    "Statement",
    "agenda",
    "clock",
    "day",
    "doubts",
    "from_when",
    "holidays_of",
    "hours",
    "is_current",
    "last_said",
    "main_purpose",
    "partial_date",
    "period",
    "rules_of",
    "special_days",
    "statements",
    "trusted_until",
    "upcoming",
    "weekday_date",
]
