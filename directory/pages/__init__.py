"""Directory to pages: finished HTML bodies, in a stable order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from directory.output.page import GERMAN, Crumb, Page
from directory.pages.entry import entry_page, moved_keys, moved_page
from directory.pages.facets import facet_keys, facet_page
from directory.pages.formats import formats_page
from directory.pages.lists import area_page, group_page, index_page, start_page
from directory.pages.my_area import my_area_page
from directory.pages.my_list import my_list_page
from directory.pages.needs import need_keys, need_page, needs_page
from directory.pages.pathway import pathway_keys, pathway_page
from directory.pages.plain import PLAIN_PAGES, plain_page
from directory.pages.problems import problem_page
from directory.pages.profile import (
    inventory_kind_page,
    inventory_page,
    profile_keys,
    profile_numbers_page,
    profile_page,
)
from directory.pages.providers import provider_page, providers_page
from directory.pages.readability import Readability
from directory.pages.reference import language_page, messages_page
from directory.pages.styles import area_styles
from directory.pages.weeks import week_keys, week_page
from directory.pages.welcome import welcome_keys, welcome_page
from directory.parallel import in_parallel
from directory.view.contact import public_providers
from directory.view.day import DayView

__all__ = ["Crumb", "Page", "area_styles", "pages", "problem_page"]

Maker = Callable[[DayView, str], Page]
ONCE = ("",)


def pages(view: DayView) -> Iterator[Page]:
    """Yield the pages that need no more than the view; forms come from intake/, and site/ adds fields and booklets."""
    directory, words = view.directory, view.directory.vocabulary
    kinds: tuple[tuple[Maker, Iterable[str]], ...] = (
        (start_page, ONCE),
        (area_page, words.areas),
        (group_page, words.groups),
        (facet_page, facet_keys(view)),
        (needs_page, ONCE),
        (need_page, need_keys(view)),
        (providers_page, ONCE),
        (provider_page, [provider.id for provider in public_providers(directory)]),
        (index_page, ONCE),
        (week_page, week_keys(directory)),
        (plain_page, PLAIN_PAGES),
        (formats_page, ONCE),
        (pathway_page, pathway_keys(view)),
        (inventory_page, ONCE),
        (inventory_kind_page, words.kinds),
        (profile_page, list(profile_keys(view))),
        (profile_numbers_page, list(profile_keys(view))),
        (welcome_page, welcome_keys(view)),
        (my_area_page, ONCE),
        (my_list_page, ONCE),
        (entry_page, directory.entry),
        (moved_page, moved_keys(directory)),
        (messages_page, ONCE),
        (language_page, ONCE),
    )
    tasks = [(maker, key) for maker, keys in kinds for key in keys]
    shared = view, Readability.of(directory)
    yield from in_parallel(_make, shared, tasks, work="Machen von den Seiten", name=_name)


def _name(task: tuple[Maker, str]) -> str:
    maker, key = task
    return f"{maker.__name__} {key}".strip()


def _make(shared: tuple[DayView, Readability], task: tuple[Maker, str]) -> Page:
    view, readability = shared
    maker, key = task
    page = maker(view, key)
    # Bold negations and marks inside words are for German alone.
    return page if page.language != GERMAN else replace(page, body=readability.apply(page.body))
