"""The data files: what a program of others makes of them."""

import csv
import io

import pytest
from conftest import TODAY, MakeCity, entry_with, load_city

from directory.exports.as_csv import write
from directory.exports.records import records
from directory.schedule import agenda


def as_a_spreadsheet_reads_it(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    formula = f'{start}HYPERLINK("https://example.org")'
    [row] = as_a_spreadsheet_reads_it(write([{"id": "gruppe", "name": formula, "zeiten_in_saetzen": [formula, "x"]}]))
    assert row["name"] == f"'{formula}"
    assert row["zeiten"] == f"'{formula}; x"


@pytest.mark.parametrize("name", ["@mal", "+Punkte", "-Treff", "=1+1"])
def test_the_name_of_an_offer_cannot_become_a_formula(city: MakeCity, name: str) -> None:
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(f"name: '{name}'")})).directory
    assert directory
    rows = as_a_spreadsheet_reads_it(write(records(directory, agenda(directory, TODAY))))
    assert {row["id"]: row["name"] for row in rows}["gruppe"] == f"'{name}"


def test_what_is_no_formula_stays_as_it_is() -> None:
    [row] = as_a_spreadsheet_reads_it(write([{"name": "Treff = Leben @ Jena", "beschreibung": ["Mo - Fr", "-"]}]))
    assert (row["name"], row["beschreibung"]) == ("Treff = Leben @ Jena", "Mo - Fr; -")
