"""Points on a map: only public ones, only under a licence, and where the city is."""

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import MakeCity, day_view, entry_with, load_city

from directory.exports import data_files
from directory.exports.as_geojson import write

SHIPPED = Path(__file__).parents[1] / "entries"
# Around Jena, in degrees: west, south, east, north.
BOX = (11.4, 50.8, 11.8, 51.1)
POINT = "position: {breite: 50.93, laenge: 11.58, quelle: Liste, lizenz: CC0}"


def features(root: Path, today: date = date(2026, 11, 22)) -> list[dict[str, Any]]:
    text = write(day_view(load_city(root).directory, today))
    collection = json.loads(text)
    assert collection.keys() == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    return list(collection["features"])


def refuse(found: list[dict[str, Any]]) -> None:
    """RFC 7946: longitude first; a swapped pair lies in Africa."""
    for feature in found:
        assert feature.keys() == {"type", "geometry", "properties"}
        assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
        longitude, latitude = feature["geometry"]["coordinates"]
        west, south, east, north = BOX
        assert west <= longitude <= east
        assert south <= latitude <= north
        assert feature["properties"]["lizenz"]


def test_what_is_shipped_lies_in_the_city_once_it_has_a_licence(tmp_path: Path) -> None:
    root = tmp_path / "entries"
    shutil.copytree(SHIPPED, root)
    for file in root.glob("*/*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"( +)quelle: Adress-Liste.*", r"\g<0>\n\1lizenz: CC0", text), encoding="utf-8")
    found = features(root, date(2026, 11, 29))
    assert len(found) > 20
    refuse(found)


def test_a_swapped_pair_is_found(city: MakeCity) -> None:
    found = features(city({"mitte/gruppe.yaml": entry_with(f"name: Gruppe\norte: {{strasse: Am Kai, {POINT}}}")}))
    refuse(found)
    found[0]["geometry"]["coordinates"].reverse()
    with pytest.raises(AssertionError):
        refuse(found)


def test_a_point_says_what_is_there_and_whose_it_is(city: MakeCity) -> None:
    place = f'{{strasse: Am Kai, hausnummer: 9, plz: "20095", {POINT}}}'
    [feature] = features(city({"mitte/gruppe.yaml": entry_with(f"name: Gruppe\norte: {place}")}))
    assert feature["geometry"]["coordinates"] == [11.58, 50.93]
    properties = feature["properties"]
    assert (properties["id"], properties["name"], properties["quelle"], properties["lizenz"]) == (
        "gruppe",
        "Gruppe",
        "Liste",
        "CC0",
    )
    assert properties["adresse"].startswith("Am Kai 9, 20095 ")


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("mitte/gruppe.yaml", "{strasse: Am Kai, position: {breite: 50.93, laenge: 11.58, quelle: Liste}}"),
        ("alle/gruppe.yaml", f"[{{art: geheim}}, {{strasse: Am Kai, {POINT}}}]"),
        ("mitte/gruppe.yaml", f"{{art: wechselnd, strasse: Am Kai, {POINT}}}"),
    ],
)
def test_no_point_without_a_licence_or_of_a_place_that_is_not_public(city: MakeCity, path: str, places: str) -> None:
    assert features(city({path: entry_with(f"name: Gruppe\norte: {places}")})) == []


def test_no_data_file_has_a_position_without_a_licence(city: MakeCity) -> None:
    times = "zeiten: {zweck: treffen, tage: Montag, von: 10:00, stand: 2026-10}"
    having: dict[str, set[str]] = {}
    for licence in ("CC0", ""):
        stated = f", lizenz: {licence}" if licence else ""
        lines = (
            f"name: Gruppe\norte: {{strasse: Am Kai, position: {{breite: 50.9371, laenge: 11.5843{stated}}}}}\n{times}"
        )
        view = day_view(load_city(city({"mitte/gruppe.yaml": entry_with(lines)}, name=f"with {licence}")).directory)
        having[licence] = {file.path for file in data_files(view) if "50.9371" in str(file.content)}
    assert having[""] == set()
    assert having["CC0"] >= {
        "daten/entries.json",
        "daten/entries.geojson",
        "daten/hsds/services/index.json",
        "angebote/gruppe/termine.ics",
    }
