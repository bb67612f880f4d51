"""Nothing in an entry with a secret place, or in one that points to it, gives the place away."""

from collections.abc import Iterator
from datetime import date

from directory.model import Directory, Entry
from directory.problems import Problem, quoted


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what could lead to a secret place."""
    for entry in directory.entries:
        if entry.secret:
            yield from _area(directory, entry)
            yield from _own(entry)
        for index, place in enumerate(entry.places):
            if place.at and (venue := directory.entry.get(place.at)) and venue.secret and venue is not entry:
                message = f"Der Ort von {quoted(venue.name)} ist geheim. „bei“ verrät, dass hier noch etwas ist."
                yield Problem.at(entry.position("orte", index, "bei"), "ort-geheim", message, "Löschen Sie „bei“.")


def _area(directory: Directory, entry: Entry) -> Iterator[Problem]:
    """Yield each area of a secret entry that is smaller than the city: its lists would say where to look."""
    areas = directory.vocabulary.areas
    whole = next((area for area in areas.values() if area.city_wide), None)
    small = [key for key in entry.areas if key in areas and not areas[key].city_wide]
    if entry.area in small:
        message = f"Der Ort ist geheim. Der Ordner {quoted(entry.area)} verrät, in welchem Gebiet er ist."
        hint = f"Legen Sie die Datei in den Ordner „{whole.id}“." if whole else ""
        yield Problem.at(entry.position("orte"), "ort-geheim", message, hint)
    for index, key in enumerate(entry.service_areas):
        if key in small:
            message = f"Der Ort ist geheim. Das Gebiet {quoted(areas[key].name)} verrät, wo er ist."
            hint = "Löschen Sie „gebiet“."
            yield Problem.at(entry.position("gebiet", index), "ort-geheim", message, hint)


def _own(entry: Entry) -> Iterator[Problem]:
    for index, place in enumerate(entry.places):
        if place.kind != "geheim" and (place.has_address or place.at or place.coordinates or place.stop):
            message = "Dieses Angebot hat einen geheimen Ort. Dann darf kein anderer Ort in der Datei stehen."
            hint = "Schreiben Sie den anderen Ort in eine eigene Datei, oder löschen Sie ihn."
            yield Problem.at(entry.position("orte", index), "ort-geheim", message, hint)
    if entry.former_slugs:
        message = "Frühere Namen von der Datei können den geheimen Ort verraten."
        hint = "Löschen Sie „fruehere_namen_der_datei“."
        yield Problem.at(entry.position("fruehere_namen_der_datei"), "ort-geheim", message, hint)
    for index, source in enumerate(entry.sources):
        if source.url:
            message = "Eine Quelle kann den geheimen Ort verraten. Auch in der Datei selbst darf sie nicht stehen."
            hint = "Schreiben Sie:\nquelle: {angabe: Das bleibt geheim, stand: unbekannt}"
            yield Problem.at(entry.position("quelle", index, "url"), "ort-geheim", message, hint)
