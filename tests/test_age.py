"""Old hours must not become appointments."""

from datetime import date
from pathlib import Path

import pytest

from directory.model import Entry
from directory.model.provenance import Confirmation
from directory.model.values import read_partial_date
from directory.schedule import is_current
from directory.source import load
from directory.view.times import times_blocks

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("stated", "current"),
    [
        ("2026-11-22", True),
        ("2025-11-22", True),
        ("2025-11-21", True),  # the last day, also after a leap day
        ("2025-11-20", False),
        ("2026-01", True),
        ("2025-12", True),
        ("2025-11", False),  # perhaps the 1st of November
        ("2026", True),
        ("2025", False),  # perhaps January
        ("unbekannt", False),
    ],
)
def test_a_fact_is_current_for_12_months(stated: str, current: bool) -> None:
    assert is_current(read_partial_date(stated), None, TODAY) is current  # type: ignore[arg-type]


@pytest.mark.parametrize(("on", "current"), [("2026-01-01", True), ("2025-01-01", False)])
def test_a_confirmation_renews_all_facts(on: str, current: bool) -> None:
    confirmed = Confirmation.model_validate({"am": on, "von": "traeger"})
    assert is_current(read_partial_date("2015"), confirmed, TODAY) is current  # type: ignore[arg-type]


def test_the_age_stands_before_the_hours_that_are_so_old() -> None:
    """An entry has hours of several years: the newest come first, and their year is the one that is said of all."""
    entry = Entry.model_validate(
        {
            "name": "Tafel",
            "art": ["treffpunkt"],
            "themen": ["sucht"],
            "beschreibung": ["Hier gibt es Essen."],
            "quelle": [{"angabe": "Träger"}],
            "kontakt": {"webseite": ["https://example.org"]},
            "zeiten": [
                {"zweck": "offen", "tage": ["Montag"], "von": "10:30", "stand": "unbekannt"},
                {"zweck": "essen", "stand": "2025", "hinweis": ["Jeden Tag gibt es Essen."]},
                {"zweck": "treffen", "tage": ["Freitag"], "von": "09:00", "stand": "2015"},
            ],
        }
    )
    directory = load(Path("tests/city")).directory
    assert directory
    blocks = tuple(times_blocks(directory, entry, (), TODAY, "fragen"))
    assert [(block.year, block.purpose) for block in blocks] == [(2025, "essen"), (2015, "treffen"), (0, "offen")]
    assert [block.age.split(":")[0] for block in blocks] == [
        "Im Jahr 2025 war das so",
        "Im Jahr 2015 war das so",
        "Das Alter von dieser Angabe kennen wir nicht",
    ]
