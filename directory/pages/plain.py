"""Pages of which there is one each, made from a template and the whole directory."""

from dataclasses import dataclass
from typing import Literal

from directory.output.page import START, Page
from directory.pages.render import render
from directory.view.day import DayView


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """The template and the names of a page."""

    template: str
    title: str
    description: str
    scripts: tuple[str, ...] = ()
    sensitive: Literal["never", "sometimes", "always"] = "never"


# All of them, though the last one imports the others: so they load side by side.
SEARCH_SCRIPTS = (
    "help.js",
    "help-region.js",
    "search/form.js",
    "search/question.js",
    "search/sensitive.js",
    "search/language.js",
    "search/spelling.js",
    "search/data.js",
    "search/named.js",
    "search/query.js",
    "search/evidence.js",
    "search/conditions.js",
    "search/choices.js",
    "search/ranking.js",
    "search/cards.js",
    "search/panel.js",
    "search/told.js",
    "search/engine.js",
    "search/page.js",
)
PLAIN_PAGES = {
    "suche/": PlainPage(
        template="search.html",
        title="Suche",
        description="Angebote mit Wörtern suchen.",
        scripts=SEARCH_SCRIPTS,
        sensitive="sometimes",
    ),
    "hilfe-sofort/": PlainPage(
        template="help.html", title="Hilfe sofort", description="Nummern für Notfälle.", sensitive="always"
    ),
    "ortsteile/": PlainPage(
        template="localities.html",
        title="Ortsteile und Dörfer",
        description="Welcher Ortsteil zu welchem Sozialraum gehört.",
    ),
    "woerterbuch/": PlainPage(
        template="glossary.html", title="Wörterbuch", description="Schwere Wörter, einfach erklärt."
    ),
    "daten/": PlainPage(template="data.html", title="Daten", description="Alle Angebote als Datei."),
    "barrierefreiheit/": PlainPage(
        template="accessibility.html", title="Barrierefreiheit", description="Erklärung zur Barrierefreiheit."
    ),
    "datenschutz/": PlainPage(template="privacy.html", title="Datenschutz", description="Was mit Daten passiert."),
    "ohne-internet/": PlainPage(
        template="offline.html",
        title="Ohne Internet",
        description="Die wichtigsten Seiten ohne Internet lesen.",
        scripts=("offline-page.js",),
    ),
    "impressum/": PlainPage(
        template="imprint.html", title="Impressum", description="Wer für diese Seite verantwortlich ist."
    ),
}


def plain_page(view: DayView, address: str) -> Page:
    """Return one of the plain pages."""
    plain = PLAIN_PAGES[address]
    body = render(plain.template, root="../", view=view, title=plain.title)
    return Page(
        address=address,
        title=plain.title,
        body=body,
        description=plain.description,
        crumbs=(START,),
        scripts=plain.scripts,
        sensitive=plain.sensitive,
    )
