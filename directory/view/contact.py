"""Whom one can ask about an entry."""

from dataclasses import dataclass

from directory.model import Directory, Entry
from directory.model.contact import Contact, Phone
from directory.model.provider import Provider
from directory.view.places import EntryLink


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """Every way to ask: the entry's own ones, who passes questions on, and who is behind the entry.

    `through_phone` is the number of the go-between, only where the entry has none of its own.
    """

    own: Contact
    through: EntryLink | None
    through_phone: Phone | None
    providers: tuple[EntryLink, ...]

    @property
    def phones(self) -> tuple[Phone, ...]:
        """The entry's own phone numbers."""
        return self.own.phones

    @property
    def reachable(self) -> bool:
        """Whether there is any way to get in touch."""
        return self.own.reachable


def contact_view(directory: Directory, entry: Entry) -> ContactView:
    """Return the ways to ask about an entry."""
    through = directory.entry.get(entry.contact.through or "")
    helps = through is not None and not entry.contact.phones
    return ContactView(
        own=entry.contact,
        through=EntryLink(through.slug, through.name) if through else None,
        through_phone=next(iter(through.contact.phones), None) if through and helps else None,
        providers=tuple(EntryLink(provider.id, provider.name) for provider in providers_of(directory, entry)),
    )


def providers_of(directory: Directory, entry: Entry) -> tuple[Provider, ...]:
    """Return who is behind the entry; a secret entry does not say it."""
    known = directory.providers
    return () if entry.secret else tuple(known[slug] for slug in entry.providers if slug in known)


def providers_with_entries(directory: Directory) -> tuple[str, ...]:
    """Return the providers that are named by an entry. A secret entry does not count."""
    named = {slug for entry in directory.entries if not entry.secret for slug in entry.providers}
    return tuple(slug for slug in directory.providers if slug in named)
