"""Places: one location a house, made from the entry whose house it is and not from its guests."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.exports.hsds.objects import Object, filled, identifier, text
from directory.model import Directory, Entry
from directory.model.place import Access, Place
from directory.model.text import street_key
from directory.view.access import AccessView, access_sentence, access_views

VIRTUAL = {"online": "Im Internet", "telefon": "Am Telefon"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where an entry is: a location, the ids of the places of the entry there, and what is true of the entry alone."""

    location: Object
    places: tuple[str, ...]
    notes: str


def located(directory: Directory, entry: Entry) -> list[Located]:
    """Return the locations of an entry, each once; a secret entry has none, whatever else stands in its file."""
    found: dict[str, Located] = {}
    for own in () if entry.secret else entry.places:
        if (location := _location(directory, entry, own)) is None:
            continue
        before = found.get(location["id"])
        found[location["id"]] = Located(
            location=location,
            places=(*(before.places if before else ()), *filter(None, (own.id,))),
            notes=text(before.notes if before else "", _notes(directory, entry, own)),
        )
    return [*found.values()]


def _location(directory: Directory, entry: Entry, own: Place) -> Object | None:
    if own.kind in VIRTUAL:
        url = next(iter(entry.contact.websites), "") if own.kind == "online" else ""
        key = identifier(directory.city, "location", entry.first_slug, own.kind)
        return filled(id=key, location_type="virtual", name=VIRTUAL[own.kind], url=url)
    if own.kind != "fest":
        return None
    owner, place = _house(directory, entry, own)
    place = next(one for one in owner.places if _key(one) == _key(place))
    if not (place.has_address or place.locality or place.postal_code):
        return None
    return _physical(directory, owner, place)


def _house(directory: Directory, entry: Entry, own: Place) -> tuple[Entry, Place]:
    """Return whose house a place is, and the place of the house."""
    venue = directory.entry.get(own.at or "")
    if venue and not venue.secret and not own.street:
        for place in venue.places:
            if place.has_address:
                return venue, place
    return entry, own


def _key(place: Place) -> tuple[str, ...]:
    """Return what tells the houses of one entry apart, however they are spelled."""
    number = (place.house_number or "").replace(" ", "").casefold()
    return place.kind, street_key(place.street or ""), number, place.city or "", place.locality or ""


def _physical(directory: Directory, owner: Entry, own: Place) -> Object:
    city = directory.city
    place = directory.places(owner)[owner.places.index(own)]
    key = identifier(city, "location", owner.first_slug, *_key(own))
    address = _address(directory, place, key)
    point = place.coordinates if place.coordinates and place.coordinates.open else None
    town = " ".join(filter(None, (place.postal_code, place.city or city.name)))
    known = ", ".join(filter(None, (_street(place), town, place.locality)))
    return filled(
        id=key,
        location_type="physical",
        name=owner.name,
        description=text("" if address else f"{known}.", *place.directions),
        transportation=place.stop,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        addresses=[address] if address else [],
        accessibility=[*_accessibility(directory, owner, own, key)],
    )


def _street(place: Place) -> str:
    return " ".join(filter(None, (place.street, place.house_number))) if place.street else ""


def _address(directory: Directory, place: Place, location: str) -> Object | None:
    """Return a whole address, as HSDS wants it; None where a part is not known, as is the region of other towns."""
    city = directory.city
    if not (place.street and place.postal_code) or place.city not in {None, city.name}:
        return None
    return filled(
        id=identifier(city, "address", location),
        location_id=location,
        address_1=_street(place),
        address_2=place.locality,
        city=city.name,
        # ISO 3166-2, which needs no table of names.
        state_province=f"{city.country}-{city.subdivision}",
        postal_code=place.postal_code,
        country=city.country,
        address_type="physical",
    )


def _accessibility(directory: Directory, owner: Entry, own: Place, location: str) -> Iterator[Object]:
    """Yield one object a fact about barriers, with who says so and since when; what is not known is not there."""
    access, said = _access(directory, owner, own)
    if access is None or said is None:
        return
    features = directory.vocabulary.access_features
    facts = {key: access_sentence(features[key], degree) for key, degree in access.features.items()}
    degrees = dict[str, str](access.features)
    if access.door_width_cm:
        facts["tuerbreite_cm"] = f"Die schmalste Tür ist {access.door_width_cm} Zentimeter breit."
        degrees["tuerbreite_cm"] = str(access.door_width_cm)
    for number, note in enumerate(access.notes):
        facts[f"hinweis-{number + 1}"] = note
    for key, sentence in facts.items():
        coded = f"{key}: {degrees[key]}." if key in degrees else ""
        yield filled(
            id=identifier(directory.city, "accessibility", location, key),
            location_id=location,
            description=sentence,
            details=text(coded, said.source, said.as_of),
        )


def _access(directory: Directory, entry: Entry, own: Place) -> tuple[Access | None, AccessView | None]:
    places = directory.places(entry)
    known = [index for index, place in enumerate(places) if place.access]
    views = dict(zip(known, access_views(directory, entry), strict=True))
    index = entry.places.index(own)
    return places[index].access, views.get(index)


def _notes(directory: Directory, entry: Entry, own: Place) -> str:
    """Return what is true of a guest and not of the house: the way to its door, and its own facts about barriers."""
    owner, _ = _house(directory, entry, own)
    if owner is entry or own.kind != "fest":
        return ""
    number = f"{own.house_number}." if own.house_number else ""
    said = _access(directory, entry, own)[1] if own.access else None
    access = (*said.sentences, said.source, said.as_of) if said else ()
    stop = f"Haltestelle: {own.stop}." if own.stop else ""
    return text(number, *own.directions, stop, *access)
