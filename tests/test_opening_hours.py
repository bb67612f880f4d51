"""Our rules as OpenStreetMap writes them."""

from datetime import date, datetime, time, timedelta

import pytest
from any_entry import MINIMUM
from conftest import examples
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from minutes import THURINGIA, Open, exception, rule, they_say, we_say
from rules import FIRST, LAST, exceptions, periods, rules

from directory.model import Entry
from directory.model.provenance import Validity
from directory.model.special_days import SpecialDays
from directory.model.times import Times
from directory.schedule import rules_of
from directory.schedule.opening_hours import NotExpressible, opening_hours
from directory.schedule.recurrence import within


@pytest.mark.parametrize(
    ("rules", "text"),
    [
        ([rule(tage=["Mo", "Di", "Mi", "Do"], von="9", bis="12")], "Mo-Th 09:00-12:00"),
        ([rule(tage=["Di"], im_monat=["2", "letzter"], von="18", bis="20")], "Tu[2,-1] 18:00-20:00"),
        ([rule(tage=["So"], monate=["März", "April", "Mai"], von="10")], "Mar-May Su 10:00+"),
        ([rule(immer="ja")], "24/7"),
        ([rule(tage=["Mo"], von="9", bis="12", nach_vereinbarung="ja")], 'Mo 09:00-12:00 "nach Vereinbarung"'),
        (
            [rule(tage=["Di", "Mi"], von="10", bis="12"), rule(tage=["Di"], von="13", bis="18")],
            "Tu 10:00-12:00,13:00-18:00, We 10:00-12:00",
        ),
        (
            [rule(tage=["Di"], von="18", bis="20", gueltig={"bis": "2027-06-30"})],
            "2026 Jul 01-2027 Jun 30 Tu 18:00-20:00",
        ),
        ([rule(termine=["2027-03-01", "2027-03-02"], von="15")], "2027 Mar 01-2027 Mar 02 15:00+"),
    ],
)
def test_rules_are_written_in_the_usual_form(rules: list[Times], text: str) -> None:
    assert opening_hours(rules, [], THURINGIA, FIRST, LAST) == text


def test_days_off_stand_at_the_end_and_what_takes_place_on_them_behind() -> None:
    rules = [rule(tage=["Do"], von="9", bis="12", feiertage="zu"), rule(tage=["Do"], von="17", bis="19")]
    christmas = [exception(date(2027, 12, 20), date(2027, 12, 31))]
    text = opening_hours(rules, christmas, THURINGIA, date(2027, 5, 7), date(2027, 12, 31))
    assert text == "Th 09:00-12:00,17:00-19:00; 2027 Dec 23-2027 Dec 30 off"
    text = opening_hours(rules, [], THURINGIA, date(2027, 5, 1), date(2027, 6, 30))
    assert text == "Th 09:00-12:00,17:00-19:00; 2027 May 06 off, 2027 May 06 17:00-19:00"


@pytest.mark.parametrize(
    ("times", "reason"),
    [
        (rule(tage=["Mo"]), "um wie viel Uhr"),
        (rule(hinweis=["Rufen Sie an."]), "an welchem Tag"),
        (rule(monate=["Mai"]), "an welchem Tag"),
        (rule(tage=["Mo"], alle_wochen=2, von="9"), "von dem die Wochen zählen"),
        (rule(nach_vereinbarung="ja"), "Nach Vereinbarung"),
        (rule(tage=["Mo"], von="9", gueltig={"ab": "2030-01-01"}), "nie offen"),
        (rule(tage=["Mo"], alle_wochen=2, ab="2027-01-04", von="9"), "OpenStreetMap erlaubt 255"),
    ],
)
def test_what_openstreetmap_cannot_say_is_refused(times: Times, reason: str) -> None:
    with pytest.raises(NotExpressible, match=reason):
        opening_hours([times], [], THURINGIA, FIRST, LAST)


@pytest.mark.parametrize("weeks", ["gerade", "ungerade"])
def test_calendar_weeks_are_right_over_week_53(weeks: str) -> None:
    every_day = [rule(tage=["Mo-So"], kalenderwochen=weeks, von="9", bis="12", feiertage="offen")]
    text = opening_hours(every_day, [], THURINGIA, FIRST, LAST)
    assert "week" in text
    assert inside(they_say(text, FIRST, LAST)) == inside(we_say(every_day, [], THURINGIA, FIRST, LAST))


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(rules(), min_size=1, max_size=4), st.lists(exceptions(), max_size=2), periods(), st.data())
def test_what_is_written_opens_exactly_when_our_rules_say(
    found: list[Times], special: list[SpecialDays], period: Validity | None, data: st.DataObject
) -> None:
    """As in the data: the rules of one purpose, within the days of their entry."""
    entry = Entry.model_validate(MINIMUM).model_copy(update={"times": tuple(found), "special_days": tuple(special)})
    purpose = data.draw(st.sampled_from([times.purpose for times in found]))
    every = [within(times, period) for times in rules_of(entry, FIRST) if times.purpose == purpose]
    try:
        text = opening_hours(every, special, THURINGIA, FIRST, LAST, longest=10**6)
    except NotExpressible:
        assume(False)
    assert inside(they_say(text, FIRST, LAST)) == inside(we_say(every, special, THURINGIA, FIRST, LAST))


def inside(spans: Open) -> Open:
    """Return what lies between the nights at both ends: they belong to days of which a value says nothing."""
    first, last = (datetime.combine(day, time()) for day in (FIRST + timedelta(days=1), LAST))
    return [(max(start, first), min(end, last)) for start, end in spans if start < last and end > first]
