"""What somebody searches for stays in the tab: what a server is asked, and what a browser keeps in its profile.

A word that stands nowhere on the site goes along with each search, so that whatever has it has it from the search. The
files of one tab (`Sessions`, `Session Storage`) are left out: going back needs them, and the privacy page says so.
"""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import installed, sandbox
from playwright.sync_api import Browser, BrowserContext, Page, expect
from probes import KINDS, MAIN

MARK = "kwxzyq"
CRY = f"mein mann schlägt mich {MARK}"
HARMLESS = f"chor {MARK}"
KEPT = ("History*", "Favicons*", "Top Sites*", "Web Data*", "Visited Links", "Network Persistent State", "Preferences")
FOLDERS = ("Local Storage", "IndexedDB", "Service Worker", "Cache", "Shared Dictionary")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    tab = browser.new_context()
    yield tab.new_page()
    tab.close()


@pytest.fixture
def context(browser: Browser, profile: Path) -> BrowserContext:
    found = installed(with_windows=True)
    return browser.browser_type.launch_persistent_context(profile, executable_path=found, args=sandbox())


def search_from(page: Page, words: str) -> None:
    """Search from a page: in its field, or by the way that it offers."""
    if not page.locator("form.search").count():
        page.evaluate("document.querySelector('.menu').open = true")
        page.get_by_role("link", name="Suche", exact=True).first.click()
    page.locator("form.search input").press_sequentially(words)
    page.keyboard.press("Enter")
    expect(page.locator("#ergebnisse")).to_contain_text(MARK)


def with_a_field(site: Path) -> list[str]:
    pages = (file for file in site.rglob("*.html") if 'class="search-form"' in file.read_text(encoding="utf-8"))
    return sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in pages)


def kept(profile: Path) -> Iterator[str]:
    """Yield every file of a profile that has the word, in letters of 1 or of 2 bytes."""
    folder = profile / "Default"
    files = [file for pattern in KEPT for file in folder.glob(pattern)]
    files += [file for name in FOLDERS for file in (folder / name).rglob("*") if file.is_file()]
    assert any(file.name == "History" for file in files)
    for file in files:
        content = file.read_bytes()
        if MARK.encode() in content or MARK.encode("utf-16-le") in content:
            yield file.relative_to(folder).as_posix()


def visited(profile: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(profile / "Default" / "History") as history:
        return history.execute("select url, title from urls").fetchall()


def test_from_every_kind_of_page_no_word_leaves_the_tab(
    context: BrowserContext, profile: Path, served: str, site: Path
) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(f"{request.url} {request.post_data} {request.headers}"))
    page = context.new_page()
    titles = set()
    kinds = dict.fromkeys([*(KINDS[kind] for kind in MAIN), *with_a_field(site)])
    assert {"", "suche/"} <= set(kinds)
    for address in kinds:
        for words in (CRY, HARMLESS) if address in ("", "suche/") else (CRY,):
            page.goto(served + address)
            search_from(page, words)
            titles.add(page.title())
            assert page.url == f"{served}suche/"
            assert page.evaluate("JSON.stringify([localStorage, sessionStorage])") == "[{},{}]"
            assert page.evaluate("caches.keys()") == []
    assert titles == {"Suche – Angebote in Jena"}
    assert [line for line in asked if re.search(f"{MARK}|schl", line)] == []
    context.close()
    assert any(url.endswith("/suche/") for url, _ in visited(profile))
    assert [row for row in visited(profile) if re.search(f"{MARK}|schl", "".join(row))] == []
    assert list(kept(profile)) == []


def test_words_in_a_link_leave_the_address_before_anything_is_loaded(page: Page, served: str) -> None:
    # The address when each script begins, but for the first one, which cleans it.
    page.add_init_script("""
      window.addresses = [];
      new MutationObserver(() => {
        const heads = document.querySelectorAll("head link, head script:not([src$='address.js'])").length;
        if (heads && !addresses.includes(location.href)) addresses.push(location.href);
      }).observe(document, { childList: true, subtree: true });
    """)
    for link in (f"suche/#q={MARK}&gebiet=lobeda", f"suche/?q={MARK}&gebiet=lobeda"):
        page.goto(served + link)
        expect(page.locator("#ergebnisse")).to_contain_text(MARK)
        assert page.url == f"{served}suche/"
        assert page.evaluate("addresses") == [f"{served}suche/"]
        page.reload()
        expect(page.locator("form.search input")).to_have_value(MARK)
        page.goto("about:blank")


def test_back_leads_through_the_searches(page: Page, served: str) -> None:
    page.goto(served)
    search_from(page, HARMLESS)
    page.locator("form.search input").fill("sport")
    page.keyboard.press("Enter")
    expect(page.locator("#ergebnisse")).to_contain_text("für „sport“")
    page.get_by_role("link", name="Zum Inhalt").press("Enter")
    expect(page.locator("#ergebnisse")).to_contain_text("für „sport“")
    page.go_back()
    page.go_back()
    expect(page.locator("#ergebnisse")).to_contain_text(MARK)
    page.go_back()
    expect(page).to_have_url(served)
    expect(page.locator("form.search input")).to_have_value("")


def test_a_link_to_a_search_is_offered_only_where_nobody_is_endangered(page: Page, served: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + "suche/")
    button = page.get_by_role("button", name="Link zu dieser Suche kopieren")
    for words in (CRY, "sucht", "ich bin Alkoholiker", "Depression", "häusliche gewalt"):
        page.locator("form.search input").fill(words)
        page.keyboard.press("Enter")
        expect(page.locator("#ergebnisse")).to_contain_text(f"für „{words}“")
        expect(button).to_be_hidden()
        expect(page.get_by_role("link", name="Seite schnell verlassen")).to_be_visible()
    page.locator("form.search input").fill("chor lobeda")
    page.keyboard.press("Enter")
    expect(button).to_be_visible()
    expect(page.get_by_role("link", name="Seite schnell verlassen")).to_be_hidden()
    button.click()
    expect(page.get_by_text("Kopiert.")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{served}suche/#q=chor+lobeda"
    page.goto(address)
    expect(page.locator("#ergebnisse")).to_contain_text("für „chor lobeda“")


def test_without_a_script_there_is_no_form_that_could_send(site: Path) -> None:
    for address in with_a_field(site):
        text = (site / (address if address.endswith(".html") else f"{address}index.html")).read_text(encoding="utf-8")
        before, form, after = re.split(
            r'<template class="search-form".*?>|(?<=</form>)\s*</template>', text, maxsplit=2
        )
        assert 'role="search"' in form
        assert not re.search(r"\b(name|action|method)=", form)
        assert all(word in form for word in ('autocomplete="off"', 'spellcheck="false"', 'autocapitalize="off"'))
        assert 'role="search"' not in before + after
        assert "form-action &#39;none&#39;" in before
