"""The reader's own list: from page to page, in an address that can be sent, on paper; and what must not break it."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import ENTRIES
from conftest import TODAY
from picking import FIRST, PAGE, SECOND, THIRD, expect_on_the_list, pick
from playwright.sync_api import Browser, Page, expect
from probes import VIEWS, ask, axe, looking, nameless
from tabs import OpenPage, tabs

from directory.model import Directory
from directory.source import load

SCRIPTS = Path("directory/site/theme/assets/scripts")
EXIT = "frauenhaus-jena"
STORAGE_FORBIDDEN = """
  const forbidden = { get() { throw new DOMException("forbidden", "SecurityError"); } };
  Object.defineProperty(window, "sessionStorage", forbidden);
"""


@pytest.fixture(scope="module")
def directory() -> Directory:
    found = load(ENTRIES).directory
    assert found
    return found


@pytest.fixture
def opened(browser: Browser, served: str) -> Iterator[OpenPage]:
    with tabs(browser, served, PAGE) as open_page:
        yield open_page


def said(page: Page) -> str:
    return page.locator(".my-list-status").inner_text()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_the_scripts_are_small() -> None:
    on_all, on_one = (len(gzip.compress((SCRIPTS / name).read_bytes())) for name in ("my-list.js", "my-list-page.js"))
    assert on_all <= 1536
    assert on_all + on_one <= 3072


def test_every_listed_entry_can_be_picked_and_no_other(opened: OpenPage, directory: Directory, site: Path) -> None:
    sheets = json.loads((site / PAGE / "angebote.json").read_text(encoding="utf-8"))["sheets"]
    assert list(sheets) == [entry.slug for entry in directory.listed(TODAY)]
    for entry in directory.entries:
        text = (site / "angebote" / entry.slug / "index.html").read_text(encoding="utf-8")
        if not entry.successors:
            sensitive = any(directory.vocabulary.topics[topic].sensitive for topic in entry.topics)
            assert ('class="pick' in text) == (entry.listed(TODAY) and not sensitive), entry.slug
    page = opened("diese-woche/")
    assert page.locator(".week .pick").count() == 0


def test_an_entry_goes_on_the_list_and_comes_with_to_other_pages(opened: OpenPage, served: str) -> None:
    page = opened(f"angebote/{FIRST}/")
    link = page.locator(".tools .my-list-link")
    expect(link).to_be_hidden()
    button = page.locator(".pick")
    button.press("Enter")
    expect(button).to_have_text("Von meiner Liste nehmen")
    assert said(page).startswith("Jetzt auf Ihrer Liste: ")
    expect(link).to_have_text("Meine Liste (1)")
    page.goto(served + "lobeda/")
    expect(link).to_have_text("Meine Liste (1)")
    page.goto(f"{served}angebote/{SECOND}/")
    expect(button).to_have_accessible_name("Auf meine Liste: Stadtteilzentrum LISA")
    button.press("Space")
    expect(link).to_have_text("Meine Liste (2)")
    page.go_back()
    expect(link).to_have_text("Meine Liste (2)")
    page.go_back()
    button.press("Enter")
    expect(link).to_have_text("Meine Liste (1)")
    assert said(page).startswith("Nicht mehr auf Ihrer Liste: ")
    assert page.evaluate("[localStorage.length, sessionStorage.liste, document.cookie]") == [0, SECOND, ""]


def test_the_list_shows_what_was_picked_in_that_order(opened: OpenPage, served: str) -> None:
    page = opened("")
    pick(page, served, THIRD, FIRST, SECOND)
    page.get_by_role("link", name="Meine Liste (3)").press("Enter")
    page.wait_for_url(f"**/{PAGE}#{THIRD},{FIRST},{SECOND}")
    expect_on_the_list(page, [THIRD, FIRST, SECOND])
    assert page.locator(".my-list .count").inner_text() == "3 Angebote"
    sheet = page.locator(f".sheet[data-slug={FIRST}]")
    for question in ("Wann?", "Wo?", "Wen kann ich fragen?"):
        assert sheet.get_by_role("heading", name=question).is_visible()
    assert sheet.locator("a[href^='tel:']").count() >= 1


def test_thirty_is_the_end(opened: OpenPage, directory: Directory, served: str) -> None:
    slugs = [entry.slug for entry in directory.listed(TODAY)]
    page = opened(f"{PAGE}#{','.join(slugs)}")
    expect_on_the_list(page, slugs[:30])
    page.goto(f"{served}angebote/{slugs[30]}/")
    page.locator(".pick").click()
    expect(page.locator(".pick-note")).to_have_text("Auf Ihrer Liste stehen schon 30 Angebote. Mehr geht nicht.")
    expect(page.locator(".pick")).to_have_text("Auf meine Liste")


def test_removing_leads_to_the_next_entry(opened: OpenPage, directory: Directory) -> None:
    name = {entry.slug: entry.name for entry in directory.entries}
    page = opened(f"{PAGE}#{FIRST},{SECOND},{THIRD}")
    page.locator(".remove").nth(1).press("Enter")
    assert focused(page) == name[THIRD]
    assert said(page) == f"Nicht mehr auf Ihrer Liste: {name[SECOND]}."
    assert page.url.endswith(f"#{FIRST},{THIRD}")
    page.locator(".remove").nth(1).press("Enter")
    assert focused(page) == name[FIRST]
    page.locator(".remove").press("Enter")
    assert focused(page).startswith("Ihre Liste ist leer")
    assert "#" not in page.url
    expect(page.locator(".tools .my-list-link")).to_be_hidden()


def test_emptying_asks_first(opened: OpenPage) -> None:
    page = opened(f"{PAGE}#{FIRST},{SECOND}")
    expect_on_the_list(page, [FIRST, SECOND])
    clear = page.locator(".clear summary")
    clear.press("Enter")
    page.get_by_role("button", name="Nein, Liste behalten").press("Enter")
    assert focused(page) == "Liste leeren"
    expect_on_the_list(page, [FIRST, SECOND])
    clear.press("Enter")
    page.get_by_role("button", name="Ja, Liste leeren").press("Enter")
    assert focused(page).startswith("Ihre Liste ist leer")
    page.reload()
    expect_on_the_list(page, [])


def test_without_storage_no_button_promises_and_a_sent_list_is_shown(opened: OpenPage) -> None:
    page = opened(f"angebote/{FIRST}/", before=STORAGE_FORBIDDEN)
    expect(page.locator(".pick")).to_be_hidden()
    page = opened(f"{PAGE}#{FIRST},{SECOND}", before=STORAGE_FORBIDDEN)
    page.get_by_role("link", name="Zum Inhalt").press("Enter")
    page.locator(".remove").first.press("Enter")
    expect_on_the_list(page, [SECOND])
    page.reload()
    expect_on_the_list(page, [SECOND])


def test_leaving_quickly_leaves_no_list(opened: OpenPage, served: str) -> None:
    page = opened(f"{PAGE}#{FIRST}")
    leave = page.get_by_role("link", name="Seite schnell verlassen")
    expect(leave).to_be_hidden()
    page = opened(f"{PAGE}#{FIRST},{EXIT}")
    expect(page.get_by_role("button", name="Link kopieren")).to_be_hidden()
    leave = page.get_by_role("link", name="Seite schnell verlassen")
    leave.evaluate("(link, start) => { link.href = start; }", served)
    leave.press("Enter")
    page.wait_for_url(served)
    assert page.evaluate("sessionStorage.liste") is None


def test_paper_is_for_one_person(opened: OpenPage) -> None:
    page = opened(f"{PAGE}#{FIRST},{SECOND}", before="window.print = () => { window.printed = true; };")
    page.get_by_role("button", name="Liste drucken").press("Enter")
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    assert not page.get_by_label("Diese Liste ist für:").is_visible()
    for hidden in (".tools", ".do", ".clear", ".my-list .where", ".empty"):
        assert not page.locator(hidden).filter(visible=True).count(), hidden
    sheet = page.locator(".sheet").first
    assert sheet.evaluate("(one) => getComputedStyle(one).fontSize") == "24px"  # 18 pt
    assert sheet.evaluate("(one) => getComputedStyle(one).breakInside") == "avoid"
    page.emulate_media(media="screen")
    page.get_by_label("Diese Liste ist für:").fill("Anna")
    page.emulate_media(media="print")
    assert page.get_by_label("Diese Liste ist für:").is_visible()
    assert "Anna" not in page.evaluate("JSON.stringify([sessionStorage, localStorage, location.href])")


def test_without_scripts_the_page_says_how_to_print_pages(opened: OpenPage) -> None:
    page = opened(java_script_enabled=False)
    assert page.get_by_text("Drucken Sie die Seite mit Ihrem Browser.").is_visible()
    assert not page.locator(".my-list, .sheet").filter(visible=True).count()
    page = opened(f"angebote/{FIRST}/", java_script_enabled=False)
    assert not page.locator(".pick, .my-list-link").filter(visible=True).count()


@pytest.mark.parametrize("view", ["1280 light", "320 dark", "400 %"])
@pytest.mark.parametrize("fragment", ["", f"#{FIRST},{SECOND},{EXIT}"], ids=["empty", "full"])
def test_it_can_be_used_by_everybody(browser: Browser, served: str, view: str, fragment: str) -> None:
    context = browser.new_context(**VIEWS[view])
    with looking(context, served + PAGE + fragment) as look:
        look.page.locator(".clear").evaluate("(one) => { one.open = true; }")
        assert axe(look.page) == ([], [])
        assert ask(look.page, "smallTargets", 44) == []
        assert ask(look.page, "lostText") == []
        assert nameless(look.page) == []
        assert look.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert look.complaints == []
    context.close()
