"""Without internet, below a subfolder: one fixed list of pages on the device, nothing else, gone with one button."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from small_project import build, make_project
from test_whole_addresses import served

BELOW = "/verzeichnis/"
KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) found[request.url] = await (await cache.match(request)).text();
  }
  return found;
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("offline"))
    done = build(project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def test_fixed_pages_are_there_without_internet_and_all_goes_with_one_button(folder: Path, browser: Browser) -> None:
    hosting = served(folder, BELOW)
    host = next(hosting)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{host}ohne-internet/")
    assert page.evaluate(KEPT) == {}
    assert page.evaluate(WORKERS) == 0
    page.get_by_role("button", name="behalten").click()
    expect(page.get_by_role("status").filter(has_text="Fertig")).to_be_visible()
    fixed = page.evaluate(KEPT)
    wanted = json.loads((folder / "offline.js").read_text(encoding="utf-8").partition("= ")[2].partition(";")[0])
    assert set(fixed) == {f"{host}offline/{number}" for number in range(len(wanted))}
    assert wanted[0] == "./"
    assert "mitte/" in wanted
    assert "hilfe-sofort/" in wanted

    for number, address in enumerate(wanted):
        assert 'class="has-exit"' not in fixed[f"{host}offline/{number}"] or address == "hilfe-sofort/"

    # What somebody reads and searches changes nothing.
    for address in ("mitte/", "suche/?q=geheim", "mitte/?q=geheim", "angebote/ein-haus/", "hilfe-sofort/"):
        page.goto(host + address)
        assert page.get_by_text("Kein Internet.").count() == 0
    page.goto(f"{host}suche/")
    assert page.evaluate(KEPT) == fixed

    next(hosting, None)  # the host is gone
    for address in ("", "mitte/", "hilfe-sofort/"):
        page.goto(host + address)
        expect(page.locator("main")).to_contain_text("Kein Internet. Diese Seite ist vom 22. November 2026.")
        assert page.evaluate("[...document.styleSheets].some((sheet) => sheet.href && sheet.cssRules.length > 50)")
    for address in ("angebote/ein-haus/", "mitte/?q=geheim", "suche/"):
        with pytest.raises(Exception, match="ERR_"):
            page.goto(host + address)
    context.close()


def test_one_button_takes_everything_off_the_device(folder: Path, browser: Browser) -> None:
    hosting = served(folder, BELOW)
    host = next(hosting)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{host}ohne-internet/")
    page.get_by_role("button", name="behalten").click()
    expect(page.get_by_role("button", name="löschen")).to_be_visible()
    page.get_by_role("button", name="löschen").click()
    expect(page.get_by_role("status").filter(has_text="Alles ist gelöscht.")).to_be_visible()
    assert page.evaluate(KEPT) == {}
    assert page.evaluate(WORKERS) == 0
    context.close()
    next(hosting, None)
