"""Pages that are found by their name only: entries that there are no more or that make a pause, and providers."""

from collections.abc import Iterator

from directory.view.contact import public_providers
from directory.view.day import DayView

# Address below the site's root, name, other names, and what is said about it; data.js reads them in this order.
NamedPage = tuple[str, str, str, str]


def named_pages(view: DayView) -> Iterator[NamedPage]:
    """Yield the pages in the order of their lists; a topic or a word of a text never leads to them."""
    for entry in view.directory.entries:
        if not entry.listed(view.today):
            names = (*entry.other_names, *(slug.replace("-", " ") for slug in entry.former_slugs))
            yield f"angebote/{entry.slug}/", entry.name, "|".join(names), view.of(entry).notice
    for provider in public_providers(view.directory):
        yield f"traeger/{provider.id}/", provider.name, "|".join(provider.other_names), "Hier stehen alle Angebote."
