"""Whom to ask about which entries: the provider, who passes questions on, or the entry itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directory.editors.due import Due
from directory.model import Directory, Entry
from directory.model.contact import Contact
from directory.model.text import collation_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody to ask, and the entries to ask about.

    `provider` is the id of a provider; it is empty where an entry is asked itself. `key` names the recipient in
    file names: no two have the same.
    """

    key: str
    provider: str
    name: str
    contact: Contact
    due: tuple[Due, ...]

    @property
    def id(self) -> str:
        """The id of the provider, or the slug of the entry that is asked itself."""
        return self.provider or self.due[0].entry.slug


def key_of_provider(provider: str) -> str:
    """Return the key of a provider who is asked."""
    return f"traeger-{provider}"


def key_of_entry(slug: str) -> str:
    """Return the key of an entry that is asked itself."""
    return f"angebot-{slug}"


def recipients_of(directory: Directory, found: Iterable[Due]) -> tuple[Recipient, ...]:
    """Return who is to be asked, in the order of German lists; each entry stands with exactly one of them.

    That is its first provider: one answer is enough. Without a provider it is who passes questions on (`ueber`), if the
    entry has neither phone nor mail of its own, and else the entry itself. A secret entry is always asked itself: its
    provider could give its place away.
    """
    groups: dict[tuple[str, str], list[Due]] = {}
    for item in found:
        groups.setdefault(_asked(directory, item.entry), []).append(item)
    made = [_correspondent(directory, *key, tuple(items)) for key, items in groups.items()]
    return tuple(sorted(made, key=lambda one: (collation_key(one.name), one.key)))


def _asked(directory: Directory, entry: Entry) -> tuple[str, str]:
    """Return the id of a provider and an empty slug, or the other way round."""
    through = directory.entry.get(entry.contact.through or "")
    for candidate in (entry, through if through and not _answers(entry.contact) else None):
        if candidate and not entry.secret and not candidate.secret:
            known = [provider for provider in candidate.providers if provider in directory.providers]
            if known:
                return known[0], ""
    return "", entry.slug


def _correspondent(directory: Directory, provider_id: str, slug: str, found: tuple[Due, ...]) -> Recipient:
    contacts = [contact for item in found for contact in _contacts(directory, item.entry)]
    if provider_id:
        provider = directory.providers[provider_id]
        key, name = key_of_provider(provider_id), provider.name
        contacts.insert(0, provider.contact)
    else:
        key, name = key_of_entry(slug), directory.entry[slug].name
    contact = next(filter(_answers, contacts), contacts[0])
    return Recipient(key=key, provider=provider_id, name=name, contact=contact, due=found)


def _contacts(directory: Directory, entry: Entry) -> Iterator[Contact]:
    """Yield how an entry is reached, by itself and through another; a secret one does not lead to others."""
    yield entry.contact
    through = directory.entry.get(entry.contact.through or "")
    if through and not entry.secret and not through.secret:
        yield through.contact


def _answers(contact: Contact) -> bool:
    """Return whether a person can be asked there, by phone or mail."""
    return bool(contact.phones or contact.mails)
