"""The way from the web form to the editors, on paper too, and what the form weighs."""

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pypdf
import pytest
from forms import (
    CHANGE,
    LEAST,
    LISA,
    NEW,
    NOTE,
    OURS,
    READY,
    checked,
    context_of,
    fill,
    new_form,
    opened,
    with_settings,
)
from playwright.sync_api import Browser, BrowserContext, Page, expect
from searching import shipped

from directory.intake.web.controls import words_of
from directory.intake.web.pages import correction_page, new_page, script
from directory.intake.web.present import offer
from directory.model import Directory
from directory.view.confirming import Said, said_in

# What the form loads for those who look for a topic or write a street; it is the same for everybody.
LOOKED_UP = {"/mitmachen/themen.json", "/mitmachen/strassen.json", "/assets/scripts/form/streets.js"}


@pytest.fixture(scope="module")
def directory() -> Directory:
    return shipped()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    yield from context_of(browser)


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    yield from new_form(context, served)


# The way to the editors


def test_the_text_is_copied_or_marked_and_nothing_leaves_the_page(browser: Browser, served: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(context, served + NEW)
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    fill(page, LEAST)
    text = checked(page)
    page.get_by_role("button", name="Text kopieren").click()
    expect(page.locator(".said")).to_have_text("Der Text ist kopiert.")
    note = "# Neues Angebot: Gruppe am Abend\n# Gebiet: Nord\n# entries/nord/gruppe-am-abend.yaml\n\n"
    assert page.evaluate("navigator.clipboard.readText()") == note + text, "no answer is lost on the way"
    expect(page.locator(".preview")).to_contain_text("GebietNord")
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
    )
    page.get_by_role("button", name="Text kopieren").click()
    expect(page.locator(".said")).to_have_text("Der Text ist markiert. Kopieren Sie den Text selbst.")
    assert page.evaluate("getSelection().toString()").strip().endswith(text.strip())
    assert {urlsplit(one).path for one in asked_for} <= LOOKED_UP
    assert page.evaluate("localStorage.length") == 0
    context.close()


def test_a_city_without_editors_says_so(page: Page) -> None:
    fill(page, LEAST)
    checked(page)
    expect(page.locator(".result").get_by_text("Diese Probe-Version hat noch keine Redaktion.")).to_be_visible()
    assert page.locator(".account").count() == 0


def served_by(page: Page, address: str, body: str, data: str) -> Page:
    """Show a form of a city with other settings, in the frame of the built site."""

    def answer(route: Any) -> None:
        html = route.fetch().text()
        start, end = html.index("<h1>"), html.index("</article>")
        route.fulfill(body=html[:start] + body + html[end:], content_type="text/html")

    page.route(address.partition("#")[0], answer)
    page.route("**/form/data.js", lambda route: route.fulfill(body=data, content_type="text/javascript"))
    page.goto(address)
    page.wait_for_function(READY)
    return page


def test_the_ways_of_a_city_with_editors_and_a_repository(
    context: BrowserContext, served: str, directory: Directory
) -> None:
    reports = directory.city.reports.model_copy(update={"mails": ("redaktion@jena.example",)})
    changed = with_settings(directory, reports=reports, repository="https://github.com/jena/angebote")
    body = new_page(changed, words_of(changed.directory)).body
    page = served_by(context.new_page(), served + NEW, body, script(changed))
    fill(page, {**LEAST, "name": "Kaffee & Kuchen"})
    text = checked(page)
    mail = page.locator(".result a.mail").get_attribute("href") or ""
    assert mail.startswith("mailto:redaktion@jena.example?")
    sent = parse_qs(urlsplit(mail).query)
    assert sent["subject"] == ["Neues Angebot: Kaffee & Kuchen"]
    assert NOTE.sub("", sent["body"][0]) == text
    page.get_by_label("Dürfen wir Sie anrufen?").fill("Ada Muster 03641 5")
    mail = page.locator(".result a.mail").get_attribute("href") or ""
    assert parse_qs(urlsplit(mail).query)["body"][0].endswith("\nRückruf: Ada Muster 03641 5\n")
    assert "Ada" not in (page.locator(".file code").text_content() or "")
    assert "Ada" not in page.evaluate("JSON.stringify({ ...sessionStorage })")
    page.get_by_text("Ich habe ein Konto").click()
    expect(page.get_by_text("Ihr Name wird öffentlich.")).to_be_visible()
    forge = page.locator("a.forge").get_attribute("href") or ""
    assert forge.startswith("https://github.com/jena/angebote/new/main?")
    assert parse_qs(urlsplit(forge).query) == {"filename": ["entries/nord/kaffee-kuchen.yaml"], "value": [text]}
    page.get_by_role("button", name="Zurück zum Formular").click()
    fill(page, {"beschreibung": "\n".join(f"Das ist Satz {number} von ganz vielen." for number in range(300))})
    checked(page)
    expect(page.locator(".too-long")).to_be_visible()
    assert "value" not in (page.locator("a.forge").get_attribute("href") or "")
    assert len(page.locator(".result a.mail").get_attribute("href") or "") < 2000
    page.close()


def test_a_correction_leads_to_the_file_and_fits_into_a_mail(
    browser: Browser, served: str, directory: Directory
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    reports = directory.city.reports.model_copy(update={"mails": ("redaktion@jena.example",)})
    changed = with_settings(directory, reports=reports, repository="https://gitlab.opencode.de/jena/angebote")
    body = correction_page(changed, words_of(directory)).body
    page = context.new_page()
    lisa = json.dumps(offer(changed, directory.entry["stadtteilzentrum-lisa"]))
    page.route("**/stadtteilzentrum-lisa.json", lambda route: route.fulfill(body=lisa, content_type="application/json"))
    served_by(page, served + LISA, body, script(changed))
    ready = parse_qs(urlsplit(page.locator("a.all-right").get_attribute("href") or "").query)
    assert said_in(ready["subject"][0], ready["body"][0], directory.entry) == Said(("stadtteilzentrum-lisa",), ())
    fill(page, {"kontakt.telefon.0.nummer": "03641 999999", "wer": OURS})
    text = checked(page)
    page.get_by_text("Ich habe ein Konto").click()
    page.get_by_role("button", name="Text für die Datei kopieren").click()
    assert page.evaluate("navigator.clipboard.readText()") == text
    expect(page.locator("a.forge")).to_have_attribute(
        "href", "https://gitlab.opencode.de/jena/angebote/-/edit/main/entries/lobeda/stadtteilzentrum-lisa.yaml"
    )
    mail = parse_qs(urlsplit(page.locator(".result a.mail").get_attribute("href") or "").query)
    assert mail["subject"] == ["Änderung: Stadtteilzentrum LISA"]
    assert "Telefon-Nummer\n  Bisher: 03641 492835\n  Neu: 03641 999999" in mail["body"][0]
    context.close()


# On paper, and what it weighs


def sheets(page: Page) -> int:
    """Return on how many A4 sheets a page is printed."""
    return len(pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)


@pytest.mark.parametrize(
    ("address", "headings"),
    [
        (NEW, ["1. Wie heißt das Angebot?", "5. Wann ist das?", "7. Wer füllt das aus?", "Wohin mit dem Blatt?"]),
        (LISA, ["Um welches Angebot geht es?", "So ist es richtig:", "Wer sagt das?", "Wohin mit dem Blatt?"]),
    ],
)
def test_without_javascript_it_is_two_sheets_to_write_on(
    browser: Browser, served: str, address: str, headings: list[str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + address)
    for heading in headings:
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert page.locator("main article :is(input, button, select)").filter(visible=True).count() == 0
    assert sheets(page) <= 2
    context.close()


def test_a_correction_on_paper_names_its_offer(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    page.emulate_media(media="print")
    expect(page.locator(".on-paper .offer-name")).to_have_text("Stadtteilzentrum LISA")
    expect(page.get_by_role("heading", name="Wohin mit dem Blatt?")).to_be_visible()
    assert not page.locator("form.offer").is_visible()
    page.close()


def packed(file: Path) -> int:
    """Return the bytes of a file on its way to a browser."""
    return len(gzip.compress(file.read_bytes()))


def test_the_scripts_are_small_and_only_forms_have_them(site: Path) -> None:
    folder = site / "assets" / "scripts" / "form"
    sizes = {file.name: packed(file) for file in folder.glob("*.js")}
    apart, looked_up = sizes.pop("data.js"), sizes.pop("streets.js") + packed(site / "mitmachen" / "strassen.json")
    assert sum(sizes.values()) <= 22 * 1024
    assert apart <= 9.5 * 1024
    assert looked_up <= 10 * 1024
    for page in ("index.html", "angebote/stadtteilzentrum-lisa/index.html"):
        html = (site / page).read_text(encoding="utf-8")
        assert "scripts/form/" not in html
        assert "form.css" not in html
    assert packed(site / CHANGE / "index.html") <= 14 * 1024
    for told in (site / CHANGE).glob("*.json"):
        assert len(told.read_bytes()) <= 6 * 1024, told.name
