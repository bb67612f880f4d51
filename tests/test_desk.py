"""The editors' desk: what is on it, and that it stays at home."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner, Result
from conftest import TODAY, MakeCity, day_view, entry_with, load_city
from lxml import html  # type: ignore[import-untyped]  # it has no types
from tall import screens

from directory.cli.desk import search_section
from directory.cli.main import cli
from directory.editors.dashboard.check_sheets import check_sheets
from directory.editors.dashboard.contradictions import closed_venue, rival_times, shared_phones
from directory.editors.dashboard.gaps import gaps
from directory.editors.dashboard.pages import files
from directory.editors.dashboard.parts import ROOM, in_parts
from directory.editors.dashboard.questions import questions
from directory.editors.dashboard.section import Group
from directory.editors.dashboard.sections import sections
from directory.editors.links.cache import CachedCheck
from directory.editors.links.check_url import Outcome, UrlCheck
from directory.view.day import DayView


def listing_of(root: Path) -> DayView:
    loaded = load_city(root)
    assert loaded.directory
    assert not loaded.problems
    return day_view(loaded.directory)


def group_with(city: MakeCity, lines: str, **files: str) -> DayView:
    return listing_of(
        city({"mitte/gruppe.yaml": entry_with(lines), **{f"mitte/{k}.yaml": v for k, v in files.items()}})
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("name: Gruppe", ["Wann ist das?", "Wo ist das?", "Was kostet das?"]),
        ("kosten: kostenlos\norte: {strasse: Weg, zugang: {rollstuhl: nein, aufzug: ja}}", ["Wann ist das?"]),
        (
            "kosten: kostenlos\norte: {strasse: Weg}\nkontakt: {mail: post@example.org}",
            [
                "Wann ist das?",
                "Welche Telefon-Nummer kann man anrufen?",
                "Komme ich mit dem Rollstuhl hinein?",
            ],
        ),
        (
            "kosten: kostenlos\norte: {art: online}\nzeiten: {zweck: treffen, tage: Montag, von: 18, stand: 2026-10}",
            ["Ist das Angebot auch an Feiertagen da?"],
        ),
        ("kosten: kostenlos\norte: {art: online}\nzeiten: {zweck: treffen, tage: Montag, von: 18, stand: 2015}", []),
        ("kosten: kostenlos\norte: {art: geheim}", ["Wann ist das?"]),
    ],
)
def test_what_is_not_known_is_asked(city: MakeCity, lines: str, expected: list[str]) -> None:
    view = group_with(city, lines)
    assert list(questions(view, view.directory.entry["gruppe"])) == expected


def times(*rules: str) -> str:
    return "zeiten:\n" + "\n".join(f"  - {{zweck: treffen, {rule}}}" for rule in rules)


@pytest.mark.parametrize(
    ("rules", "doubts"),
    [
        (
            ("tage: [Montag, Dienstag], von: 18, stand: 2026-10", "tage: Dienstag, von: 17, bis: 19, stand: 2015"),
            ["Treffen am Dienstag: ab 18 Uhr (Stand Oktober 2026) oder 17 Uhr bis 19 Uhr (Stand 2015). Was stimmt?"],
        ),
        (("tage: Montag, von: 18, stand: 2026-10", "tage: Montag, von: 17, stand: 2026-10"), []),
        (("tage: Montag, von: 18, stand: 2026-10", "tage: Dienstag, von: 17, stand: 2015"), []),
        (("tage: Montag, von: 18, stand: 2026-10", "tage: Montag, von: 18, stand: 2015"), []),
        (("tage: Montag, von: 18, stand: 2026-10", "tage: Montag, im_monat: 1, von: 17, stand: 2015"), []),
    ],
)
def test_rules_of_different_age_may_contradict_each_other(
    city: MakeCity, rules: tuple[str, ...], doubts: list[str]
) -> None:
    view = group_with(city, times(*rules))
    assert list(rival_times(view.directory.entry["gruppe"])) == doubts


HOUSE = "name: Treff\norte: {strasse: Weg}\n"
OPEN = "zeiten: {zweck: offen, tage: [Montag, Dienstag], von: 9, bis: 18, stand: 2026-10}"


@pytest.mark.parametrize(
    ("opening", "rule", "days"),
    [
        (OPEN, "tage: Montag, von: 17, bis: 18, stand: 2026-10", ""),
        (OPEN, "tage: Montag, von: 17, bis: 19, stand: 2026-10", "Montag, 17 Uhr bis 19 Uhr"),
        (OPEN, "tage: [Montag, Mittwoch], von: 17, stand: 2026-10", "Mittwoch, ab 17 Uhr"),
        (OPEN, "tage: Mittwoch, von: 17, stand: 2015", ""),
        (OPEN.replace("2026-10", "2015"), "tage: Mittwoch, von: 17, stand: 2026-10", ""),
        (OPEN.replace(", bis: 18", ""), "tage: Mittwoch, von: 17, stand: 2026-10", ""),
        ("status: aktiv", "tage: Mittwoch, von: 17, stand: 2026-10", ""),
    ],
)
def test_an_entry_may_be_in_a_house_that_is_shut(city: MakeCity, opening: str, rule: str, days: str) -> None:
    view = group_with(city, f"orte: {{bei: treff}}\n{times(rule)}", treff=entry_with(HOUSE + opening))
    found = list(closed_venue(view, view.directory.entry["gruppe"]))
    question = f"Das Angebot ist am {days}. „Treff“ ist dann nicht offen. Ist die Tür trotzdem offen?"
    assert found == ([question] if days else [])


def test_a_phone_number_of_two_providers_is_a_question(city: MakeCity) -> None:
    root = city(
        {
            "_traeger/zwei.yaml": "name: Zwei\nart: verein\nkontakt: {telefon: 040-555 555}\n",
            "mitte/a.yaml": entry_with("name: A\ntraeger: ein-traeger\nkontakt: {telefon: 040 555555}"),
            "mitte/b.yaml": entry_with("name: B\ntraeger: ein-traeger\nkontakt: {telefon: 040 666666}"),
            "mitte/c.yaml": entry_with("name: C\nkontakt: {telefon: 040 666666}"),
            "alle/d.yaml": entry_with("name: D\norte: {art: geheim}\ntraeger: zwei\nkontakt: {telefon: 040 666666}"),
        }
    )
    assert list(shared_phones(listing_of(root))) == [("040\u00a055\u00a055\u00a055", ("Träger Zwei", "A"))]


def test_a_gap_is_one_of_the_directory_and_not_of_the_city(city: MakeCity) -> None:
    root = city(
        {"alle/sport.yaml": entry_with("name: Sport\nthemen: sport"), "hafen/x.yaml": entry_with("themen: trauer")}
    )
    view = listing_of(root)
    areas = view.directory.vocabulary.areas
    assert list(gaps(view, areas["hafen"])) == [
        "In diesem Verzeichnis steht für Hafen kein Angebot zu „Freizeit“. Für die ganze Stadt: 1.",
        "In diesem Verzeichnis steht für Hafen kein Angebot zu „Sucht“.",
    ]


def test_everything_has_its_place(city: MakeCity) -> None:
    view = listing_of(city({}))
    memory = {"https://www.ein-traeger.example/haus": CachedCheck(UrlCheck(Outcome.GONE), TODAY, date(2026, 4, 1))}
    made = {section.name: section for section in sections(view, memory, search_section(view))}
    assert [section.count > 0 for section in made.values()] == [True, True, True, False, False, True, True, True]
    assert [group.title for group in made["links"].groups] == ["Das Haus"]
    assert [group.title for group in made["faellig"].groups] == ["Die Runde am Abend", "Ein Träger e. V."]


def desk(root: Path, output: Path) -> Result:
    arguments = ["desk", "--entries", str(root), "--output", str(output), "--today", "2026-11-22"]
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


def test_the_pages_are_sound_and_ask_nobody(city: MakeCity, tmp_path: Path) -> None:
    hard = "Es wird gekocht und gebacken."
    root = city({"mitte/gruppe.yaml": entry_with(f'name: "<b>& Co</b>"\nbeschreibung: {hard}')})
    assert desk(root, tmp_path / "desk").return_value == 0
    names = {file.name for file in (tmp_path / "desk").iterdir()}
    for page in (tmp_path / "desk").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        html5lib.HTMLParser(strict=True).parse(text)
        assert not re.search(r"<b>|https?://|<script|@import", text)
        assert set(re.findall(r'(?:href|src)="([^"#]+)"', text)) <= names
        assert text.count("<h1>") == 1
    assert "[passive]" in (tmp_path / "desk" / "meldungen.html").read_text(encoding="utf-8")
    first = {file.name: file.read_bytes() for file in (tmp_path / "desk").iterdir()}
    desk(root, tmp_path / "again")
    assert first == {file.name: file.read_bytes() for file in (tmp_path / "again").iterdir()}


def test_long_pages_of_the_desk_have_parts_and_nothing_is_lost() -> None:
    view = listing_of(Path(__file__).parents[1] / "entries")
    made = sections(view, {}, search_section(view))
    pages = {name: html.fromstring(text) for name, text in files(view, made) if name.endswith(".html")}
    lists = {name: page for name, page in pages.items() if not name.startswith("pruef-bogen-")}
    tall = {name: screens(html.tostring(page.find(".//main"), encoding="unicode")) for name, page in lists.items()}
    assert {name: number for name, number in tall.items() if number > 12} == {}
    titles = [page.find(".//title").text for page in pages.values()]
    assert len(titles) == len(set(titles))
    assert "fragen-teil-2.html" in lists
    for section in made:
        lines = [line.text_content() for page in of_list(lists, section.name) for line in page.xpath("//section//li")]
        assert lines == [line for group in section.groups for line in group.lines]
    sheets = [
        link.get("href") for page in of_list(lists, "pruef-boegen") for link in page.xpath("//ul[@class='links']//a")
    ]
    assert [one for one in sheets if "-teil-" not in one and one != "pruef-boegen.html"] == [
        f"pruef-bogen-{entry.slug}.html" for entry in view.listed
    ]


def of_list(pages: dict[str, html.HtmlElement], name: str) -> Iterator[html.HtmlElement]:
    """Yield the pages of a list by following the links to its next part."""
    yield pages[f"{name}.html"]
    while following := pages[f"{name}.html"].xpath("//a[@rel='next']/@href"):
        name = following[0].removesuffix(".html")
        yield pages[following[0]]


def test_a_group_that_is_too_long_goes_on_in_the_next_part() -> None:
    groups = [
        Group("Kurz", ("eins",)),
        Group("Lang", tuple(f"Zeile {number}" for number in range(ROOM * 2))),
        Group("Aus", ()),
    ]
    parts = in_parts(groups)
    assert [[group.title for group in part] for part in parts] == [["Kurz"], ["Lang"], ["Lang"], ["Lang", "Aus"]]
    assert [line for part in parts for group in part for line in group.lines] == [
        line for group in groups for line in group.lines
    ]
    assert in_parts([]) == [()]


def test_the_desk_is_never_part_of_the_site(city: MakeCity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = city({})
    monkeypatch.chdir(tmp_path)
    for output in ("site", "site/redaktion", "build/../site/x"):
        assert "kommt ins Internet" in str(desk(root, Path(output)).exception)
    assert not (tmp_path / "site").exists()
    assert desk(root, Path("build/redaktion")).return_value == 0


def test_the_check_sheet_has_every_sentence_of_an_entry(city: MakeCity) -> None:
    lines = "beschreibung: [Wir treffen uns., Kommen Sie <gern>.]\nerster_besuch: Jemand begrüßt Sie."
    sheets = dict(check_sheets(group_with(city, lines)))
    sheet = sheets["pruef-bogen-gruppe.html"]
    assert re.findall(r'<p class="sentence">(.*?)</p>', sheet) == [
        "Wir treffen uns.",
        "Kommen Sie &lt;gern&gt;.",
        "Jemand begrüßt Sie.",
    ]
    assert sheet.count("Nicht verstanden") == 3
    assert "geprueft_von:" in sheet
    assert set(re.findall(r'href="(pruef-bogen-[^"]+)"', sheets["pruef-boegen.html"])) == sheets.keys() - {
        "pruef-boegen.html"
    }
