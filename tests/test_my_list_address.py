"""The list in the address: sent to someone, changed by hand, meant badly; going back, and copying the link."""

from collections.abc import Iterator

import pytest
from picking import FIRST, PAGE, SECOND, THIRD, expect_on_the_list, on_the_list, pick
from playwright.sync_api import Browser, expect
from tabs import OpenPage, tabs

CLIPBOARD_FORBIDDEN = "navigator.clipboard.writeText = async () => { throw new DOMException('', 'NotAllowedError'); };"
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "javascript:alert(1)",
    "../../etc/passwd",
    "%E0%A4%A",
    "__proto__,constructor,toString",
    "[data-slug],*",
    "," * 5000,
    "a" * 100_000,
    "inhalt",
]


@pytest.fixture
def opened(browser: Browser, served: str) -> Iterator[OpenPage]:
    with tabs(browser, served, PAGE) as open_page:
        yield open_page


def test_an_address_alone_is_enough_and_asks_the_server_for_nothing_more(opened: OpenPage) -> None:
    page = opened(f"{PAGE}#{SECOND},{FIRST}")
    expect_on_the_list(page, [SECOND, FIRST])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    expect_on_the_list(page, [SECOND, FIRST])
    assert not [url for url in asked if FIRST in url or SECOND in url]
    expect(page.locator(".tools .my-list-link")).to_have_text("Meine Liste (2)")


def test_commas_that_a_messenger_has_coded_are_commas(opened: OpenPage) -> None:
    assert on_the_list(opened(f"{PAGE}#{SECOND}%2C{FIRST}%2c{THIRD}")) == [SECOND, FIRST, THIRD]


def test_hostile_addresses_do_nothing(opened: OpenPage, served: str) -> None:
    page = opened()
    for fragment in HOSTILE:
        page.evaluate("sessionStorage.clear()")
        page.goto("about:blank")
        page.goto(f"{served}{PAGE}#{fragment}")
        expect(page.locator(".my-list .empty")).to_be_visible()
        expect_on_the_list(page, [])
        assert page.locator("article :is(img, script)").count() == 0, fragment
        page.goto("about:blank")
        page.goto(f"{served}{PAGE}#{fragment},{FIRST},{FIRST},gibt-es-nicht")
        expect_on_the_list(page, [FIRST])


def test_what_is_gone_is_said(opened: OpenPage) -> None:
    page = opened(f"{PAGE}#{FIRST},gibt-es-nicht-mehr")
    expect(page.get_by_text("Manche Angebote aus dem Link gibt es hier nicht mehr.")).to_be_visible()
    assert page.url.endswith(f"#{FIRST}")


def test_coming_back_does_not_bring_an_older_list(opened: OpenPage, served: str) -> None:
    page = opened(f"{PAGE}#{FIRST}")
    expect_on_the_list(page, [FIRST])
    pick(page, served, SECOND)
    page.go_back()
    expect_on_the_list(page, [FIRST, SECOND])
    assert page.url.endswith(f"#{FIRST},{SECOND}")


# The offers come a second late.
SLOW = """const ask = fetch;
window.fetch = async (...what) => (await new Promise((on) => setTimeout(on, 1000)), ask(...what));"""


@pytest.mark.parametrize("before", ["", SLOW])
def test_the_skip_link_does_not_lose_the_list(opened: OpenPage, before: str) -> None:
    page = opened(f"{PAGE}#{FIRST},{SECOND}", before=before)
    page.get_by_role("link", name="Zum Inhalt").press("Enter")
    page.wait_for_url(f"**/{PAGE}#{FIRST},{SECOND}")
    assert page.evaluate("document.activeElement.id") == "inhalt"
    expect_on_the_list(page, [FIRST, SECOND])


def test_another_list_in_the_address_is_shown(opened: OpenPage, served: str) -> None:
    page = opened(f"{PAGE}#{FIRST}")
    page.goto(f"{served}{PAGE}#{THIRD}")
    expect_on_the_list(page, [THIRD])


def test_the_link_is_copied_or_shown(opened: OpenPage) -> None:
    page = opened(f"{PAGE}#{FIRST}", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Link kopieren").press("Enter")
    expect(page.locator(".shared")).to_have_text("Kopiert.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page = opened(f"{PAGE}#{FIRST}", before=CLIPBOARD_FORBIDDEN)
    page.get_by_role("button", name="Link kopieren").press("Enter")
    expect(page.get_by_label("Kopieren Sie diesen Link:")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == page.url
