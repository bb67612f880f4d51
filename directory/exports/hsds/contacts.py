"""Phone numbers and organisations."""

from collections.abc import Iterable, Iterator, Mapping

from directory.exports.hsds.objects import Object, filled, identifier, text
from directory.model import Entry
from directory.model.city import City
from directory.model.contact import Phone, PhoneKind
from directory.model.phone_number import national
from directory.model.provider import Provider

# The kinds of numbers as HSDS calls them (phone.type, after RFC 6350); what it has no word for is a kind of message.
TYPES: Mapping[PhoneKind, str] = {
    "sprache": "voice",
    "fax": "fax",
    "sms": "text",
    "schreibtelefon": "textphone",
    "whatsapp": "text",
}


def phones(city: City, numbers: Iterable[Phone], owner: str, **link: str) -> Iterator[Object]:
    """Yield numbers as they are dialled in Germany, with what answers there and what they are for."""
    for phone in numbers:
        yield filled(
            id=identifier(city, "phone", owner, phone.digits, phone.kind),
            number=national(phone.digits),
            type=TYPES[phone.kind],
            description=phone.label,
            **link,
        )


def organization(city: City, provider: Provider) -> Object:
    """Return a provider."""
    key = identifier(city, "organization", provider.id)
    contact = provider.contact
    return filled(
        id=key,
        name=provider.name,
        alternate_name="; ".join(provider.other_names),
        # HSDS wants a description of each.
        description=text(*provider.description) or provider.name,
        email=next(iter(contact.mails), ""),
        website=next(iter(contact.websites), ""),
        phones=[*phones(city, contact.numbers, key, organization_id=key)],
    )


def organization_of(city: City, entry: Entry) -> Object:
    """Return the organisation of an entry that names no provider: HSDS wants one for each service."""
    return filled(
        id=identifier(city, "organization", "entry", entry.first_slug),
        name=entry.name,
        description=text(*entry.description),
    )
