"""Calendars in summer and winter: what a program reads that knows no time zone but the one in the file."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events  # type: ignore[import-untyped]  # it has no types
from conftest import MakeCity, day_view, entry_with, load_city
from icalendar import Calendar, Timezone

from directory.exports.as_icalendar import calendars
from directory.exports.vtimezone import vtimezone

BUILT = date(2026, 11, 29)
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "Africa/Casablanca"]


def without_dates(text: str) -> str:
    """Return the calendar as classic Outlook sees it: it does not read RDATE."""
    return re.sub(r"^RDATE.*\r\n", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", ZONES)
def test_a_zone_of_ours_has_the_hours_of_the_zone(name: str) -> None:
    ours, theirs = vtimezone(name, BUILT).to_tz(lookup_tzid=False), ZoneInfo(name)
    first = datetime.combine(BUILT, time(12))
    for number in range(3 * 366):
        noon = first + timedelta(days=number)
        assert noon.replace(tzinfo=ours).utcoffset() == noon.replace(tzinfo=theirs).utcoffset(), noon


@pytest.mark.parametrize("name", [name for name in ZONES if name != "Africa/Casablanca"])
def test_a_zone_with_yearly_rules_needs_no_dates(name: str) -> None:
    text = vtimezone(name, BUILT).to_ical().decode()
    assert "RDATE" not in text
    assert vtimezone(name, date(2031, 3, 1)).to_ical().decode() == text, "the same file from year to year"


def test_the_clock_changes_at_the_local_hour_before_the_change() -> None:
    text = vtimezone("Europe/Berlin", BUILT).to_ical().decode()
    assert re.findall(r"DTSTART:\d{8}T(\d{6})", text) == ["020000", "030000"], "RFC 5545, section 3.6.5"


def test_whoever_reads_no_dates_comes_at_the_right_hour_in_july(city: MakeCity) -> None:
    lines = "zeiten: {zweck: treffen, tage: Do, von: 18:00, bis: 20:00, feiertage: offen, stand: 2027-03}"
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(lines)})).directory
    files = dict(calendars(day_view(directory, date(2027, 3, 1))))
    read = Calendar.from_ical(without_dates(files["angebote/gruppe/termine.ics"]))
    [zone] = read.walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    found = recurring_ical_events.of(read).between(date(2027, 3, 1), date(2027, 8, 1))
    clocks = {event.start.replace(tzinfo=zone.to_tz(lookup_tzid=False)).astimezone(UTC) for event in found}
    assert datetime(2027, 3, 25, 17, tzinfo=UTC) in clocks, "winter"
    assert datetime(2027, 7, 1, 16, tzinfo=UTC) in clocks, "summer"
    assert {clock.hour for clock in clocks if clock >= datetime(2027, 3, 28, tzinfo=UTC)} == {16}


def test_an_event_is_as_old_as_its_facts_and_not_as_the_build(city: MakeCity) -> None:
    lines = "zeiten: {zweck: treffen, tage: Do, von: 18:00, stand: 2026-10}\nbestaetigt: {am: 2026-11-03, von: traeger}"
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(lines)})).directory
    stamps = {
        line
        for day in (BUILT, BUILT + timedelta(days=1))
        for line in dict(calendars(day_view(directory, day)))["angebote/gruppe/termine.ics"].splitlines()
        if line.startswith("DTSTAMP")
    }
    assert stamps == {"DTSTAMP:20261103T000000Z"}
