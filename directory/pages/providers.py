"""Pages of providers: alphabetical, none favoured, each with its entries."""

from collections.abc import Mapping

from directory.model import Entry
from directory.output.page import START, Crumb, Page
from directory.pages.render import render
from directory.pages.rows import rows_of
from directory.view.confirming import confirm_all
from directory.view.contact import public_providers
from directory.view.day import DayView

PROVIDERS = Crumb("Wer macht die Angebote?", "traeger/")


def providers_page(view: DayView, _: str) -> Page:
    """Return all providers in the order of the alphabet."""
    entries = _entries(view)
    body = render("providers.html", root="../", providers=public_providers(view.directory), entries=entries)
    return Page(
        address="traeger/",
        title=PROVIDERS.title,
        body=body,
        description="Alle Vereine, Firmen und Ämter nach dem Alphabet.",
        crumbs=(START,),
    )


def provider_page(view: DayView, slug: str) -> Page:
    """Return the page of one provider."""
    provider = view.directory.providers[slug]
    entries = _entries(view).get(slug, [])
    body = render(
        "provider.html",
        root="../../",
        view=view,
        row=rows_of(view),
        provider=provider,
        entries=entries,
        all_right=confirm_all(view.directory.city, provider.name, entries) if entries else "",
    )
    # An association may be named like the entry that it runs.
    return Page(
        address=f"traeger/{slug}/",
        title=f"Angebote von: {provider.name}",
        body=body,
        description=" ".join(provider.description),
        crumbs=(START, PROVIDERS),
        sensitive="always" if view.only_sensitive(entries) else "never",
    )


def _entries(view: DayView) -> Mapping[str, list[Entry]]:
    return view.by("providers", _named)


def _named(entry: Entry) -> tuple[str, ...]:
    return () if entry.secret else entry.providers
