"""Old hours must not become appointments: what is recent enough to be said as a fact."""

from datetime import date, timedelta

from directory.model.provenance import Confirmation
from directory.model.values import PartialDate

# A year, because most offers change their times with a new year or a new school year. One day more for leap years.
CURRENT = timedelta(days=366)


def is_current(as_of: PartialDate, confirmed: Confirmation | None, today: date) -> bool:
    """Return whether a fact was stated, or its entry confirmed, in the last 12 months. An undated fact is old.

    A date known to the month or year counts from its first day: what is only perhaps recent is not said as true.
    """
    if confirmed is not None and today - confirmed.on <= CURRENT:
        return True
    return as_of.known and today - as_of.first_day() <= CURRENT
