"""Old hours must not become appointments."""

from datetime import date

import pytest

from directory.model.provenance import Confirmation
from directory.model.values import read_partial_date
from directory.schedule import is_current

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
