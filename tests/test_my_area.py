"""Finding one's own area: with typing errors, with the keyboard, without scripts; nothing is stored or sent."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import ENTRIES
from playwright.sync_api import Browser, Page, expect
from probes import VIEWS, ask, axe, looking, nameless
from tabs import OpenPage, tabs

from directory.model import Directory
from directory.source import load

PAGE = "mein-sozialraum/"
SCRIPT = Path("directory/site/theme/assets/scripts/my-area.js")
FOUND = [
    ("Karl-Marx-Allee", "Karl-Marx-Allee", "Lobeda"),
    ("karl marx allee", "Karl-Marx-Allee", "Lobeda"),
    ("KARLMARXALLEE", "Karl-Marx-Allee", "Lobeda"),
    ("Karl-Marx-Alee", "Karl-Marx-Allee", "Lobeda"),
    ("marx allee 5b", "Karl-Marx-Allee", "Lobeda"),
    ("Lobeda, Karl-Marx-Allee 5", "Karl-Marx-Allee", "Lobeda"),
    ("Adlerstieg 3, 07749 Jena", "Adlerstieg", "Ost"),
    ("  Adlerstieg   3 a ", "Adlerstieg", "Ost"),
    ("Adlersteig", "Adlerstieg", "Ost"),
    ("Adlerst", "Adlerstieg", "Ost"),
    ("alder stieg", "Adlerstieg", "Ost"),
    ("ahornstr.", "Ahornstraße", "Winzerla"),
    ("Ahornstrasse", "Ahornstraße", "Winzerla"),
    ("Ahorn Straße", "Ahornstraße", "Winzerla"),
    ("Ahornstrase", "Ahornstraße", "Winzerla"),
    ("Am Geissberg", "Am Geißberg", "Lobeda"),
    ("Am Kuechenhof", "Am Küchenhof", "Lobeda"),
    ("am kuchenhof", "Am Küchenhof", "Lobeda"),
    ("Puschkinplatz", "Alexander-Puschkin-Platz", "West/Zentrum"),
    ("Alexander Pushkin Plaz", "Alexander-Puschkin-Platz", "West/Zentrum"),
    ("Sankt Florian Weg", "St.-Florian-Weg", "West/Zentrum"),
    ("Emil-Wölk-Sraße", "Emil-Wölk-Straße", "Lobeda"),
    ("emil wolk str", "Emil-Wölk-Straße", "Lobeda"),
    ("Zwetzen", "Zwätzen", "Nord"),
    ("Alt-Lobeda", "Lobeda-Altstadt", "Lobeda"),
    ("Südviertel", "Jena-Süd", "West/Zentrum"),
    ("Wogau", "Wogau", "Ost"),
]
NOT_FOUND = ["x", "Ich wohne in Berlin", "<script>alert(1)</script>", "Straße der Jugend", "%%%", "(((", "7"]
NOT_FOUND.append("a" * 5000)


@pytest.fixture(scope="module")
def directory() -> Directory:
    found = load(ENTRIES).directory
    assert found
    return found


@pytest.fixture
def opened(browser: Browser, served: str) -> Iterator[OpenPage]:
    with tabs(browser, served, PAGE) as open_page:
        yield open_page


def search(page: Page, text: str) -> list[str]:
    page.get_by_label("Ihre Straße oder Ihr Ortsteil").fill(text)
    page.get_by_role("button", name="Suchen").click()
    return page.locator(".found > li").all_inner_texts()


def status(page: Page) -> str:
    return page.locator(".my-area .outcome").text_content() or ""


def test_the_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes())) <= 2304


def test_every_way_of_writing_leads_home(opened: OpenPage) -> None:
    page = opened()
    wrong = {}
    for text, name, area in FOUND:
        first = next(iter(search(page, text)), "")
        if not first.startswith(f"{name}: {area}"):
            wrong[text] = first
    assert wrong == {}


def test_every_street_and_locality_is_found_by_its_name(opened: OpenPage, directory: Directory) -> None:
    page, words = opened(), directory.vocabulary
    names = [item.name for item in (*words.streets.values(), *words.localities.values())]
    firsts: list[str] = page.evaluate(
        """(names) => names.map((name) => {
          const form = document.querySelector(".my-area form");
          form.querySelector("input").value = name;
          form.requestSubmit();
          return document.querySelector(".found li")?.firstChild.data.split(":")[0] ?? "";
        })""",
        names,
    )
    assert [name for name, first in zip(names, firsts, strict=True) if name != first] == []


def test_what_is_no_place_is_not_found_and_harms_nothing(opened: OpenPage) -> None:
    page = opened()
    for text in NOT_FOUND:
        assert search(page, text) == [], text
        assert "nicht gefunden" in status(page), text
    assert page.locator(".my-area script").count() == 0


def test_too_many_results_say_so(opened: OpenPage) -> None:
    page = opened()
    assert len(search(page, "Straße")) == 8
    assert "Schreiben Sie mehr Buchstaben." in status(page)


def test_a_guess_is_called_a_guess(opened: OpenPage) -> None:
    page = opened()
    search(page, "Adlerstieg")
    assert status(page) == "Adlerstieg gehört zu Ost."
    search(page, "Adlerstiag")
    assert status(page) == "Meinen Sie Adlerstieg? Das gehört zu Ost."


def test_the_result_says_which_area_and_takes_the_focus(opened: OpenPage) -> None:
    page = opened()
    outcome = page.locator(".my-area .outcome")
    search(page, "Göschwitzer Straße")
    expect(outcome).to_be_focused()
    assert status(page) == "Göschwitzer Straße gehört zu Lobeda oder Winzerla."
    assert len(search(page, "Lobeda-")) > 1
    expect(outcome).to_be_focused()
    assert re.fullmatch(r"Wir haben \d Ergebnisse\.", status(page))


def test_a_street_in_two_areas_offers_both_and_what_we_infer_is_said(opened: OpenPage) -> None:
    page = opened()
    [both] = search(page, "Göschwitzer Straße")
    assert "Lobeda oder Winzerla" in both
    assert "Die meisten Häuser sind in Lobeda." in both
    assert page.locator(".found a").evaluate_all("(links) => links.map((link) => link.pathname)") == [
        "/lobeda/",
        "/winzerla/",
    ]
    assert "So haben wir es zugeordnet." in search(page, "Ilmnitz")[0]
    [official] = search(page, "Adlerstieg")
    assert "zugeordnet" not in official


def test_with_keys_alone_from_the_start_to_the_area(opened: OpenPage, served: str) -> None:
    page = opened()
    page.goto(served)
    page.get_by_role("link", name="Ich weiß nicht, wo ich wohne").press("Enter")
    page.wait_for_url(f"**/{PAGE}")
    page.get_by_label("Ihre Straße oder Ihr Ortsteil").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".my-area .asking")).to_have_text(re.compile("^Schreiben Sie zuerst Ihre Straße"))
    expect(page.locator(".my-area .result")).to_be_hidden()
    page.keyboard.type("sonenhof")
    page.keyboard.press("Enter")
    expect(page.locator(".my-area .found").get_by_role("listitem")).to_have_count(1)
    expect(page.locator(".my-area .outcome")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/west-zentrum/")


def test_nothing_is_stored_sent_or_put_into_the_address(opened: OpenPage, served: str) -> None:
    page = opened()
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, "Adlerstieg")
    assert page.url == served + PAGE
    assert asked == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.locator("#ort").get_attribute("name") is None


def test_without_scripts_every_street_is_there_by_its_letter(opened: OpenPage, directory: Directory) -> None:
    page = opened(java_script_enabled=False, viewport={"width": 320, "height": 640})
    assert not page.locator(".my-area form").is_visible()
    assert page.locator(".letter-folds li").count() == len(directory.vocabulary.streets)
    letter = (
        page.locator(".letter-folds summary", has_text="Q")
        .or_(page.locator(".letter-folds summary", has_text="A"))
        .first
    )
    letter.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".letter-folds details[open] li").first).to_be_visible()
    page.get_by_role("listitem").filter(has_text="Adlerstieg").get_by_role("link", name="Ost").click()
    page.wait_for_url("**/ost/")


@pytest.mark.parametrize("view", ["1280 light", "320 dark", "400 %"])
def test_it_can_be_used_by_everybody(browser: Browser, served: str, view: str) -> None:
    context = browser.new_context(**VIEWS[view])
    with looking(context, served + PAGE) as look:
        search(look.page, "Göschwitzer")
        look.page.locator(".letter-folds summary").nth(1).click()
        assert axe(look.page) == ([], [])
        assert ask(look.page, "smallTargets", 44) == []
        assert ask(look.page, "lostText") == []
        assert nameless(look.page) == []
        assert look.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert look.complaints == []
    context.close()
