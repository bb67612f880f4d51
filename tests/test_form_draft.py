"""What somebody has typed into the web form stays on the device until the tab is closed, but not what is secret."""

from collections.abc import Iterator

import pytest
from forms import CHANGE, GROUP, LEAST, LISA, OURS, READY, SHELTER, checked, context_of, fill, new_form, opened
from playwright.sync_api import Browser, BrowserContext, Page, expect


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    yield from context_of(browser)


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    yield from new_form(context, served)


def test_a_reload_loses_nothing_until_somebody_clears_it(page: Page) -> None:
    fill(page, GROUP)
    page.get_by_role("button", name="Noch eine Zeit").click()
    page.get_by_role("button", name="Zeit 1 löschen").click()
    second = {"zeiten.1.zweck": "offen", "zeiten.1.wie_oft": "woche", "zeiten.1.tage": ["Freitag"], "zeiten.1.von": "9"}
    fill(page, second)
    before = checked(page)
    page.reload()
    expect(page.get_by_text("Ihre Antworten von vorhin sind noch da.")).to_be_visible()
    assert checked(page) == before
    page.reload()
    page.get_by_role("button", name="Alle Antworten löschen").click()
    page.wait_for_function(READY)
    expect(page.locator("#name")).to_have_value("")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_a_secret_place_and_who_may_be_rung_back_are_never_kept(page: Page) -> None:
    fill(page, LEAST)
    assert "Gruppe am Abend" in page.evaluate("JSON.stringify({ ...sessionStorage })")
    fill(page, {"orte.0.art": "geheim"})
    assert page.evaluate("sessionStorage.length") == 0


def test_a_change_is_kept_too_but_not_of_a_sensitive_offer(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    fill(page, {"kontakt.telefon.0.nummer": "03641 999999", "wer": OURS})
    page.reload()
    page.wait_for_function(READY)
    checked(page)
    expect(page.locator(".preview dd")).to_have_text(["Bisher: 03641 492835", "Neu: 03641 999999"])
    page.close()
    page = opened(context, f"{served}{CHANGE}#{SHELTER}")
    fill(page, {"fuer_wen": "Das Frauenhaus ist für Frauen."})
    assert page.evaluate("sessionStorage.length") == 0
    page.close()
