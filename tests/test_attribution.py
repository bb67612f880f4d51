"""Who says so: no word is put into the mouth of somebody who has not said it."""

import pytest
from conftest import MakeCity, entry_with, load_city

from directory.view.access import access_views

ACCESS = "orte: {strasse: Hauptstraße, zugang: {aufzug: ja%s}}"
ONE = "{url: https://www.jena.example/seite, stand: 2026-05}"
OTHER = "{angabe: Ein Brief, stand: 2026-05}"


@pytest.mark.parametrize(
    ("more", "sources", "source"),
    [
        ("", ONE, "Das steht auf jena.example."),
        ("", OTHER, "Woher wir das wissen: Ein Brief."),
        ("", f"[{ONE}, {OTHER}]", "Das hat noch niemand geprüft."),
        (", laut: die Stadt", f"[{ONE}, {OTHER}]", "Das sagt die Stadt."),
        (", geprueft: {am: 2026-05, von: Der Beirat}", f"[{ONE}, {OTHER}]", "Der Beirat hat das geprüft."),
    ],
)
def test_a_fact_is_said_by_who_says_it(more: str, sources: str, source: str, city: MakeCity) -> None:
    lines = f"{ACCESS % more}\nquelle: {sources}"
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(lines)})).directory
    assert directory
    [access] = access_views(directory, directory.entry["gruppe"])
    assert access.source == source


def test_what_is_true_of_a_venue_its_own_source_says(city: MakeCity) -> None:
    venue = entry_with(f"name: Haus\n{ACCESS % ''}\nquelle: {ONE}")
    guest = entry_with("orte: {bei: haus}\nquelle: {angabe: Die Gruppe, stand: 2026-10}")
    directory = load_city(city({"mitte/haus.yaml": venue, "mitte/gruppe.yaml": guest})).directory
    assert directory
    [access] = access_views(directory, directory.entry["gruppe"])
    assert access.source == "Das steht auf jena.example."


def test_a_secret_entry_names_no_source(city: MakeCity) -> None:
    lines = "orte: {art: geheim, zugang: {aufzug: ja}}\nquelle: {angabe: Ein Brief, stand: 2026-10}"
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(lines)})).directory
    assert directory
    assert [view.source for view in access_views(directory, directory.entry["gruppe"])] == [
        "Das hat noch niemand geprüft."
    ]
