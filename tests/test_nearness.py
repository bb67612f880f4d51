"""Near is near: distances by positions, never by a drawing; every place of an offer in its own area."""

import pytest
from conftest import MakeCity, day_view, entry_with, load_city
from on_paper import in_full
from test_asking import plain, shipped

from directory.booklets.book import book
from directory.pages.facets import facet_keys, facet_page
from directory.pages.lists import area_page
from directory.search.results import result_rows
from directory.view.day import DayView
from directory.view.nearness import nearest

LOCALITIES = """
altstadt:
  {name: Altstadt, sozialraum: mitte, position: {breite: 53.55, laenge: 10.0}, einwohner: {zahl: 900, jahr: 2016}}
rand:
  {name: Rand, sozialraum: mitte, position: {breite: 53.85, laenge: 10.0}, einwohner: {zahl: 100, jahr: 2016}}
kai: {name: Kai, sozialraum: hafen, position: {breite: 53.50, laenge: 10.0}}
"""
STREETS = "am-tor: {name: Am Tor, sozialraum: mitte}\nhafenstrasse: {name: Hafenstraße, sozialraum: hafen}\n"
TWO = """orte:
  - {id: tor, strasse: Am Tor, hausnummer: 1}
  - {id: kai, strasse: Hafenstraße, hausnummer: 2}
zeiten:
  - {zweck: treffen, ort: tor, tage: [Montag], von: 15:00, stand: 2026-10}
  - {zweck: treffen, ort: kai, tage: [Donnerstag], von: 16:00, stand: 2026-10}"""


def view_of(city: MakeCity, lines: str, folder: str = "mitte", name: str = "entries") -> DayView:
    files = {
        "_vocabulary/ortsteile.yaml": LOCALITIES,
        "_vocabulary/strassen.yaml": STREETS,
        f"{folder}/gruppe.yaml": entry_with(lines),
    }
    return day_view(load_city(city(files, name)).directory)


@pytest.mark.parametrize(
    ("lines", "kilometres"),
    [
        ("art: selbsthilfegruppe", 9),  # from where people live in Mitte to where they live at the harbour
        ("orte: {strasse: Hafenstraße, position: {breite: 53.52, laenge: 10.0, quelle: Adress-Liste}}", 7),
        ("orte: {strasse: Hafenstraße, position: {breite: 53.58, laenge: 10.0}}", 1),
    ],
)
def test_distances_are_those_of_positions(city: MakeCity, lines: str, kilometres: int) -> None:
    view = view_of(city, lines, "hafen")
    directory = view.directory
    found = nearest(directory, directory.vocabulary.areas["mitte"], [directory.entry["gruppe"]])
    assert found
    assert (found.area.id, found.kilometres) == ("hafen", kilometres)


def test_a_secret_place_is_nowhere(city: MakeCity) -> None:
    directory = view_of(city, "orte: {art: geheim}", "hafen").directory
    assert nearest(directory, directory.vocabulary.areas["mitte"], [directory.entry["gruppe"]]) is None
    shown = shipped().directory
    secret = [place for entry in shown.entries if entry.secret for place in entry.places]
    assert secret
    assert not any(place.coordinates for place in secret)


def test_an_area_without_an_offer_says_so_of_this_directory_only(city: MakeCity) -> None:
    view = view_of(city, "themen: trauer", "hafen")
    page = plain(facet_page(view, "themen/trauer").body)
    assert "Mitte: In diesem Verzeichnis steht dazu kein Angebot. Am nächsten ist Hafen" in page
    assert "ungefähr 9 Kilometer" in page


def test_no_page_of_the_site_calls_far_away_near_or_says_that_there_is_nothing() -> None:
    view = shipped()
    for key in facet_keys(view):
        page = plain(facet_page(view, key).body)
        assert ": kein Angebot" not in page
        assert "In der Nähe" not in page


def test_an_offer_with_two_places_stands_in_both_areas_with_the_place_and_time_of_each(city: MakeCity) -> None:
    view = view_of(city, TWO)
    entry = view.directory.entry["gruppe"]
    assert view.directory.areas_of(entry) == ("mitte", "hafen")
    for area, first in (("mitte", "Am Tor 1"), ("hafen", "Hafenstraße 2")):
        page = plain(area_page(view, area).body)
        assert "Mitte: Am Tor 1 · Hafen: Hafenstraße 2" in page
        assert "Am Tor 1: Jeden Montag: ab 15 Uhr." in page
        assert "Hafenstraße 2: Jeden Donnerstag: ab 16 Uhr." in page
        (printed,) = [one for one in in_full(book(view, area, trial=True)) if one.slug == "gruppe"]
        where, when = (next(group for group in printed.answers if group.label == label) for label in ("Wo", "Wann"))
        assert where.lines[0].text.startswith(first)
        assert when.lines[0].text.startswith(first)
    row = result_rows(view, [entry])
    assert '"mitte hafen"' in row
    assert "Mitte: Am Tor 1 · Hafen: Hafenstraße 2" in row


def test_an_office_and_a_place_in_another_city_bring_no_area(city: MakeCity) -> None:
    lines = "orte: [{strasse: Am Tor}, {strasse: Hafenstraße, rolle: buero}, {strasse: Hafenstraße, stadt: Anderswo}]"
    view = view_of(city, lines)
    assert view.directory.areas_of(view.directory.entry["gruppe"]) == ("mitte",)


def test_positions_in_jena_are_of_their_street_and_say_their_source() -> None:
    own = [place for entry in shipped().directory.entries for place in entry.places if place.coordinates]
    assert len(own) > 25
    assert [place for place in own if not place.coordinates or not place.coordinates.source] == []
