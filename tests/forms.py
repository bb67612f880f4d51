"""Filling in the web form in a browser, and reading the file that it gives as the loader reads it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from conftest import day_view
from playwright.sync_api import Browser, BrowserContext, Page, expect
from probes import VIEWS

from directory.files.writing import written
from directory.model import Directory, Entry
from directory.problems import Severity
from directory.source.parsing.parse import parse
from directory.source.shape import read, shape_of
from directory.view.day import DayView

NOTE = re.compile(r"\A(?:#.*\n)+\n")
NEW = "mitmachen/neu/"
CHANGE = "mitmachen/aendern/"
# The lists of names are there, and an offer that is changed is filled in.
READY = """() => document.querySelector("select[data-words]").options.length > 2
  && document.querySelector("form.offer").checkVisibility()"""
OURS = "Angabe vom Träger"
LEAST = {
    "name": "Gruppe am Abend",
    "art": "selbsthilfegruppe",
    "themen": ["sucht"],
    "beschreibung": "Wir treffen uns am Abend.",
    "ordner": "nord",
    "wer": OURS,
    "kontakt.telefon.0.nummer": "03641 123456",
}

LISA = f"{CHANGE}#stadtteilzentrum-lisa"
SHELTER = "frauenhaus-jena"
GROUP = {
    **LEAST,
    "zielgruppen": ["erwachsene"],
    "zeiten.0.zweck": "treffen",
    "zeiten.0.wie_oft": "monat",
    "zeiten.0.tage": ["Dienstag"],
    "zeiten.0.im_monat": ["1", "letzter"],
    "zeiten.0.von": "18 Uhr",
    "zeiten.0.bis": "19.30",
    "zeiten.0.feiertage": "zu",
    "orte.0.strasse": "Naumburger Straße 3",
    "kosten.art": "kostenlos",
    "erster_besuch": "Jemand begrüßt Sie. Sie können einen Menschen mitbringen.",
}
HOUSE = {
    **LEAST,
    "name": "Haus der Begegnung am Markt",
    "art": "treffpunkt",
    "beschreibung": "Das Haus ist offen für alle.",
    "ordner": "west-zentrum",
    "orte.0.strasse": "Johannisplatz 108/108a",
    "orte.0.plz": "07743",
    "orte.0.zugang.rollstuhl": "ja",
    "orte.0.zugang.aufzug": "nein",
    "zeiten.0.zweck": "offen",
    "zeiten.0.wie_oft": "woche",
    "zeiten.0.tage": ["Montag", "Mittwoch"],
    "zeiten.0.von": "9",
    "zeiten.0.bis": "12",
    "kontakt.mail": "kontakt@haus.example, post@haus.example",
    "kontakt.webseite": "www.haus.example/treff",
}


def opened(context: BrowserContext | Browser, address: str) -> Page:
    """Open a form and wait for its scripts."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_function(READY)
    return page


def fill(page: Page, answers: Mapping[str, object]) -> None:
    """Fill in the form by the names of its controls; a list ticks boxes."""
    for name, answer in answers.items():
        controls = page.locator(f"[name='{name}']")
        controls.first.evaluate(
            "(one) => { for (let at = one; at; at = at.parentElement) if (at.open === false) at.open = true }"
        )
        if name == "themen":
            page.get_by_role("button", name="Alle Themen zeigen").click()
        if controls.first.get_attribute("type") in {"radio", "checkbox"}:
            for value in [answer] if isinstance(answer, str) else answer:  # type: ignore[attr-defined]
                page.locator(f"[name='{name}'][value='{value}']").check()
        elif controls.first.evaluate("(one) => one.tagName") == "SELECT":
            controls.select_option(str(answer))
        else:
            controls.fill(str(answer))


def checked(page: Page) -> str:
    """Have the form checked and return the file, without the note above it that says what it is."""
    page.locator("form.offer .check").first.click()
    expect(page.locator(".result")).to_be_visible()
    expect(page.locator(".result-title")).to_be_focused()
    return NOTE.sub("", page.locator(".file code").text_content() or "")


def values(text: str) -> dict[str, Any]:
    """Return what the loader reads in a file: text, lists and mappings."""
    parsed = parse(text, "entries/nord/datei.yaml")
    assert parsed.root, parsed.problems
    assert [problem for problem in parsed.problems if problem.severity == Severity.ERROR] == []
    found: dict[str, Any] = read(parsed.root, shape_of(Entry))
    return found


def spelled_by_us(text: str) -> str:
    """Return the file as our own writer writes its values."""
    return written(values(text))


def context_of(browser: Browser) -> Iterator[BrowserContext]:
    """Give the windows of a large screen; for a fixture."""
    made = browser.new_context(**VIEWS["1280 light"])
    made.set_default_timeout(10_000)
    yield made
    made.close()


def new_form(context: BrowserContext, served: str) -> Iterator[Page]:
    """Give the form for a new entry; whatever a script complains of fails the test."""
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    shown = opened(context, served + NEW)
    yield shown
    shown.close()
    assert complaints == []


def modules_of(context: BrowserContext, served: str) -> Iterator[Page]:
    """Give a page in which the modules of the form are at hand."""
    shown = opened(context, served + NEW)
    shown.evaluate("""async () => {
      for (const name of ["data", "text", "yaml", "fields", "answers", "rules", "rows", "fill", "when"]) {
        window[name + "Module"] = await import(`../../assets/scripts/form/${name}.js`);
      }
    }""")
    yield shown
    shown.close()


def with_settings(directory: Directory, **city: Any) -> DayView:
    """Return the directory on one day, of a city with other settings."""
    return day_view(replace(directory, city=directory.city.model_copy(update=city)))
