"""Long words break where German divides them, and nothing but what one sees knows of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from directory.pages.readability import SEAM, divided

LONG = "selbsthilfegruppe-verwaiste-eltern"
COPIED = "() => { getSelection().selectAllChildren(document.querySelector('h1')); return `${getSelection()}`; }"
TOO_WIDE = """() => [...document.querySelectorAll("h1, h2, h3, .tiles a")]
  .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("text", "seams"),
    [
        ("Seniorenbegegnungszentrum", "Senioren|begegnungs|zentrum"),
        ("Akkordeonorchester Carl Zeiss Jena", "Akkordeon|orchester Carl Zeiss Jena"),
        ("UmsonstHaus und Café", "UmsonstHaus und Café"),
        ("Donnerstag, 26. November", "Donnerstag, 26. November"),
        ("Gesundheit &amp; Gemeindepsychiatrie", "Gesundheit &amp; Gemeinde|psychiatrie"),
    ],
)
def test_only_compounds_are_divided(text: str, seams: str) -> None:
    assert divided(text).replace(SEAM, "|") == seams


def test_a_name_with_a_slash_may_break_after_it() -> None:
    assert divided("West/Zentrum, 2/3") == "West/<wbr>Zentrum, 2/3"


def test_no_word_of_the_site_has_a_soft_hyphen(site: Path) -> None:
    kinds = ("*.html", "*.json", "*.csv", "*.ics", "*.xml")
    assert [one for kind in kinds for one in site.rglob(kind) if "\N{SOFT HYPHEN}" in one.read_text("utf-8")] == []


def test_titles_and_data_have_no_seam(site: Path) -> None:
    for page in site.rglob("index.html"):
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        assert "seam" not in head, page


def test_a_long_name_is_plain_when_it_is_copied_searched_and_read_aloud(page: Page, served: str) -> None:
    page.goto(f"{served}angebote/{LONG}/")
    heading = page.locator("h1")
    assert "seam" in heading.inner_html()
    name = heading.text_content()
    assert page.get_by_role("heading", name=name, exact=True).count() == 1
    assert page.evaluate(COPIED) == name
    assert page.evaluate("() => getSelection().removeAllRanges() ?? find('hilfegruppe')")


@pytest.mark.parametrize(
    "address", ["", "lobeda/", "gruppen/freizeit/", "angebote/selbsthilfegruppe-verwaiste-eltern/"]
)
def test_no_heading_and_no_tile_is_wider_than_its_place(page: Page, served: str, address: str) -> None:
    page.goto(served + address)
    assert page.evaluate(TOO_WIDE) == []
