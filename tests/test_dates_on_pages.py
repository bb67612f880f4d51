"""Pages are built on one day and read on another: what a reader sees on which day."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from conftest import TODAY
from playwright.sync_api import Browser, Locator, Page

from directory.model import Directory
from directory.schedule import holidays_of, upcoming, weekday_date
from directory.source import load

BERLIN = ZoneInfo("Europe/Berlin")
OpenPage = Callable[[str, str | None], Page]
TREFF = "angebote/treffpunkt-am-fichteplatz/"


@pytest.fixture(scope="module")
def directory() -> Directory:
    found = load(Path("entries")).directory
    assert found
    return found


@pytest.fixture
def on(browser: Browser, served: str) -> Iterator[OpenPage]:
    """Return a function that opens a page at a given time of the reader's clock; no time means without scripts."""
    contexts = []

    def open_page(address: str, now: str | None) -> Page:
        context = browser.new_context(java_script_enabled=now is not None, timezone_id=BERLIN.key)
        contexts.append(context)
        page = context.new_page()
        if now:
            page.clock.set_fixed_time(datetime.fromisoformat(now).replace(tzinfo=BERLIN))
        page.goto(served + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def text(found: Locator) -> str:
    """Return what is read; a number stays in one line with its unit by a protected blank."""
    return found.inner_text().replace("\N{NO-BREAK SPACE}", " ")


def first_date(page: Page) -> str:
    return text(page.locator(".facts .soonest"))


def test_the_next_date_is_that_of_the_readers_day(on: OpenPage) -> None:
    assert "Montag, 23. November 2026, 14 Uhr bis 17 Uhr" in first_date(on(TREFF, "2026-11-22 12:00"))
    assert "Montag, 23. November 2026, 14 Uhr bis 17 Uhr" in first_date(on(TREFF, "2026-11-23 16:59"))
    assert "Dienstag, 24. November 2026, 10 Uhr bis 12 Uhr" in first_date(on(TREFF, "2026-11-23 17:00"))
    assert "Montag, 4. Januar 2027" in first_date(on(TREFF, "2027-01-02 12:00"))


def test_after_half_a_year_nothing_is_promised(on: OpenPage) -> None:
    page = on(TREFF, "2027-08-01 12:00")
    assert page.locator(".soonest").count() == 0
    when = text(page.locator("section:has(> #wann)"))
    assert "Wir kennen keine neuen Termine. Bitte fragen Sie nach." in when
    assert not re.search(r"202[67]", page.locator("section:has(> #wann) .dates").first.inner_text())


def test_without_scripts_the_rule_and_whole_dates_stand(on: OpenPage) -> None:
    when = text(on(TREFF, None).locator("section:has(> #wann)"))
    assert "Jeden Montag: 14 Uhr bis 17 Uhr." in when
    assert "Montag, 23. November 2026, 14 Uhr bis 17 Uhr." in when
    assert "Diese Seite ist vom 22. November 2026." in on("diese-woche/", None).content()


def test_the_script_writes_dates_as_the_build_does(on: OpenPage) -> None:
    """On the day of the build nothing may change before the reader's eyes."""
    before, after = (on(TREFF, now).locator("section:has(> #wann)") for now in (None, "2026-11-22 00:00"))
    assert text(after) == text(before)


@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 26), date(2026, 12, 22), date(2027, 3, 29), date(2027, 5, 10)])
@pytest.mark.parametrize(("week", "offset"), [("diese-woche", 0), ("naechste-woche", 1)])
def test_a_week_shows_every_date_of_that_week_and_no_other(
    on: OpenPage, directory: Directory, week: str, offset: int, today: date
) -> None:
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
    page = on(f"{week}/", f"{today} 08:00")
    expected = {
        (weekday_date(found.day), entry.name, str(found.start or ""), bool(found.doubt))
        for entry in directory.listed(TODAY)
        for found in upcoming(entry, holidays_of(directory.city, TODAY), TODAY)
        if max(today, monday) <= found.day < monday + timedelta(days=7)
    }
    assert set(shown(page)) == expected
    assert bool(expected) or today == TODAY, "the dates of this test have something to show"


def shown(page: Page) -> Iterator[tuple[str, str, str, bool]]:
    for day in page.locator(".day:visible").all():
        heading = day.locator("h2").inner_text().removeprefix("Heute, ")
        for slot in day.locator("li:visible").all():
            hour = re.match(r"(?:ab )?(\d+)(?::(\d+))? Uhr", text(slot.locator("h3 .hours")))
            start = f"{int(hour[1]):02}:{hour[2] or '00'}" if hour else ""
            yield heading, slot.locator("h3 a").inner_text(), start, "Bitte fragen Sie nach" in slot.inner_text()


def test_today_is_named_and_past_days_are_gone(on: OpenPage) -> None:
    page = on("diese-woche/", "2026-11-26 09:00")
    headings = page.locator(".day h2").all_inner_texts()
    assert headings[3:] == ["Heute, Donnerstag, 26. November 2026", *map(weekday_date, days(date(2026, 11, 27), 3))]
    assert page.locator(".day:visible h2").all_inner_texts() == [headings[4]]
    assert page.get_by_text("An den anderen Tagen kennen wir keinen Termin.").is_visible()
    assert "Heute" not in on("diese-woche/", None).content()


def days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(count)]


def test_a_week_beyond_the_dates_says_that_the_page_is_old(on: OpenPage) -> None:
    page = on("diese-woche/", "2027-07-01 09:00")
    assert page.get_by_text("Diese Seite ist alt.").is_visible()
    assert page.locator(".day li:visible").count() == 0
    assert page.get_by_text("In dieser Woche kennen wir keinen Termin.").is_visible()


def test_school_holidays_are_announced_in_their_week_only(on: OpenPage) -> None:
    notice = "In dieser Woche sind Schulferien."
    assert on("diese-woche/", "2026-12-23 09:00").get_by_text(notice).is_visible()
    assert not on("diese-woche/", "2026-12-09 09:00").get_by_text(notice).is_visible()


def test_entries_with_old_times_are_not_hidden_but_asked_about(on: OpenPage) -> None:
    page = on("diese-woche/lobeda/", None)
    page.locator("summary", has_text="alten Zeiten").click()
    old = page.locator("section:has(#alt)").inner_text()
    assert "Trauercafé" in old
    assert "Bitte fragen Sie vorher nach." in old
