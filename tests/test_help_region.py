"""What the page of the search shows to people in danger: numbers that fit, before all hits, whatever else fails."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

DESPAIR = "ich will nicht mehr leben"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def ask(page: Page, address: str, query: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")


def numbers(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator("[data-help] .call strong").all_inner_texts()]


@pytest.fixture(params=[(360, 740, 100), (360, 740, 125), (390, 844, 100), (390, 844, 125)])
def phone(request: pytest.FixtureRequest, page: Page) -> Page:
    """Return a page of a width and height, with letters of so many percent."""
    width, height, scale = request.param
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(f"addEventListener('load', () => document.documentElement.style.fontSize = '{scale}%')")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("index_is_there", [True, False])
@pytest.mark.parametrize("start", ["", "suche/"])
def test_the_first_number_stands_in_the_first_screen(
    phone: Page, served: str, scheme: Literal["light", "dark"], index_is_there: bool, start: str
) -> None:
    page = phone
    page.emulate_media(color_scheme=scheme)
    if not index_is_there:
        page.route("**/suche/daten/**", lambda route: route.abort())
    ask(page, served + start, DESPAIR)
    expect(page.locator("#hilfe-jetzt")).to_be_focused()
    if index_is_there:
        expect(page.locator(".found .card").first).to_be_attached()
    assert numbers(page)[0] == "0800 111 0 111"
    box = page.locator("[data-help] .call").first.bounding_box()
    leave = page.locator(".exit").bounding_box()
    assert box
    assert leave
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= leave["y"]
    assert box["x"] + box["width"] <= page.evaluate("innerWidth")


@pytest.mark.parametrize(
    "lost", ["**/suche/daten/**", "**/search/engine.js", "**/search/language.js", "**/search/page.js"]
)
def test_help_comes_although_a_file_fails(page: Page, served: str, lost: str) -> None:
    page.route(lost, lambda route: route.abort())
    ask(page, served + "suche/", DESPAIR)
    expect(page.locator("#hilfe-jetzt")).to_be_focused()
    assert numbers(page)[0] == "0800 111 0 111"


def test_the_numbers_are_those_for_this_danger(page: Page, served: str) -> None:
    ask(page, served + "suche/", "mein Mann schlägt mich")
    expect(page.locator("#hilfe-jetzt")).to_be_focused()
    assert numbers(page) == ["110", "116 016"]
    ask(page, served + "suche/", "Kind hat Putzmittel getrunken")
    expect(page.locator("#hilfe-jetzt")).to_be_focused()
    assert numbers(page) == ["112", "0361 73 07 30"]


def test_the_first_number_is_told_with_the_heading(page: Page, served: str) -> None:
    for query, first in ((DESPAIR, "TelefonSeelsorge 0800 111 0 111"), ("mein Mann schlägt mich", "Polizei 110")):
        ask(page, served + "suche/", query)
        expect(page.locator("#hilfe-jetzt")).to_be_focused()
        expect(page.locator("#hilfe-jetzt")).to_have_accessible_description(first)


def test_tab_leads_to_the_numbers_and_then_to_the_hits(page: Page, served: str) -> None:
    ask(page, served + "suche/", DESPAIR)
    expect(page.locator("#hilfe-jetzt")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-help] .call").first).to_be_focused()
    hits = page.locator(".found .card").first
    expect(hits).to_be_attached()
    below = page.locator("[data-help]").bounding_box()
    assert below
    assert hits.bounding_box()["y"] > below["y"] + below["height"]  # type: ignore[index]


def test_while_typing_help_is_spoken_and_takes_no_focus(page: Page, served: str) -> None:
    page.goto(served + "suche/")
    page.get_by_role("searchbox").press_sequentially(DESPAIR)
    expect(page.locator("[data-help-status]")).to_contain_text("0800 111 0 111")
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize(("day", "first"), [("2026-11-24T15:00", "116 111"), ("2026-11-22T03:00", "110")])
def test_lines_that_are_closed_come_last(page: Page, served: str, day: str, first: str) -> None:
    page.clock.set_fixed_time(day)
    ask(page, served + "suche/", "kind wird geschlagen und ist allein")
    expect(page.locator("#hilfe-jetzt")).to_be_focused()
    assert first in numbers(page)
    closed = page.locator("[data-help] li").filter(has_text="Nummer gegen Kummer").locator(".closed")
    expect(closed).to_be_visible(visible=first != "116 111")
    if first != "116 111":
        assert numbers(page)[-1] == "116 111"


def test_a_topic_gives_one_line_and_leaves_the_hits_where_they_are(page: Page, served: str) -> None:
    ask(page, served + "suche/", "Depression")
    expect(page.locator("#ergebnisse")).to_be_focused()
    expect(page.locator("[data-help]")).to_be_hidden()
    expect(page.locator("[data-help-topic] a")).to_be_visible()
    ask(page, served + "suche/", "Chor")
    expect(page.locator("#ergebnisse")).to_be_focused()
    expect(page.locator("[data-help-topic]")).to_be_hidden()


@pytest.mark.parametrize("query", ["Krise", "Psychose", "Entzug", "Frauenhaus"])
def test_what_the_search_knows_of_a_crisis_gives_the_line_and_the_way_off_the_page(
    page: Page, served: str, query: str
) -> None:
    """Not only words that help.js has: any that leads to a topic in which people can be in danger."""
    page.goto(f"{served}suche/?q={query}")
    expect(page.locator("[data-help-topic] a")).to_be_visible()
    expect(page.get_by_role("link", name="Seite schnell verlassen")).to_be_visible()


def test_offers_for_those_who_suffer_violence_come_first(page: Page, served: str) -> None:
    ask(page, served + "suche/", "mein Mann schlägt mich")
    expect(page.locator(".found .card").first).to_contain_text("Frauenhaus")


def test_help_at_once_is_one_sheet_of_paper(page: Page, served: str) -> None:
    page.goto(served + "hilfe-sofort/")
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    assert len(sheets) == 1
    # Each sign stands where it is drawn: blanks are not told.
    assert "08001110111" in re.sub(r"\s", "", sheets[0].extract_text())
