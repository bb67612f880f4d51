"""Public holidays and school holidays of one federal state."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from directory.model.city import City

SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class Holidays:
    """Days on which entries may pause. `school_until` is the last day that the data on school holidays reach.

    `customary` days are no holidays by law, but to people. `beside_school` are days without school at both ends of
    school holidays: weekends and public holidays.
    """

    public: Mapping[date, str] = field(default_factory=dict)
    customary: frozenset[date] = frozenset()
    school: Mapping[date, str] = field(default_factory=dict)
    beside_school: frozenset[date] = frozenset()
    school_until: date = date.min


def is_supported(city: City) -> bool:
    """Return whether the library `holidays` has the public holidays of the city's state."""
    import holidays  # noqa: PLC0415 - as below

    try:  # its list of all countries would load the holidays of all of them
        holidays.country_holidays(city.country, subdiv=city.subdivision)
    except NotImplementedError:
        return False
    return True


@cache
def holidays_of(city: City, today: date) -> Holidays:
    """Return the holidays of the city's state around a day: from this year on, and as far as dates are ever shown.

    They are named in German where the library `holidays` has German names. A country or state that it does not know
    has none, and its school holidays are unknown from the first day on.
    """
    import holidays  # noqa: PLC0415 - takes a tenth of a second, and only outputs need it

    years = range(today.year, today.year + 3)

    def of(category: str) -> Mapping[date, str]:
        if not is_supported(city) or category not in holidays.country_holidays(city.country).supported_categories:
            return MappingProxyType({})
        found = holidays.country_holidays(
            city.country, subdiv=city.subdivision, years=years, categories=(category,), language="de"
        )
        return MappingProxyType(dict(found.items()))

    school = of("school")
    # Ministries publish a few years ahead; a year counts as known if its Christmas break is.
    known = [year for year in years if date(year, 12, 26) in school]
    public = of("public")
    return Holidays(
        public=public,
        customary=frozenset(day for year in years for day in _customary(year)) - public.keys(),
        school=school,
        beside_school=frozenset(_beside(school.keys(), public.keys())),
        school_until=date(max(known), 12, 31) if known else date.min,
    )


def _beside(school: AbstractSet[date], public: AbstractSet[date]) -> Iterator[date]:
    for first in school:
        for step in (timedelta(days=-1), timedelta(days=1)):
            day = first + step
            while day not in school and (day.weekday() >= SATURDAY or day in public):
                yield day
                day += step


def _customary(year: int) -> Iterator[date]:
    """Yield Christmas Eve, New Year's Eve, Easter Sunday and Whit Sunday: many doors are shut, and no law says so."""
    from dateutil.easter import easter  # noqa: PLC0415 - as above

    yield from (date(year, 12, 24), date(year, 12, 31), easter(year), easter(year) + timedelta(days=49))
