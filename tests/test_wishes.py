"""What people miss: shown beside the inventory for a year, never of one person, and told without an account."""

import io
import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import MakeCity, day_view, entry_with, load_city
from lxml import html  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from directory.checks import check
from directory.intake.web.wish import ADDRESS, wish_page
from directory.model.wish import Wish
from directory.pages.inventory import inventory_page
from directory.pages.profile import profile_page
from directory.view.wishes import MISFITS, REASONS, SOURCES, STATES

SHIPPED = Path(__file__).parents[1] / "entries"
LAST_DAY, LAPSED = date(2026, 11, 30), date(2026, 12, 1)
WISH = """gebiet: hafen
themen: sport
satz: Am Hafen fehlt Sport am Abend.
grund: passt-nicht
passt_nicht: [zeit, weg]
gemeldet: 2025-11
quelle: menschen
meldungen: 4
status: zum-teil
antwort: Ein Verein sucht eine Halle.
angebote: [abend, zu]
"""
FILES: dict[str, str | bytes] = {
    "_fehlt/2025-11-sport.yaml": WISH,
    "_fehlt/2025-12-stadt.yaml": WISH.replace("gebiet: hafen", "gebiet: alle").replace("Am Hafen fehlt", "Es fehlt"),
    "hafen/abend.yaml": entry_with("name: Abend-Sport"),
    "hafen/zu.yaml": entry_with("name: Vorbei\nstatus: geschlossen"),
}


def text_of(body: str) -> str:
    return " ".join(html.fromstring(body).text_content().split())


def test_a_wish_stands_in_the_profile_of_its_area_and_in_the_inventory(city: MakeCity) -> None:
    view = day_view(load_city(city(FILES)).directory, LAST_DAY)
    for body in (profile_page(view, "hafen").body, inventory_page(view, "").body):
        shown = text_of(body)
        for said in (
            "Das ist keine Umfrage.",
            "Am Hafen fehlt Sport am Abend.",
            "Die Angebote passen nicht. Die Zeit passt nicht. Der Weg ist zu weit. Einen Teil gibt es jetzt.",
            "Ein Verein sucht eine Halle.",
            "Das sagen 4 Menschen, November 2025.",
        ):
            assert said in shown, said
        assert "angebote/abend/" in body
        assert "angebote/zu/" not in body
    elsewhere = text_of(profile_page(view, "mitte").body)
    assert "Es fehlt Sport am Abend." in elsewhere
    assert "Am Hafen fehlt" not in elsewhere


def test_a_wish_lapses_after_a_year(city: MakeCity) -> None:
    loaded = load_city(city(FILES))
    for today, shown in ((LAST_DAY, True), (LAPSED, False)):
        body = inventory_page(day_view(loaded.directory, today), "").body
        assert ("Am Hafen fehlt" in body) == shown
        codes = {problem.code for problem in check(loaded, today).problems if "sport" in problem.path}
        assert ("wunsch-abgelaufen" in codes) != shown


@pytest.mark.parametrize("line", ["quelle: menschen\nmeldungen: 2", "quelle: menschen"])
def test_what_single_people_report_is_on_no_page(city: MakeCity, line: str) -> None:
    wish = WISH.replace("quelle: menschen\nmeldungen: 4", line)
    checked = check(load_city(city({**FILES, "_fehlt/2025-11-sport.yaml": wish})), LAST_DAY).checked
    assert checked
    assert [*checked.directory.wishes] == ["2025-12-stadt"]


def test_every_value_has_its_words() -> None:
    fields = Wish.model_json_schema()["properties"]
    for name, words in (("quelle", SOURCES), ("grund", REASONS), ("status", STATES)):
        assert {*fields[name]["enum"]} == {*words}
    assert {*fields["passt_nicht"]["items"]["enum"]} == {*MISFITS}


def test_no_wish_is_made_up_for_the_shipped_city() -> None:
    view = day_view(load_city(SHIPPED).directory, LAST_DAY)
    assert not view.directory.wishes
    for body in (profile_page(view, "nord").body, inventory_page(view, "").body):
        assert "Hier steht noch kein Wunsch." in body
        assert "mitmachen/fehlt/" in body


def test_the_example_for_the_editors_is_without_fault(tmp_path: Path) -> None:
    guide = (SHIPPED.parent / "REDAKTION.md").read_text(encoding="utf-8")
    [text] = re.findall(r"```text\n(gebiet:.*?)```", guide, re.DOTALL)
    root = tmp_path / "entries"
    shutil.copytree(SHIPPED, root)
    (root / "_fehlt").mkdir()
    (root / "_fehlt" / "2026-11-chor.yaml").write_text(text.replace("chor-am-freitag", "kulturbahnhof-jena"))
    problems = check(load_city(root), LAST_DAY).problems
    assert not [one for one in problems if "_fehlt" in one.path]


def test_whoever_misses_something_gets_a_text_that_stays_here(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(served + ADDRESS)
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    look = page.get_by_role("button", name="Text ansehen")
    look.click()
    expect(page.get_by_text("Sie haben noch nichts gesagt.")).to_be_visible()
    page.get_by_label("Nord", exact=True).check()
    page.get_by_label("3. Was fehlt?").fill("Ein  Chor\nam Abend.")
    page.get_by_label("Die Zeit passt nicht.").check()
    look.click()
    expect(page.get_by_role("heading", name="Ihr Text")).to_be_focused()
    assert page.locator(".preview").inner_text() == (
        "1. Wo fehlt etwas?\n- Nord\n\n3. Was fehlt? Schreiben Sie 1 Satz.\n- Ein Chor am Abend.\n\n"
        "4. Warum finden Sie nichts?\n- Die Zeit passt nicht."
    )
    assert not requests
    page.get_by_role("button", name="Zurück").click()
    expect(look).to_be_focused()
    expect(page.get_by_label("Nord", exact=True)).to_be_checked()


def test_the_mail_is_the_persons_own(city: MakeCity, browser: Browser, served: str) -> None:
    edited = city({}, "edited")
    with (edited / "_stadt.yaml").open("a", encoding="utf-8") as file:
        file.write("\nfehler_melden: {mail: redaktion@stadt.example, telefon: 040 666666}\n")
    body = wish_page(day_view(load_city(edited).directory)).body
    assert re.search(r"<form(?![^>]*action)", body)
    assert "Erst dann steht es im Verzeichnis" not in body
    page = browser.new_page()
    page.goto(served + ADDRESS)
    page.locator("main .form").evaluate("(form, body) => { form.outerHTML = body }", body)
    page.add_script_tag(type="module", url="../../assets/scripts/wish.js?again")
    page.get_by_label("Das weiß ich nicht.").check()
    page.get_by_role("button", name="Text ansehen").click()
    address = urlsplit(page.locator(".result a.mail").get_attribute("href") or "")
    assert (address.scheme, address.path) == ("mailto", "redaktion@stadt.example")
    assert parse_qs(address.query)["body"] == ["4. Warum finden Sie nichts?\n- Das weiß ich nicht."]


def test_the_sheet_for_groups_is_one_page_without_a_line_for_a_name(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + ADDRESS)
    [sheet] = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = " ".join(sheet.extract_text().split())
    for said in ("5. Wer sagt das?", "Wohin mit dem Blatt?", "Schreiben Sie bitte keine Namen."):
        assert said in text
    assert "Text ansehen" not in text
