"""Calendar files: what a program on a phone makes of them is what the pages say."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events  # type: ignore[import-untyped]  # it has no types
import vobject
from conftest import CITY, MakeCity, day_view, entry_with, examples, load_city
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event
from rules import FIRST, LAST, exceptions, periods, rules

from directory.exports.as_icalendar import calendars
from directory.exports.records import DATES, record
from directory.model import Directory, Entry
from directory.model.provenance import Validity
from directory.model.special_days import SpecialDays
from directory.model.times import Times
from directory.model.values import Clock
from directory.pages.weeks import week_page
from directory.schedule.occurrences import Occurrence, horizon
from directory.view.day import DayView

BERLIN = ZoneInfo("Europe/Berlin")
Appointment = tuple[date, datetime | None, datetime | None, bool]


def in_a_calendar(occurrence: Occurrence) -> Appointment:
    start = moment(occurrence.day, occurrence.start)
    return occurrence.day, start, moment(occurrence.last_day, occurrence.end) or start, bool(occurrence.doubt)


def moment(day: date, clock: Clock | None) -> datetime | None:
    """Return the point in time as programs compare it: an hour that a clock change takes away is the hour after it."""
    if clock is None:
        return None
    local = datetime.combine(day, datetime.min.time(), BERLIN) + timedelta(minutes=clock.minutes)
    return local.astimezone(UTC)


def expanded(text: str, first: date, last: date) -> list[Appointment]:
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(first, last + timedelta(days=1))
    return sorted(map(seen, found), key=str)


def seen(event: Event) -> Appointment:
    start, end = event.start, event.end if "DTEND" in event else event.start
    doubtful = event["STATUS"] == "TENTATIVE"
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return start, None, None, doubtful
    return start.date(), start.astimezone(UTC), end.astimezone(UTC), doubtful


def directory_with(city: MakeCity, lines: str, **files: str) -> Directory:
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(lines), **files})).directory
    assert directory
    return directory


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(rules(), min_size=1, max_size=3), st.lists(exceptions(), max_size=2), periods())
def test_programs_pages_and_data_agree(
    example: Directory, times: list[Times], special: list[SpecialDays], period: Validity | None
) -> None:
    found = {"times": tuple(times), "special_days": tuple(special), "validity": period}
    entry = example.entry["gruppe"].model_copy(update=found)
    confirmed = example.entry["gruppe"].confirmed
    day = FIRST
    while day < LAST:
        entry = entry.model_copy(update={"confirmed": confirmed and confirmed.model_copy(update={"on": day})})
        directory = Directory(city=example.city, vocabulary=example.vocabulary, entries=(bound(entry),))
        view = day_view(directory, day)
        files = dict(calendars(view))
        text = files.get("angebote/gruppe/termine.ics", files["kalender/alle.ics"])
        dates = view.agenda.of(view.directory.entry["gruppe"])
        assert expanded(text, day, horizon(day)) == sorted(map(in_a_calendar, dates), key=str)
        assert on_the_page(view) == {(one.day, one.start, one.end) for one in dates}
        assert in_the_week(view) == {one.day for one in dates}
        assert in_the_data(view) == [
            (str(one.day), *map(str, (one.start, one.end)), one.doubt) for one in dates[:DATES]
        ]
        day = horizon(day)


def on_the_page(view: DayView) -> set[tuple[date, Clock | None, Clock | None]]:
    """Return the dates that a page may show; what two rules say of one hour stands once."""
    entry = view.of(view.directory.entry["gruppe"])
    shown = (occurrence for block in entry.times for line in block.lines for occurrence in line.upcoming)
    return {(one.day, one.start, one.end) for one in shown}


def in_the_week(view: DayView) -> set[date]:
    """Return the days for which the page of a week has something to show, in that week or in a later one."""
    listed = re.findall(r'data-entry="gruppe" data-dates="([^"]*)"', week_page(view, "diese-woche").body)
    return {date.fromisoformat(day) for days in listed for day in days.split()}


def in_the_data(view: DayView) -> list[tuple[str, ...]]:
    found = record(view, view.directory.entry["gruppe"]).get("termine", [])
    return [(one["tag"], one.get("von", "None"), one.get("bis", "None"), one.get("unklar", "")) for one in found]


def bound(entry: Entry) -> Entry:
    entry.bind("gruppe", entry._origin)  # type: ignore[arg-type] # noqa: SLF001 - as the loader does
    return entry


@pytest.fixture
def example(city: MakeCity) -> Directory:
    lines = "bestaetigt: {am: 2026-10-01, von: traeger}\nzeiten: {zweck: treffen, tage: Mo, von: 9, stand: 2026-10}"
    return directory_with(city, lines)


HOSTILE = 'Chor; \\n, "Lied" \\ BEGIN:VEVENT END:VCALENDAR ATTENDEE:mailto:x@example.org 😀 مرحبا' + " sehr lang" * 30


def test_every_calendar_of_the_site_is_one_that_two_strict_readers_accept(site: Path) -> None:
    files = sorted(site.rglob("*.ics"))
    assert len(files) >= 8
    for file in files:
        raw = file.read_bytes()
        assert not raw.replace(b"\r\n", b"").count(b"\n"), f"{file}: lines end with CRLF"
        assert max(len(line) for line in raw.split(b"\r\n")) <= 75, f"{file}: lines are folded"
        calendar = Calendar.from_ical(raw)
        assert [part.errors for part in calendar.walk() if part.errors] == []
        assert vobject.readOne(raw.decode()).validate(raiseException=True)
        assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
        for event in calendar.walk("VEVENT"):
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "STATUS"} <= set(event)


def test_what_an_entry_says_cannot_become_a_line_of_the_calendar(city: MakeCity) -> None:
    name = HOSTILE.replace("'", "''")
    directory = directory_with(
        city, f"name: '{name}'\nzeiten: {{zweck: treffen, tage: Mo, von: 9, hinweis: '{name}', stand: 2026-10}}"
    )
    for text in dict(calendars(day_view(directory))).values():
        for event in Calendar.from_ical(text).walk("VEVENT"):
            assert str(event["SUMMARY"]).endswith(HOSTILE)
            assert HOSTILE in str(event["DESCRIPTION"])
            assert "ATTENDEE" not in event


def test_an_event_says_in_german_where_it_is_and_how_sure(city: MakeCity) -> None:
    directory = directory_with(
        city,
        "orte: {bei: ein-haus}\nzeiten: {zweck: telefon, tage: Di, im_monat: 2, von: 18, bis: 20, stand: 2026-10}",
        **{"_stadt.yaml": (CITY / "_stadt.yaml").read_text() + "webseite: https://treff.example\n"},
    )
    [event] = Calendar.from_ical(dict(calendars(day_view(directory)))["angebote/gruppe/termine.ics"]).walk("VEVENT")
    assert event["SUMMARY"] == "Am Telefon: Gruppe"
    assert event["LOCATION"] == "Das Haus, Hauptstraße 1, 20095 Musterstadt"
    assert event["URL"] == "https://treff.example/angebote/gruppe/"
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Wir treffen uns.",
        "Jeden 2. Dienstag im Monat.",
        "Von 18 Uhr bis 20 Uhr.",
        "Telefon: 040\u00a012\u00a034\u00a056",
        "Noch nicht bestätigt. Die Angabe ist von Oktober 2026.",
        "Diese Termine gehen bis zum 31. Mai 2027. Danach brauchen Sie eine neue Datei.",
    ]


def test_a_secret_place_is_in_no_calendar(city: MakeCity) -> None:
    directory = directory_with(city, "orte: {art: geheim}\nzeiten: {zweck: treffen, tage: Mo, von: 9, stand: 2026-10}")
    for text in dict(calendars(day_view(directory))).values():
        for event in Calendar.from_ical(text).walk("VEVENT"):
            assert not {"LOCATION", "GEO"} & set(event)


def uids(city: MakeCity, lines: str, folder: str) -> dict[str, str]:
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(lines)}, folder)).directory
    assert directory
    events = Calendar.from_ical(dict(calendars(day_view(directory)))["kalender/alle.ics"]).walk("VEVENT")
    return {f"{event.decoded('DTSTART'):%a %H}": str(event["UID"]) for event in events}


def test_a_rule_keeps_its_identifier_when_its_hours_or_its_place_in_the_list_change(city: MakeCity) -> None:
    monday = "  - {zweck: offen, tage: Mo, von: 9, stand: 2026-09}\n"
    friday = "  - {zweck: offen, tage: Fr, von: 9, feiertage: zu, stand: 2026-09}"
    before = uids(city, f"zeiten:\n{monday}{friday}", "before")
    after = uids(city, f"zeiten:\n{friday}\n{monday.replace('von: 9', 'von: 10').rstrip()}", "after")
    assert before == {"Mon 09": after["Mon 10"], "Fri 09": after["Fri 09"]}


def test_the_calendar_of_an_area_stays_when_it_is_empty(site: Path) -> None:
    for area in ("nord", "ost", "west-zentrum", "winzerla", "lobeda", "ganz-jena", "alle"):
        assert Calendar.from_ical((site / "kalender" / f"{area}.ics").read_bytes())["X-WR-CALNAME"]
