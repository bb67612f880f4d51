"""Pages in other languages: none that nobody has signed, each with its language, its direction, and whom to ask."""

import re
from pathlib import Path

import pytest
from browsing import ENTRIES
from conftest import BASE_ENTRY, TODAY, MakeCity, day_view, load_city
from pagetree import Page as Tree
from playwright.sync_api import Browser
from small_project import build, make_project

from directory.checks import check
from directory.model.welcome import Welcome
from directory.pages.welcome import welcome_keys, welcome_page
from directory.source import load

PHRASES = """sprache: Sprache
titel: Titel
was_ist_das: Was
notfall_titel: Notfall
notfall: {stelle: notruf, text: Hilfe}
mehr_hilfe: Mehr
suche_titel: Suchen
suche: Suche
suche_link: Zur Suche
fragen_titel: Fragen
fragen: Hier
fragen_niemand: Niemand
"""
SIGNED = "geprueft: {von: Sprach-Verein, am: 2026-10-01}\n"


def pages(root: Path) -> dict[str, str]:
    directory = load_city(root).directory
    assert directory
    view = day_view(directory)
    return {key: welcome_page(view, key).body for key in welcome_keys(view)}


def shipped() -> dict[str, Welcome]:
    directory = load(ENTRIES).directory
    assert directory
    return dict(directory.welcomes)


def test_only_what_was_signed_has_a_page(city: MakeCity) -> None:
    files = {"_willkommen/uk.yaml": PHRASES, "_willkommen/tr.yaml": PHRASES + SIGNED}
    assert list(pages(city(files))) == ["tr"]


def test_of_the_shipped_languages_only_english_is_published() -> None:
    assert {key for key, one in shipped().items() if one.published} == {"en"}


def test_the_languages_say_the_same() -> None:
    languages = shipped()
    assert set(languages) == {"ar", "en", "ru", "tr", "uk"}
    assert {key for key, one in languages.items() if one.direction == "rtl"} == {"ar"}
    english = languages["en"]
    for one in languages.values():
        assert [phrase.help for phrase in one.emergency] == [phrase.help for phrase in english.emergency]
        assert {phrase.topic for phrase in one.topics} <= {phrase.topic for phrase in english.topics}
        assert len(one.about) == len(english.about)


def test_who_can_be_asked_is_who_says_so(city: MakeCity) -> None:
    files = {"_willkommen/ar.yaml": PHRASES + SIGNED, "mitte/gruppe.yaml": f"{BASE_ENTRY}sprachen: ar\n"}
    body = pages(city(files))["ar"]
    assert "angebote/gruppe/" in body
    assert "Niemand" not in body
    assert "angebote/ein-haus/" not in body
    assert "Niemand" in pages(city({"_willkommen/ar.yaml": PHRASES + SIGNED}, "without"))["ar"]


def test_a_topic_or_a_number_that_does_not_exist_is_an_error(city: MakeCity) -> None:
    wrong = PHRASES.replace("notruf", "nichts") + "themen: {thema: gibtsnicht, text: Xa}\n"
    found = [problem.message for problem in check(load_city(city({"_willkommen/tr.yaml": wrong})), TODAY).problems]
    assert [message for message in found if "„nichts“" in message]
    assert [message for message in found if "„gibtsnicht“" in message]


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site with a page in Arabic and one in Turkish, and a Ukrainian draft."""
    project = make_project(tmp_path_factory.mktemp("welcome"))
    folder = project / "entries" / "_willkommen"
    folder.mkdir()
    for language, more in (("ar", f"richtung: rtl\n{SIGNED}"), ("tr", SIGNED), ("uk", "")):
        (folder / f"{language}.yaml").write_text(PHRASES.replace("Sprache\n", f"Name {language}\n") + more)
    done = build(project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def test_a_page_has_its_language_and_its_direction_and_the_frame_stays_german(signed: Path) -> None:
    for language, direction in (("ar", "rtl"), ("tr", "ltr")):
        tree = Tree(f"/willkommen/{language}/", (signed / f"willkommen/{language}/index.html").read_text())
        [html] = tree.find("html")
        assert (html.attrib["lang"], html.attrib.get("dir", "ltr")) == (language, direction)
        for part in tree.find("header", "footer", "aside"):
            assert (part.attrib["lang"], part.attrib["dir"]) == ("de", "ltr")
    assert not (signed / "willkommen/uk").exists()


def test_a_page_from_right_to_left_fits_on_a_phone(browser: Browser, signed: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((signed / "willkommen/ar/index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    heading = page.locator("h1")
    assert heading.evaluate("one => getComputedStyle(one).direction") == "rtl"
    page.close()


def test_every_page_links_them_in_their_own_language(signed: Path) -> None:
    for address in ("", "suche/", "angebote/ein-haus/"):
        text = (signed / address / "index.html").read_text()
        assert '<html lang="de">' in text
        links = re.findall(r'<a href="[^"]*willkommen/(\w+)/" lang="(\w+)" hreflang="(\w+)" dir="(\w+)">', text)
        assert links == [("ar", "ar", "ar", "rtl"), ("tr", "tr", "tr", "ltr")]
