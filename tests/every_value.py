"""Each field of an entry with some value, and each value of each choice: an entry without it and with it."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from conftest import TODAY, day_view

from directory.files.fields import Field, every_field
from directory.model import Directory, Entry
from directory.model.picture import PictureFile
from directory.view.day import DayView

RULE = {"zweck": "treffen", "tage": ["Di"], "von": "18:00", "bis": "20:00", "feiertage": "zu", "stand": "2026-11"}
SOURCES = [
    {"id": "netz", "url": "https://netz.example", "stand": "2026-11"},
    {"angabe": "Ein Brief", "stand": "2026-11"},
]
BASE: dict[str, Any] = {
    "name": "Gruppe",
    "art": ["treffpunkt"],
    "themen": ["sport"],
    "beschreibung": ["Wir treffen uns."],
    "orte": [{"id": "saal", "strasse": "Hauptstraße", "hausnummer": "3", "haltestelle": "Markt"}],
    "zeiten": [RULE],
    "sprachen": ["ar"],
    "fuer_wen": ["Für alle."],
    "kontakt": {"telefon": [{"nummer": "040 123456"}]},
    "quelle": SOURCES,
}
# What a field needs beside it, by its path or that of its group: keys of the whole entry.
BESIDE: Mapping[str, Mapping[str, Any]] = {
    "alter": {"alter": {"ab": "18"}},
    "kosten": {"kosten": {"art": "preis", "betrag": "3"}},
    "ausnahmen": {"ausnahmen": [{"ab": "2026-12-08", "bis": "2026-12-09"}]},
    "ausnahmen.uhrzeit": {"ausnahmen": [{"ab": "2026-12-08", "bis": "2026-12-09", "zu": "nein", "stand": "2026-11"}]},
    "bestaetigt": {"bestaetigt": {"am": "2026-11-02", "von": "traeger"}},
    "bild": {
        "bild": {"datei": "tuer.jpg", "beschreibung": "Eine Tür", "urheber": "Ich", "jahr": "2025", "lizenz": "CC0"}
    },
    "leichte_sprache": {"leichte_sprache": {"geprueft_von": "Gruppe Lesen", "am": "2026-05-01"}},
    "gueltig": {"gueltig": {"bis": "2027-03-01"}},
    "nachfolger.angebot": {"status": "geschlossen"},
    "nachfolger.was": {"status": "geschlossen", "nachfolger": [{"angebot": "eine-runde"}]},
    "mitmachen": {"mitmachen": {"wie": "offen"}},
    "trotzdem": {"trotzdem": [{"regel": "mobilnummer", "warum": "Dienst-Handy"}]},
    "orte": {"orte": [{"strasse": "Hauptstraße", "hausnummer": "3"}, {"strasse": "Am Markt"}], "zeiten": []},
    "orte.art": {"orte": [{}], "zeiten": []},
    "orte.bei": {"orte": [{}]},
    "orte.stadt": {"orte": [{"strasse": "Hauptstraße", "hausnummer": "3"}]},
    # Data has only positions under a licence.
    "orte.position": {
        "orte": [{"strasse": "Hauptstraße", "position": {"breite": "50.9", "laenge": "11.6", "lizenz": "CC0"}}]
    },
    "orte.zugang": {"orte": [{"strasse": "Hauptstraße", "zugang": {"aufzug": "ja"}}]},
    "orte.zugang.geprueft": {
        "orte": [{"strasse": "Hauptstraße", "zugang": {"aufzug": "ja", "geprueft": {"am": "2026", "von": "Ich"}}}]
    },
    "zeiten.ort": {
        "orte": [{"id": "saal", "strasse": "Hauptstraße"}, {"id": "hof", "strasse": "Am Markt"}],
        "zeiten": [RULE | {"ort": "hof"}],
    },
    "zeiten.termine": {"zeiten": [{"zweck": "treffen", "termine": ["2026-12-01"], "von": "18:00", "stand": "2026-11"}]},
    "zeiten.ab": {"zeiten": [RULE | {"alle_wochen": "2", "ab": "2026-12-01"}]},
    "zeiten.alle_wochen": {"zeiten": [RULE | {"ab": "2026-12-01"}]},
    "zeiten.immer": {"zeiten": [{"zweck": "treffen", "stand": "2026-11", "hinweis": ["Fragen Sie."]}]},
    "zeiten.feiertage": {"zeiten": [{key: value for key, value in RULE.items() if key != "feiertage"}]},
    "zeiten.stand": {"zeiten": [RULE | {"stand": "2026"}]},
    "zeiten.schulferien": {"zeiten": [RULE | {"tage": ["Mo", "Di", "Mi", "Do", "Fr"]}]},
    "zeiten.gueltig.bis": {"zeiten": [RULE | {"gueltig": {"bis": "2027-04-01"}}]},
    "quelle.url": {"quelle": [{"url": "https://alt.example", "stand": "2026-11"}]},
    "quelle.angabe": {"quelle": [{"angabe": "Ein Brief", "stand": "2026-11"}]},
}
VALUES: Mapping[str, str] = {
    "line": "Anderswo", "sentence": "Das ist neu.", "number": "7", "date": "2026-12-15", "partial-date": "2015",
    "special-day": "2026-12-09", "time": "19:00", "hours": "10-12", "phone": "040 654321", "mail": "neu@example.org",
    "url": "https://neu.example", "truth": "ja", "identifier": "netz",
}  # fmt: skip
OWN: Mapping[str, Any] = {
    "art": ["selbsthilfegruppe"], "themen": ["sucht"], "zielgruppen": ["kinder"], "traeger": ["ein-traeger"],
    "gebiet": ["mitte", "hafen"], "sprachen": ["de"], "nachfolger.angebot": "eine-runde", "kontakt.ueber": "eine-runde",
    "orte.bei": "ein-haus", "orte.plz": "20095", "zeiten.ort": "saal", "zeiten.gueltig.ab": "2027-01-01",
    "zeiten.gueltig.bis": "2027-02-01", "gueltig.ab": "2027-01-01", "gueltig.bis": "2027-02-01", "zeiten.bis": "21:00",
    "zeiten.alle_wochen": "2", "ausnahmen.ab": "2026-12-01", "ausnahmen.bis": "2026-12-15", "kosten.betrag": "4,50",
    "bestaetigt.am": "2026-11-03",     "orte.zugang.geprueft.am": "2025", "leichte_sprache.am": "2026-05-02",
    "trotzdem.regel": "freie-mail",
    "orte.position.breite": "50.8", "orte.position.laenge": "11.5", "alter.bis": "30", "zeiten.ab": "2026-12-08",
    "zeiten.termine": ["2026-12-15"], "fruehere_namen_der_datei": ["alt"], "orte.id": "halle", "quelle.id": "neu",
    "bild.datei": "haus.jpg", "bild.jahr": "2026", "mitmachen.stand": "2015", "zeiten.stand": "2015",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One value of one field, and the entry without and with it."""

    name: str
    before: dict[str, Any]
    after: dict[str, Any]


def changes() -> Iterator[Change]:
    """Yield each field with some value, and each value of each choice."""
    for field in every_field():
        if field.kind == "group":
            continue
        path = ".".join(field.path)
        if field.kind == "features":
            for degree in (choice.value for choice in field.choices):
                yield Change(f"{path}={degree}", start(path), put(start(path), field.path[:-1], "rollstuhl", degree))
        elif field.choices or field.kind == "truth":
            values = [choice.value for choice in field.choices] or ["ja", "nein"]
            for value in values:
                other = next(one for one in values if one != value)
                kept = put(start(path), field.path[:-1], field.key, listed(field, other))
                after = put(kept, field.path[:-1], field.key, listed(field, value))
                yield Change(f"{path}={value}", without(kept, field), after)
        else:
            value = OWN.get(path, listed(field, VALUES[field.kind]))
            yield Change(path, start(path), put(start(path), field.path[:-1], field.key, value))


def listed(field: Field, value: str) -> Any:
    return [value] if field.many else value


def without(values: dict[str, Any], field: Field) -> dict[str, Any]:
    """Return the values without the field, where they can be without it: then its absence is compared."""
    if field.required or ".".join(field.path) == "zeiten.tage":
        return values
    found = copy.deepcopy(values)
    inside = group(found, field.path[:-1])
    inside.pop(field.key, None)
    return found


def start(path: str) -> dict[str, Any]:
    keys = path.split(".")
    for count in range(len(keys), 0, -1):
        if beside := BESIDE.get(".".join(keys[:count])):
            return copy.deepcopy(BASE | dict(beside))
    return copy.deepcopy(BASE)


def group(values: dict[str, Any], above: tuple[str, ...]) -> dict[str, Any]:
    many = {field.path: field.many for field in every_field()}
    inside: Any = values
    for count, key in enumerate(above, 1):
        inside = inside.setdefault(key, [{}] if many[above[:count]] else {})
        inside = inside[0] if isinstance(inside, list) else inside
    found: dict[str, Any] = inside
    return found


def put(values: dict[str, Any], above: tuple[str, ...], key: str, value: Any) -> dict[str, Any]:
    found = copy.deepcopy(values)
    group(found, above)[key] = value
    return found


def view_with(example: Directory, values: dict[str, Any]) -> tuple[DayView, Entry]:
    """Return the example with an entry `gruppe` of these values."""
    old = example.entry["gruppe"]
    entry = Entry.model_validate(values)
    entry.bind("gruppe", old._origin)  # type: ignore[arg-type]  # noqa: SLF001 - as the loader does
    others = [other for other in example.entries if other.slug != "gruppe"]
    directory = Directory(
        city=example.city,
        vocabulary=example.vocabulary,
        providers=example.providers,
        entries=(*others, entry),
        pictures=dict.fromkeys(("tuer.jpg", "haus.jpg"), PictureFile(size=1, width=900, height=600, tells=False)),
    )
    return day_view(directory, TODAY), entry
