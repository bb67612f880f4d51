"""Make a directory of any size: the real vocabulary, and made-up entries as long as real ones."""

import random
import shutil
from collections.abc import Sequence
from math import prod
from pathlib import Path

import yaml

AREAS = ("nord", "ost", "west-zentrum", "winzerla", "lobeda", "ganz-jena")
KINDS = ("verein", "selbsthilfegruppe", "treffpunkt", "tagesstaette", "beratung", "markt")
TOPICS = ("sucht", "trauer", "demenz", "sport", "kultur", "einsamkeit", "familie", "senioren")
# Parts of names as they are in a city: many begin alike, many end alike, and none has a number that tells it apart.
NAMES = (
    (
        "Selbsthilfegruppe", "Angehörigen-Gruppe", "Gesprächs-Kreis", "Treffpunkt", "Offener Treff", "Begegnungs-Café",
        "Beratungs-Stelle", "Nachbarschafts-Hilfe", "Verein", "Förder-Verein", "Sport-Gruppe", "Chor",
        "Eltern-Kind-Treff", "Senioren-Club", "Kultur-Werkstatt", "Reparatur-Café", "Tagesstätte", "Frühstücks-Treff",
        "Wander-Gruppe", "Spiele-Nachmittag",
    ),
    (
        "Sucht", "Trauer", "Demenz", "Depression", "Angst", "Diabetes", "Rheuma", "Parkinson", "Adipositas", "Tinnitus",
        "Familie", "Garten", "Musik", "Malen", "Tanzen", "Schach", "Yoga", "Kochen", "Lesen", "Sprachen",
    ),
    (
        "am Markt", "an der Saale", "im Park", "am Bahnhof", "in der Altstadt", "am Berg", "im Hof", "an der Mühle",
        "am Ufer", "im Turm", "am Wald", "an der Brücke", "im Garten", "am Anger", "in der Schule", "im Rathaus",
    ),
    (
        "Nord", "Ost", "Süd", "West", "Mitte", "Lobeda", "Winzerla", "Zwätzen", "Löbstedt", "Göschwitz", "Ammerbach",
        "Burgau", "Cospeda", "Isserstedt", "Kunitz", "Lichtenhain", "Münchenroda", "Wenigenjena", "Wöllnitz",
        "Ziegenhain",
    ),
    (
        "Regenbogen", "Sonnenschein", "Lichtblick", "Anker", "Brücke", "Insel", "Kompass", "Leuchtturm", "Oase",
        "Hafen", "Kleeblatt", "Schmetterling", "Lindenhof", "Kastanie", "Ahorn", "Birke", "Holunder", "Mohnblume",
        "Pusteblume",
        "Rosengarten", "Sternwarte", "Mondschein", "Morgenrot", "Abendstern", "Windrose", "Wegweiser", "Wendepunkt",
        "Zuversicht", "Miteinander", "Füreinander", "Zusammenhalt", "Vielfalt", "Auszeit", "Atempause", "Neuanfang",
        "Rückenwind", "Tapetenwechsel", "Wohnzimmer", "Stadtgespräch", "Küchentisch", "Fensterplatz", "Dachboden",
        "Hinterhof", "Werkbank", "Nähkästchen", "Notenschlüssel", "Farbklecks", "Seitenwechsel", "Leseratte",
        "Wanderschuh",
    ),
)  # fmt: skip
# Together they make some 20,000 sentences: no two entries say the same, as real ones do not.
WHO = (
    "Die Gruppe", "Unser Treff", "Der Verein", "Das Haus", "Die Werkstatt", "Das Café", "Der Chor", "Die Beratung",
    "Unser Team", "Die Initiative", "Das Büro", "Der Kreis", "Die Bibliothek", "Das Zentrum", "Unser Garten",
)  # fmt: skip
DOES = ("hat", "bietet", "sucht", "braucht", "plant", "kennt", "zeigt", "organisiert", "macht", "teilt", "mag", "gibt")
WHAT = (
    "Kaffee und Kuchen", "einen Ausflug im Monat", "helle und ruhige Räume", "Hilfe bei Anträgen", "neue Mitglieder",
    "Kurse für Anfänger", "einen großen Garten", "Spiele und Bücher", "ein Fest im Sommer", "warme Mahlzeiten",
    "viel Zeit zum Reden", "Musik aus vielen Ländern", "Platz für Kinder", "alte Fahrräder", "Rat bei Schulden",
    "Gespräche über Trauer", "gemeinsame Spaziergänge", "eine kleine Küche", "Nähmaschinen und Stoffe",
)  # fmt: skip
WHEN = ("", " am Abend", " in Jena", " für Familien", " mit Freunden", " das ganze Jahr", " ohne Anmeldung")


def write_entries(source: Path, target: Path, count: int, areas: Sequence[str] = AREAS) -> None:
    """Write the city and its vocabulary from `source`, and so many entries, the same for the same count."""
    for part in ("_vocabulary", "_traeger"):
        shutil.copytree(source / part, target / part)
    (target / "_vocabulary" / "anliegen.yaml").unlink(missing_ok=True)
    for file in (target / "_vocabulary").glob("*.yaml"):  # what they name are entries, which are not here
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(("  auskunft:", "  zuerst:"))]
        file.write_text("".join(kept), encoding="utf-8")
    shutil.copy(source / "_stadt.yaml", target / "_stadt.yaml")
    streets = {area: streets_of(source, area) for area in areas}
    dice = random.Random(count)
    names = dice.sample(range(prod(map(len, NAMES))), count)
    for number in range(count):
        area = dice.choice(areas)
        (target / area).mkdir(exist_ok=True)
        text = entry(dice, number, name(names[number]), streets[area][number % len(streets[area])])
        (target / area / f"angebot-{number:05}.yaml").write_text(text, encoding="utf-8")


def streets_of(source: Path, area: str) -> list[str]:
    """Return the names of the streets of an area; all of them for one that is no part of the city."""
    streets = yaml.safe_load((source / "_vocabulary" / "strassen.yaml").read_text(encoding="utf-8")).values()
    return [one["name"] for one in streets if area in one["sozialraum"]] or [one["name"] for one in streets]


def name(number: int) -> str:
    """Return the name of this number; no two have the same."""
    parts = []
    for choices in NAMES:
        number, at = divmod(number, len(choices))
        parts.append(choices[at])
    return " ".join(parts)


def entry(dice: random.Random, number: int, called: str, street: str) -> str:
    """Return one entry as YAML."""
    lines = "\n".join(
        f"  - {dice.choice(WHO)} {dice.choice(DOES)} {dice.choice(WHAT)}{dice.choice(WHEN)}." for _ in range(4)
    )
    return f"""name: {called}
art: {dice.choice(KINDS)}
themen: [{", ".join(dice.sample(TOPICS, 2))}]
zielgruppen: [alle]
beschreibung:
{lines}
fuer_wen: Für alle Menschen in Jena.
orte:
  - strasse: {street}
    hausnummer: {number}
    plz: 07743
    haltestelle: Naumburger Straße
    zugang: {{rollstuhl: ja, aufzug: nein, toilette: teilweise, stand: 2026-05}}
zeiten:
  - zweck: treffen
    tage: {dice.choice(("Montag", "Dienstag", "Mittwoch"))}
    von: 18:00
    bis: 20:00
    feiertage: zu
    stand: 2026-09
  - {{zweck: telefon, tage: [Donnerstag, Freitag], von: 9:00, bis: 12:00, stand: 2019}}
kosten: kostenlos
kontakt:
  telefon: 03641 {100000 + number}
  mail: kontakt@example.org
  webseite: https://www.example.org
quelle: {{url: "https://www.example.org/{number}", stand: 2026-09}}
"""
