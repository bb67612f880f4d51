"""What must be known before the directory may be published without the banner of a trial."""

from collections.abc import Iterator

from directory.model import Directory
from directory.problems import Problem, quoted

REQUIRED = {
    "betreiber": "wer die Seite betreibt",
    "auskunft": "wen man anruft, wenn man nicht weiter weiß",
    "fehler_melden": "wohin man Fehler meldet",
    "durchsetzungsstelle": "wo man sich über Barrieren beschwert",
    "webseite": "unter welcher Adresse das Verzeichnis im Netz steht",
    "quelltext": "wo die Dateien öffentlich liegen",
    "veroeffentlicht": "wer die Veröffentlichung beschlossen hat, und wann",
}


def missing(directory: Directory) -> Iterator[Problem]:
    """Yield each setting that is still missing for a publication."""
    city = directory.city
    known = {
        "betreiber": city.operator,
        "auskunft": city.helper_phone,
        "fehler_melden": city.reports.mails and city.reports.phones,
        "durchsetzungsstelle": city.enforcement_body,
        "webseite": city.website,
        "quelltext": city.repository,
        "veroeffentlicht": city.decision,
    }
    for key, meaning in REQUIRED.items():
        if not known[key]:
            message = f"Für die Veröffentlichung fehlt „{key}“: {meaning}."
            yield Problem.at(
                city.position(key),
                "veroeffentlichung",
                message,
                "Ergänzen Sie das Feld, oder bauen Sie die Probe-Version: make site",
            )
    if directory.audit is None:
        message = "Für die Veröffentlichung fehlt die Prüfung, wie barrierefrei die Seite ist."
        hint = "Schreiben Sie die Datei „_barrierefreiheit.yaml“. ANOTHER-CITY.md sagt, was darin steht."
        yield Problem.at(city.position(), "veroeffentlichung", message, hint)
    elif city.operator and city.operator.public_body and not directory.audit.laws:
        message = "Für die Veröffentlichung fehlt „gesetze“: nach welchen Gesetzen die öffentliche Stelle prüft."
        hint = "Schreiben Sie das Gesetz und die Verordnung vom Bundesland, und: Durchführungsbeschluss (EU) 2018/1523"
        yield Problem.at(directory.audit.position("gesetze"), "veroeffentlichung", message, hint)
    for pathway in directory.pathways.values():
        if not pathway.review:
            message = f"Die Seite {quoted(pathway.title)} hat noch keine Fach-Person geprüft."
            yield Problem.at(
                pathway.position("geprueft"),
                "veroeffentlichung",
                message,
                "Schreiben Sie, wer sie geprüft hat und wann:\ngeprueft: {von: Name der Stelle, am: 2026-10-01}",
            )
    if city.operator and not city.operator.privacy_contact.reachable:
        message = "Für die Veröffentlichung fehlt der Kontakt für Datenschutz."
        yield Problem.at(
            city.position("betreiber", "datenschutz"),
            "veroeffentlichung",
            message,
            "Schreiben Sie eine Mail-Adresse oder Telefon-Nummer.",
        )
