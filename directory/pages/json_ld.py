"""What an entry is, for search engines and assistants: schema.org as JSON-LD, on the page of the entry.

Only properties whose type schema.org names as their domain. What is old or not known is not there; a secret entry has
no place. A position is there only under a licence that somebody stated.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from directory.model import Entry
from directory.model.place import Access, Place
from directory.model.provider import Provider
from directory.model.times import Purpose
from directory.schedule import trusted_until
from directory.schedule.recurrence import within
from directory.schedule.standard_rule import hours_of, standard_rule
from directory.view.access import AccessView, access_views
from directory.view.contact import providers_of
from directory.view.day import DayView
from directory.view.times import recent_rules

Node = dict[str, Any]
WEEKDAYS: Mapping[str, str] = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
TYPES: Mapping[str, str] = {
    "verein": "NGO",
    "stadt": "GovernmentOrganization",
    "behoerde": "GovernmentOrganization",
}
VALUES: Mapping[str, bool | str] = {"ja": True, "teilweise": "teilweise", "nein": False}


def json_ld(view: DayView, entry: Entry) -> str:
    """Return the data of an entry's page, ready to stand in a script element; empty for an entry that is not listed."""
    if not view.of(entry).listed:
        return ""
    address = view.directory.city.address_of(entry.slug)
    page = _node(
        "WebPage",
        url=address,
        name=entry.name,
        inLanguage="de",
        lastReviewed=entry.confirmed.on.isoformat() if entry.confirmed else "",
        mainEntity={"@id": f"{address}#angebot", **_service(view, entry)},
    )
    text = json.dumps({"@context": "https://schema.org", **page}, ensure_ascii=False, sort_keys=True)
    # Nothing in it may end the element.
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _node(kind: str, **values: Any) -> Node:
    """Return an object without what is empty; False and 0 are values."""
    return {"@type": kind, **{key: value for key, value in values.items() if value not in (None, "", [], {})}}


def _service(view: DayView, entry: Entry) -> Node:
    said, words = view.of(entry), view.directory.vocabulary
    served = entry.service_areas or ((entry.area,) if words.areas[entry.area].city_wide else ())
    areas = [words.areas[area] for area in served]
    city = view.directory.city.name
    joining = (said.joining.text, *said.joining.notes) if said.joining and not said.joining.said.age else ()
    age = entry.age
    audience = [words.audiences[one].name for one in entry.audiences]
    return _node(
        "Service",
        name=entry.name,
        alternateName=list(entry.other_names),
        description=" ".join(filter(None, (*entry.description, *joining, *entry.conditions))),
        serviceType=[kind.name for kind in said.kinds],
        category=[topic.name for topic in said.topics],
        provider=_provider(view, entry),
        audience=_node(
            "PeopleAudience",
            audienceType=", ".join(audience),
            requiredMinAge=age.minimum if age else None,
            requiredMaxAge=age.maximum if age else None,
        )
        if audience or age
        else None,
        areaServed=[_node("AdministrativeArea", name=city if area.city_wide else area.name) for area in areas],
        availableChannel=[*_channels(view, entry)],
        hoursAvailable=[*_hours(view, entry, "offen")] if len(entry.places) <= 1 else [],
        offers=_offer(view, entry),
    )


def _provider(view: DayView, entry: Entry) -> Node | list[Node]:
    found = [_organization(provider) for provider in providers_of(view.directory, entry)]
    return (
        (found if len(found) > 1 else found[0])
        if found
        else _node(
            # It speaks for itself.
            "Organization",
            name=entry.name,
            email=[] if entry.contact.phones else list(entry.contact.mails),
        )
    )


def _organization(provider: Provider) -> Node:
    kind = TYPES.get(provider.kind, "Organization")
    return _node(kind, name=provider.name, url=next(iter(provider.contact.websites), ""))


def _offer(view: DayView, entry: Entry) -> Node | None:
    """Return what it costs, where somebody names it and it is no old fact; a donation is no price."""
    cost, said = entry.cost, view.of(entry).cost
    if cost is None or said is None or said.said.age or cost.kind == "spende":
        return None
    price = cost.amount.replace(",", ".") if cost.amount else "0" if cost.kind == "kostenlos" else ""
    return _node("Offer", description=said.text, price=price, priceCurrency="EUR" if price else "")


def _channels(view: DayView, entry: Entry) -> Iterator[Node]:
    """Yield the ways to the service: each place with a door, and the phone or the web page."""
    contact = entry.contact
    languages = list(entry.languages) if not view.of(entry).audience.languages_said.age else []
    if not entry.secret:
        known = view.directory.places(entry)
        said = iter(access_views(view.directory, entry))
        for place in known:
            access = next(said) if place.access else None
            if place.kind == "fest":
                yield _node("ServiceChannel", serviceLocation=_place(view, place, access), availableLanguage=languages)
    hours = [*_hours(view, entry, "telefon")]
    phones = [
        _node(
            "ContactPoint",
            telephone=phone.uri.removeprefix("tel:"),
            contactType=phone.label,
            email=list(contact.mails) if first else [],
            hoursAvailable=hours if first else [],
        )
        for first, phone in ((number == 0, one) for number, one in enumerate(contact.phones))
    ]
    if phones or contact.websites:
        yield _node(
            "ServiceChannel",
            servicePhone=phones,
            serviceUrl=list(contact.websites),
            availableLanguage=languages,
        )


def _place(view: DayView, place: Place, said: AccessView | None) -> Node:
    city = view.directory.city
    venue = view.directory.entry.get(place.at or "")
    address = _node(
        "PostalAddress",
        streetAddress=" ".join(filter(None, (place.street, place.house_number))) if place.street else "",
        postalCode=place.postal_code,
        addressLocality=place.city or city.name,
        addressRegion="" if place.city else f"{city.country}-{city.subdivision}",
        addressCountry=city.country,
    )
    point = place.coordinates if place.coordinates and place.coordinates.open else None
    stop = f"Haltestelle: {place.stop}." if place.stop else ""
    return _node(
        "Place",
        address=address,
        geo=_node("GeoCoordinates", latitude=point.latitude, longitude=point.longitude) if point else None,
        description=" ".join(filter(None, (*place.directions, stop))),
        containedInPlace=_node("Place", name=venue.name) if venue else None,
        amenityFeature=[*_amenities(view, place.access, said)] if place.access and said else [],
    )


def _amenities(view: DayView, access: Access, said: AccessView) -> Iterator[Node]:
    features = view.directory.vocabulary.access_features
    about = " ".join(filter(None, (said.source, said.as_of)))
    for key, degree in access.features.items():
        yield _node("LocationFeatureSpecification", name=features[key].name, value=VALUES[degree], description=about)


def _hours(view: DayView, entry: Entry, purpose: Purpose) -> Iterator[Node]:
    """Yield the weekly hours with this purpose that may be said as facts; what is no whole week is not said here."""
    for rule in recent_rules(entry, view.today).values():
        times = within(rule, entry.validity)
        days, (opens, closes) = standard_rule(times), hours_of(times)
        if times.purpose != purpose or days is None or not (days.weekly and opens and closes):
            continue
        last = trusted_until(times.as_of, entry.confirmed)
        yield _node(
            "OpeningHoursSpecification",
            dayOfWeek=[f"https://schema.org/{WEEKDAYS[day]}" for day in days.days],
            opens=opens,
            closes=closes,
            validFrom=_day(times.begins),
            validThrough=_day(min(filter(None, (last, times.ends)))),
        )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
