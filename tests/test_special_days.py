"""Days on which it is different: closed, open at other hours, once and every year; in every output the same."""

import json
from datetime import date

import pytest
from conftest import MakeCity, day_view, entry_with, load_city
from icalendar import Calendar

from directory.exports import data_files
from directory.model.special_days import SpecialDays
from directory.pages import pages
from directory.view.day import DayView
from directory.view.outline import WHEN, outline_of

TODAY = date(2026, 12, 20)
SHORTER = """zeiten: {zweck: offen, tage: [Di], von: 10-18, feiertage: zu, stand: 2026-11}
ausnahmen: {ab: 2026-12-23, bis: 2026-12-23, zu: nein, uhrzeit: [10-12, 13-14], stand: 2026-11}"""
SAID = "Am Mittwoch, 23. Dezember 2026 ist es anders: 10 Uhr bis 12 Uhr und 13 Uhr bis 14 Uhr."


@pytest.fixture
def view(city: MakeCity) -> DayView:
    return day_view(load_city(city({"mitte/gruppe.yaml": entry_with(SHORTER)})).directory, TODAY)


def test_other_hours_are_said_on_the_page_and_on_paper(view: DayView) -> None:
    [page] = [page.body.replace("\xa0", " ") for page in pages(view) if page.address == "angebote/gruppe/"]
    assert SAID in page
    assert "ist es anders." not in page, "once, with its hours"
    outline = outline_of(view.of(view.directory.entry["gruppe"]), view.directory.city)
    [when] = [group for group in outline.groups if group.label == WHEN]
    assert SAID in [line.text for line in when.lines]


def test_other_hours_stand_in_the_week(view: DayView) -> None:
    [week] = [page.body for page in pages(view) if page.address == "naechste-woche/"]
    wednesday = week.partition("Mittwoch")[2].partition("Donnerstag")[0]
    assert wednesday.count('data-entry="gruppe"') == 2
    assert "13 Uhr bis 14 Uhr" in wednesday.replace("\xa0", " ")


def test_other_hours_are_in_calendar_and_data(view: DayView) -> None:
    files = {file.path: str(file.content) for file in data_files(view)}
    events = Calendar.from_ical(files["angebote/gruppe/termine.ics"]).walk("VEVENT")
    on_the_day = [event for event in events if "RRULE" not in event]
    assert [
        f"{event.decoded('DTSTART'):%F %H}-{event.decoded('DTEND'):%H} {event['STATUS']}" for event in on_the_day
    ] == [
        "2026-12-23 10-12 CONFIRMED",
        "2026-12-23 13-14 CONFIRMED",
    ]
    [row] = [row for row in json.loads(files["daten/entries.json"])["angebote"] if row["id"] == "gruppe"]
    assert row["ausnahmen"][0]["uhrzeit"] == ["10:00-12:00", "13:00-14:00"]
    assert SAID in row["zeiten_in_saetzen"]
    assert {"tag": "2026-12-23", "von": "13:00", "bis": "14:00"} in row["termine"]
    assert "2026 Dec 23 10:00-12:00,13:00-14:00" in row["opening_hours"]["offen"]


def test_hours_that_are_old_are_no_data(city: MakeCity) -> None:
    old = SHORTER.replace("13-14], stand: 2026-11", "13-14], stand: 2019")
    view = day_view(load_city(city({"mitte/gruppe.yaml": entry_with(old)})).directory, TODAY)
    files = {file.path: str(file.content) for file in data_files(view)}
    [row] = [row for row in json.loads(files["daten/entries.json"])["angebote"] if row["id"] == "gruppe"]
    assert "uhrzeit" not in row["ausnahmen"][0]
    assert "13:00" not in files["daten/entries.json"]


def special(**fields: str) -> SpecialDays:
    return SpecialDays.model_validate(fields | {"jedes_jahr": "ja"})


@pytest.mark.parametrize(
    ("start", "end", "inside", "outside"),
    [
        ("August", "August", [date(2027, 8, 1), date(2028, 8, 31)], [date(2027, 7, 31), date(2028, 9, 1)]),
        ("24. Dezember", "2. Januar", [date(2026, 12, 24), date(2029, 1, 2)], [date(2026, 12, 23), date(2029, 1, 3)]),
        ("November", "Januar", [date(2026, 11, 1), date(2027, 1, 31)], [date(2026, 10, 31), date(2027, 2, 1)]),
        ("15. Februar", "29. Februar", [date(2027, 2, 28), date(2028, 2, 29)], [date(2027, 3, 1), date(2028, 3, 1)]),
        ("29. Februar", "29. Februar", [date(2028, 2, 29)], [date(2027, 2, 28), date(2027, 3, 1)]),
        ("2026-12-24", "2027-01-02", [date(2024, 12, 31), date(2030, 1, 2)], [date(2030, 1, 3)]),
        ("24.12.", "26.12.", [date(2027, 12, 25)], [date(2027, 12, 27)]),
    ],
)
def test_a_pause_of_every_year_has_the_same_days_each_year(
    start: str, end: str, inside: list[date], outside: list[date]
) -> None:
    pause = special(ab=start, bis=end)
    assert [pause.covers(day) for day in inside] == [True] * len(inside)
    assert [pause.covers(day) for day in outside] == [False] * len(outside)
