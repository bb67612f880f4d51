"""The quick way off a page that others should not see: always in view, and nothing leads back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

AWAY = "https://www.dwd.de"
PHONE: ViewportSize = {"width": 360, "height": 740}
SENSITIVE = (
    "hilfe-sofort/",
    "angebote/frauenhaus-jena/",
    "angebote/telefonseelsorge-ostthueringen/",
    "themen/gewalt-schutz/",
    "themen/sucht/lobeda/",
    "gruppen/sucht-krise/",
    "fuer/menschen-mit-sucht/",
)
ORDINARY = ("", "suche/", "lobeda/", "angebote/stadtteilzentrum-lisa/", "themen/sport/", "datenschutz/")
# Links and numbers that something else lies over, at some place of the page that can be scrolled to.
COVERED = """() => {
  const bar = document.querySelector(".exit");
  const free = (element) => {
    element.scrollIntoView({ block: "end" });
    return element.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top + 1;
  };
  const all = [...document.querySelectorAll("a[href], button, summary")].filter((one) =>
    one.checkVisibility() && !bar.contains(one) && !one.matches(".skip"));
  return all.filter((one) => !free(one)).map((one) => one.textContent.trim());
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    context.route(f"{AWAY}/**", lambda route: route.fulfill(body="<title>Wetter</title>", content_type="text/html"))
    yield context.new_page()
    context.close()


def test_sensitive_pages_have_the_exit_and_nothing_that_tells_others(site: Path) -> None:
    for address in SENSITIVE:
        text = (site / address / "index.html").read_text(encoding="utf-8")
        assert 'class="has-exit"' in text, address
        assert "Anrufe bleiben in der Liste von Ihrem Telefon." in text, address
        for part in ('class="read ', 'class="pick ', 'class="share-page ', "my-list-link", "read-aloud.js"):
            assert part not in re.sub(r"<ul class=\"cards\">.*?</ul>", "", text, flags=re.DOTALL), (address, part)
    for address in ORDINARY:
        assert 'class="has-exit"' not in (site / address / "index.html").read_text(encoding="utf-8"), address


@pytest.mark.parametrize("address", ["hilfe-sofort/", "angebote/frauenhaus-jena/", "themen/gewalt-schutz/"])
def test_the_exit_stays_in_view_large_and_first_and_covers_nothing(page: Page, served: str, address: str) -> None:
    page.goto(served + address)
    assert page.locator(".pick, .read, .share-page").filter(visible=True).count() == 0
    leave = page.get_by_role("link", name="Seite schnell verlassen")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt")).to_be_focused()
    page.keyboard.press("Tab")
    expect(leave).to_be_focused()
    assert page.evaluate(COVERED) == []
    for place in (0, 800, 100_000):
        page.evaluate("(top) => scrollTo(0, top)", place)
        box = leave.bounding_box()
        assert box
        assert box["height"] >= 44
        assert 0 <= box["y"] <= PHONE["height"] - box["height"]
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate("getComputedStyle(document.querySelector('.exit')).position") == "static"


def test_what_saves_a_life_stands_free_of_the_exit_in_the_first_screen(page: Page, served: str) -> None:
    page.goto(served + "hilfe-sofort/")
    leave = page.locator(".exit").bounding_box()
    assert leave
    for one in ("a[href='tel:112']", "a[href='tel:110']", "#ohne-sprechen"):
        box = page.locator(f".dangers {one}").first.bounding_box()
        assert box
        assert box["y"] + box["height"] <= leave["y"], one


def test_after_a_search_and_an_entry_nothing_leads_back_to_them(page: Page, served: str) -> None:
    page.goto(served)
    page.locator("form.search input").press_sequentially("mein mann schlägt mich", delay=25)
    page.keyboard.press("Enter")
    expect(page.locator("#ergebnisse")).to_contain_text("schlägt")
    page.locator(".found .cards a").first.click()
    page.wait_for_url("**/angebote/**")
    page.evaluate("sessionStorage.liste = 'frauenhaus-jena'")
    page.get_by_role("link", name="Seite schnell verlassen").click()
    page.wait_for_url(f"{AWAY}/**")
    for _ in range(3):
        page.go_back()
        assert page.url in {served, "about:blank"}
        assert "schlägt" not in page.content()
        assert [one.input_value() for one in page.locator("input[type=search]").all() if one.input_value()] == []
    page.goto(served)
    assert page.evaluate("sessionStorage.length") == 0


def test_three_times_shift_leaves_and_nothing_else_does(page: Page, served: str) -> None:
    page.goto(served + "hilfe-sofort/")
    for keys in (["Escape"] * 3, ["Shift", "Shift", "a", "Shift"], ["Shift"] * 2):
        for key in keys:
            page.keyboard.press(key)
        page.keyboard.press("a")
    assert page.url == f"{served}hilfe-sofort/"
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{AWAY}/**")
    page.goto(served)
    for _ in range(3):
        page.keyboard.press("Shift")
    assert page.url == served


def test_the_page_is_blank_before_the_other_one_is_there(page: Page, served: str) -> None:
    page.goto(served + "angebote/frauenhaus-jena/")
    leave = page.get_by_role("link", name="Seite schnell verlassen")
    seen = leave.evaluate("(link) => { link.click(); return [document.title, document.body.textContent]; }")
    assert seen == ["www.dwd.de", ""]
    page.wait_for_url(f"{AWAY}/**")
