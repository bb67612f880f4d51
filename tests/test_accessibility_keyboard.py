"""The keyboard alone: forth and back through pages, and what opens and closes."""

from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from findings import Report
from playwright.sync_api import Browser, Page
from probes import KINDS, MAIN, VIEWS, ask, looking, walk, walked

FORTH = product([*MAIN, "A to Z", *(kind for kind in KINDS if kind.startswith("search"))], ["1280 light", "320 dark"])
HERE = [("start", "1280 light"), ("entry", "320 dark"), ("topic of crisis", "320 dark"), ("search", "320 dark")]


@pytest.mark.parametrize(("kind", "view"), walked(FORTH, *HERE))
def test_forth_and_back(browser: Browser, served: str, findings: Report, kind: str, view: str) -> None:
    found = seen_while_walking(browser, served + KINDS[kind], view)
    if any(found.values()):
        # A loaded machine may answer between two frames: what a page does by itself, it does each time.
        again = seen_while_walking(browser, served + KINDS[kind], view)
        found = {check: [one for one in faults if one in again[check]] for check, faults in found.items()}
    findings(1, {check: [f"{kind}, {view}: {one}" for one in faults] for check, faults in found.items()})


def seen_while_walking(browser: Browser, address: str, view: str) -> dict[str, list[str]]:
    """Return what is wrong with the stops of the focus and with their order."""
    context = browser.new_context(**VIEWS[view])
    with looking(context, address) as look:
        forth, back = walk(look.page, "Tab"), walk(look.page, "Shift+Tab")
    context.close()
    assert len(forth) > 10
    faults = [f"{stop['called']} {fault}" for stop in (*forth, *back) for fault in stop["faults"]]
    order = [f"{one['called']} after {other['called']}" for other, one in pairwise(forth) if one["at"] < other["at"]]
    passed, returned = ({stop["at"]: stop["called"] for stop in way} for way in (forth, back))
    order += [
        f"{called} is on one way only"
        for at, called in (passed | returned).items()
        if (at in passed) != (at in returned)
    ]
    if list(passed) != [*reversed(returned)] and not order:
        order.append("back is not forth reversed")
    return {"focus in view, uncovered, ringed": faults, "order of focus": order}


def unfold_menu(page: Page, details: str) -> None:
    """Open the menu, in which the settings are."""
    if details == "settings":
        page.locator("details.menu > summary").press("Enter")


@pytest.mark.parametrize("details", ["menu", "settings"])
def test_what_is_open_is_walked_through_too(browser: Browser, served: str, findings: Report, details: str) -> None:
    context = browser.new_context(**VIEWS["320 dark"])
    with looking(context, served + KINDS["entry"]) as look:
        closed = len(walk(look.page, "Tab"))
        unfold_menu(look.page, details)
        look.page.locator(f"details.{details} > summary").press("Enter")
        forth, back = walk(look.page, "Tab"), walk(look.page, "Shift+Tab")
        assert len(forth) > closed + 3
        faults = [f"open {details}: {one['called']} {fault}" for one in (*forth, *back) for fault in one["faults"]]
        same = [one["at"] for one in forth] == [one["at"] for one in reversed(back)]
        order = [] if same else [f"open {details}: back is not forth reversed"]
        findings(1, {"focus in view, uncovered, ringed": faults, "order of focus": order})
    context.close()


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(**VIEWS["320 light"])
    with looking(context, served) as look:
        yield look.page
    context.close()


def focused(page: Page) -> str:
    script = "(({localName}, details) => `${details?.className} ${localName}`)"
    return str(page.evaluate(f"{script}(document.activeElement, document.activeElement.closest('details'))"))


def is_open(page: Page, details: str) -> bool:
    return bool(page.locator(f"details.{details}").evaluate("one => one.open"))


@pytest.mark.parametrize("details", ["menu", "settings"])
def test_escape_closes_and_gives_the_focus_back(phone: Page, details: str) -> None:
    unfold_menu(phone, details)
    phone.locator(f"details.{details} > summary").focus()
    phone.keyboard.press("Enter")
    assert is_open(phone, details)
    phone.keyboard.press("Tab")
    phone.keyboard.press("Escape")
    assert not is_open(phone, details)
    assert focused(phone).split()[0] == details
    assert focused(phone).endswith("summary")
    phone.keyboard.press("Escape")  # and once more changes nothing
    assert focused(phone).endswith("summary")


def test_escape_closes_what_is_innermost_first(phone: Page) -> None:
    phone.locator("details.menu > summary").press("Enter")
    phone.locator("details.settings > summary").press("Enter")
    phone.keyboard.press("Escape")
    assert (is_open(phone, "menu"), is_open(phone, "settings")) == (True, False)
    phone.keyboard.press("Escape")
    assert not is_open(phone, "menu")
    assert focused(phone).split()[0] == "menu"


def test_settings_by_keyboard_are_kept_and_taken_back(phone: Page) -> None:
    root = phone.locator(":root")
    unfold_menu(phone, "settings")
    phone.locator("details.settings > summary").press("Enter")
    phone.locator("input[name=size]:checked").focus()
    phone.keyboard.press("ArrowDown")
    assert root.get_attribute("data-size") == "gross"
    phone.reload()
    assert root.get_attribute("data-size") == "gross"
    unfold_menu(phone, "settings")
    phone.locator("details.settings > summary").press("Enter")
    phone.locator("button.reset").press("Enter")
    assert root.get_attribute("data-size") is None
    assert phone.locator("input[name=size]:checked").get_attribute("value") == ""
    assert phone.locator("details.settings [role=status]").inner_text()


def test_no_single_letter_does_anything(phone: Page) -> None:
    """WCAG 2.1.4: people who speak to their computer type letters without meaning to."""
    before = (phone.url, focused(phone), phone.locator(":root").evaluate("one => one.outerHTML.length"))
    for letter in "abcdefghijklmnopqrstuvwxyz/.,?":
        phone.keyboard.press(letter)
    assert (phone.url, focused(phone), phone.locator(":root").evaluate("one => one.outerHTML.length")) == before


def test_the_skip_link_moves_the_focus_into_the_article(phone: Page) -> None:
    phone.keyboard.press("Tab")
    assert ask(phone, "stop")["faults"] == []
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "inhalt"
    phone.keyboard.press("Tab")
    assert phone.evaluate("!!document.activeElement.closest('#inhalt')")
