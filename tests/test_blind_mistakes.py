"""Mistakes of people in files, written by somebody who knew neither code nor messages: what was silent is told now.

How the files came about, and what the first run said of all 60: cases/mistakes/blind-2026-11-30/README.md.
"""

import shutil
from pathlib import Path

import pytest
from browsing import ENTRIES
from conftest import TODAY, load_city

from directory.checks import check
from directory.problems.console import plain_text

BLIND = Path(__file__).parent / "cases" / "mistakes" / "blind-2026-11-30"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        pytest.param(15, "https://www.example.org", id="a comma in a web address"),
        pytest.param(21, "Schreiben Sie: Closewitzer Straße", id="a street in another spelling"),
        pytest.param(25, "Schreiben Sie: 21:00", id="9 Uhr abends"),
        pytest.param(28, "alle_wochen: 2", id="14 for every 14 days"),
        pytest.param(37, "themen: [freizeit]", id="two words for one topic"),
        pytest.param(39, '"Bitte klingeln Sie bei # 3 im Hof."', id="a sentence that a sign cuts off"),
        pytest.param(44, "Ist das nicht bekannt? Dann löschen Sie die Zeile.", id="a question mark for not known"),
        pytest.param(50, "Das steht in den Zeilen 1, 5, 6.", id="broken umlauts in every line"),
        pytest.param(56, "Schreiben Sie: begegnungszentrum-jena", id="a house by its name and address"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, number: int, told: str) -> None:
    entries = tmp_path / "entries"
    shutil.copytree(ENTRIES, entries)
    (case,) = BLIND.glob(f"{number:02}-*.yaml")
    shutil.copy(case, entries / "nord" / "geschickt.yaml")
    loaded = load_city(entries)
    problems = [*loaded.problems, *check(loaded, TODAY).problems]
    assert told in plain_text([one for one in problems if one.path.endswith("geschickt.yaml")])
