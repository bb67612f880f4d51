"""Times in plain German, and whether they are recent enough to be believed."""

from directory.schedule.age import is_current
from directory.schedule.sentences import sentences
from directory.schedule.words import clock, day, partial_date, weekday_date

__all__ = ["clock", "day", "is_current", "partial_date", "sentences", "weekday_date"]
