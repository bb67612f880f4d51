"""Who is behind an entry."""

from dataclasses import dataclass

from directory.model import Directory, Entry
from directory.model.contact import Contact, Phone
from directory.model.provider import Provider
from directory.view.places import EntryLink


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """The entry's own ways to be reached, and who is behind it. Whom one can ask says `asking.py`."""

    own: Contact
    providers: tuple[EntryLink, ...]

    @property
    def phones(self) -> tuple[Phone, ...]:
        """The entry's own phone numbers."""
        return self.own.phones


def contact_view(directory: Directory, entry: Entry) -> ContactView:
    """Return how an entry is reached itself."""
    providers = tuple(EntryLink(provider.id, provider.name) for provider in providers_of(directory, entry))
    return ContactView(own=entry.contact, providers=providers)


def providers_of(directory: Directory, entry: Entry) -> tuple[Provider, ...]:
    """Return who is behind the entry; a secret entry does not say it."""
    known = directory.providers
    return () if entry.secret else tuple(known[slug] for slug in entry.providers if slug in known)


def public_providers(directory: Directory) -> tuple[Provider, ...]:
    """Return the providers that have a page: with an entry that is not secret, or with a task in the working group.

    One that has secret entries only is not named anywhere.
    """
    named = {slug for entry in directory.entries if not entry.secret for slug in entry.providers}
    hidden = {slug for entry in directory.entries if entry.secret for slug in entry.providers} - named
    known = directory.providers.items()
    return tuple(provider for slug, provider in known if slug in named or (provider.roles and slug not in hidden))
