"""Old hours must not become appointments: what is recent enough to be said as a fact."""

from datetime import date, timedelta

from directory.model.provenance import Confirmation
from directory.model.values import PartialDate

# A year, because most entries change their times with a new year or a new school year. One day more for leap years.
CURRENT = timedelta(days=366)


def last_said(as_of: PartialDate, confirmed: Confirmation | None) -> date | None:
    """Return the day on which somebody last said so; None for an undated and unconfirmed fact.

    A date known to the month or year counts from its first day: what is only perhaps recent is not said as true.
    """
    said = [confirmed.on] if confirmed else []
    if as_of.known:
        said.append(as_of.first_day())
    return max(said, default=None)


def trusted_until(as_of: PartialDate, confirmed: Confirmation | None) -> date:
    """Return the last day on which a fact may be said without doubt; an undated and unconfirmed one never may."""
    said = last_said(as_of, confirmed)
    return said + CURRENT if said else date.min


def is_current(as_of: PartialDate, confirmed: Confirmation | None, today: date) -> bool:
    """Return whether a fact was stated, or its entry confirmed, in the last 12 months."""
    return today <= trusted_until(as_of, confirmed)
