"""Nothing in an entry with a secret place, or in one that points to it, gives the place away."""

from collections.abc import Iterator
from datetime import date

from directory.model import Directory, Entry
from directory.problems import Problem, quoted


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what could lead to a secret place."""
    for entry in directory.entries:
        if entry.secret:
            yield from _own(entry)
        for index, place in enumerate(entry.places):
            if place.at and (venue := directory.entry.get(place.at)) and venue.secret and venue is not entry:
                message = f"Der Ort von {quoted(venue.name)} ist geheim. „bei“ verrät, dass hier noch etwas ist."
                yield Problem.at(entry.position("orte", index, "bei"), "ort-geheim", message, "Löschen Sie „bei“.")


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
            hint = "Schreiben Sie:\nquelle: {angabe: liegt der Redaktion vor, stand: unbekannt}"
            yield Problem.at(entry.position("quelle", index, "url"), "ort-geheim", message, hint)
