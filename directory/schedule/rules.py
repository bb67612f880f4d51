"""Every rule of an entry: its own times, and the hours of days on which it is different."""

from collections.abc import Iterator
from datetime import date

from directory.model import Entry
from directory.model.special_days import SpecialDays
from directory.model.times import Purpose, Times

# Special days of every year are worked out from the year before, in which one may have begun, to as far as dates are
# ever shown.
YEARS_BEFORE, YEARS_AFTER = 1, 2


class SpecialTimes(Times):
    """The hours of days on which it is different, as a rule with a date for each of these days."""

    special: SpecialDays


def rules_of(entry: Entry, today: date) -> tuple[Times, ...]:
    """Return the rules of an entry as they are around a day: first its times in their order, then special hours."""
    return *entry.times, *_special_times(entry, today)


def main_purpose(entry: Entry) -> Purpose:
    """Return what an entry's times are for, where nobody says it: the purpose of its first rule."""
    return entry.times[0].purpose if entry.times else "offen"


def _special_times(entry: Entry, today: date) -> Iterator[Times]:
    for special in entry.special_days:
        purpose = special.purpose or main_purpose(entry)
        days = tuple(special.days(today.year - YEARS_BEFORE, today.year + YEARS_AFTER)) if special.hours else ()
        places = {times.place for times in entry.times if times.purpose == purpose}
        place = next(iter(places)) if len(places) == 1 else None
        for hours in special.hours:
            # Not validated: the hours of these days are checked already.
            yield SpecialTimes.model_construct(
                purpose=purpose,
                place=place,
                dates=days,
                start=hours.start,
                end=hours.end,
                as_of=special.as_of,
                notes=special.notes,
                special=special,
            )
