"""The web form: what it asks, that its files are files of the directory, and how little it takes to write one."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import ENTRIES
from conftest import TODAY, load_city
from forms import GROUP, HOUSE, LEAST, NEW, OURS, checked, context_of, fill, new_form, opened, spelled_by_us, values
from playwright.sync_api import Browser, BrowserContext, Page, expect
from searching import shipped

from directory.checks import check
from directory.intake import entry_fields, every_field
from directory.intake.web.questions import ANSWERS_HOW_OFTEN, IN_ONE_LINE, NOT_ASKED, asked, path_of
from directory.model import Directory
from directory.problems import Severity

GUEST = {**LEAST, "name": "Tanz-Gruppe im LISA", "ordner": "lobeda", "orte.0.bei": "stadtteilzentrum-lisa"}
CITY_WIDE = {**LEAST, "name": "Telefon-Kette", "ordner": "ganz-jena", "kontakt.webseite": "https://kette.example"}


@pytest.fixture(scope="module")
def directory() -> Directory:
    return shipped()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    yield from context_of(browser)


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    yield from new_form(context, served)


# What is asked


def test_every_field_is_asked_for_or_has_a_reason_not_to_be(site: Path, directory: Directory) -> None:
    html = (site / NEW / "index.html").read_text(encoding="utf-8")
    names = {re.sub(r"\.\d+", "", name) for name in re.findall(r' name="([^"]+)"', html)}
    for field in every_field():
        path = path_of(field)
        if field.fields or not asked(path):
            continue
        if path in ANSWERS_HOW_OFTEN:
            assert f'name="zeiten.0.wie_oft" value="{ANSWERS_HOW_OFTEN[path]}"' in html
        elif field.kind == "features":
            assert {f"orte.zugang.{feature}" for feature in directory.vocabulary.access_features} <= names
        else:
            assert IN_ONE_LINE.get(path, path) in names


def test_what_is_not_asked_exists_and_has_a_reason() -> None:
    paths = {path_of(field) for field in every_field()}
    assert set(NOT_ASKED) <= paths
    assert all(NOT_ASKED.values())
    assert not {path_of(field) for field in entry_fields() if field.required} & set(NOT_ASKED) - {"quelle"}


def test_the_headings_are_those_of_the_entry_page_in_its_order(site: Path) -> None:
    form = re.findall(r'<h2 id="teil-([\w-]+)">', (site / NEW / "index.html").read_text(encoding="utf-8"))
    entries = [page.read_text(encoding="utf-8") for page in (site / "angebote").glob("*/index.html")]
    for entry in entries:
        shown = [one for one in re.findall(r'<h2 id="([\w-]+)">', entry) if one in form and one != "quelle"]
        assert shown == [one for one in form if one in shown]


# From the form to a file


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        (GROUP, "gruppe-am-abend.yaml"),
        (HOUSE, "haus-der-begegnung-am-markt.yaml"),
        (GUEST, "tanz-gruppe-im-lisa.yaml"),
        (CITY_WIDE, "telefon-kette.yaml"),
    ],
    ids=["a group", "a house with opening hours", "a group in a house", "for the whole city, without address"],
)
def test_the_file_passes_the_loader_and_all_checks(
    page: Page, tmp_path: Path, answers: dict[str, Any], name: str
) -> None:
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    fill(page, answers)
    text = checked(page)
    assert spelled_by_us(text) == text
    with page.expect_download() as download:
        page.get_by_role("button", name="Datei speichern").click()
    assert download.value.suggested_filename == name.replace(".yaml", ".txt"), "Word opens it"
    entries = tmp_path / "entries"
    shutil.copytree(ENTRIES, entries)
    download.value.save_as(entries / answers["ordner"] / name)
    loaded = load_city(entries)
    assert loaded.directory
    assert loaded.problems == ()
    entry = loaded.directory.entry[name.removesuffix(".yaml")]
    assert entry.name == answers["name"]
    problems = check(loaded, TODAY).problems
    assert [item for item in problems if item.path.endswith(name) or item.severity == Severity.ERROR] == []


def test_a_group_is_written_as_people_mean_it(page: Page) -> None:
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    fill(page, GROUP)
    found = values(checked(page))
    assert found["zeiten"] == [
        {
            "zweck": "treffen", "tage": ["Dienstag"], "im_monat": ["1", "letzter"], "von": "18:00", "bis": "19:30",
            "feiertage": "zu", "stand": "2026-11-22",
        }
    ]  # fmt: skip
    assert found["erster_besuch"] == ["Jemand begrüßt Sie.", "Sie können einen Menschen mitbringen."]
    assert found["quelle"] == [{"angabe": "Angabe vom Träger", "stand": "2026-11-22"}]
    assert found["kosten"] == {"art": "kostenlos", "stand": "2026-11-22"}


def test_rows_come_and_go_and_hidden_answers_do_not_count(page: Page) -> None:
    fill(page, {**LEAST, "zeiten.0.zweck": "treffen", "zeiten.0.wie_oft": "woche", "zeiten.0.tage": ["Montag"]})
    page.get_by_role("button", name="Noch eine Zeit").click()
    expect(page.locator("[name='zeiten.1.zweck']").first).to_be_focused()
    second = {"zeiten.1.zweck": "offen", "zeiten.1.wie_oft": "woche", "zeiten.1.tage": ["Freitag"], "zeiten.1.von": "9"}
    fill(page, second)
    fill(page, {"zeiten.1.wie_oft": "immer"})
    page.get_by_role("button", name="Zeit 1 löschen").click()
    expect(page.get_by_role("button", name="Noch eine Zeit")).to_be_focused()
    times = values(checked(page))["zeiten"]
    assert [{key: value for key, value in one.items() if key != "stand"} for one in times] == [
        {"zweck": "offen", "immer": "ja"}
    ]


def test_a_secret_place_is_only_that(page: Page) -> None:
    fill(page, {**LEAST, "orte.0.strasse": "Geheim-Straße", "orte.0.haltestelle": "Nah"})
    fill(page, {"orte.0.art": "geheim", "ordner": "ganz-jena"})
    assert values(checked(page))["orte"] == [{"art": "geheim"}]


class Keys:
    """Whoever has no mouse: counts the keys, and finds a question by going on with Tab."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tabs = self.others = 0
        self.press("Tab")
        self.press("Enter")  # past the frame of the page

    @property
    def all(self) -> int:
        return self.tabs + self.others

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
            self.tabs += key == "Tab"
            self.others += key != "Tab"

    def to(self, selector: str) -> None:
        for _ in range(100):
            self.press("Tab")
            if self.page.evaluate("(one) => document.activeElement.matches(one)", selector):
                return
        raise AssertionError(selector)

    def write(self, name: str, text: str) -> None:
        self.to(f"[name='{name}']")
        self.type(text)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.others += len(text)

    def choose(self, name: str, at: int = 0) -> None:
        self.to(f"[name='{name}']")
        self.press("Space")
        self.press("ArrowDown", at)

    def topic(self, word: str) -> None:
        self.to("#thema-suche")
        self.type(word)
        self.to("[name=themen]")
        self.press("Space")

    def check(self) -> None:
        self.to(".check")
        self.press("Enter")
        expect(self.page.locator(".result-title")).to_be_focused()


def test_the_smallest_offer_takes_few_keys(page: Page) -> None:
    keys = Keys(page)
    keys.write("name", "Gruppe am Abend")
    keys.choose("art")
    keys.topic("sucht")
    keys.write("beschreibung", "Wir reden.")
    keys.choose("ordner")
    keys.write("kontakt.telefon.0.nummer", "03641123456")
    keys.choose("wer")
    keys.check()
    assert page.locator(".preview").get_by_text("Sucht", exact=True).is_visible(), "what has the name comes first"
    assert (keys.tabs <= 30, keys.all <= 90) == (True, True), (keys.tabs, keys.all)
    keys.to(".back")
    keys.press("Enter")
    expect(page.get_by_role("button", name="Prüfen", exact=True)).to_be_focused()


def test_a_real_offer_takes_half_of_the_keys_that_it_took(page: Page) -> None:
    """A group with place, time and all ways to ask took 526 keys (2026-11-29)."""
    keys = Keys(page)
    keys.write("name", "Wander-Freunde")
    keys.choose("art")
    keys.topic("wandern")
    keys.write("beschreibung", "Wir wandern zusammen. Alle können mitkommen.")
    keys.choose("ordner", 1)
    keys.write("orte.0.strasse", "Karl-Liebknecht-Straße 20")
    keys.to("#zeit-zeile")
    keys.type("So 10-12")
    keys.choose("zeiten.0.zweck")
    keys.write("kontakt.telefon.0.nummer", "03641 123456")
    keys.write("kontakt.mail", "post@wandern.example")
    keys.write("kontakt.webseite", "wandern.example")
    keys.choose("wer")
    keys.check()
    assert keys.all <= 263, (keys.tabs, keys.all)


class Pointer:
    """A mouse or a finger on the form: counts what is pointed at and typed, and how long that takes a person.

    The times are those of the keystroke-level model (Card, Moran and Newell 1980): 1.1 s to point, 0.2 s to click,
    0.4 s for the hand to move to the keys and as much back, 0.28 s a key, 1.35 s to think before each answer.
    """

    def __init__(self, page: Page, *, touch: bool) -> None:
        self.page, self.touch = page, touch
        self.pointed = self.typed = self.answers = self.moved = 0

    @property
    def seconds(self) -> float:
        return 1.3 * self.pointed + 0.28 * self.typed + 1.35 * self.answers + 0.4 * self.moved

    def point(self, selector: str) -> None:
        target = self.page.locator(selector).first
        if self.touch:
            target.tap()
        else:
            target.click()
        self.pointed += 1

    def write(self, selector: str, text: str) -> None:
        self.point(selector)
        self.page.keyboard.type(text)
        self.typed += len(text)
        self.answers += 1
        self.moved += 2

    def tick(self, selector: str) -> None:
        self.point(selector)
        self.answers += 1


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_the_smallest_offer_is_soon_entered_by_mouse_and_by_touch(browser: Browser, served: str, touch: bool) -> None:
    width, height = (360, 740) if touch else (1280, 800)
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=touch)
    page = opened(context, served + NEW)
    hand = Pointer(page, touch=touch)
    hand.write("[name=name]", "Gruppe am Abend")
    hand.tick("label:has([name=art][value=selbsthilfegruppe])")
    hand.write("#thema-suche", "sucht")
    hand.tick("label:has([name=themen][value=sucht])")
    hand.write("[name=beschreibung]", "Wir reden.")
    hand.tick("label:has([name=ordner][value=nord])")
    hand.write("[name='kontakt.telefon.0.nummer']", "03641123456")
    hand.tick(f"label:has([name=wer][value='{OURS}'])")
    hand.point(".check")
    expect(page.locator(".result-title")).to_be_focused()
    assert (hand.pointed <= 9, hand.seconds <= 40) == (True, True), (hand.pointed, hand.seconds)
    context.close()
