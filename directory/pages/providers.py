"""Pages of providers: alphabetical, none favoured, each with its offers."""

from collections.abc import Mapping

from directory.model import Directory, Entry
from directory.output.html import render
from directory.output.page import START, Crumb, Page
from directory.view.day import Listing

PROVIDERS = Crumb("Träger", "traeger/")


def provider_keys(directory: Directory) -> list[str]:
    """Return the providers that have a page: those with an offer. A secret offer does not count."""
    named = {slug for entry in directory.entries if not entry.secret for slug in entry.providers}
    return [slug for slug in directory.providers if slug in named]


def providers_page(listing: Listing, _: str) -> Page:
    """Return all providers in the order of the alphabet."""
    offers = _offers(listing)
    providers = [listing.directory.providers[slug] for slug in provider_keys(listing.directory)]
    body = render("providers.html", root="../", providers=providers, offers=offers)
    return Page("traeger/", PROVIDERS.title, body, "Alle Träger nach dem Alphabet.", crumbs=(START,))


def provider_page(listing: Listing, slug: str) -> Page:
    """Return the page of one provider."""
    provider = listing.directory.providers[slug]
    offers = _offers(listing).get(slug, [])
    body = render("provider.html", root="../../", listing=listing, provider=provider, offers=offers)
    # An association may be named like the offer that it runs.
    return Page(
        f"traeger/{slug}/", f"Träger: {provider.name}", body, " ".join(provider.description), crumbs=(START, PROVIDERS)
    )


def _offers(listing: Listing) -> Mapping[str, list[Entry]]:
    return listing.by("providers", _named)


def _named(entry: Entry) -> tuple[str, ...]:
    return () if entry.secret else entry.providers
