"""What the accessibility tests look at in a browser: one page of every kind, in several views."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import BrowserContext, Page

PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8")
KINDS = {
    "start": "",
    "area": "lobeda/",
    "group": "gruppen/sucht-krise/",
    "topics": "themen/",
    "topic": "themen/sport/",
    "topic of crisis": "themen/sucht/",
    "topic in an area": "themen/sucht/lobeda/",
    "kind": "arten/beratung/",
    "audience": "fuer/kinder/",
    "week": "diese-woche/",
    "week in an area": "naechste-woche/lobeda/",
    "needs": "passt-das/",
    "need": "passt-das/rollstuhl/",
    "entry": "angebote/stadtteilzentrum-lisa/",
    "secret entry": "angebote/frauenhaus-jena/",
    "entry of crisis": "angebote/telefonseelsorge-ostthueringen/",
    "closed entry": "angebote/awo-seniorenbegegnungsstaette-lisa/",
    "providers": "traeger/",
    "provider": "traeger/stadt-jena/",
    "A to Z": "a-bis-z/",
    "localities": "ortsteile/",
    "glossary": "woerterbuch/",
    "weekday": "wochentage/montag/",
    "search": "suche/",
    "search with results": "suche/?q=sport+lobeda",
    "search in a crisis": "suche/?q=ich+will+sterben",
    "search without results": "suche/?q=xqzt",
    "my area": "mein-sozialraum/",
    "my list": "meine-liste/#stadtteilzentrum-lisa,jenaer-tafel",
    "help": "hilfe-sofort/",
    "taking part": "mitmachen/",
    "fields": "mitmachen/felder/",
    "messages": "mitmachen/meldungen/",
    "rules of language": "mitmachen/sprache/",
    "form": "mitmachen/neu/",
    "correction form": "mitmachen/aendern/#stadtteilzentrum-lisa",
    "secret correction form": "mitmachen/aendern/#frauenhaus-jena",
    "wish form": "mitmachen/fehlt/",
    "data": "daten/",
    "fields of the data": "daten/felder/",
    "accessibility": "barrierefreiheit/",
    "privacy": "datenschutz/",
    "imprint": "impressum/",
    "professionals": "fachleute/",
    "inventory": "fachleute/bestand/",
    "inventory of a kind": "fachleute/bestand/beratung/",
    "profile": "fachleute/profil/nord/",
    "numbers of a profile": "fachleute/profil/nord/zahlen/",
    "numbers of a profile apart": "fachleute/profil/lobeda/zahlen/stadtweit/",
    "questions of a profile": "fachleute/profil/lobeda/fragen/",
    "by hand": "sozialraum/",
    "not found": "404.html",
}
MAIN = ["start", "area", "topic of crisis", "week", "entry", "secret entry", "help", "by hand"]
# What `make test` walks through; `make audit` walks through all kinds, in all views.
WALKED = [*MAIN, "search with results", "my list", "form"]
VIEWS: dict[str, dict[str, Any]] = {
    "1280 light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "320 dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "360 forced colours": {"viewport": {"width": 360, "height": 640}, "forced_colors": "active"},
    "1280 dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "320 light": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light"},
    "400 %": {"viewport": {"width": 320, "height": 256}, "color_scheme": "light"},
}
# All rules of axe, also those that are switched off by default: experiments, and the strictest level.
AXE = """async () => {
  const rules = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, {enabled: true}]));
  const found = await axe.run(document, {rules, resultTypes: ["violations", "incomplete"]});
  const short = (results) => results.flatMap(({id, nodes}) => nodes.map(({target, failureSummary, any}) =>
    ({id, target: target.join(" "), why: (failureSummary || "").split("\\n").slice(1).join(" ").trim(),
      key: any.map((one) => one.data && one.data.messageKey).join(" ")})));
  return {violations: short(found.violations), incomplete: short(found.incomplete), rules: found.passes.length};
}"""
# A browser goes on from the last place that had the focus, even after it lost it.
FROM_THE_TOP = "document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute('tabindex')"
# What axe leaves to people and another test answers.
SETTLED = {
    "hidden-content",  # test_what_opens looks at it when it is open
    "identical-links-same-purpose",  # same_words_same_goal in accessibility.py
}


def walked(every: Iterable[tuple[str, ...]], *here: tuple[str, ...]) -> list[pytest.ParameterSet]:
    """Return the parameters of a walk; those that do not stand in `here` are left to `make audit`."""
    return [pytest.param(*one, marks=() if one in here else pytest.mark.audit) for one in every]


@dataclass
class Look:
    """A page in a view, with what it asked for and what it complained of."""

    page: Page
    asked: list[str]
    complaints: list[str]


@contextmanager
def looking(context: BrowserContext, address: str) -> Iterator[Look]:
    """Open a page and hand it the functions of probes.js."""
    page = context.new_page()
    look = Look(page, [], [])
    page.on("request", lambda request: look.asked.append(request.url))
    page.on("pageerror", lambda error: look.complaints.append(str(error)))
    page.on("console", lambda said: look.complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.goto(address)
    if "?q=" in address:  # the results come later than the page
        page.wait_for_selector(".found:not([hidden])")
    page.evaluate(PROBES)
    yield look
    page.close()


def ask(page: Page, question: str, *values: object) -> Any:
    """Ask a function of probes.js."""
    return page.evaluate("([name, values]) => probe[name](...values)", [question, list(values)])


def axe(page: Page) -> tuple[list[str], list[str]]:
    """Return what axe finds wrong, and what it leaves to people and our own look does not settle."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(AXE)
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    wrong = []
    for one in found["violations"]:
        # axe reads -webkit-text-fill-color, which keeps the old value while forced colours show another.
        if forced and one["id"].startswith("color-contrast") and ask(page, "textContrast", one["target"]) >= 7:
            continue
        wrong.append(f"{one['id']} {one['target']}: {one['why']}")
    open_questions = []
    for one in found["incomplete"]:
        if one["id"] in {"color-contrast", "color-contrast-enhanced"} and ask(page, "textContrast", one["target"]) >= 7:
            continue
        if one["id"] in SETTLED:
            continue
        open_questions.append(f"{one['id']} {one['target']}: {one['key']} {one['why']}")
    return wrong, open_questions


def nameless(page: Page) -> list[str]:
    """Return what can take the focus and has no name or no role for the browser's own accessibility tree."""
    found = []
    session = page.context.new_cdp_session(page)
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        takes_focus = any(one["name"] == "focusable" and one["value"]["value"] for one in node.get("properties", []))
        role = node.get("role", {}).get("value", "")
        if not takes_focus or node["ignored"] or role in {"RootWebArea", "article"}:
            continue
        if not node.get("name", {}).get("value") or role in {"generic", "none"}:
            found.append(f"{role} {node.get('name', {}).get('value')!r} at {page.url}")
    return found


def walk(page: Page, key: str, most: int = 400) -> list[dict[str, Any]]:
    """Press the key until the focus leaves the page; return the stops."""
    stops: list[dict[str, Any]] = []
    page.evaluate(FROM_THE_TOP)
    for _ in range(most):
        page.keyboard.press(key)
        stop = ask(page, "stop")
        if stops and (stop is None or stop["at"] == stops[0]["at"]):
            return stops
        if stop is not None:  # backwards from the top the first step may lead out of the page
            stops.append(stop)
    raise AssertionError(f"{key} did not get through the page in {most} stops")
