"""Profiles of areas: counts that anybody can repeat, the same on pages and in data, and nothing they cannot say."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from posixpath import normpath

import pytest
from commands import run
from conftest import TODAY, MakeCity, day_view, entry_with, load_city
from lxml import html  # type: ignore[import-untyped]  # it has no types

from directory.exports.as_profile_csv import write
from directory.pages import KINDS
from directory.pages.inventory import inventory_kind_page, inventory_page
from directory.pages.parts import BEGINNING
from directory.pages.profile import profile_keys, profile_page
from directory.view.day import DayView
from directory.view.profile import Profile, profiles

SHIPPED = Path(__file__).parents[1] / "entries"
WITH_DOOR = "orte: {strasse: Am Kai, hausnummer: 9, zugang: {rollstuhl: ja, stand: 2026}}"
TIMES = "zeiten: {{zweck: treffen, tage: Montag, stand: {stand}}}"
FORMS = ("text", "json", "csv")
WISH = (
    "gebiet: hafen\nthemen: sport\nsatz: Am Hafen fehlt ein Chor.\ngrund: unbekannt\ngemeldet: 2026-11\n"
    "quelle: gruppe\nstatus: offen\n"
)
# By hand: in the folder of the area are 3 that are listed, one of them is for the whole city, and one door is there.
HAFEN = {
    "hafen/alt.yaml": entry_with(f"name: Alt\nart: treffpunkt\n{TIMES.format(stand=2020)}"),
    "hafen/neu.yaml": entry_with(f"name: Neu\n{WITH_DOOR}\n{TIMES.format(stand='2026-10')}"),
    "hafen/zu.yaml": entry_with("name: Zu\nstatus: geschlossen"),
    "hafen/sport.yaml": entry_with(
        "name: Sport\nthemen: sport\ngebiet: [alle]\nbestaetigt: {am: 2026-11-01, von: traeger}"
    ),
    "mitte/tuer.yaml": entry_with("name: Tür\norte: {strasse: Am Kai}"),
    "mitte/buero.yaml": entry_with("name: Büro\norte: {strasse: Am Kai, rolle: buero}"),
    "mitte/nachbar.yaml": entry_with("name: Nachbar\ngebiet: [hafen]"),
    "alle/stadt.yaml": entry_with("name: Stadt"),
}


@pytest.fixture(scope="module")
def shipped() -> DayView:
    return day_view(load_city(SHIPPED).directory, date(2026, 11, 29))


class Pages:
    """The pages for planners, by their address."""

    def __init__(self, view: DayView) -> None:
        kinds = [kind for kind in KINDS if kind.address.startswith("fachleute/")]
        made = [kind.maker(view, key) for kind in kinds for key in kind.keys(view)]
        self.all = {page.address: html.fromstring(page.body) for page in made}

    def links(self, address: str, condition: str) -> list[html.HtmlElement]:
        found: list[html.HtmlElement] = self.all[address].xpath(f"//a[{condition}]")
        return found

    def behind(self, address: str, link: html.HtmlElement) -> tuple[str, list[str]]:
        """Return the id of the number that a link on a page has, and the entries to which it leads, of all parts."""
        page, _, anchor = link.get("href").partition("#")
        target = normpath(f"/{address}{page}").lstrip("/") + "/"
        if anchor:
            [below] = self.all[target].xpath(
                f"//details[@id='{anchor}'] | //h3[@id='{anchor}']/following-sibling::ul[1]"
            )
            return anchor, names(below)
        return target.split("/")[-2], self.of_list(target)

    def of_list(self, address: str) -> list[str]:
        """Return the entries of all parts of a list."""
        parts = sorted((one for one in self.all if re.fullmatch(rf"{address}(teil-\d+/)?", one)), key=len)
        return [slug for one in parts for slug in names(self.all[one])]


def names(element: html.HtmlElement) -> list[str]:
    return [one.get("href").split("/")[-2] for one in element.iter("a") if "/angebote/" in one.get("href")]


def in_the_table(view: DayView) -> dict[tuple[str, str], dict[str, str]]:
    rows = csv.DictReader(io.StringIO(write(view), newline=""))
    return {(row["sozialraum"], row["kennzahl"]): row for row in rows}


def numbers(profile: Profile) -> dict[str, list[str]]:
    return {figure.id: [entry.slug for entry in figure.entries] for figure in profile.figures}


def test_figures_are_what_one_counts_by_hand(city: MakeCity) -> None:
    view = day_view(load_city(city(dict(HAFEN))).directory)
    [found] = [one for one in profiles(view) if one.area.id == "hafen"]
    counted = numbers(found)
    assert sorted(counted["hier"]) == ["alt", "neu", "sport", "tuer"]
    assert counted["auch"] == ["nachbar"]
    assert "stadt" in counted["stadtweit"]
    assert not {*counted["stadtweit"]} & {*counted["hier"]}
    assert counted["art-treffpunkt-hier"] == ["alt"]
    assert sorted(counted["bekannt-zeiten"]) == ["alt", "neu"]
    assert counted["bekannt-zeiten-neu"] == ["neu"]
    assert counted["bekannt-adresse"] == counted["bekannt-barrieren"] == ["neu"]
    assert counted["bekannt-bestaetigt"] == ["sport"]
    assert sorted(counted["bekannt-telefon"]) == ["alt", "neu", "sport", "tuer"]
    assert found.few


def test_a_secret_entry_counts_only_at_home_and_tells_no_address(city: MakeCity) -> None:
    files = {"alle/zuflucht.yaml": entry_with("name: Zuflucht\norte: [{art: geheim}, {strasse: Hauptstraße}]")}
    view = day_view(load_city(city(files)).directory)
    for found in profiles(view):
        assert "zuflucht" not in numbers(found)["hier"]


def test_every_number_of_every_page_is_in_the_data_and_leads_to_its_entries(shipped: DayView) -> None:
    table, pages = in_the_table(shipped), Pages(shipped)
    assert any("teil-" in address or "stadtweit" in address for address in pages.all), "some stand apart"
    for area in profile_keys(shipped):
        own = f"fachleute/profil/{area}/"
        links = pages.links(own, "starts-with(@href, 'zahlen/')")
        assert len(links) > 20
        for link in links:
            figure, slugs = pages.behind(own, link)
            assert link.text.split()[0] == str(len(slugs)) == table[area, figure]["zahl"]
            assert "; ".join(slugs) == table[area, figure]["angebote"]


def test_the_page_of_all_numbers_has_every_number(shipped: DayView) -> None:
    table, pages = in_the_table(shipped), Pages(shipped)
    for area in profile_keys(shipped):
        page = pages.all[f"fachleute/profil/{area}/zahlen/"]
        here = [one.get("id") for one in page.iter("details")]
        numbers = {figure: row["zahl"] for (of, figure), row in table.items() if of == area and "-thema-" not in figure}
        assert sorted(here) == sorted(figure for figure, number in numbers.items() if number != "0")


def test_the_inventory_has_the_numbers_of_the_profiles(shipped: DayView) -> None:
    table, pages = in_the_table(shipped), Pages(shipped)
    links = pages.links("fachleute/bestand/", "contains(@href, '/zahlen/')")
    assert len(links) > 60
    for link in links:
        figure, slugs = pages.behind("fachleute/bestand/", link)
        area = link.get("href").split("/")[2]
        assert link.text.split()[0] == table[area, figure]["zahl"] == str(len(slugs))


def test_whom_to_ask_begins_in_the_profile_and_stands_whole_on_a_page_of_its_own(shipped: DayView) -> None:
    pages = Pages(shipped)
    for found in profiles(shipped):
        own = f"fachleute/profil/{found.area.id}/"
        everyone = [one.entry.slug for one in found.knowledge.questions]
        [questions] = pages.all[own].xpath("//ul[contains(@class, 'open-questions')]")
        assert names(questions) == everyone[:BEGINNING]
        whole = f"{own}fragen/"
        assert (whole in pages.all) == (len(everyone) > BEGINNING) == bool(pages.links(own, "@href='fragen/'"))
        assert whole not in pages.all or pages.of_list(whole) == everyone


def test_a_kind_is_counted_by_topic_in_each_area_also_where_it_comes_second(city: MakeCity) -> None:
    files = {"hafen/rat.yaml": entry_with("name: Rat\nart: [selbsthilfegruppe, treffpunkt]\nthemen: [sucht, sport]")}
    view = day_view(load_city(city({**HAFEN, **files})).directory)
    page = html.fromstring(inventory_kind_page(view, "treffpunkt").body)
    table = in_the_table(view)
    row = {one[0].text: [cell.text_content().strip() for cell in one[1:]] for one in page.xpath("//tbody/tr")}
    assert row["Sport"] == ["1", "1", "0"], "the house in Mitte, at the Hafen, for the whole city"
    assert table["hafen", "art-treffpunkt-thema-sport-hafen"]["angebote"] == "rat"
    pages, own = Pages(view), "fachleute/bestand/treffpunkt/"
    for link in pages.links(own, "parent::td"):
        identifier, slugs = pages.behind(own, link)
        [figure] = [found for (_, key), found in table.items() if key == identifier]
        assert figure["angebote"] == "; ".join(slugs)
        assert link.text.split()[0] == figure["zahl"] == str(len(slugs))


def test_the_command_prints_the_same_numbers(city: MakeCity) -> None:
    root = city({**HAFEN, "_fehlt/2026-11-chor.yaml": WISH})
    table = in_the_table(day_view(load_city(root).directory))
    said = {form: run("report", "--entries", root, "--today", str(TODAY), "--format", form).stdout for form in FORMS}
    rows = {(row["sozialraum"], row["kennzahl"]): row for row in csv.DictReader(io.StringIO(said["csv"], newline=""))}
    assert rows == table
    told = json.loads(said["json"])
    assert {(one["sozialraum"], one["kennzahl"]): str(one["zahl"]) for one in told["kennzahlen"]} == {
        key: row["zahl"] for key, row in table.items()
    }
    assert [one["satz"] for one in told["wuensche"]] == ["Am Hafen fehlt ein Chor."]
    assert "- 4 Angebote mit Ort am Hafen\n" in said["text"]
    assert "- 2026-11-chor: Am Hafen fehlt ein Chor. Es gibt noch keine Antwort.\n" in said["text"]


def test_nothing_is_a_rate_a_rank_or_near(shipped: DayView) -> None:
    texts = [profile_page(shipped, area).body for area in profile_keys(shipped)] + [inventory_page(shipped, "").body]
    for text in texts:
        assert not re.search(r"%|Prozent|pro Kopf|je 1\.000|in der Nähe|am nächsten|\bPlatz \d|versorgt", text)


def test_residents_are_told_with_year_and_source_or_not_at_all(shipped: DayView, city: MakeCity) -> None:
    text = profile_page(shipped, "nord").body
    assert "Im Jahr 2017 haben dort 21.179 Menschen gewohnt." in text
    assert "Stadtbezirksstatistik" in text
    assert "21179" not in write(shipped)
    assert "21.179" not in write(shipped)
    counted = "speicher: {name: Speicherstadt, sozialraum: hafen, einwohner: {zahl: 400, jahr: 2017}}\n"
    view = day_view(load_city(city({"_vocabulary/ortsteile.yaml": counted})).directory)
    assert "Wie viele Menschen dort wohnen, ist hier nicht bekannt." in profile_page(view, "hafen").body
