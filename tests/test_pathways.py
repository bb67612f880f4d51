"""The ways to help: nothing that has lapsed, law from the law, nobody who is not there, nothing published unread."""

import re
from datetime import date
from pathlib import Path

import pytest
from browsing import ENTRIES
from conftest import MakeCity, day_view, load_city
from playwright.sync_api import Browser
from pypdf import PdfReader

from directory.checks import check
from directory.model.pathway import MOST_STEPS, Pathway
from directory.output.page import Page
from directory.pages.pathway import pathway_keys, pathway_page
from directory.source import load
from directory.view.day import DayView

YEAR_END, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)
# Yearly reference amount (Bezugsgröße, § 18 SGB IV) of 2026, and its shares in §§ 136 and 139 SGB IX.
REFERENCE_2026 = 47_460
SHARES = {"Rente": 60, "anderem Einkommen": 75, "Lohn": 85, "behalten": 150}


def shipped(today: date) -> DayView:
    """Return the shipped directory on a day."""
    return day_view(load(ENTRIES).directory, today)


def made(view: DayView) -> dict[str, Page]:
    return {key: pathway_page(view, key) for key in pathway_keys(view)}


@pytest.fixture(scope="module")
def pathway() -> Pathway:
    return shipped(YEAR_END).directory.pathways["eingliederungshilfe"]


@pytest.mark.parametrize("beside", ["", "/blatt", "/fachleute"])
def test_a_figure_is_shown_until_its_last_day_and_never_after(beside: str) -> None:
    key = f"eingliederungshilfe{beside}"
    before, after = (pathway_page(shipped(today), key).body for today in (YEAR_END, NEW_YEAR))
    assert ("40.341" in before) == (beside != "/blatt")
    assert not re.search(r"\d\d\.\d{3}", after)
    if beside != "/blatt":
        assert re.search(r"(kennen wir|haben wir) noch (<b>)?nicht", after)


def test_who_keeps_the_pages_hears_of_figures_that_have_lapsed() -> None:
    codes = [{problem.code for problem in check(load(ENTRIES), today).problems} for today in (YEAR_END, NEW_YEAR)]
    assert ["weg-abgelaufen" in found for found in codes] == [False, True]


def test_the_figures_of_2026_are_the_shares_that_the_law_names(pathway: Pathway) -> None:
    lines = [line for step in pathway.steps for fact in step.facts for line in fact.sentences(YEAR_END)]
    for word, percent in SHARES.items():
        [line] = [line for line in lines if word in line]
        amount = int(re.findall(r"\d\d\.\d{3}", line)[0].replace(".", ""))
        assert amount == REFERENCE_2026 * percent / 100


def test_the_way_is_short_and_each_step_leads_to_somebody(pathway: Pathway) -> None:
    assert len(pathway.steps) <= MOST_STEPS
    for step in pathway.steps:
        assert step.ask or step.links, step.title
        assert step.to_say, step.title
        assert step.law or step.title.startswith("Möchten Sie sich beschweren"), step.title


def test_law_is_cited_from_the_law(pathway: Pathway) -> None:
    for provision in (provision for step in pathway.steps for provision in step.law):
        assert provision.url.startswith("https://www.gesetze-im-internet.de/"), provision.citation
        number = re.search(r"§§? (\d+\w?)", provision.citation)
        assert number
        page = re.search(r"__(\d+\w?)\.html", provision.url)
        assert page
        assert re.search(rf"\b{page.group(1)}\b", provision.citation), "the link leads to the provision that is named"


def test_silence_of_the_office_is_never_called_consent(pathway: Pathway) -> None:
    assert "genehmigt" not in str([[step.text, step.in_short, step.details] for step in pathway.steps])


def test_no_hours_stand_on_the_way() -> None:
    for page in made(shipped(YEAR_END)).values():
        assert not re.search(r"\d Uhr\b|\d:\d\d", page.body)


WAY = """titel: So bekommen Sie Hilfe
einleitung: Es geht um Hilfe.
schritte:
  titel: Holen Sie sich Rat
  kurz: Holen Sie sich Rat.
  text: Sprechen Sie mit uns.
"""


def test_who_asks_is_not_led_to_an_offer_that_is_not_there_or_over(city: MakeCity) -> None:
    closed = "name: Zu\nart: treffpunkt\nthemen: sucht\nbeschreibung: Das ist zu.\nquelle: {angabe: Träger}\n"
    files = {
        "_wege/hilfe.yaml": f"{WAY}  wen: [ein-haus, fehlt, zu]\n",
        "mitte/zu.yaml": f"{closed}status: geschlossen\n",
    }
    loaded = load_city(city(files))
    assert loaded.directory
    body = made(day_view(loaded.directory))["hilfe"].body
    assert "angebote/ein-haus/" in body
    assert "angebote/fehlt/" not in body
    assert "angebote/zu/" not in body


def test_nothing_is_published_until_somebody_who_knows_has_read_it(city: MakeCity) -> None:
    for review, missing in (("", True), ("geprueft: {von: Beratungs-Stelle, am: 2026-10-01}\n", False)):
        loaded = load_city(city({"_wege/hilfe.yaml": WAY + review}, str(missing)))
        problems = check(loaded, YEAR_END, publish=True).problems
        assert any("_wege" in problem.path for problem in problems) == missing
        assert loaded.directory
        for key, page in made(day_view(loaded.directory)).items():
            assert ("noch keine Fach-Person geprüft" in page.body) == missing, key


def test_the_sheet_fits_on_two_sides(browser: Browser, served: str, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(f"{served}wege/eingliederungshilfe/blatt/")
    page.pdf(path=tmp_path / "sheet.pdf", format="A4")
    sides = PdfReader(tmp_path / "sheet.pdf").pages
    assert len(sides) == 2
    assert "Hier können Sie fragen" in sides[1].extract_text()
