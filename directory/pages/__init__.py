"""Directory to pages: finished HTML bodies, in a stable order."""

from collections.abc import Iterator
from datetime import date

from directory.model import Directory
from directory.parallel import in_parallel
from directory.pages.entry import entry_page
from directory.pages.listing import Listing
from directory.pages.lists import list_pages
from directory.pages.page import Crumb, Page
from directory.pages.problems import problem_page
from directory.pages.reference import reference_pages

__all__ = ["Crumb", "Page", "pages", "problem_page"]


def pages(directory: Directory, today: date) -> Iterator[Page]:
    """Yield every page that is made from the data. Needs a directory without errors."""
    listing = Listing(directory, today)
    yield from list_pages(listing)
    yield from in_parallel(entry_page, listing, [entry.slug for entry in directory.entries])
    yield from reference_pages()
