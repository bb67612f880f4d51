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


def press_menu(page: Page) -> None:
    """Press where the button of the menu is; Playwright itself would scroll first."""
    box = page.locator(".menu > summary").bounding_box()
    assert box
    page.mouse.click(box["x"] + 20, box["y"] + 20)


def test_the_menu_opens_from_anywhere_and_closing_it_leads_back(page: Page, served: str) -> None:
    page.goto(served + "lobeda/")
    page.evaluate("scrollTo(0, 2000)")
    press_menu(page)
    assert page.evaluate("scrollY") == 0
    assert 0 <= page.locator(".menu .panel a").first.evaluate(BELOW) < 80
    page.keyboard.press("Escape")
    page.wait_for_function("() => scrollY === 2000")
    press_menu(page)
    press_menu(page)
    page.wait_for_function("() => scrollY === 2000")


def test_without_scripts_the_menu_can_be_read_to_its_end(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport=size(PHONE), java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "lobeda/")
    page.locator(".menu > summary").click()
    page.locator(".menu .panel a").last.scroll_into_view_if_needed()
    page.locator("h1").scroll_into_view_if_needed()
    assert help_at(page)[1] < 740
    page.locator(".bottom").scroll_into_view_if_needed()
    assert help_at(page)[1] < 0
    context.close()
