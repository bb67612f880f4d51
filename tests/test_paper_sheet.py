"""From the sheet of paper to a file: what people wrote by hand is typed into the form, question by question."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browsing import ENTRIES
from conftest import TODAY, load_city
from forms import NEW, OURS, checked, fill, opened
from playwright.sync_api import Browser, BrowserContext

from directory.checks import check


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A filled in sheet: its 7 answers as people write them, and the extra lines that an editor sorts."""

    name: str
    kind: str
    topic: str
    about: str
    area: str
    address: str = ""
    time: str = ""
    ask: str
    more: tuple[tuple[str, str], ...] = ()


SHEETS = [
    Sheet(
        name="Strick-Runde am Markt", kind="treffpunkt", topic="handarbeit", area="west-zentrum", ask="03641 998877",
        about="Wir stricken und reden zusammen. Wolle ist da.", address="Markt 5, 07743 Jena",
        time="Mi 14-16 Uhr", more=(("kosten.art", "kostenlos"),),
    ),
    Sheet(
        name="Gruppe Neuer Anfang", kind="selbsthilfegruppe", topic="sucht", area="nord", ask="03641 112233",
        about="Wir leben ohne Alkohol.", time="jeden 2. Dienstag im Monat um 18 Uhr",
    ),
    Sheet(
        name="Wander-Verein Saale-Tal", kind="verein", topic="sport", area="lobeda", ask="03641 445566",
        about="Wir wandern zusammen. Alle können mitkommen.", time="Sonntag 10 bis 13 Uhr",
        more=(("fuer_wen", "Der Verein ist für alle Menschen."),),
    ),
    Sheet(
        name="Telefon für Eltern", kind="hilfe-telefon", topic="familie", area="ganz-jena", ask="03641 778899",
        about="Wir hören Ihnen zu.",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 800})
    yield made
    made.close()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kind)
def test_what_stands_on_a_sheet_becomes_a_file(
    context: BrowserContext, served: str, tmp_path: Path, sheet: Sheet
) -> None:
    page = opened(context, served + NEW)
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    seven = {
        "name": sheet.name, "art": sheet.kind, "themen": [sheet.topic], "beschreibung": sheet.about,
        "ordner": sheet.area, "orte.0.strasse": sheet.address, "kontakt.telefon.0.nummer": sheet.ask, "wer": OURS,
    }  # fmt: skip
    fill(page, {name: answer for name, answer in seven.items() if answer} | dict(sheet.more))
    if sheet.time:
        page.locator("#zeit-zeile").fill(sheet.time)
        page.locator("#zeit-zeile").press("Tab")
        if page.locator("[name='zeiten.0.zweck']").first.is_visible():
            page.locator("[name='zeiten.0.zweck'][value='treffen']").check()
    text = checked(page)
    page.close()
    entries = tmp_path / "entries"
    shutil.copytree(ENTRIES, entries)
    file = entries / sheet.area / "vom-blatt.yaml"
    file.write_text(text, encoding="utf-8")
    loaded = load_city(entries)
    assert loaded.directory
    assert [one for one in check(loaded, TODAY).problems if one.path.endswith(file.name)] == []
    entry = loaded.directory.entry["vom-blatt"]
    assert (entry.name, entry.area) == (sheet.name, sheet.area)
    assert bool(entry.times) == bool(sheet.time)
    assert [place.street for place in entry.places] == ([sheet.address.rpartition(" 5")[0]] if sheet.address else [])
