"""The web form: what it asks, what it says is wrong, and that its files are files of the directory."""

import gzip
import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pypdf
import pytest
from browsing import ENTRIES
from conftest import TODAY, day_view, examples, load_city
from forms import CHANGE, LEAST, NEW, NOTE, OURS, READY, checked, fill, opened, spelled_by_us, values
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, expect
from probes import VIEWS, ask, axe, nameless

from directory.checks import check
from directory.intake import entry_fields, every_field
from directory.intake.addresses import place_fields
from directory.intake.web.controls import words_of
from directory.intake.web.pages import correction_page, new_page, script
from directory.intake.web.present import offer
from directory.intake.web.questions import ANSWERS_HOW_OFTEN, IN_ONE_LINE, NOT_ASKED, asked, path_of
from directory.model import Directory
from directory.model.text import one_line
from directory.problems import Severity
from directory.source import load
from directory.view.confirming import Said, said_in
from directory.view.day import DayView

LISA = f"{CHANGE}#stadtteilzentrum-lisa"
SHELTER = "frauenhaus-jena"
# What the form loads for those who look for a topic or write a street; it is the same for everybody.
LOOKED_UP = {"/mitmachen/themen.json", "/mitmachen/strassen.json", "/assets/scripts/form/streets.js"}
PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8")
GROUP = {
    **LEAST,
    "zielgruppen": ["erwachsene"],
    "zeiten.0.zweck": "treffen",
    "zeiten.0.wie_oft": "monat",
    "zeiten.0.tage": ["Dienstag"],
    "zeiten.0.im_monat": ["1", "letzter"],
    "zeiten.0.von": "18 Uhr",
    "zeiten.0.bis": "19.30",
    "zeiten.0.feiertage": "zu",
    "orte.0.strasse": "Naumburger Straße 3",
    "kosten.art": "kostenlos",
    "erster_besuch": "Jemand begrüßt Sie. Sie können einen Menschen mitbringen.",
}
HOUSE = {
    **LEAST,
    "name": "Haus der Begegnung am Markt",
    "art": "treffpunkt",
    "beschreibung": "Das Haus ist offen für alle.",
    "ordner": "west-zentrum",
    "orte.0.strasse": "Johannisplatz 108/108a",
    "orte.0.plz": "07743",
    "orte.0.zugang.rollstuhl": "ja",
    "orte.0.zugang.aufzug": "nein",
    "zeiten.0.zweck": "offen",
    "zeiten.0.wie_oft": "woche",
    "zeiten.0.tage": ["Montag", "Mittwoch"],
    "zeiten.0.von": "9",
    "zeiten.0.bis": "12",
    "kontakt.mail": "kontakt@haus.example, post@haus.example",
    "kontakt.webseite": "www.haus.example/treff",
}
GUEST = {**LEAST, "name": "Tanz-Gruppe im LISA", "ordner": "lobeda", "orte.0.bei": "stadtteilzentrum-lisa"}
CITY_WIDE = {**LEAST, "name": "Telefon-Kette", "ordner": "ganz-jena", "kontakt.webseite": "https://kette.example"}
NASTY = [
    "plain", "07743", "no", "~", "null", "18:30", "2026-10-01", "a: b", "a:b", "a :b", "a #b", "a#b", "#b", "- a",
    "-", "? a", "[a, b]", "{a: b}", "{{ a }}", "{% a %}", "a, b", "'a'", '"a"', "a \" b ' c", "\\n \\u0041", "*a",
    "&a b", "!!str a", "%YAML 1.2", "@a", "`a`", "| a", "> a", "---", "...", "=", "<<", "a\tb", "ä ö ü ß Ä",
    "Straße\u00ad-Name", "Cafe\u0301", "a\u2028b\u200bc", "👩\u200d👩\u200d👧 und 🎉", "مرحبا", "日本語: 本",
    "</script><b>&amp;", "a\u0000b\u0085c\u0007", "lang " * 190, "a:", "a: #", "!", "0x1F", "1e3", ".5",
    "e\u0301e\u0301", "#", "a\ufeffb", "\u202ea\u202c",
]  # fmt: skip


@pytest.fixture(scope="module")
def directory() -> Directory:
    loaded = load(ENTRIES).directory
    assert loaded
    return loaded


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(**VIEWS["1280 light"])
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    """Return the form for a new entry; whatever a script complains of fails the test."""
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    shown = opened(context, served + NEW)
    yield shown
    shown.close()
    assert complaints == []


@pytest.fixture(scope="module")
def modules(context: BrowserContext, served: str) -> Iterator[Page]:
    """Return a page in which the modules of the form are at hand."""
    shown = opened(context, served + NEW)
    shown.evaluate("""async () => {
      for (const name of ["data", "text", "yaml", "fields", "answers", "rules", "rows", "fill", "when"]) {
        window[name + "Module"] = await import(`../../assets/scripts/form/${name}.js`);
      }
    }""")
    yield shown
    shown.close()


def view(directory: Directory, **city: Any) -> DayView:
    changed = replace(directory, city=directory.city.model_copy(update=city))
    return day_view(changed)


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


# What is typed is kept


def test_a_reload_loses_nothing_until_somebody_clears_it(page: Page) -> None:
    fill(page, GROUP)
    page.get_by_role("button", name="Noch eine Zeit").click()
    page.get_by_role("button", name="Zeit 1 löschen").click()
    second = {"zeiten.1.zweck": "offen", "zeiten.1.wie_oft": "woche", "zeiten.1.tage": ["Freitag"], "zeiten.1.von": "9"}
    fill(page, second)
    before = checked(page)
    page.reload()
    expect(page.get_by_text("Ihre Antworten von vorhin sind noch da.")).to_be_visible()
    assert checked(page) == before
    page.reload()
    page.get_by_role("button", name="Alle Antworten löschen").click()
    page.wait_for_function(READY)
    expect(page.locator("#name")).to_have_value("")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_a_secret_place_and_who_may_be_rung_back_are_never_kept(page: Page) -> None:
    fill(page, LEAST)
    assert "Gruppe am Abend" in page.evaluate("JSON.stringify({ ...sessionStorage })")
    fill(page, {"orte.0.art": "geheim"})
    assert page.evaluate("sessionStorage.length") == 0


def test_a_change_is_kept_too_but_not_of_a_sensitive_offer(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    fill(page, {"kontakt.telefon.0.nummer": "03641 999999", "wer": OURS})
    page.reload()
    page.wait_for_function(READY)
    checked(page)
    expect(page.locator(".preview dd")).to_have_text(["Bisher: 03641 492835", "Neu: 03641 999999"])
    page.close()
    page = opened(context, f"{served}{CHANGE}#{SHELTER}")
    fill(page, {"fuer_wen": "Das Frauenhaus ist für Frauen."})
    assert page.evaluate("sessionStorage.length") == 0
    page.close()


ADDRESSES = [
    *("Naumburger Straße 3", "Johannisplatz 108/108a", "Am Markt 3 a, 07743 Jena", "Am Markt Nr. 12 – 14"),
    *("07743 Jena, Markt 7", "Karl-Marx-Allee 28, 07747 Jena-Lobeda-West", "Markt 3, 99423 Weimar"),
    *("Karl-Marx-Allee 28, 07747 Jena OT Lobeda-West", "Haus 2, Am Markt 3, Raum 12", "Weg 3, 07751 Jenalöbnitz"),
    "Markt 1, 96215 Garmisch-Partenkirchen",
]


def test_an_address_is_one_line_and_read_as_the_check_reads_it(modules: Page) -> None:
    directory = load(ENTRIES).directory
    assert directory
    for written in ADDRESSES:
        found = modules.evaluate("(text) => textModule.address(text, 'Jena')", written)
        assert found == place_fields(written, directory), written
    for street in ("Straße des 17. Juni", "Marktplatz", "Postfach 58 05 36"):
        assert modules.evaluate("(text) => textModule.address(text, 'Jena')", street) == {"strasse": street}


WEEKLY = {"wie_oft": "woche", "im_monat": [], "von": "14:00", "bis": "17:00"}


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        ("Montag und Mittwoch 14 bis 17 Uhr", [{**WEEKLY, "tage": ["Montag", "Mittwoch"]}]),
        ("Mo - Mi 14:00-17:00 Uhr", [{**WEEKLY, "tage": ["Montag", "Dienstag", "Mittwoch"]}]),
        (
            "Mo 14-17, Di ab 9.30 Uhr",
            [{**WEEKLY, "tage": ["Montag"]}, {**WEEKLY, "tage": ["Dienstag"], "von": "09:30", "bis": ""}],
        ),
        (
            "jeden 1. und letzten Dienstag im Monat um 18 Uhr",
            [{"wie_oft": "monat", "tage": ["Dienstag"], "im_monat": ["1", "letzter"], "von": "18:00", "bis": ""}],
        ),
        (
            "Mo 14-17, 1. Sonntag im Monat 14-17",
            [
                {**WEEKLY, "tage": ["Montag"]},
                {**WEEKLY, "wie_oft": "monat", "tage": ["Sonntag"], "im_monat": ["1"]},
            ],
        ),
        *(
            (words, [{"wie_oft": "anders", "hinweis": words}])
            for words in (
                "jeden 2. Dienstag 18 Uhr",
                "Montag 14 bis 17 Uhr außer in den Ferien",
                "Montag 25 Uhr",
                "Montag",
            )
        ),
        ("", []),
    ],
)
def test_a_line_about_the_time_is_understood_or_kept_as_it_is(
    modules: Page, written: str, rules: list[dict[str, Any]]
) -> None:
    assert modules.evaluate("(text) => whenModule.readLine(text)", written) == rules


def test_the_line_is_read_back_and_fills_in_the_questions(page: Page) -> None:
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    fill(page, LEAST)
    when = page.get_by_label("Wochentag und Uhrzeit")
    when.fill("Mo 9-12, Di 14-16")
    when.blur()
    expect(page.get_by_text("Wir verstehen: jeden Montag, 9 Uhr bis 12 Uhr.")).to_be_visible()
    when.fill("Di 14-16")
    when.blur()
    fill(page, {"zeiten.0.zweck": "treffen"})
    rule = {"zweck": "treffen", "tage": ["Dienstag"], "von": "14:00", "bis": "16:00", "stand": "2026-11-22"}
    assert values(checked(page))["zeiten"] == [rule]


def test_a_topic_is_found_by_what_people_call_it(page: Page) -> None:
    search = page.get_by_label("Thema suchen")
    for word, topic in (("alkohol", "Sucht"), ("Sucht", "Sucht")):
        search.fill(word)
        expect(page.locator("#themen .choices label:visible").get_by_text(topic, exact=True)).to_be_visible()
    page.locator("[name=themen][value=sucht]").check()
    search.fill("qqqq")
    expect(page.locator("#themen .found")).to_have_text("Kein Thema passt. Versuchen Sie ein anderes Wort.")
    expect(page.locator("#themen .choices label:visible")).to_have_count(1)


# Hostile texts


def cleaned(text: str) -> str:
    return one_line(re.sub("[\u0000-\u0008\u0085\u00ad\u200b\u202a-\u202e\ufeff]", "", text))


def test_nasty_texts_come_out_as_they_went_in(page: Page) -> None:
    fill(
        page,
        {**LEAST, "name": 'A: "b" #c', "bedingungen": "\n".join(NASTY), "kontakt.telefon.0.wofuer": "{{ a }}: - b"},
    )
    fill(page, {"weitere_namen": "\n".join(NASTY[:47])})
    text = checked(page)
    found = values(text)
    assert spelled_by_us(text) == text
    assert found["name"] == 'A: "b" #c'
    assert found["bedingungen"] == [cleaned(one) for one in NASTY]
    assert found["weitere_namen"] == [cleaned(one).replace("\u200d", "") for one in NASTY[:47]]
    assert found["kontakt"]["telefon"][0]["wofuer"] == "{{ a }}: - b"
    assert page.locator(".preview b, .preview script").count() == 0


# Without characters that this Python does not know yet: the browser may call them letters.
@settings(max_examples=examples(120), deadline=None)
@given(
    st.lists(
        st.text(
            st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029\ufffe\uffff\ufeff"),
            min_size=1,
        ),
        min_size=1,
    )
)
def test_any_text_is_read_back_and_spelled_as_python_spells_it(modules: Page, texts: list[str]) -> None:
    entry = {"name": texts[0], "weitere_namen": texts, "beschreibung": texts, "orte": [{"zugang": {"x": texts[-1]}}]}
    written = modules.evaluate("(values) => yamlModule.written(values, dataModule.FIELDS)", entry)
    found = values(written)
    assert found == entry
    assert spelled_by_us(written) == written


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Café Größe e. V.", "cafe-groesse-e-v"),
        ("„Die Straße“: Łódź & Ærø", "die-strasse-lodz-aero"),
        ("مرحبا 🎉", "angebot"),
        ("---", "angebot"),
        ("Ein sehr langer Name " * 9, "ein-sehr-langer-name-ein-sehr-langer-name-ein-sehr-langer"),
    ],
)
def test_the_name_of_a_file_is_made_of_the_name(modules: Page, name: str, slug: str) -> None:
    assert modules.evaluate("(name) => textModule.slug(name)", name) == slug


# What is wrong


WRONG = {
    "kontakt.telefon.0.nummer": "abc",
    "kontakt.mail": "kontakt@",
    "kontakt.webseite": "mail@example.org",
    "orte.0.plz": "0774",
    "zeiten.0.zweck": "treffen",
    "zeiten.0.wie_oft": "wochen",
    "zeiten.0.tage": ["Montag"],
    "zeiten.0.alle_wochen": "2",
    "zeiten.0.ab": "6.1.2026",
    "zeiten.0.von": "18",
    "zeiten.0.bis": "17:00",
    "gueltig.ab": "31.2.2026",
    "alter.ab": "27",
    "alter.bis": "18",
    "kosten.art": "preis",
    "kosten.betrag": "viel",
}


SPELLINGS = Path("tests/cases/phones/spellings.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize(("written", "meant"), [[part.strip() for part in line.split("|")][:2] for line in SPELLINGS])
def test_a_number_is_taken_or_asked_about_as_in_a_file(modules: Page, written: str, meant: str) -> None:
    given = {"values": {"kontakt": {"telefon": [{"nummer": written}]}}, "folder": "nord", "who": "Wir"}
    found = modules.evaluate("(given) => rulesModule.faults(given, [], false)", given)
    said = " ".join(fault["text"] for fault in found if fault["name"].startswith("kontakt.telefon"))
    assert bool(said) == (meant[0] in "?!")
    assert ("Sind das 2 Nummern?" in said) == (meant[0] == "?")


@pytest.mark.parametrize(
    ("folder", "areas", "wrong"),
    [
        ("lobeda", [], ["ordner"]),
        ("ganz-jena", ["nord"], ["gebiet"]),
        ("ganz-jena", [], []),
        ("ganz-jena", ["ganz-jena"], []),
    ],
)
def test_the_area_of_a_secret_place_is_the_whole_city(
    modules: Page, folder: str, areas: list[str], wrong: list[str]
) -> None:
    values = {"orte": [{"art": "geheim"}], "gebiet": areas}
    given = {"values": values, "folder": folder, "who": "Wir"}
    found = modules.evaluate("(given) => rulesModule.faults(given, [], true)", given)
    assert [fault["name"] for fault in found if fault["name"] in {"ordner", "gebiet"}] == wrong


@pytest.mark.parametrize("text", ["Rufen Sie +49 (0)151 23456789 an.", "Fragen Sie Frau Lehmann.", "0049 151/23456789"])
def test_data_of_a_person_are_asked_about_in_any_text(page: Page, text: str) -> None:
    fill(page, {**LEAST, "zeiten.0.zweck": "treffen", "zeiten.0.wie_oft": "anders", "zeiten.0.hinweis": text})
    checked(page)
    expect(page.locator(".result")).to_contain_text(re.compile("Gehört diese Handy-Nummer|Name von einem Menschen"))


def test_errors_are_announced_listed_and_linked(page: Page) -> None:
    fill(page, WRONG)
    page.locator("form.offer .check").first.click()
    summary = page.locator(".errors")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text(re.compile(r"Es gibt 15 Fehler"))
    expect(page).to_have_title(re.compile("^Fehler: Angebot eintragen"))
    links = summary.get_by_role("link")
    order = page.locator(".fault").all_inner_texts()
    assert [f"Fehler: {text}" for text in links.all_inner_texts()] == order, "the same words, in the order of the page"
    for name in ("name", "kontakt.telefon.0.nummer", "zeiten.0.ab", "zeiten.0.bis", "kosten.betrag"):
        field = page.locator(f"[id='{name}']")
        expect(field).to_have_attribute("aria-invalid", "true")
        described = (field.get_attribute("aria-describedby") or "").split()
        assert f"{name}-fehler" in described
        expect(page.locator(f"[id='{name}-fehler']")).to_be_visible()
    links.filter(has_text="Schreiben Sie den Namen vom Angebot.").click()
    expect(page.locator("#name")).to_be_focused()
    links.filter(has_text="Diesen Tag gibt es nicht").press("Enter")
    expect(page.locator("[id='gueltig.ab']")).to_be_focused()
    fill(
        page, {**LEAST, "gueltig.ab": "", "alter.bis": "99", "kosten.betrag": "2,50 €", "zeiten.0.ab": "5. Januar 2026"}
    )
    fill(page, {"zeiten.0.bis": "20", "orte.0.plz": "", "kontakt.mail": "", "kontakt.webseite": ""})
    found = values(checked(page))
    assert found["kosten"]["betrag"] == "2,50"
    assert found["zeiten"][0]["ab"] == "2026-01-05"
    assert page.locator("[aria-invalid], .fault").count() == 0


def test_a_long_sentence_and_an_offer_that_is_there_are_told_as_the_check_tells_them(
    context: BrowserContext, served: str
) -> None:
    page = opened(context, served + NEW)
    sentence = "Wir treffen uns jeden Dienstag in der Selbst-Hilfe-Gruppe bei Kaffee & Tee."
    fill(page, {**LEAST, "name": "LISA Stadtteil-Zentrum Jena e. V.", "beschreibung": sentence})
    checked(page)
    told = page.locator(".advice li").all_text_contents()
    assert told[0].startswith("Dieser Satz hat 11 Wörter. Gut sind höchstens 10 Wörter: Wir treffen")
    assert told[-1] == "Ein Angebot mit diesem Namen steht schon im Verzeichnis: Stadtteilzentrum LISA"


@pytest.mark.parametrize("view", ["1280 light", "320 dark"])
def test_every_state_is_accessible(browser: Browser, served: str, view: str) -> None:
    context = browser.new_context(**VIEWS[view])
    page = opened(context, served + NEW)
    page.evaluate(PROBES)
    page.locator("form details").evaluate_all("(all) => all.forEach((one) => { one.open = true })")
    fill(page, WRONG)
    page.locator("form.offer .check").first.click()
    assert faults_of(page) == {}
    fill(page, HOUSE | {"gueltig.ab": "", "alter.bis": "99", "kosten.betrag": "2", "zeiten.0.wie_oft": "woche"})
    fill(page, {"beschreibung": "Das ist ein Satz & er ist sehr lang und hat viele Wörter ohne Ende und Sinn."})
    checked(page)
    expect(page.locator(".advice li")).to_have_count(2)
    page.locator(".result details").evaluate_all("(all) => all.forEach((one) => { one.open = true })")
    assert faults_of(page) == {}
    page = opened(context, served + LISA)
    page.evaluate(PROBES)
    page.locator("form details.part").evaluate_all("(all) => all.forEach((one) => { one.open = true })")
    page.locator("form.offer .check").first.click()
    assert faults_of(page) == {}
    context.close()


def faults_of(page: Page) -> dict[str, object]:
    wrong, undecided = axe(page)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    found = {
        "axe": wrong,
        "left to people": undecided,
        "targets": ask(page, "smallTargets", 44),
        "lost text": ask(page, "lostText"),
        "faint": ask(page, "faintControls"),
        "names": nameless(page),
        "sideways": ["scrolls"] if wide else [],
    }
    return {name: value for name, value in found.items() if value}


# Corrections


def test_a_new_phone_changes_the_file_in_that_line_only(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    fill(page, {"kontakt.telefon.0.nummer": "03641 999999", "wer": OURS})
    text = checked(page)
    expect(page.locator(".preview dt")).to_have_text(["Telefon-Nummer"])
    expect(page.locator(".preview dd")).to_have_text(["Bisher: 03641 492835", "Neu: 03641 999999"])
    assert text.replace("03641 999999", "03641 492835") == spelled_by_us(
        (ENTRIES / "lobeda/stadtteilzentrum-lisa.yaml").read_text()
    )
    page.close()


def test_a_change_says_who_says_so_and_everything_else_keeps_its_age(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    before = values((ENTRIES / "lobeda/stadtteilzentrum-lisa.yaml").read_text())
    fill(page, {"zeiten.1.bis": "21 Uhr"})
    page.locator("form.offer .check").first.click()
    expect(page.locator(".errors")).to_contain_text("Wählen Sie: Wer sagt das?")
    fill(page, {"wer": "Angabe von einem Menschen, der das Angebot kennt"})
    after = values(checked(page))
    speaker = {"stand": "2026-11-22", "laut": "ein Mensch, der das Angebot kennt"}
    assert after["zeiten"][1] == {**before["zeiten"][1], "bis": "21:00", **speaker}
    del before["zeiten"][1], after["zeiten"][1]
    assert after == before
    page.close()


@pytest.mark.parametrize(
    "slug", ["stadtteilzentrum-lisa", "trauercafe-hospiz-jena", "telefonseelsorge-ostthueringen", "jenaer-tafel"]
)
def test_a_changed_file_passes_all_checks(
    context: BrowserContext, served: str, directory: Directory, tmp_path: Path, slug: str
) -> None:
    """A house, a group, a helpline, a place that gives out food: what is wrong with the file was wrong before."""
    page = opened(context, f"{served}{CHANGE}#{slug}")
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    fill(page, {"kosten.art": "kostenlos", "kosten.betrag": "", "kosten.hinweis": "Sie können spenden.", "wer": OURS})
    text = checked(page)
    page.close()
    root = tmp_path / "entries"
    shutil.copytree(ENTRIES, root)
    file = root / directory.entry[slug].area / f"{slug}.yaml"
    before = {(one.code, one.message) for one in check(load_city(root), TODAY).problems if one.path.endswith(file.name)}
    file.write_text(text, encoding="utf-8")
    loaded = load_city(root)
    assert loaded.directory
    changed = loaded.directory.entry[slug]
    assert changed.cost
    assert (changed.cost.stated_by, str(changed.cost.as_of)) == ("das Team vom Angebot", "2026-11-22")
    found = {(one.code, one.message) for one in check(loaded, TODAY).problems if one.path.endswith(file.name)}
    assert found - before == set()


def test_without_an_offer_in_the_address_the_page_asks_for_it(context: BrowserContext, served: str) -> None:
    for wrong, said in (("", ""), ("#gibt-es-nicht", "Dieses Angebot finden wir nicht. Bitte wählen Sie.")):
        page = context.new_page()
        page.goto(served + CHANGE + wrong)
        choice = page.get_by_label("Um welches Angebot geht es?")
        expect(page.locator(".not-found")).to_have_text(said)
        choice.select_option("stadtteilzentrum-lisa")
        page.get_by_role("button", name="Weiter").click()
        page.wait_for_function(READY)
        expect(page.locator(".lead.offer-name")).to_have_text("Stadtteilzentrum LISA")
        assert page.url.endswith("#stadtteilzentrum-lisa")
        page.close()


def test_untouched_forms_keep_every_entry_as_it_is(
    context: BrowserContext, served: str, directory: Directory, tmp_path: Path
) -> None:
    """Also what the form does not show: the model of the new file is the model of the old one, for all entries."""
    entries = [entry for entry in directory.entries if not entry.secret]
    page = opened(context, served + LISA)
    texts = page.evaluate(
        """async (slugs) => {
          const module = (name) => import(`../../assets/scripts/form/${name}.js`);
          const [data, yaml, answers, rows, fill] = await Promise.all(
            ["data", "yaml", "answers", "rows", "fill"].map(module));
          const html = await (await fetch("./")).text();
          const found = [];
          for (const slug of slugs) {
            const offer = await (await fetch(`${slug}.json`)).json();
            const form = new DOMParser().parseFromString(html, "text/html").querySelector("form.offer");
            form.dataset.present = JSON.stringify(offer.values);
            rows.prepare(form);
            fill.fillIn(form, offer.values);
            found.push(yaml.written(answers.answers(form).file, data.FIELDS));
          }
          return found;
        }""",
        [entry.slug for entry in entries],
    )
    page.close()
    root = tmp_path / "entries"
    shutil.copytree(ENTRIES, root)
    for entry, text in zip(entries, texts, strict=True):
        (root / entry.area / f"{entry.slug}.yaml").write_text(text, encoding="utf-8")
    again = load_city(root)
    assert again.directory
    assert again.problems == ()
    for entry in entries:
        assert again.directory.entry[entry.slug].model_dump() == entry.model_dump(), entry.slug


def test_nothing_changed_is_said_and_checked_times_are_of_today(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    fill(page, {"wer": OURS})
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_text("Sie haben noch nichts geändert.")).to_be_visible()
    expect(page.get_by_role("button", name="Text kopieren")).to_be_hidden()
    page.get_by_role("button", name="Zurück zum Formular").click()
    page.locator("summary", has=page.get_by_role("heading", name="Wann ist das?")).click()
    page.get_by_label("Alle Zeiten stimmen heute.").check()
    assert [(one["stand"], one["laut"]) for one in values(checked(page))["zeiten"]] == [
        ("2026-11-22", "das Team vom Angebot")
    ] * 2
    page.close()


def test_a_secret_entry_gives_nothing_away(context: BrowserContext, served: str, directory: Directory) -> None:
    hidden = directory.entry[SHELTER].model_copy(
        update={
            "sources": directory.entry["stadtteilzentrum-lisa"].sources,
            "providers": ("inwol",),
            # With the folder they narrow down where the place is.
            "service_areas": ("winzerla",),
        }
    )
    told = json.dumps(offer(view(directory), hidden)["values"])
    assert "Frauenhaus Jena" in told
    assert not re.search("quelle|traeger|inwol|lisa-jena|strasse|orte|gebiet|winzerla", told)
    page = opened(context, f"{served}{CHANGE}#{SHELTER}")
    assert page.locator("[name^=orte], [name=traeger], [name=gebiet], #teil-wo").count() == 0
    assert page.locator("body.has-exit").count() == 1
    fill(page, {"fuer_wen": "Das Frauenhaus ist für Frauen.", "wer": OURS})
    text = checked(page)
    assert text.startswith("Änderung bei: Frauenhaus Jena\n")
    assert "quelle" not in text
    page.close()


# The way to the editors


def test_the_text_is_copied_or_marked_and_nothing_leaves_the_page(browser: Browser, served: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(context, served + NEW)
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    fill(page, LEAST)
    text = checked(page)
    page.get_by_role("button", name="Text kopieren").click()
    expect(page.locator(".said")).to_have_text("Der Text ist kopiert.")
    note = "# Neues Angebot: Gruppe am Abend\n# Gebiet: Nord\n# entries/nord/gruppe-am-abend.yaml\n\n"
    assert page.evaluate("navigator.clipboard.readText()") == note + text, "no answer is lost on the way"
    expect(page.locator(".preview")).to_contain_text("GebietNord")
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
    )
    page.get_by_role("button", name="Text kopieren").click()
    expect(page.locator(".said")).to_have_text("Der Text ist markiert. Kopieren Sie den Text selbst.")
    assert page.evaluate("getSelection().toString()").strip().endswith(text.strip())
    assert {urlsplit(one).path for one in asked_for} <= LOOKED_UP
    assert page.evaluate("localStorage.length") == 0
    context.close()


def test_a_city_without_editors_says_so(page: Page) -> None:
    fill(page, LEAST)
    checked(page)
    expect(page.locator(".result").get_by_text("Diese Probe-Version hat noch keine Redaktion.")).to_be_visible()
    assert page.locator(".account").count() == 0


def served_by(page: Page, address: str, body: str, data: str) -> Page:
    """Show a form of a city with other settings, in the frame of the built site."""

    def answer(route: Any) -> None:
        html = route.fetch().text()
        start, end = html.index("<h1>"), html.index("</article>")
        route.fulfill(body=html[:start] + body + html[end:], content_type="text/html")

    page.route(address.partition("#")[0], answer)
    page.route("**/form/data.js", lambda route: route.fulfill(body=data, content_type="text/javascript"))
    page.goto(address)
    page.wait_for_function(READY)
    return page


def test_the_ways_of_a_city_with_editors_and_a_repository(
    context: BrowserContext, served: str, directory: Directory
) -> None:
    reports = directory.city.reports.model_copy(update={"mails": ("redaktion@jena.example",)})
    changed = view(directory, reports=reports, repository="https://github.com/jena/angebote")
    body = new_page(changed, words_of(changed.directory)).body
    page = served_by(context.new_page(), served + NEW, body, script(changed))
    fill(page, {**LEAST, "name": "Kaffee & Kuchen"})
    text = checked(page)
    mail = page.locator(".result a.mail").get_attribute("href") or ""
    assert mail.startswith("mailto:redaktion@jena.example?")
    sent = parse_qs(urlsplit(mail).query)
    assert sent["subject"] == ["Neues Angebot: Kaffee & Kuchen"]
    assert NOTE.sub("", sent["body"][0]) == text
    page.get_by_label("Dürfen wir Sie anrufen?").fill("Ada Muster 03641 5")
    mail = page.locator(".result a.mail").get_attribute("href") or ""
    assert parse_qs(urlsplit(mail).query)["body"][0].endswith("\nRückruf: Ada Muster 03641 5\n")
    assert "Ada" not in (page.locator(".file code").text_content() or "")
    assert "Ada" not in page.evaluate("JSON.stringify({ ...sessionStorage })")
    page.get_by_text("Ich habe ein Konto").click()
    expect(page.get_by_text("Ihr Name wird öffentlich.")).to_be_visible()
    forge = page.locator("a.forge").get_attribute("href") or ""
    assert forge.startswith("https://github.com/jena/angebote/new/main?")
    assert parse_qs(urlsplit(forge).query) == {"filename": ["entries/nord/kaffee-kuchen.yaml"], "value": [text]}
    page.get_by_role("button", name="Zurück zum Formular").click()
    fill(page, {"beschreibung": "\n".join(f"Das ist Satz {number} von ganz vielen." for number in range(300))})
    checked(page)
    expect(page.locator(".too-long")).to_be_visible()
    assert "value" not in (page.locator("a.forge").get_attribute("href") or "")
    assert len(page.locator(".result a.mail").get_attribute("href") or "") < 2000
    page.close()


def test_a_correction_leads_to_the_file_and_fits_into_a_mail(
    browser: Browser, served: str, directory: Directory
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    reports = directory.city.reports.model_copy(update={"mails": ("redaktion@jena.example",)})
    changed = view(directory, reports=reports, repository="https://gitlab.opencode.de/jena/angebote")
    body = correction_page(changed, words_of(directory)).body
    page = context.new_page()
    lisa = json.dumps(offer(changed, directory.entry["stadtteilzentrum-lisa"]))
    page.route("**/stadtteilzentrum-lisa.json", lambda route: route.fulfill(body=lisa, content_type="application/json"))
    served_by(page, served + LISA, body, script(changed))
    ready = parse_qs(urlsplit(page.locator("a.all-right").get_attribute("href") or "").query)
    assert said_in(ready["subject"][0], ready["body"][0], directory.entry) == Said(("stadtteilzentrum-lisa",), ())
    fill(page, {"kontakt.telefon.0.nummer": "03641 999999", "wer": OURS})
    text = checked(page)
    page.get_by_text("Ich habe ein Konto").click()
    page.get_by_role("button", name="Text für die Datei kopieren").click()
    assert page.evaluate("navigator.clipboard.readText()") == text
    expect(page.locator("a.forge")).to_have_attribute(
        "href", "https://gitlab.opencode.de/jena/angebote/-/edit/main/entries/lobeda/stadtteilzentrum-lisa.yaml"
    )
    mail = parse_qs(urlsplit(page.locator(".result a.mail").get_attribute("href") or "").query)
    assert mail["subject"] == ["Änderung: Stadtteilzentrum LISA"]
    assert "Telefon-Nummer\n  Bisher: 03641 492835\n  Neu: 03641 999999" in mail["body"][0]
    context.close()


# On paper, and what it weighs


def sheets(page: Page) -> int:
    """Return on how many A4 sheets a page is printed."""
    return len(pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)


@pytest.mark.parametrize(
    ("address", "headings"),
    [
        (NEW, ["1. Wie heißt das Angebot?", "5. Wann ist das?", "7. Wer füllt das aus?", "Wohin mit dem Blatt?"]),
        (LISA, ["Um welches Angebot geht es?", "So ist es richtig:", "Wer sagt das?", "Wohin mit dem Blatt?"]),
    ],
)
def test_without_javascript_it_is_two_sheets_to_write_on(
    browser: Browser, served: str, address: str, headings: list[str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + address)
    for heading in headings:
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert page.locator("main article :is(input, button, select)").filter(visible=True).count() == 0
    assert sheets(page) <= 2
    context.close()


def test_a_correction_on_paper_names_its_offer(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    page.emulate_media(media="print")
    expect(page.locator(".on-paper .offer-name")).to_have_text("Stadtteilzentrum LISA")
    expect(page.get_by_role("heading", name="Wohin mit dem Blatt?")).to_be_visible()
    assert not page.locator("form.offer").is_visible()
    page.close()


def packed(file: Path) -> int:
    """Return the bytes of a file on its way to a browser."""
    return len(gzip.compress(file.read_bytes()))


def test_the_scripts_are_small_and_only_forms_have_them(site: Path) -> None:
    folder = site / "assets" / "scripts" / "form"
    sizes = {file.name: packed(file) for file in folder.glob("*.js")}
    apart, looked_up = sizes.pop("data.js"), sizes.pop("streets.js") + packed(site / "mitmachen" / "strassen.json")
    assert sum(sizes.values()) <= 22 * 1024
    assert apart <= 9.5 * 1024
    assert looked_up <= 10 * 1024
    for page in ("index.html", "angebote/stadtteilzentrum-lisa/index.html"):
        html = (site / page).read_text(encoding="utf-8")
        assert "scripts/form/" not in html
        assert "form.css" not in html
    assert packed(site / CHANGE / "index.html") <= 14 * 1024
    for told in (site / CHANGE).glob("*.json"):
        assert len(told.read_bytes()) <= 6 * 1024, told.name
