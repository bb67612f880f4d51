"""Six questions of a planner, answered by reading the built pages alone; the truth is counted from the entries.

How the questions came about, and what the first run could answer, stands in tests/cases/planner/README.md.
"""

import re
from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from browsing import ENTRIES
from conftest import TODAY, load_city
from lxml import html  # type: ignore[import-untyped]  # it has no types

from directory.model import Directory, Entry

Truth = Callable[[str], list[Entry]]


class Reader:
    """Somebody who has nothing but the pages, and begins at the one for professionals."""

    def __init__(self, site: Path, *links: str) -> None:
        self._file = site / "fachleute" / "index.html"
        for link in links:
            self.follow(link)

    def follow(self, words: str) -> None:
        """Go where the link with these words leads."""
        [address] = {link.get("href") for link in self._main.iter("a") if self._said(link) == words}
        self._file = (self._file.parent / address.partition("#")[0]).resolve() / "index.html"

    def sees(self, sentence: str) -> bool:
        return sentence in self._said(self._main)

    def table(self, label: str) -> dict[str, list[str]]:
        """Return the cells of a table by the first one of each row."""
        [table] = self._main.xpath(f"//*[@aria-label='Tabelle: {label}']//table")
        return {
            self._said(row[0]): [self._said(cell) for cell in row[1:]] for row in table.xpath("tbody/tr | thead/tr")
        }

    def questions(self) -> list[tuple[str, str, str]]:
        """Return each offer of which something is not known, with what that is and whom to ask."""
        rows = self._main.xpath("//ul[contains(@class, 'open-questions')]/li")
        told = [tuple(self._said(part) for part in row) for row in rows]
        return [(name, missing.removeprefix("Das fehlt: ").rstrip("."), whom) for name, missing, whom in told]

    def behind(self, label: str, row: str, column: int) -> set[str]:
        """Return the offers behind a number: their slugs, one link further."""
        [table] = self._main.xpath(f"//*[@aria-label='Tabelle: {label}']//table")
        [cell] = [one[column] for one in table.xpath("tbody/tr") if self._said(one[0]) == row]
        [link] = cell.iter("a")
        page, _, anchor = link.get("href").partition("#")
        main = html.parse(self._file.parent / page / "index.html").getroot()
        offers = main.xpath(f"//details[@id='{anchor}']//li/a | //h3[@id='{anchor}']/following-sibling::ul[1]//a")
        return {one.get("href").split("/")[-2] for one in offers}

    @property
    def _main(self) -> html.HtmlElement:
        return html.parse(self._file).getroot().xpath("//main")[0]

    @staticmethod
    def _said(element: html.HtmlElement) -> str:
        return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def directory() -> Directory:
    found = load_city(ENTRIES).directory
    assert found
    return found


@pytest.fixture(scope="module")
def there(directory: Directory) -> Truth:
    """Return who counts what is in an area, entry by entry."""

    def in_area(area: str) -> list[Entry]:
        found = []
        for entry in directory.entries:
            doors = [one for one in directory.places(entry) if one.role != "buero" and not entry.secret]
            if entry.listed(TODAY) and area in {entry.area, *map(directory.area_of, doors)}:
                found.append(entry)
        return found

    return in_area


def slugs(entries: Collection[Entry]) -> set[str]:
    return {entry.slug for entry in entries}


def test_where_is_no_counselling_about_addiction(site: Path, directory: Directory, there: Truth) -> None:
    reader = Reader(site, "Was steht im Verzeichnis?", "Beratungen nach Themen")
    table = reader.table("Beratungen nach Themen")
    areas = {one.name: one.id for one in directory.vocabulary.areas.values() if not one.city_wide}
    *here, city_wide = table["Sucht"]
    assert table["Thema"] == [*areas, "für die ganze Stadt"]
    for name, number in zip(areas, here, strict=True):
        counted = [one for one in there(areas[name]) if "beratung" in one.kinds and "sucht" in one.topics]
        assert int(number) == len(counted), name
    empty = [name for name, number in zip(areas, here, strict=True) if number == "0"]
    assert reader.sees(f"In diesem Verzeichnis steht dazu nichts mit Ort in: {' '.join(empty)} Beratungen")
    assert int(city_wide) == len(reader.behind("Beratungen nach Themen", "Sucht", len(areas) + 1))
    assert reader.sees("Vielleicht gibt es doch ein Angebot. Dann fehlt es nur hier.")


def test_what_is_known_of_access_in_nord(site: Path, directory: Directory, there: Truth) -> None:
    reader = Reader(site, "Was steht im Verzeichnis?", "Profil: Nord")
    known = {
        entry.slug: place.access
        for entry in there("nord")
        for place in directory.places(entry)
        if place.access and place.access.features
    }
    assert reader.sees(f"Bei {len(known)} von {len(there('nord'))} Angeboten wissen wir etwas über Barrieren.")
    assert reader.behind("Was wir wissen", "Barrieren, mindestens 1 Angabe", 1) == known.keys()
    for feature in directory.vocabulary.access_features.values():
        degrees = [access.features.get(feature.id) for access in known.values()]
        if any(degrees) or feature.always_asked:
            counted = [str(degrees.count(one)) for one in ("ja", "teilweise", "nein")]
            assert reader.table("Zugang")[feature.name] == counted
    assert reader.sees("Die älteste Angabe ist aus dem Jahr 2016. Die neueste ist aus dem Jahr 2020.")


def test_for_whom_nothing_stands_in_ost(site: Path, directory: Directory, there: Truth) -> None:
    reader = Reader(site, "Was steht im Verzeichnis?", "Profil: Ost")
    table = reader.table("Für wen")
    nobody = {name for name, (here, _) in table.items() if here == "0"}
    named = {directory.vocabulary.audiences[one].name for entry in there("ost") for one in entry.audiences}
    assert nobody == {one.name for one in directory.vocabulary.audiences.values()} - named
    assert table["Für wen"] == ["mit Ort in Ost", "für die ganze Stadt"]
    assert reader.sees("Viele Angebote nennen keine Ziel-Gruppe. Das heißt nicht: Sie sind für alle.")


def test_how_sure_winzerla_is(site: Path, there: Truth) -> None:
    reader = Reader(site, "Was steht im Verzeichnis?", "Profil: Winzerla")
    entries = there("winzerla")
    known = reader.table("Was wir wissen")
    assert known["Bestätigt, höchstens vor 1 Jahr"][0] == f"{sum(bool(one.confirmed) for one in entries)} von 13"
    assert re.fullmatch(r"\d+ von 13", known["Zeiten, höchstens 1 Jahr alt"][0])
    years = [max((one.as_of.year for one in entry.sources), default=0) for entry in entries]
    told = {row: cell for row, (cell,) in reader.table("Neueste Quelle").items() if row != "Jahr"}
    assert told == {
        f"Neueste Quelle {f'von {year}' if year else 'ohne Jahr'}": f"{years.count(year)} von {len(entries)}"
        for year in set(years)
    }


def test_what_is_on_in_the_evening_in_lobeda(site: Path, there: Truth) -> None:
    reader = Reader(site, "Was steht im Verzeichnis?", "Profil: Lobeda")
    [number, of] = reader.table("Was wir wissen")["Zeiten, höchstens 1 Jahr alt"][0].split(" von ")
    assert int(of) == len(there("lobeda"))
    assert reader.sees("Über Angebote am Abend und am Wochenende sagen wir nichts.")
    assert reader.sees(f"Neue Zeiten kennen wir nur von {number} von {of} Angeboten.")
    assert len(reader.behind("Was wir wissen", "Zeiten, höchstens 1 Jahr alt", 1)) == int(number)


def test_whom_to_ask_first_in_nord(site: Path, there: Truth) -> None:
    reader = Reader(site, "Was steht im Verzeichnis?", "Profil: Nord", "Alle: Angebote mit offenen Fragen")
    by_name = {entry.name: entry for entry in there("nord")}
    asked = [(name, missing.split(", "), whom) for name, missing, whom in reader.questions()]
    assert {name for name, *_ in asked} <= by_name.keys()
    assert len(asked) > 5
    for name, missing, whom in asked:
        assert ("Telefon" in missing) == (not by_name[name].contact.phones)
        assert ("Kosten" in missing) == (by_name[name].cost is None)
        assert whom
    lengths = [len(missing) for _, missing, _ in asked]
    assert lengths == sorted(lengths, reverse=True)
