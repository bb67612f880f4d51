"""The profile of an area on two sides of paper: the numbers of the page, and room for what a conference says."""

import io
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import page as page_validation
import pytest
from conftest import day_view, load_city
from pypdf import PdfReader

from directory.booklets.profile_sheet import MOST_QUESTIONS, MOST_WISHES
from directory.booklets.render import PROFILE, profile_data
from directory.output.typst import typeset
from directory.view.day import DayView
from directory.view.profile import profiles

SHIPPED = Path(__file__).parents[1] / "entries"
DAY = date(2026, 11, 30)
WISH = """gebiet: lobeda
themen: [sucht]
satz: In Lobeda fehlt am Abend ein Angebot für Menschen mit einer Sucht.
grund: passt-nicht
passt_nicht: [zeit, weg]
gemeldet: 2026-11
quelle: menschen
meldungen: 4
status: zum-teil
antwort: [Die Arbeits-Gruppe hat darüber gesprochen., Sie sucht einen Raum für das nächste Jahr.]
"""


@pytest.fixture(scope="module")
def missed(tmp_path_factory: pytest.TempPathFactory) -> DayView:
    """Return the shipped directory with more wishes than there is room for."""
    root = tmp_path_factory.mktemp("missed") / "entries"
    shutil.copytree(SHIPPED, root)
    (root / "_fehlt").mkdir()
    for number in range(MOST_WISHES + 1):
        (root / "_fehlt" / f"2026-11-wunsch-{number}.yaml").write_text(WISH, encoding="utf-8")
    return day_view(load_city(root).directory, DAY)


@pytest.fixture(scope="module")
def shipped(missed: DayView) -> DayView:
    return day_view(replace(missed.directory, wishes={}), DAY)


def printed(view: DayView, area: str) -> bytes:
    return typeset(PROFILE, profile_data(view, area, trial=True))


def sides(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_it_is_two_sides_with_the_numbers_of_the_page(shipped: DayView) -> None:
    for one in profiles(shipped):
        first, second = sides(printed(shipped, one.area.id))
        for row in (*one.groups, *one.kinds):
            assert f"{row.label} {row.here.number} {row.city_wide.number}" in first
        for figure in one.knowledge.known:
            assert f"{figure.number} von {one.here.number}" in first
        asked = one.knowledge.questions
        assert asked[0].entry.name.split()[0] in second
        more = f"Bei {len(asked) - MOST_QUESTIONS} weiteren Angeboten fehlt auch etwas."
        assert (more in second) == (len(asked) > MOST_QUESTIONS)
        assert "Im Verzeichnis steht noch kein Wunsch." in second


def test_wishes_have_room(missed: DayView) -> None:
    _, second = sides(printed(missed, "lobeda"))
    assert second.count("In Lobeda fehlt am Abend ein Angebot") == MOST_WISHES
    assert "Das sagen 4 Menschen, November 2026." in second
    assert "noch kein Wunsch" not in second


def test_everybody_can_read_it(shipped: DayView, tmp_path: Path) -> None:
    file = tmp_path / "profil.pdf"
    file.write_bytes(printed(shipped, "nord"))
    report = page_validation.validate_pdf(str(file), profile="ua1")
    assert report.is_compliant, report
    [first, *_] = PdfReader(file).pages
    assert [round(float(side) / 72 * 25.4) for side in first.mediabox[2:]] == [210, 297]


def test_the_same_twice(shipped: DayView) -> None:
    assert printed(shipped, "ost") == printed(shipped, "ost")
