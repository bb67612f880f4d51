"""What the web form says is wrong, and how: beside the question, in a list, for everyone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from forms import HOUSE, LEAST, LISA, NEW, checked, context_of, fill, modules_of, new_form, opened, values
from playwright.sync_api import Browser, BrowserContext, Page, expect
from probes import VIEWS, ask, axe, nameless

PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    yield from context_of(browser)


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    yield from new_form(context, served)


@pytest.fixture(scope="module")
def modules(context: BrowserContext, served: str) -> Iterator[Page]:
    yield from modules_of(context, served)


WRONG = {
    "kontakt.telefon.0.nummer": "abc",
    "kontakt.mail": "kontakt@",
    "kontakt.webseite": "mail@example.org",
    "orte.0.plz": "0774",
    "zeiten.0.zweck": "treffen",
    "zeiten.0.wie_oft": "wochen",
    "zeiten.0.tage": ["Montag"],
    "zeiten.0.alle_wochen": "2",
    "zeiten.0.ab": "6.1.2026",
    "zeiten.0.von": "18",
    "zeiten.0.bis": "17:00",
    "gueltig.ab": "31.2.2026",
    "alter.ab": "27",
    "alter.bis": "18",
    "kosten.art": "preis",
    "kosten.betrag": "viel",
}


SPELLINGS = Path("tests/cases/phones/spellings.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize(("written", "meant"), [[part.strip() for part in line.split("|")][:2] for line in SPELLINGS])
def test_a_number_is_taken_or_asked_about_as_in_a_file(modules: Page, written: str, meant: str) -> None:
    given = {"values": {"kontakt": {"telefon": [{"nummer": written}]}}, "folder": "nord", "who": "Wir"}
    found = modules.evaluate("(given) => rulesModule.faults(given, [], false)", given)
    said = " ".join(fault["text"] for fault in found if fault["name"].startswith("kontakt.telefon"))
    assert bool(said) == (meant[0] in "?!")
    assert ("Sind das 2 Nummern?" in said) == (meant[0] == "?")


@pytest.mark.parametrize(
    ("folder", "areas", "wrong"),
    [
        ("lobeda", [], ["ordner"]),
        ("ganz-jena", ["nord"], ["gebiet"]),
        ("ganz-jena", [], []),
        ("ganz-jena", ["ganz-jena"], []),
    ],
)
def test_the_area_of_a_secret_place_is_the_whole_city(
    modules: Page, folder: str, areas: list[str], wrong: list[str]
) -> None:
    values = {"orte": [{"art": "geheim"}], "gebiet": areas}
    given = {"values": values, "folder": folder, "who": "Wir"}
    found = modules.evaluate("(given) => rulesModule.faults(given, [], true)", given)
    assert [fault["name"] for fault in found if fault["name"] in {"ordner", "gebiet"}] == wrong


@pytest.mark.parametrize("text", ["Rufen Sie +49 (0)151 23456789 an.", "Fragen Sie Frau Lehmann.", "0049 151/23456789"])
def test_data_of_a_person_are_asked_about_in_any_text(page: Page, text: str) -> None:
    fill(page, {**LEAST, "zeiten.0.zweck": "treffen", "zeiten.0.wie_oft": "anders", "zeiten.0.hinweis": text})
    checked(page)
    expect(page.locator(".result")).to_contain_text(re.compile("Gehört diese Handy-Nummer|Name von einem Menschen"))


def test_errors_are_announced_listed_and_linked(page: Page) -> None:
    fill(page, WRONG)
    page.locator("form.offer .check").first.click()
    summary = page.locator(".errors")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text(re.compile(r"Es gibt 15 Fehler"))
    expect(page).to_have_title(re.compile("^Fehler: Angebot eintragen"))
    links = summary.get_by_role("link")
    order = page.locator(".fault").all_inner_texts()
    assert [f"Fehler: {text}" for text in links.all_inner_texts()] == order, "the same words, in the order of the page"
    for name in ("name", "kontakt.telefon.0.nummer", "zeiten.0.ab", "zeiten.0.bis", "kosten.betrag"):
        field = page.locator(f"[id='{name}']")
        expect(field).to_have_attribute("aria-invalid", "true")
        described = (field.get_attribute("aria-describedby") or "").split()
        assert f"{name}-fehler" in described
        expect(page.locator(f"[id='{name}-fehler']")).to_be_visible()
    links.filter(has_text="Schreiben Sie den Namen vom Angebot.").click()
    expect(page.locator("#name")).to_be_focused()
    links.filter(has_text="Diesen Tag gibt es nicht").press("Enter")
    expect(page.locator("[id='gueltig.ab']")).to_be_focused()
    fill(
        page, {**LEAST, "gueltig.ab": "", "alter.bis": "99", "kosten.betrag": "2,50 €", "zeiten.0.ab": "5. Januar 2026"}
    )
    fill(page, {"zeiten.0.bis": "20", "orte.0.plz": "", "kontakt.mail": "", "kontakt.webseite": ""})
    found = values(checked(page))
    assert found["kosten"]["betrag"] == "2,50"
    assert found["zeiten"][0]["ab"] == "2026-01-05"
    assert page.locator("[aria-invalid], .fault").count() == 0


def test_a_long_sentence_and_an_offer_that_is_there_are_told_as_the_check_tells_them(
    context: BrowserContext, served: str
) -> None:
    page = opened(context, served + NEW)
    sentence = "Wir treffen uns jeden Dienstag in der Selbst-Hilfe-Gruppe bei Kaffee & Tee."
    fill(page, {**LEAST, "name": "LISA Stadtteil-Zentrum Jena e. V.", "beschreibung": sentence})
    checked(page)
    told = page.locator(".advice li").all_text_contents()
    assert told[0].startswith("Dieser Satz hat 11 Wörter. Gut sind höchstens 10 Wörter: Wir treffen")
    assert told[-1] == "Ein Angebot mit diesem Namen steht schon im Verzeichnis: Stadtteilzentrum LISA"


@pytest.mark.parametrize("view", ["1280 light", "320 dark"])
def test_every_state_is_accessible(browser: Browser, served: str, view: str) -> None:
    context = browser.new_context(**VIEWS[view])
    page = opened(context, served + NEW)
    page.evaluate(PROBES)
    page.locator("form details").evaluate_all("(all) => all.forEach((one) => { one.open = true })")
    fill(page, WRONG)
    page.locator("form.offer .check").first.click()
    assert faults_of(page) == {}
    fill(page, HOUSE | {"gueltig.ab": "", "alter.bis": "99", "kosten.betrag": "2", "zeiten.0.wie_oft": "woche"})
    fill(page, {"beschreibung": "Das ist ein Satz & er ist sehr lang und hat viele Wörter ohne Ende und Sinn."})
    checked(page)
    expect(page.locator(".advice li")).to_have_count(2)
    page.locator(".result details").evaluate_all("(all) => all.forEach((one) => { one.open = true })")
    assert faults_of(page) == {}
    page = opened(context, served + LISA)
    page.evaluate(PROBES)
    page.locator("form details.part").evaluate_all("(all) => all.forEach((one) => { one.open = true })")
    page.locator("form.offer .check").first.click()
    assert faults_of(page) == {}
    context.close()


def faults_of(page: Page) -> dict[str, object]:
    wrong, undecided = axe(page)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    found = {
        "axe": wrong,
        "left to people": undecided,
        "targets": ask(page, "smallTargets", 44),
        "lost text": ask(page, "lostText"),
        "faint": ask(page, "faintControls"),
        "names": nameless(page),
        "sideways": ["scrolls"] if wide else [],
    }
    return {name: value for name, value in found.items() if value}
