"""Places: the street lies in the area, a venue is open, and its address is written once."""

from collections.abc import Iterator
from datetime import date

from directory.checks.addresses import in_another_city, street_of
from directory.model import Directory, Entry
from directory.model.place import Place
from directory.model.text import street_key
from directory.model.vocabulary import Street
from directory.problems import Problem, quoted


def check(directory: Directory, today: date) -> Iterator[Problem]:
    """Yield places that do not fit together."""
    streets = {street_key(street.name): street for street in directory.vocabulary.streets.values()}
    venues: dict[tuple[str, str], Entry] = {}
    for entry in directory.entries:
        if entry.slug in directory.hosted:
            venues |= {key: entry for place in entry.places if (key := _address(place))}
    for entry in directory.entries:
        for index, place in enumerate(entry.places):
            yield from _street(directory, entry, index, streets)
            yield from _venue(directory, entry, index, today)
            venue = venues.get(_address(place) or ("", ""))
            if venue and venue is not entry and not place.at:
                message = f"Das ist die Adresse von {quoted(venue.name)}."
                hint = f"Schreiben Sie statt der Adresse:\norte: {{bei: {venue.slug}}}"
                yield Problem.at(entry.position("orte", index, "strasse"), "adresse-kopiert", message, hint)


def _street(directory: Directory, entry: Entry, index: int, streets: dict[str, Street]) -> Iterator[Problem]:
    place = entry.places[index]
    area = directory.vocabulary.areas.get(entry.area)
    street = None if in_another_city(directory, place) else street_of(place.street or "", streets)
    known = street.areas if street else ()
    if not known or area is None or set(known) & set(entry.areas):
        return
    if place.role == "aussenstelle" or (area.city_wide and place.role == "buero"):
        return
    names = " oder ".join(directory.vocabulary.areas[item].name for item in known if item in directory.vocabulary.areas)
    message = f"Die Straße {quoted(place.street)} liegt in {names}, nicht in {area.name}."
    hint = f"Legen Sie die Datei in den Ordner {known[0]}, oder ergänzen Sie „gebiet“."
    yield Problem.at(entry.position("orte", index, "strasse"), "strasse-anderswo", message, hint)


def _venue(directory: Directory, entry: Entry, index: int, today: date) -> Iterator[Problem]:
    venue = directory.entry.get(entry.places[index].at or "")
    if venue is None or venue is entry or not entry.listed(today):
        return
    if not venue.listed(today):
        message = f"Das Haus {quoted(venue.name)} ist geschlossen oder macht Pause."
        hint = (
            "Fragen Sie nach, wo sich die Gruppe jetzt trifft. Schreiben Sie statt „bei“ die neue Adresse:\n"
            "orte: {strasse: Beispielstraße, hausnummer: 3}"
        )
        yield Problem.at(entry.position("orte", index, "bei"), "haus-geschlossen", message, hint)
    elif venue.places and not venue.secret and not any(place.has_address for place in venue.places):
        message = f"Zu {quoted(venue.name)} ist keine Adresse bekannt."
        hint = f"Ergänzen Sie bei „orte“ in {venue.path}:\norte: {{strasse: Beispielstraße, hausnummer: 3}}"
        yield Problem.at(entry.position("orte", index, "bei"), "haus-ohne-adresse", message, hint)


def _address(place: Place) -> tuple[str, str] | None:
    if not place.street or not place.house_number:
        return None
    return street_key(place.street), place.house_number.casefold()
