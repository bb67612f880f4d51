"""Directory to pages: finished HTML bodies, in a stable order."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from directory.model import Directory
from directory.pages.entry import entry_page
from directory.pages.listing import Listing
from directory.pages.lists import area_page, group_page, index_page, start_page, topic_page, topics_page
from directory.pages.page import Crumb, Page
from directory.pages.problems import problem_page
from directory.pages.reference import fields_page, messages_page
from directory.parallel import in_parallel

__all__ = ["Crumb", "Page", "pages", "problem_page"]

Maker = Callable[[Listing, str], Page]
ONCE = ("",)


def pages(directory: Directory, today: date) -> Iterator[Page]:
    """Yield every page that is made from the data. Needs a directory without errors."""
    words = directory.vocabulary
    kinds: tuple[tuple[Maker, Iterable[str]], ...] = (
        (start_page, ONCE),
        (area_page, words.areas),
        (topics_page, ONCE),
        (group_page, words.groups),
        (topic_page, words.topics),
        (index_page, ONCE),
        (entry_page, directory.entry),
        (fields_page, ONCE),
        (messages_page, ONCE),
    )
    yield from in_parallel(_make, Listing(directory, today), [(maker, key) for maker, keys in kinds for key in keys])


def _make(listing: Listing, task: tuple[Maker, str]) -> Page:
    maker, key = task
    return maker(listing, key)
