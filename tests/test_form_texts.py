"""How the web form reads what people type: addresses, times, topics; hostile texts come out as they went in."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import ENTRIES
from conftest import TODAY, examples
from forms import LEAST, checked, context_of, fill, modules_of, new_form, spelled_by_us, values
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, expect

from directory.intake.addresses import place_fields
from directory.source import load

NASTY = [
    "plain", "07743", "no", "~", "null", "18:30", "2026-10-01", "a: b", "a:b", "a :b", "a #b", "a#b", "#b", "- a",
    "-", "? a", "[a, b]", "{a: b}", "{{ a }}", "{% a %}", "a, b", "'a'", '"a"', "a \" b ' c", "\\n \\u0041", "*a",
    "&a b", "!!str a", "%YAML 1.2", "@a", "`a`", "| a", "> a", "---", "...", "=", "<<", "a\tb", "ä ö ü ß Ä",
    "Straße\u00ad-Name", "Cafe\u0301", "a\u2028b\u200bc", "👩\u200d👩\u200d👧 und 🎉", "مرحبا", "日本語: 本",
    "</script><b>&amp;", "a\u0000b\u0085c\u0007", "lang " * 190, "a:", "a: #", "!", "0x1F", "1e3", ".5",
    "e\u0301e\u0301", "#", "a\ufeffb", "\u202ea\u202c",
]  # fmt: skip


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    yield from context_of(browser)


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    yield from new_form(context, served)


@pytest.fixture(scope="module")
def modules(context: BrowserContext, served: str) -> Iterator[Page]:
    yield from modules_of(context, served)


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
    kept = re.sub("[\u0000-\u0008\u0085\u00ad\u200b\u202a-\u202e\ufeff]", "", text)
    return " ".join(unicodedata.normalize("NFC", kept).split())


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
