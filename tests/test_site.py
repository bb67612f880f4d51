"""The built site of the shipped entries, as a whole and in a browser."""

import csv
import filecmp
import functools
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from browsing import ENTRIES, build
from conftest import TODAY
from playwright.sync_api import Browser, Page

from directory.checks.identity import TAKEN
from directory.model import Directory
from directory.source import load


@pytest.fixture(scope="session")
def directory() -> Directory:
    loaded = load(ENTRIES)
    assert loaded.directory
    return loaded.directory


class Links(HTMLParser):
    """Collects where a page points to, and what can be pointed at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: list[str] = []
        self.entries: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.targets += [value for name, value in attrs if name in {"href", "src"} and value is not None]
        self.anchors += [value for name, value in attrs if name == "id" and value]
        if slug := values.get("data-entry"):
            self.entries.add(slug)
        assert not [name for name in values if name.startswith("on")], f"{tag} has an inline handler"


@functools.cache
def read(file: Path) -> Links:
    return Links(file.read_text(encoding="utf-8"))


def pages_of(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_a_second_build_of_one_day_says_what_it_did_and_is_the_same_bytes(site: Path, tmp_path: Path) -> None:
    said = build(tmp_path / "site")
    # Thick booklets are said before, as hints.
    figures = r"\d+ Angebote, (?:\d+ Hinweise?|keine Fehler), \d+ Seiten, \d+,\d Sekunden"
    end = rf"{figures}\.\nDie Seite liegt hier: .*/site/index\.html\n"
    assert re.search(f"(?:^|\n){end}$", said)
    assert set(re.findall(r"\[([a-z-]+)\]", said)) <= {"heft-zu-dick"}
    files = [file.relative_to(site) for file in site.rglob("*") if file.is_file()]
    again = [file.relative_to(tmp_path / "site") for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert sorted(files) == sorted(again)
    assert filecmp.cmpfiles(site, tmp_path / "site", map(str, files), shallow=False)[1:] == ([], [])


def test_an_offer_has_one_page(site: Path) -> None:
    """Forms and sheets for each of them once made half of the bytes of the site."""
    assert [page for page in (site / "angebote").rglob("*.html") if page.parent.parent != site / "angebote"] == []


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    dead = []
    for file in pages_of(site):
        address = "/" + str(file.relative_to(site)).removesuffix("index.html")
        for target in read(file).targets:
            parts = urlsplit(urljoin(f"https://site.example{address}", target))
            if parts.hostname != "site.example":
                continue
            path = site / unquote(parts.path).lstrip("/")
            found = path / "index.html" if path.is_dir() else path
            if parts.path == "/mitmachen/aendern/" and (path / f"{parts.fragment}.json").is_file():
                continue  # the form reads which offer it is about
            if not found.is_file() or (parts.fragment and unquote(parts.fragment) not in read(found).anchors):
                dead.append(f"{address} -> {target}")
    assert dead == []


def test_pages_load_nothing_from_other_hosts(site: Path) -> None:
    for file in pages_of(site):
        text = file.read_text(encoding="utf-8")
        loaded = re.findall(r"<(?:link|script|img|iframe|source)[^>]*(?:href|src)=\"([^\"]*)\"", text)
        assert not [target for target in loaded if "//" in target]
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//|@import", sheet.read_text(encoding="utf-8"))


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.audit)])
def test_a_strict_parser_reads_pages(site: Path, every: int) -> None:
    for file in pages_of(site)[::every]:
        html5lib.HTMLParser(strict=True).parse(file.read_text(encoding="utf-8").lstrip())


def test_each_page_has_one_title_of_its_own_and_headings_in_order(site: Path) -> None:
    titles: dict[str, Path] = {}
    for file in pages_of(site):
        text = file.read_text(encoding="utf-8").lstrip()
        anchors = read(file).anchors
        assert len(anchors) == len(set(anchors)), f"an id stands twice in {file}"
        assert len(re.findall(r"<h1[ >]", text)) == 1, file
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), file
        title = re.findall(r"<title>(.*?)</title>", text)[0]
        assert title not in titles, f"{file} and {titles.get(title)} have one title"
        titles[title] = file
        assert '<html lang="' in text


def test_every_listed_entry_is_on_its_areas_pages_a_topic_page_and_a_to_z(site: Path, directory: Directory) -> None:
    index = {slug for page in (site / "a-bis-z").rglob("index.html") for slug in read(page).entries}
    listed = directory.listed(TODAY)
    others = {entry.slug for entry in directory.entries if entry.status in {"geschlossen", "pausiert"}}
    assert index - others == {entry.slug for entry in listed}
    assert len(listed) >= 12
    for entry in listed:
        for area in entry.areas:
            assert entry.slug in read(site / area / "index.html").entries
        for topic in entry.topics:
            assert entry.slug in read(site / "themen" / topic / "index.html").entries
    for entry in directory.entries:
        assert (site / "angebote" / entry.slug / "index.html").is_file(), "closed ones keep a page that points on"


def test_addresses_that_no_area_may_have_are_known(site: Path, directory: Directory) -> None:
    written_by_hand = {"bilder", "fachleute", "modell-projekt", "selbst-hilfe", "sozialraum", "wer-macht-das"}
    folders = {folder.name for folder in site.iterdir() if folder.is_dir()}
    assert folders - set(directory.vocabulary.areas) - written_by_hand == TAKEN


def test_every_listed_entry_is_in_the_data(site: Path, directory: Directory) -> None:
    listed = [entry.slug for entry in directory.listed(TODAY)]
    entries = json.loads((site / "daten" / "entries.json").read_text(encoding="utf-8"))["angebote"]
    assert [entry["id"] for entry in entries] == listed
    with (site / "daten" / "entries.csv").open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == listed
    old = [times for entry in entries for times in entry.get("zeiten", []) if times["stand"] < "2025-11-22"]
    assert old == [], "old hours are no data"


def test_the_data_say_times_in_words_as_dates_and_for_openstreetmap(site: Path) -> None:
    entries = json.loads((site / "daten" / "entries.json").read_text(encoding="utf-8"))["angebote"]
    treff = next(entry for entry in entries if entry["id"] == "treffpunkt-am-fichteplatz")
    assert treff["zeiten_in_saetzen"][0].startswith("Jeden Montag: 14 Uhr bis 17 Uhr.")
    assert treff["termine"][0] == {"tag": "2026-11-23", "von": "14:00", "bis": "17:00"}
    assert treff["opening_hours"]["offen"] == "Tu 10:00-12:00, Fr 16:30+"
    assert all("termine" not in entry for entry in entries if not entry.get("zeiten")), "no rule, no date"


def test_a_list_without_entries_says_why(site: Path, directory: Directory) -> None:
    words = directory.vocabulary
    lists = [f"themen/{term}" for term in words.topics] + [f"arten/{term}" for term in words.kinds]
    lists += [f"fuer/{term}" for term in words.audiences] + [f"gruppen/{group}" for group in words.groups]
    listed = directory.listed(TODAY)
    used = {term for entry in listed for term in (*entry.topics, *entry.kinds, *entry.audiences)}
    empty = [address for address in lists if address.partition("/")[2] not in {*used, *words.groups}]
    assert empty
    for address in empty:
        assert "In diesem Verzeichnis steht" in (site / address / "index.html").read_text(encoding="utf-8")


def test_every_area_group_topic_and_audience_leads_to_somebody(site: Path, directory: Directory) -> None:
    """Where no offer stands, somebody can be asked."""
    words = directory.vocabulary
    addresses = [*words.areas, *(f"gruppen/{group}" for group in words.groups)]
    addresses += [f"themen/{term}" for term in words.topics] + [f"fuer/{term}" for term in words.audiences]
    assert [address for address in addresses if not read(site / address / "index.html").entries] == []


def test_places_without_an_offer_of_their_own_are_named(site: Path, directory: Directory) -> None:
    text = (site / "ortsteile" / "index.html").read_text(encoding="utf-8")
    told = text.partition("Orte ohne eigenes Angebot")[2].partition("Die Angebote vom Sozialraum")[0]
    named = {place.locality for entry in directory.listed(TODAY) for place in directory.places(entry)}
    for village in ("Ammerbach", "Closewitz", "Göschwitz", "Krippendorf", "Lützeroda", "Münchenroda"):
        assert village not in named
        assert village in told
    for village in ("Kunitz,", "Cospeda", "Leutra", "Jena-Nord"):
        assert village not in told


def test_help_is_on_every_page_and_first_on_pages_of_crisis(site: Path, directory: Directory) -> None:
    for file in pages_of(site):
        text = file.read_text(encoding="utf-8")
        assert "tel:112" in text, file
        assert "tel:110" in text, file
    for topic in directory.vocabulary.topics.values():
        text = (site / "themen" / topic.id / "index.html").read_text(encoding="utf-8")
        offers = [file for file in pages_of(site / "angebote") if file.parent.name in offers_of(directory, topic.id)]
        private = all('class="has-exit"' in file.read_text(encoding="utf-8") for file in offers)
        assert ("Brauchen Sie sofort Hilfe?" in text) == (topic.crisis or (bool(offers) and private)), topic.id
        assert ('class="has-exit"' in text) >= topic.sensitive >= topic.crisis, topic.id
        if topic.crisis and 'class="list-row"' in text:
            assert text.index("Brauchen Sie sofort Hilfe?") < text.index('class="list-row"')


def offers_of(directory: Directory, topic: str) -> set[str]:
    return {entry.slug for entry in directory.entries if topic in entry.topics}


def test_the_start_page_stays_small(site: Path, directory: Directory) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    menu = text.split('aria-label="Haupt-Menü"')[1].split("</nav>")[0]
    groups = [group.count("<a ") for group in menu.split("<ul")[1:]]
    assert len(groups) == 2
    assert max(groups) <= 6
    assert len(directory.vocabulary.groups) <= 8


def test_a_trial_says_so_on_every_page_and_is_not_indexed(site: Path) -> None:
    for file in pages_of(site):
        text = file.read_text(encoding="utf-8")
        assert "Probe-Version." in text
        assert '<meta name="robots" content="noindex">' in text


def test_nothing_that_hints_at_a_secret_place_is_published(site: Path, directory: Directory) -> None:
    for entry in directory.entries:
        if entry.secret:
            text = (site / "angebote" / entry.slug / "index.html").read_text(encoding="utf-8")
            for source in entry.sources:
                assert source.url is None or source.url not in text
            assert "<address>" not in text
            for provider in entry.providers:
                assert directory.providers[provider].name not in text


def open_page(browser: Browser, address: str, **options: object) -> Page:
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(20_000)
    page.goto(address)
    return page


KINDS = [
    "",
    "lobeda/",
    "angebote/stadtteilzentrum-lisa/",
    "themen/",
    "themen/sucht/",
    "themen/sucht/lobeda/",
    "passt-das/rollstuhl/",
    "hilfe-sofort/",
    "traeger/",
    "wege/eingliederungshilfe/",
    "willkommen/en/",
    "modell-projekt/",
    "wege/eingliederungshilfe/fachleute/",
    "woerterbuch/",
    "fachleute/",
    "a-bis-z/",
    "mitmachen/meldungen/",
]


@pytest.mark.parametrize("address", KINDS)
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_or_asks_another_host(browser: Browser, served: str, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith(served)] == []
    context.close()


def test_a_keyboard_user_without_javascript_gets_from_start_to_an_entry(browser: Browser, served: str) -> None:
    page = open_page(browser, served, java_script_enabled=False)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#inhalt")  # the first stop is the way to the content
    page.get_by_role("link", name=re.compile(r"^Lobeda\b")).first.press("Enter")
    page.wait_for_url("**/lobeda/")
    lisa = page.get_by_role("link", name="Stadtteilzentrum LISA", exact=True, include_hidden=True).first
    for fold in page.locator("details:not([open])").filter(has=lisa).all():
        fold.locator("summary").first.press("Enter")  # the end of a long list
    lisa.press("Enter")
    page.wait_for_url("**/stadtteilzentrum-lisa/")
    headings = page.get_by_role("heading", level=2).all_inner_texts()
    questions = ["Was ist das?", "Wann ist das?", "Wo ist das?", "Wen kann ich fragen?", "Passt das für mich?"]
    assert [heading for heading in headings if heading in questions] == questions


def test_a_wrong_address_is_answered_in_german(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    assert "<h1>Diese Seite gibt es nicht</h1>" in text
    assert 'href="/a-bis-z/"' in text
