"""What comes out of a printer: an offer on one sheet, a list as a table that begins on the first one."""

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from first_screen import pages_of
from playwright.sync_api import Browser, Page
from probes import KINDS

CELLS = """() => [...document.querySelectorAll(".list-row")].map((row) =>
  [...row.querySelectorAll("h2, h3, .when, .where, .phone")].map((cell) => getComputedStyle(cell).display))"""
# What is no cell of its own: it would be a column more, or a table within one.
OTHERS = """() => [...document.querySelectorAll(".list-row :is(.what, .at, .tag)")].map((part) =>
  getComputedStyle(part).display)"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def sheets(page: Page) -> list[str]:
    paper = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [sheet.extract_text() for sheet in paper.pages]


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("treffpunkt-am-fichteplatz", ("Fichteplatz 9", "taf-jena.de")),
        ("drk-begegnungszentrum-jena-ost", ("Schulstraße", "03641")),
        ("jenaer-tafel", ("Werner-Seelenbinder-Straße 26",)),
        ("al-anon-familiengruppe-jena", ("03641", "Hilfe sofort: Notruf 112")),
    ],
)
def test_an_offer_is_one_sheet_with_address_and_phone(
    page: Page, served: str, slug: str, said: tuple[str, ...]
) -> None:
    page.goto(f"{served}angebote/{slug}/")
    [sheet] = sheets(page)
    text = " ".join(sheet.replace("\N{NO-BREAK SPACE}", " ").split())
    assert [word for word in said if word not in text] == []


@pytest.mark.audit
def test_every_offer_is_one_sheet(page: Page, site: Path, served: str) -> None:
    longer = []
    for address in pages_of(site)["entry"]:
        page.goto(served + address)
        if len(sheets(page)) > 1:
            longer.append(address)
    assert longer == []


@pytest.mark.parametrize("kind", ["area", "topic", "audience", "provider"])
def test_a_list_is_a_table_that_begins_on_the_first_sheet(page: Page, served: str, kind: str) -> None:
    page.goto(served + KINDS[kind])
    assert len(sheets(page)[0]) > 600
    page.emulate_media(media="print")
    rows = page.evaluate(CELLS)
    assert len(rows) > 5
    assert {display for row in rows for display in row} == {"table-cell"}
    assert {len(row) for row in rows} == {4}
    assert set(page.evaluate(OTHERS)) == {"none", "contents"}


@pytest.mark.parametrize("kind", ["start", "area", "entry", "need", "topic of crisis"])
def test_nothing_on_paper_waits_for_a_click(page: Page, served: str, kind: str) -> None:
    page.goto(served + KINDS[kind])
    page.emulate_media(media="print")
    dead = [one.inner_text() for one in page.locator("button, .menu, .filters, .exit, input").all() if one.is_visible()]
    assert dead == []


def test_a_search_prints_all_that_it_has_found(page: Page, served: str) -> None:
    page.goto(f"{served}suche/#q=sport+lobeda")
    page.locator(".found").wait_for()
    count = int((page.locator("#ergebnisse").text_content() or "").split()[0])
    assert page.locator(".card h3").count() < count
    text = unicodedata.normalize("NFKC", "".join(sheets(page))).replace("\N{SOFT HYPHEN}", "")  # letters joined to one
    names = page.locator(".card h3").all_text_contents()
    assert len(names) == count
    assert [name for name in names if name.replace(" ", "") not in "".join(text.split())] == []
    assert [word for word in ("http:", "Mehr Angebote zeigen", "Ohne Suche", "weglassen") if word in text] == []


def test_a_list_for_a_person_is_large_print_with_numbers(page: Page, served: str) -> None:
    page.goto(f"{served}meine-liste/#stadtteilzentrum-lisa,drk-begegnungszentrum-jena-ost")
    page.locator(".sheet").first.wait_for()
    text = " ".join("".join(sheets(page)).replace("\N{NO-BREAK SPACE}", " ").split())
    assert [number for number in ("03641 49 28 35", "03641 40 00") if number not in text] == []
    page.emulate_media(media="print")
    letters = page.locator(".sheet p, .sheet h3").evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility()).map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(letters) * 72 / 96 >= 18
