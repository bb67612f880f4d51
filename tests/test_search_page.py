"""The page of the search: what a person sees and hears. What browsers and servers get: see test_words_on_the_device."""

import gzip
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def results(page: Page) -> list[str]:
    return page.locator(".hits .card h3").all_inner_texts()


def test_submitting_leads_to_the_heading_with_the_count_and_back_leads_back(page: Page, served: str) -> None:
    page.goto(served + "suche/")
    page.get_by_label("Was suchen Sie?").fill("trinken aufhören")
    page.keyboard.press("Enter")
    heading = page.locator("#ergebnisse")
    expect(heading).to_be_focused()
    expect(heading).to_contain_text("für „trinken aufhören“")
    assert any("Sucht" in name for name in results(page))
    expect(page.locator("main .status")).to_have_text("")
    page.go_back()
    expect(page.locator(".found")).to_be_hidden()


def test_on_a_slow_line_submitting_still_leads_to_the_heading(page: Page, served: str) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(900)
        route.continue_()

    page.route("**/suche/daten/index.json", late)
    page.goto(served + "suche/")
    page.locator("#q").fill("Chor")
    page.keyboard.press("Enter")
    expect(page.locator("#ergebnisse")).to_be_focused()


def test_a_wrong_address_has_a_search_field(page: Page, served: str) -> None:
    page.goto(served + "404.html")
    page.get_by_label("Was suchen Sie?").fill("Chor")
    page.keyboard.press("Enter")
    expect(page.locator("#ergebnisse")).to_contain_text("für „Chor“")
    assert page.url == served + "suche/"


def test_typing_is_announced_and_nothing_found_is_said_plainly(page: Page, served: str) -> None:
    page.goto(served + "suche/")
    page.get_by_label("Was suchen Sie?").press_sequentially("xqzt")
    expect(page.locator("main .status")).to_have_text("Kein Angebot gefunden.")
    expect(page.get_by_text("Versuchen Sie ein anderes Wort.")).to_be_visible()


def test_an_area_becomes_a_filter_that_can_be_taken_away(page: Page, served: str) -> None:
    page.goto(served + "suche/?q=sport+lobeda")
    button = page.locator(".holding button")
    expect(button).to_have_text("Lobeda weglassen")
    before = len(results(page))
    button.click()
    expect(page.locator("#ergebnisse")).to_contain_text("für „sport“")
    assert len(results(page)) >= before


def test_what_is_typed_never_becomes_markup(page: Page, served: str) -> None:
    page.goto(served + "suche/?q=%3Cimg+src=x+onerror=alert(1)%3E&gebiet=%3Cb%3E")
    expect(page.locator(".found")).to_be_visible()
    assert page.locator(".found img, .filters b, .found h2 b").count() == 0


def test_without_javascript_the_page_leads_on_by_links(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "suche/?q=sucht")
    expect(page.get_by_text("Die Suche braucht JavaScript.")).to_be_visible()
    page.get_by_role("link", name="Alle Angebote von A bis Z").click()
    page.wait_for_url("**/a-bis-z/")
    context.close()


def test_the_scripts_of_the_page_are_small(page: Page, served: str) -> None:
    loaded: dict[str, bytes] = {}
    page.on("response", lambda answer: loaded.update({answer.url: answer.body()} if answer.url.endswith(".js") else {}))
    page.goto(served + "suche/?q=sport", wait_until="networkidle")
    own = [content for address, content in loaded.items() if not address.endswith("/help.js")]  # see test_help.py
    assert len(own) >= 11
    assert sum(len(gzip.compress(content)) for content in own) <= 26 * 1024


def test_by_keyboard_alone_from_the_field_to_an_entry(page: Page, served: str) -> None:
    page.goto(served + "suche/")
    page.locator("#q").focus()
    page.keyboard.type("gruppe lobeda")
    page.keyboard.press("Enter")
    expect(page.locator("#ergebnisse")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".holding button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#ergebnisse")).to_be_focused()
    expect(page.locator("#ergebnisse")).to_contain_text("für „gruppe“")
    for _ in range(page.locator(".choices summary, .choices .filters button").count()):
        page.keyboard.press("Tab")
    for name in results(page):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == name
    page.keyboard.press("Tab")
    expect(page.locator("button.more")).to_be_focused()
    shown = len(results(page))
    page.keyboard.press("Enter")
    assert len(results(page)) > shown
    expect(page.locator(".hits .card h3 a").nth(shown)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/angebote/"))


SHIFTS = """new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.shifted = (window.shifted ?? 0) + one.value;
}).observe({type: "layout-shift", buffered: true});"""


@pytest.mark.parametrize("query", ["sport lobeda", "ich will sterben", "xqzt", "trauer"])
def test_results_that_come_late_move_nothing_and_begin_on_the_first_screen(page: Page, served: str, query: str) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(700)  # longer than a browser forgives a movement after a key
        route.continue_()

    page.set_viewport_size({"width": 360, "height": 740})
    page.add_init_script(SHIFTS)
    page.route("**/suche/daten/index.json", late)
    page.goto(f"{served}suche/#q={query}")
    expect(page.locator(".found")).to_be_visible()
    expect(page.locator(".without-search")).to_be_visible()
    assert page.evaluate("new Promise((done) => setTimeout(() => done(window.shifted ?? 0), 200))") <= 0.01
    if not page.locator("[data-help]").is_visible():
        first = page.locator(".hits h3, .nothing").locator("visible=true").first.bounding_box()
        assert first
        assert first["y"] <= 480


def test_without_the_rest_of_the_search_its_page_leads_on(page: Page, served: str) -> None:
    page.route("**/search/page.js", lambda route: route.abort())
    page.goto(f"{served}suche/#q=sport")
    expect(page.locator(".without-search")).to_be_visible()


def test_a_long_name_breaks_at_its_seams_and_is_plain_text(page: Page, served: str) -> None:
    page.goto(served + "suche/?q=drk")
    name = page.locator(".card h3 a", has_text="Seniorenbegegnungszentrum").first
    expect(name).to_be_visible()
    assert name.locator(".seam").count() > 1
    assert "\N{SOFT HYPHEN}" not in (name.text_content() or "")


def test_a_hit_says_why_only_where_it_has_other_words(page: Page, served: str) -> None:
    page.goto(served + "suche/?q=sport+lobeda")
    expect(page.locator(".card").first).to_be_visible()
    assert page.get_by_text("Gefunden, weil").count() == 0
    page.goto(served + "suche/?q=saufen")
    expect(page.get_by_text("Gefunden, weil: Sucht (Sie suchten: saufen)").first).to_be_visible()


def test_what_the_status_line_says_moves_nothing(page: Page, served: str) -> None:
    """It comes some time after the results, when somebody may be among them already."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + "suche/?q=ich+will+sterben")
    heading = page.locator("#ergebnisse")
    expect(heading).to_be_visible()
    expect(page.locator(".status")).to_be_empty()
    before = heading.bounding_box()
    expect(page.locator(".status")).not_to_be_empty()
    assert heading.bounding_box() == before
