"""What people write in one field, and what the program takes it for."""

import json
from typing import Any

import pytest
from conftest import MakeCity, entry_with, load_city
from jsonschema import Draft202012Validator

from directory.files.schema import entry_schema
from directory.model.participation import Age
from directory.model.times import Times


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("10 bis 99", (10, 99)),
        ("10-99", (10, 99)),
        ("von 6 bis 12 Jahren", (6, 12)),
        ("ab 18", (18, None)),
        ("ab 18 Jahren", (18, None)),
        ("bis 27 Jahre", (None, 27)),
        ("18", (18, None)),
    ],
)
def test_an_age_may_be_a_span_in_one_field(text: str, ages: tuple[int | None, int | None], city: MakeCity) -> None:
    age = Age.model_validate({"ab": text})
    assert (age.minimum, age.maximum) == ages
    loaded = load_city(city({"mitte/gruppe.yaml": entry_with(f"alter: {text}")}))
    assert loaded.problems == ()
    assert loaded.directory
    schema = Draft202012Validator(json.loads(entry_schema(loaded.directory))["properties"]["alter"])
    assert schema.is_valid(text), "text editors take it too"


@pytest.mark.parametrize("text", ["12 bis 6", "alt bis jung", "6 bis 12 bis 18", "6 oder 12"])
def test_an_age_that_is_none_is_refused(text: str, city: MakeCity) -> None:
    loaded = load_city(city({"mitte/gruppe.yaml": entry_with(f"alter: {text}")}))
    assert [problem.line for problem in loaded.problems] == [7]


@pytest.mark.parametrize(
    ("months", "numbers"),
    [
        ("April bis Oktober", (4, 5, 6, 7, 8, 9, 10)),
        ("[April bis Juni, September]", (4, 5, 6, 9)),
        ("Oktober - März", (10, 11, 12, 1, 2, 3)),
        ("Mai bis Mai", (5,)),
        ("[Mai]", (5,)),
    ],
)
def test_months_may_be_a_season(months: str, numbers: tuple[int, ...], city: MakeCity) -> None:
    lines = f"zeiten: {{zweck: offen, tage: Di, monate: {months}, von: 10-18, stand: 2026-10}}"
    loaded = load_city(city({"mitte/gruppe.yaml": entry_with(lines)}))
    assert loaded.problems == ()
    assert loaded.directory
    assert loaded.directory.entry["gruppe"].times[0].months == numbers


def test_a_month_that_is_none_stays_for_the_message() -> None:
    values: dict[str, Any] = {"zweck": "offen", "tage": ["Di"], "monate": ["April bis Frühling"], "stand": "2026-10"}
    with pytest.raises(ValueError, match="April bis Frühling"):
        Times.model_validate(values)
