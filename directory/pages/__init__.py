"""Directory to pages: finished HTML bodies, in a stable order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from directory.output.page import GERMAN, Crumb, Page
from directory.pages.a_to_z import index_keys, index_page
from directory.pages.entry import entry_page, moved_keys, moved_page
from directory.pages.facets import FACETS, facet_keys, facet_page
from directory.pages.formats import formats_page
from directory.pages.houses import houses_keys, houses_page
from directory.pages.inventory import inventory_kind_keys, inventory_kind_page, inventory_page
from directory.pages.lists import area_page, group_keys, group_page, start_page
from directory.pages.my_area import my_area_page
from directory.pages.my_list import my_list_page
from directory.pages.needs import need_keys, need_page, needs_page
from directory.pages.pathway import pathway_keys, pathway_page
from directory.pages.plain import PLAIN_PAGES, plain_page
from directory.pages.problems import problem_page
from directory.pages.profile import (
    profile_keys,
    profile_names_keys,
    profile_names_page,
    profile_numbers_keys,
    profile_numbers_page,
    profile_page,
    profile_questions_keys,
    profile_questions_page,
)
from directory.pages.providers import provider_keys, provider_page, providers_keys, providers_page
from directory.pages.readability import Readability
from directory.pages.reference import language_page, messages_page
from directory.pages.styles import area_styles
from directory.pages.weeks import WEEKS, week_keys, week_page
from directory.pages.welcome import welcome_keys, welcome_page
from directory.parallel import in_parallel
from directory.view.day import DayView

__all__ = ["KINDS", "Crumb", "Finish", "Page", "area_styles", "as_it_is", "page_at", "pages", "problem_page"]

Maker = Callable[[DayView, str], Page]
Finish = Callable[[Page], Page]


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages of one kind: what makes one of them, the keys of all, and their address with {} for the key.

    `under` is what all addresses begin with.
    """

    maker: Maker
    keys: Callable[[DayView], Iterable[str]]
    address: str
    under: str = ""

    def address_of(self, key: str) -> str:
        """Return where the page of a key is."""
        return self.address.format(key).replace("//", "/")


def _once(_: DayView) -> Iterable[str]:
    return ("",)


KINDS = (
    Kind(start_page, _once, ""),
    Kind(area_page, lambda view: view.directory.vocabulary.areas, "{}/"),
    Kind(group_page, group_keys, "gruppen/{}/", "gruppen/"),
    *(Kind(facet_page, partial(facet_keys, facets=(one,)), "{}/", one.path) for one in FACETS.values()),
    Kind(needs_page, _once, "passt-das/"),
    Kind(need_page, need_keys, "passt-das/{}/", "passt-das/"),
    Kind(providers_page, providers_keys, "traeger/{}/", "traeger/"),
    Kind(provider_page, provider_keys, "traeger/{}/", "traeger/"),
    Kind(index_page, index_keys, "a-bis-z/{}/", "a-bis-z/"),
    *(Kind(week_page, partial(week_keys, weeks=(week,)), "{}/", week) for week in WEEKS),
    Kind(houses_page, houses_keys, "haeuser/{}/", "haeuser/"),
    Kind(plain_page, lambda _: PLAIN_PAGES, "{}"),
    Kind(formats_page, _once, "daten/felder/"),
    Kind(pathway_page, pathway_keys, "wege/{}/", "wege/"),
    Kind(inventory_page, _once, "fachleute/bestand/"),
    Kind(inventory_kind_page, inventory_kind_keys, "fachleute/bestand/{}/", "fachleute/bestand/"),
    Kind(profile_page, profile_keys, "fachleute/profil/{}/", "fachleute/profil/"),
    Kind(profile_questions_page, profile_questions_keys, "fachleute/profil/{}/", "fachleute/profil/"),
    Kind(profile_names_page, profile_names_keys, "fachleute/profil/{}/", "fachleute/profil/"),
    Kind(profile_numbers_page, profile_numbers_keys, "fachleute/profil/{}/", "fachleute/profil/"),
    Kind(welcome_page, welcome_keys, "willkommen/{}/", "willkommen/"),
    Kind(my_area_page, _once, "mein-sozialraum/"),
    Kind(my_list_page, _once, "meine-liste/"),
    Kind(entry_page, lambda view: view.directory.entry, "angebote/{}/", "angebote/"),
    Kind(moved_page, moved_keys, "angebote/{}/", "angebote/"),
    Kind(messages_page, _once, "mitmachen/meldungen/"),
    Kind(language_page, _once, "mitmachen/sprache/"),
)


def as_it_is(page: Page) -> Page:
    """Return the page."""
    return page


def pages(view: DayView, finish: Finish = as_it_is) -> Iterator[Page]:
    """Yield the pages that need no more than the view; forms come from intake/, and site/ adds fields and booklets.

    `finish` is called with each of them where it is made, maybe in a worker: it must pickle. The first of each kind is
    made here: what it takes, templates and groups of entries, workers have from the start.
    """
    shared = view, Readability.of(view.directory), finish
    tasks = [(kind.maker, key) for kind in KINDS for key in kind.keys(view)]
    for task in {maker: (maker, key) for maker, key in reversed(tasks)}.values():
        _make(shared, task)
    yield from in_parallel(_make, shared, tasks, work="Machen von den Seiten", name=_name)


def page_at(view: DayView, address: str) -> Page | None:
    """Return the page at an address, made alone; None where none of these pages is."""
    for kind in KINDS:
        if address.startswith(kind.under):
            for key in kind.keys(view):
                if kind.address_of(key) == address:
                    return _make((view, Readability.of(view.directory), as_it_is), (kind.maker, key))
    return None


def _name(task: tuple[Maker, str]) -> str:
    maker, key = task
    return f"{maker.__name__} {key}".strip()


def _make(shared: tuple[DayView, Readability, Finish], task: tuple[Maker, str]) -> Page:
    view, readability, finish = shared
    maker, key = task
    page = maker(view, key)
    # Bold negations and marks inside words are for German alone.
    return finish(page if page.language != GERMAN else replace(page, body=readability.apply(page.body)))
