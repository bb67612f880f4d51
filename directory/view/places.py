"""Where an entry is, in words: each place with its address, its venue, and how to find the door."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from directory.model import Directory, Entry
from directory.model.place import Coordinates, Place
from directory.view.phrases import PLACE_KINDS, PLACE_ROLES, PLACES_TO_ASK_FOR

SECRET = PLACE_KINDS["geheim"]
REMOTE = {"online": "Im Internet", "telefon": "Am Telefon", "aufsuchend": "Bei Ihnen zu Hause"}
# Kinds of places where nobody has to get through a door.
WITHOUT_DOOR = frozenset({"aufsuchend", "online", "telefon", "geheim"})


@dataclass(frozen=True, slots=True)
class EntryLink:
    """Another entry, and what it is called."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """One place; what is held at a venue has the address of the venue.

    `area` is the id of its area, empty where that is not clear. `heading` tells it from the other places of the entry,
    `kind_text` is for readers, `kind` is that of the model. `street` has the house number too, `town` the postcode.
    """

    id: str
    area: str
    heading: str
    kind: str
    kind_text: str
    venue: EntryLink | None
    street: str
    town: str
    locality: str
    stop: str
    directions: tuple[str, ...]
    has_address: bool
    coordinates: Coordinates | None

    @property
    def address(self) -> tuple[str, ...]:
        """The address, line by line; nothing for a place without one."""
        if not self.has_address:
            return ()
        locality = f"Ortsteil: {self.locality}" if self.locality else ""
        return tuple(filter(None, (self.street, ", ".join(filter(None, (self.town, locality))))))


def places_of(directory: Directory, entry: Entry, *, askable: bool = False) -> Iterator[PlaceView]:
    """Yield the places of an entry in the order of its file. `askable`: whether anybody can be asked about them."""
    places = directory.places(entry)
    names = place_names(directory, entry)
    roles = [PLACE_ROLES[place.role] for place in places]
    for place, name, role in zip(places, names, roles, strict=True):
        venue = directory.entry.get(place.at or "")
        yield PlaceView(
            id=place.id or "",
            area=directory.area_of(place) or "",
            heading=role if roles.count(role) == 1 else name,
            kind=place.kind,
            kind_text=(PLACES_TO_ASK_FOR if askable else {}).get(place.kind) or PLACE_KINDS.get(place.kind, ""),
            venue=EntryLink(venue.slug, venue.name) if venue else None,
            street=" ".join(filter(None, (place.street, place.house_number))) if place.street else "",
            town=" ".join(filter(None, (place.postal_code, place.city or directory.city.name))),
            locality=place.locality or "",
            stop=place.stop or "",
            directions=place.directions,
            has_address=bool(place.street or place.postal_code or place.locality or place.city),
            coordinates=place.coordinates,
        )


def whereabouts(directory: Directory, entry: Entry, place_id: str | None = None) -> str:
    """Return in a few words where the entry is, at one of its places or at all; its area where no more is known."""
    if entry.secret:
        return SECRET
    chosen = [place for place in directory.places(entry) if place_id and place.id == place_id]
    spots = {_spot(place): directory.area_of(place) for place in chosen or directory.places(entry) if _spot(place)}
    areas = directory.vocabulary.areas
    if len({*spots.values()} - {None}) > 1:
        return " · ".join(f"{areas[area].name}: {spot}" if area else spot for spot, area in spots.items())
    without_address = (REMOTE.get(place.kind) or PLACE_KINDS.get(place.kind, "").rstrip(".") for place in chosen)
    return " · ".join(spots) or next(filter(None, without_address), areas[entry.area].name)


def closed_houses(directory: Directory, entry: Entry, today: date) -> tuple[str, ...]:
    """Return which of the houses of a listed entry are closed or make a pause, a sentence each."""
    closed = {venue.slug: venue for _, venue in directory.closed_venues(entry, today) if entry.listed(today)}
    return tuple(
        f"Das Haus{f' {venue.name}' if len(entry.places) > 1 else ''} "
        f"{'macht gerade Pause' if venue.status == 'pausiert' else 'ist geschlossen'}."
        for venue in closed.values()
    )


def place_names(directory: Directory, entry: Entry) -> tuple[str, ...]:
    """Return what people call the places of an entry; no two are called the same."""
    names = [_name(directory, place) for place in directory.places(entry)]
    return tuple(
        name if name and names.count(name) == 1 else f"{name or 'Ort'} ({number})"
        for number, name in enumerate(names, 1)
    )


def _name(directory: Directory, place: Place) -> str:
    venue = directory.entry.get(place.at or "")
    street = " ".join(filter(None, (place.street, place.house_number))) if place.street else ""
    return venue.name if venue else street or place.locality or place.city or REMOTE.get(place.kind, "")


def _spot(place: Place) -> str:
    if place.kind == "geheim":
        return SECRET
    street = " ".join(filter(None, (place.street, place.house_number)))
    return ", ".join(filter(None, (street, place.locality or place.city)))
