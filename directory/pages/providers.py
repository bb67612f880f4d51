"""Pages of providers: alphabetical, none favoured, each with its entries."""

from collections.abc import Iterator, Mapping
from operator import attrgetter

from directory.model import Entry
from directory.model.provider import Provider
from directory.model.text import collation_key
from directory.output.page import START, Crumb, Page
from directory.pages.alphabet import Alphabet
from directory.pages.parts import divided, part, root_from, with_parts
from directory.pages.render import render
from directory.pages.rows import rows_of
from directory.view.confirming import confirm_all
from directory.view.contact import public_providers
from directory.view.day import DayView

PROVIDERS = Crumb("Wer macht die Angebote?", "traeger/")


def providers_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: all providers in parts."""
    return _providers(view).keys("")


def providers_page(view: DayView, key: str) -> Page:
    """Return providers in the order of the alphabet."""
    _, number = divided(key)
    providers = _providers(view)
    shown = providers.part(number)
    body = render(
        "providers.html",
        root=root_from(PROVIDERS.address, number),
        part=shown,
        letters=providers.letters,
        sections=list(providers.sections(shown)),
        entries=_entries(view),
    )
    page = Page(
        address=PROVIDERS.address,
        title=PROVIDERS.title,
        body=body,
        description="Alle Vereine, Firmen und Ämter nach dem Alphabet.",
        crumbs=(START,),
    )
    return shown.of_list(page)


def provider_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: each provider, in parts."""
    for provider in public_providers(view.directory):
        yield from with_parts(provider.id, len(_entries(view).get(provider.id, [])))


def provider_page(view: DayView, key: str) -> Page:
    """Return the page of one provider."""
    slug, number = divided(key)
    provider = view.directory.providers[slug]
    entries = _entries(view).get(slug, [])
    shown, address = part(entries, number), f"traeger/{slug}/"
    body = render(
        "provider.html",
        root=root_from(address, number),
        view=view,
        row=rows_of(view),
        provider=provider,
        part=shown,
        all_right=confirm_all(view.directory.city, provider.name, entries) if entries else "",
    )
    # An association may be named like the entry that it runs.
    page = Page(
        address=address,
        title=f"Angebote von: {provider.name}",
        body=body,
        description=" ".join(provider.description),
        crumbs=(START, PROVIDERS),
        sensitive="always" if view.only_sensitive(entries) else "never",
    )
    return shown.of_list(page)


def _providers(view: DayView) -> Alphabet[Provider]:
    def make() -> Alphabet[Provider]:
        name = attrgetter("name")
        return Alphabet(sorted(public_providers(view.directory), key=lambda one: collation_key(one.name)), name)

    return view.once("providers by name", make)


def _entries(view: DayView) -> Mapping[str, list[Entry]]:
    return view.by("providers", _named)


def _named(entry: Entry) -> tuple[str, ...]:
    return () if entry.secret else entry.providers
