"""Pages of which there is one each, made from a template and the whole directory."""

from dataclasses import dataclass

from directory.output.html import render
from directory.output.page import START, Page
from directory.view.day import DayView


@dataclass(frozen=True, slots=True)
class PlainPage:
    """The template and the names of a page."""

    template: str
    title: str
    description: str
    scripts: tuple[str, ...] = ()


# All of them, though the last one imports the others: so they load side by side.
SEARCH_SCRIPTS = (
    "search/language.js",
    "search/spelling.js",
    "search/data.js",
    "search/query.js",
    "search/ranking.js",
    "search/engine.js",
    "search/page.js",
)
PLAIN_PAGES = {
    "suche/": PlainPage("search.html", "Suche", "Angebote mit Wörtern suchen.", SEARCH_SCRIPTS),
    "hilfe-sofort/": PlainPage("help.html", "Hilfe sofort", "Nummern für Notfälle."),
    "haeuser/": PlainPage("houses.html", "Häuser mit vielen Gruppen", "Welche Gruppen in welchem Haus sind."),
    "ortsteile/": PlainPage(
        "localities.html", "Orts-Teile und Dörfer", "Welcher Orts-Teil zu welchem Sozialraum gehört."
    ),
    "woerterbuch/": PlainPage("glossary.html", "Wörterbuch", "Schwere Wörter, einfach erklärt."),
    "daten/": PlainPage("data.html", "Daten", "Alle Angebote als Datei."),
    "barrierefreiheit/": PlainPage("accessibility.html", "Barrierefreiheit", "Erklärung zur Barrierefreiheit."),
    "datenschutz/": PlainPage("privacy.html", "Datenschutz", "Was mit Daten passiert."),
    "impressum/": PlainPage("imprint.html", "Impressum", "Wer für diese Seite verantwortlich ist."),
}


def plain_page(view: DayView, address: str) -> Page:
    """Return one of the plain pages."""
    plain = PLAIN_PAGES[address]
    body = render(plain.template, root="../", view=view, title=plain.title)
    return Page(address, plain.title, body, plain.description, crumbs=(START,), scripts=plain.scripts)
