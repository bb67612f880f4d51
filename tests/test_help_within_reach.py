"""The way to help at once stays in view while a page passes, and hides nothing that one reads or types in."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

PHONE, DESK, LYING, ZOOMED = (360, 740), (1280, 800), (740, 360), (320, 256)
LONG = ("", "lobeda/", "themen/sucht/", "angebote/stadtteilzentrum-lisa/", "datenschutz/")
BELOW = "(one) => one.getBoundingClientRect().top - document.querySelector('.bar').getBoundingClientRect().bottom"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=size(PHONE))
    yield context.new_page()
    context.close()


def size(window: tuple[int, int]) -> ViewportSize:
    return {"width": window[0], "height": window[1]}


def help_at(page: Page) -> tuple[float, float]:
    """Return the upper and the lower edge of the way to help."""
    box = page.locator(".help-link").bounding_box()
    assert box
    return box["y"], box["y"] + box["height"]


@pytest.mark.parametrize("window", [PHONE, DESK])
def test_help_is_in_view_wherever_one_is_on_a_page(page: Page, served: str, window: tuple[int, int]) -> None:
    page.set_viewport_size(size(window))
    for address in LONG:
        page.goto(served + address)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        upper, lower = help_at(page)
        assert 0 <= upper < lower < 70, address
        assert page.locator(".bar").evaluate("(bar) => bar.offsetHeight") <= window[1] / 8, address


@pytest.mark.parametrize("window", [LYING, ZOOMED])
def test_in_a_low_window_it_leaves_the_room_to_the_text(page: Page, served: str, window: tuple[int, int]) -> None:
    page.set_viewport_size(size(window))
    page.goto(served + "lobeda/")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert help_at(page)[1] < 0


def test_what_a_link_leads_to_stands_below_the_row(page: Page, served: str) -> None:
    for address, target in (("woerterbuch/", "sozialraum"), ("themen/sport/", "lobeda"), ("lobeda/", "inhalt")):
        page.goto(f"{served}{address}#{target}")
        assert 0 <= page.locator(f"[id='{target}']").evaluate(BELOW) < 60, address


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_menu_opens_wherever_one_is_and_ends_in_the_window(browser: Browser, served: str, *, scripts: bool) -> None:
    context = browser.new_context(viewport=size(PHONE), java_script_enabled=scripts)
    page = context.new_page()
    page.goto(served + "lobeda/")
    page.locator(".bottom").scroll_into_view_if_needed()
    box = page.locator(".menu > summary").bounding_box()
    assert box
    page.mouse.click(box["x"] + 20, box["y"] + 20)  # Playwright's own click would scroll first
    page.keyboard.press("Tab")
    first, last = page.locator(".menu .panel a").first, page.locator(".menu .panel a").last
    assert 0 <= first.evaluate(BELOW) < 80
    last.scroll_into_view_if_needed()
    panel, end = page.locator(".menu .panel").bounding_box(), last.bounding_box()
    assert panel
    assert end
    assert end["y"] + end["height"] <= panel["y"] + panel["height"] < 600
    context.close()
