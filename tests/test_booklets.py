"""Booklets on paper: everyone can read them, nothing is lost, and nothing that someone types becomes a command."""

import os
import re
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pypdf
import pytest
import zxingcpp
from conftest import AUDIT, BASE_ENTRY, MakeCity, day_view, load_city
from on_paper import in_full, in_short, lines_on_paper
from PIL import Image, ImageChops

from directory.booklets import Edition, render, render_sheet
from directory.booklets.book import book, full_entries, summary_entries
from directory.booklets.booklet_set import MissingEntryError, render_all
from directory.booklets.cache import Cache
from directory.booklets.imposition import bound, page_count, sides
from directory.booklets.map_page import map_page
from directory.booklets.offer import NO_WAY, Offer
from directory.booklets.render import BOOK, COVER, SHEET, book_data, sheet_data
from directory.booklets.sheet import sheet
from directory.booklets.volumes import Volume, volumes
from directory.checks import Checked
from directory.model import Directory, Entry
from directory.output.fonts import PLACEHOLDER, font_files, printable
from directory.output.typst import typeset
from directory.pages.booklets import booklets_page
from directory.pages.profile import profile_keys, profile_page
from directory.schedule import agenda
from directory.source import load
from directory.view.booklets import FOLDABLE_PAGES
from directory.view.day import DayView

ENTRIES = Path(__file__).parents[1] / "entries"
REST = BASE_ENTRY.partition("themen: sucht\n")[2].replace("kontakt: {telefon: 040 123456}\n", "")
HOSTILE = r"#eval(\"1+1\") @x $a^2$ \ *fett* _schief_ `code` <label> // weg [x] = Titel"
LONG = " ".join(["Ein sehr langer Name mit vielen Wörtern"] * 13)[:500]


@pytest.fixture(scope="module")
def shipped() -> DayView:
    directory = load(ENTRIES).directory
    assert directory
    return day_view(directory)


def listing_of(root: Path, website: str | None = None) -> DayView:
    loaded = load_city(root)
    assert loaded.directory, loaded.problems
    city = loaded.directory.city.model_copy(update={"website": website})
    directory = replace(loaded.directory, city=city)
    return day_view(directory)


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def squeezed(text: str) -> str:
    """Return the text without blanks: where lines end is not what is tested."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFKC", printable(text)))


def bookmarks(pdf: bytes) -> list[str]:
    def names(items: Sequence[object]) -> Iterator[str]:
        for item in items:
            if isinstance(item, list):
                yield from names(item)
            else:
                yield str(item.title)  # type: ignore[attr-defined]

    return list(names(pypdf.PdfReader(BytesIO(pdf)).outline))


def assert_readable_by_everyone(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "heft.pdf"
    file.write_bytes(pdf)
    report = page_validation.validate_pdf(str(file), profile="ua1")
    assert report.is_compliant, report
    with pikepdf.open(file) as document:
        assert str(document.Root.Lang) == "de-DE"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo["/Title"])
        assert all("/CreationDate" not in part for part in (document.docinfo,))
        fonts = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item]
        assert fonts
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)
        figures = [it for it in document.objects if isinstance(it, pikepdf.Dictionary) and it.get("/S") == "/Figure"]
        assert all(str(figure.get("/Alt", "")) for figure in figures)
    reader = pypdf.PdfReader(file)
    for page in reader.pages:
        for reference in page.get("/Annots") or []:
            link = reference.get_object()
            assert link.get("/Dest") is not None or link.get("/A") is not None


@dataclass(frozen=True)
class Made:
    """A booklet of the shipped entries, set once for all tests."""

    area: str
    edition: Edition
    pdf: bytes

    @cached_property
    def pages(self) -> list[str]:
        return [page.extract_text() for page in pypdf.PdfReader(BytesIO(self.pdf)).pages]


# Of each kind one is enough to see a mistake; `make audit` looks at all.
LOOKED_AT = [("winzerla", Edition.A5), ("lobeda", Edition.A5), ("ost", Edition.LARGE)]


def all_of(view: DayView) -> list[tuple[str, Edition]]:
    return [(area, edition) for area in view.directory.vocabulary.areas for edition in (Edition.A5, Edition.LARGE)]


@pytest.fixture(scope="module")
def printed(shipped: DayView) -> list[Made]:
    chosen = all_of(shipped) if AUDIT else LOOKED_AT
    return [Made(area, edition, render(shipped, area, edition)) for area, edition in chosen]


@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.audit)])
def test_everyone_can_read_booklets_and_sheets(
    shipped: DayView, printed: list[Made], tmp_path: Path, every: int
) -> None:
    for booklet in printed:
        assert_readable_by_everyone(booklet.pdf, tmp_path)
    for entry in shipped.listed[::every]:
        made = render_sheet(shipped, entry.slug)
        assert_readable_by_everyone(made, tmp_path)
        assert len(pypdf.PdfReader(BytesIO(made)).pages) == 1
        assert_read_in_order(shipped, entry, made)
        assert tags(made).count("/LI") == len(made_of(shipped, entry).answers), "questions and answers are a list"
    for booklet in printed:
        content = book(shipped, booklet.area, trial=True)
        listed = [*content.references, *(reference for reference in content.weekdays)]
        answers = [answer for offer in in_full(content) for answer in offer.answers]
        houses = content.houses.houses if content.houses else []
        assert tags(booklet.pdf).count("/LI") == len(listed) + len(answers) + len(houses)


def tags(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        found = (item for item in document.objects if isinstance(item, pikepdf.Dictionary))
        return [str(item.S) for item in found if "/S" in item and "/K" in item]


def assert_read_in_order(view: DayView, entry: Entry, made: bytes) -> None:
    """Every fact stands there, in the order of the facts."""
    text = squeezed(text_of(made))
    end = 0
    for line in lines_on_paper(made_of(view, entry)):
        end = text.index(squeezed(line.text), end)


def made_of(view: DayView, entry: Entry) -> Offer:
    return sheet(view, entry, trial=True).entry


def test_every_booklet_leads_to_its_chapters_and_entries(shipped: DayView, printed: list[Made]) -> None:
    for booklet in printed:
        named = [name.replace("\N{ZERO WIDTH SPACE}", "").replace("\xa0", " ") for name in bookmarks(booklet.pdf)]
        for chapter in ("Hilfe sofort", "Was steht wo?", "Schwere Wörter", "Von A bis Z"):
            assert chapter in named
        for entry in (*full_entries(shipped, booklet.area), *summary_entries(shipped, booklet.area)):
            assert printable(entry.name) in named


def test_each_page_says_in_which_chapter_it_is(printed: list[Made]) -> None:
    (lobeda,) = [one for one in printed if (one.area, one.edition) == ("lobeda", Edition.A5)]
    heads = [page.split("\n")[0] for page in lobeda.pages]
    chapters = list(dict.fromkeys(head.removeprefix("Lobeda").strip() for head in heads[3:-1]))
    order = [
        "Was steht wo?", "So geht das Heft", "Hilfe sofort", "Karte in Lobeda",
        "Angebote in Lobeda", "Angebote für ganz Jena", "Schwere Wörter", "Woher die Angaben sind",
        "Wer macht das Heft?", "Von A bis Z",
    ]  # fmt: skip
    assert chapters == [chapter for chapter in order if chapter in chapters]
    assert {"Angebote in Lobeda", "Angebote für ganz Jena", "Von A bis Z"} < {*chapters}


def test_the_map_of_an_area_names_what_it_numbers_with_its_page(shipped: DayView, printed: list[Made]) -> None:
    for booklet in printed:
        texts = [f" {' '.join(page.split())}" for page in booklet.pages]
        (shown,) = [text for text in texts if "Hier stehen nur Häuser" in text] or [""]
        drawn = book(shipped, booklet.area, trial=True).houses
        assert bool(shown) == bool(drawn)
        for number, names in enumerate(drawn.houses if drawn else [], 1):
            name, (slug,) = squeezed(printable(names[0].name)), names[0].slugs
            spaced = r"\s*".join(map(re.escape, name))
            found = re.search(rf"{number}\s*{spaced}\s+(\d+)", unicodedata.normalize("NFKC", shown))
            assert found, name
            assert name in squeezed(texts[int(found[1]) - 1]), slug


def test_the_map_has_a_house_once_and_no_secret_place(shipped: DayView) -> None:
    area, houses = "lobeda", [shipped.directory.entry["stadtteilzentrum-lisa"], *full_entries(shipped, "lobeda")]
    drawn = map_page(shipped, area, houses[1:])
    assert drawn
    named = [slug for names in drawn.houses for one in names for slug in one.slugs]
    assert named.count("stadtteilzentrum-lisa") == 1
    homes = [one for one in shipped.directory.vocabulary.localities.values() if one.area == area and one.population]
    largest = max(homes, key=lambda one: one.population.number if one.population else 0)
    assert largest.name in {dot.name for dot in drawn.dots}
    assert {guest.slug for guest in shipped.directory.hosted["stadtteilzentrum-lisa"]}.isdisjoint(named)
    secret = houses[0].places[0].model_copy(update={"kind": "geheim"})
    assert map_page(shipped, area, [houses[0].model_copy(update={"places": (secret,)})]) is None


def test_name_way_to_ask_and_what_it_is_stand_on_one_page(shipped: DayView, printed: list[Made]) -> None:
    for booklet in printed:
        pages = [squeezed(" ".join(page.split())) for page in booklet.pages]
        made = book(shipped, booklet.area, trial=True)
        for offer in (*in_full(made), *in_short(made)):
            head = squeezed(f"{offer.name} {offer.kind} {offer.way.line.text} {offer.way.beside}")
            head += squeezed(" ".join(line.text for line in offer.lead[:2]))
            assert any(head in page for page in pages), (booklet.area, booklet.edition, offer.name)


def test_signs_are_explained_on_each_double_page_and_what_is_rarely_known_once(
    shipped: DayView, printed: list[Made]
) -> None:
    for booklet in printed:
        for number, page in enumerate(booklet.pages[1:-1], 2):
            assert ("Das wissen wir nicht." if number % 2 else "Die Angabe ist alt.") in page.splitlines()[-1]
        made = book(shipped, booklet.area, trial=True)
        (how,) = [page for page in booklet.pages if "So geht das Heft" in page.split("\n")]
        assert squeezed(made.rarely_known) in squeezed(" ".join(how.split()))
        for fact in made.rarely_known.split(", "):
            assert not any(fact in offer.unknown for offer in in_full(made)), fact


def test_nearly_all_pages_are_full(printed: list[Made]) -> None:
    for booklet in printed:
        inner = booklet.pages[1:-1]
        short = [number for number, page in enumerate(inner[:-1], 2) if len(page.splitlines()) < 8 + len(HEAD_AND_FOOT)]
        assert short == [], (booklet.area, booklet.edition)


# Lines of each page that say nothing of offers.
HEAD_AND_FOOT = ("chapter", "number and sign")
# What is true of most offers, and used to stand in each of them.
SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-ZÄÖÜ])")
NOTICE = re.compile(
    r"Das wissen wir noch nicht|Nicht bekannt:|Noch nicht bestätigt|Bitte fragen Sie|Bitte rufen Sie|war das so:"
    r"|Das hat noch niemand|Das Alter von|Woher wir das wissen|Kein Kontakt bekannt"
)


@pytest.mark.parametrize("area", ["winzerla", "ganz-jena", pytest.param("lobeda", marks=pytest.mark.audit)])
def test_a_booklet_is_thin(shipped: DayView, area: str) -> None:
    own, others = (len(found(shipped, area)) for found in (full_entries, summary_entries))
    assert page_count(render(shipped, area, Edition.A5)) <= 12 + 0.9 * own + 0.35 * others


def test_a_booklet_says_once_what_is_true_of_all(shipped: DayView) -> None:
    for area in shipped.directory.vocabulary.areas:
        made = book(shipped, area, trial=True)
        assert not any("Jahr unbekannt" in line.text for source in made.sources for line in source.lines)
        assert not any(phone.text in number.name for number in made.at_once for phone in number.phones)
        lines = [line.text for offer in (*in_full(made), *in_short(made)) for line in lines_on_paper(offer)]
        assert sum(bool(NOTICE.search(line)) for line in lines) <= 0.05 * len(lines), area
        said = [SENTENCE_END.split(line) for line in lines]
        assert not [line for line in said if len(line) > len({*line})], "a sentence twice in one line"


def test_a_website_on_paper_is_what_leads_there_in_german(shipped: DayView) -> None:
    for offer in in_short(book(shipped, "winzerla", trial=True)):
        assert "(auf " not in offer.way.line.text


def test_a_booklet_needs_no_other_one(shipped: DayView) -> None:
    """The offers of the whole city stand there with a way to ask, where they are and when, as far as it is known."""
    for offer in in_short(book(shipped, "winzerla", trial=True)):
        entry = shipped.of(shipped.directory.entry[offer.slug])
        labels = {group.label for group in offer.answers}
        assert (offer.way.line.text == NO_WAY) == (not entry.asking and not entry.asking.thing)
        assert "Wo" in labels or not any(place.has_address for place in entry.places)
        assert "Wann" in labels or not entry.times


def test_each_need_has_three_answers_that_one_can_call_and_no_number_twice(shipped: DayView) -> None:
    for area in shipped.directory.vocabulary.areas:
        made = book(shipped, area, trial=True)
        assert [need.name for need in made.needs] == [
            opening.name for opening in shipped.directory.vocabulary.openings.values()
        ]
        for need in made.needs:
            assert len(need.answers) == 3, (area, need.name)
            assert len({answer.way.line.text for answer in need.answers}) == 3, (area, need.name)
            assert all(answer.way.icon == "phone" for answer in need.answers), (area, need.name)
        alone = made.needs[0]
        first = shipped.directory.entry[alone.answers[0].slug]
        assert first.times, "nobody is sent first to where nobody knows when it is"
        assert alone.answers[-1].name == "TelefonSeelsorge"
        slugs = [answer.slug for need in made.needs for answer in need.answers if answer.slug]
        assert len(slugs) == len({*slugs}), "no offer answers two needs"
        assert not any(shipped.of(shipped.directory.entry[slug]).sensitive for slug in slugs)


def test_who_opens_the_booklet_has_a_number_after_one_turn(shipped: DayView, printed: list[Made]) -> None:
    """On the cover, or on the 2 pages behind it."""
    for booklet in printed:
        front = squeezed(" ".join(" ".join(booklet.pages[:3]).split()))
        for need in book(shipped, booklet.area, trial=True).needs:
            assert squeezed(need.name) in front
            for answer in need.answers:
                assert squeezed(answer.way.line.text) in front, (booklet.area, answer.name)


# A picture has round corners, and soft edges.
ROUND = 9


@pytest.mark.parametrize("area", ["winzerla", "west-zentrum"])
@pytest.mark.parametrize("volume", [None, Volume(1, 2, frozenset())])
def test_the_picture_of_a_cover_leaves_room_for_its_words(shipped: DayView, area: str, volume: Volume | None) -> None:
    loud = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#f0f" d="M0 0h9v9H0z"/></svg>'
    data = book_data(shipped, area, Edition.A5, trial=True, drawing=loud, volume=volume)
    cover = Image.open(BytesIO(typeset(COVER, data, "png"))).convert("RGB")
    box = ImageChops.invert(cover.getchannel("G")).point(lambda it: it > 250 and 255).getbbox()
    assert box
    left, top, right, bottom = box
    inner = cover.crop((left + ROUND, top + ROUND, right - ROUND, bottom - ROUND))
    assert inner.getcolors() == [(inner.width * inner.height, (255, 0, 255))]


SPORT = "name: {}\nart: selbsthilfegruppe\nthemen: sport\nkontakt: {{telefon: 040 {}}}\n"
MOVE = "bewegen: {{name: Ich will mich bewegen, symbol: run, themen: [sport]{}}}\n"


@pytest.mark.parametrize("area", ["winzerla", pytest.param("lobeda", marks=pytest.mark.audit)])
def test_the_leaflet_has_every_answer_on_2_pages_that_everyone_can_read(
    shipped: DayView, tmp_path: Path, area: str
) -> None:
    made = render(shipped, area, Edition.LEAFLET)
    assert_readable_by_everyone(made, tmp_path)
    assert page_count(made) == 2
    text = squeezed(text_of(made))
    content = book(shipped, area, trial=True)
    for need in content.needs:
        for answer in need.answers:
            assert squeezed(f"{answer.name}") in text
            assert squeezed(answer.way.line.text) in text
    assert all(squeezed(number.phones[0].text) in text for number in content.at_once)
    inside = [need.name for need in content.needs if any(answer.slug for answer in need.answers)]
    assert [name for name in bookmarks(made) if name in inside] == inside


@pytest.mark.parametrize(("chosen", "expected"), [("", ["a", "b"]), (", zuerst: [b]", ["b", "a"])])
def test_editors_choose_what_comes_first(city: MakeCity, chosen: str, expected: list[str]) -> None:
    files = {f"mitte/{name}.yaml": SPORT.format(name, number) + REST for name, number in (("a", 111111), ("b", 222222))}
    view = listing_of(city({**files, "_vocabulary/einstiege.yaml": MOVE.format(chosen)}))
    (need,) = book(view, "mitte", trial=True).needs
    assert [answer.slug for answer in need.answers] == expected


def test_help_without_a_phone_says_how(shipped: DayView) -> None:
    made = book(shipped, "nord", trial=True)
    numbers = [*made.at_once, *made.more_help]
    assert {number.name for number in numbers} == {
        item.name_alone for item in shipped.directory.vocabulary.emergency_numbers.values()
    }
    assert all(number.phones or number.lines for number in numbers)


def test_on_the_next_day_a_booklet_with_the_same_facts_has_the_same_bytes(city: MakeCity) -> None:
    view = listing_of(city({}))
    checked = Checked(directory=view.directory)
    tomorrow = DayView(checked, agenda(view.directory, view.today + timedelta(days=1)))
    for edition in Edition:
        assert render(view, "mitte", edition) == render(tomorrow, "mitte", edition)
    assert render_sheet(view, "eine-runde") == render_sheet(tomorrow, "eine-runde")


def test_what_people_type_is_never_a_command(city: MakeCity, tmp_path: Path) -> None:
    places = "".join(f"  - {{rolle: aussenstelle, strasse: Weg {number}, hausnummer: 1}}\n" for number in range(9))
    rest = BASE_ENTRY.partition("\n")[2]
    view = listing_of(
        city(
            {
                "mitte/boese.yaml": f"name: '{HOSTILE}'\n{rest.replace('Wir treffen uns.', repr(HOSTILE + '.'))}",
                "mitte/lang.yaml": f"name: {LONG}\n{rest}",
                "mitte/wort.yaml": f"name: {'Donau' * 60}\n{rest}orte:\n{places}",
                "mitte/fremd.yaml": f"name: مرحبا 🙂 Gruppe ﬁ ‑\n{rest}",
            }
        )
    )
    for edition in (Edition.A5, Edition.LARGE):
        pdf = render(view, "mitte", edition)
        assert_readable_by_everyone(pdf, tmp_path)
        text = squeezed(text_of(pdf))
        assert squeezed(HOSTILE) in text
        assert squeezed(LONG) in text
        assert squeezed(f"{PLACEHOLDER} {PLACEHOLDER} Gruppe fi -") in text
        assert "Weg81" in text


def test_a_long_word_stays_on_the_page(city: MakeCity) -> None:
    rest = BASE_ENTRY.partition("\n")[2]
    # The name of its file begins like the names that templates give to offers.
    view = listing_of(city({"mitte/angebot-angebot-wort.yaml": f"name: {'Donau' * 60}\n{rest}"}))
    for page in pypdf.PdfReader(BytesIO(render(view, "mitte", Edition.A5))).pages:
        rightmost = [0.0]
        page.extract_text(visitor_text=lambda _, __, tm, *___, right=rightmost: right.append(tm[4]))
        assert max(rightmost) < float(page.mediabox.right)


def test_every_character_of_the_fonts_can_be_set(city: MakeCity) -> None:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    with TTFont(font_files()[0]) as font:
        known = "".join(chr(code) for code in sorted(font.getBestCmap()) if code > 0xA0)
    assert printable(known)
    view = listing_of(city({}))
    data = sheet_data(view, "eine-runde", trial=True).replace("Eine Runde", "Eine Runde " + known.replace("\\", ""))
    assert typeset(SHEET, data)


def test_codes_lead_to_the_pages(city: MakeCity) -> None:
    view = listing_of(city({}), "https://treffpunkte.example/")
    entry = view.listed[0]
    picture = typeset(SHEET, sheet_data(view, entry.slug, trial=True), "png")
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    assert code.text == f"https://treffpunkte.example/angebote/{entry.slug}/"
    assert code.text == f"https://treffpunkte.example/angebote/{entry.slug}/"


def test_without_an_address_there_is_no_code_and_without_a_phone_there_is_another_way(city: MakeCity) -> None:
    silent = BASE_ENTRY.replace("{telefon: 040 123456}", "{webseite: https://example.org}")
    view = listing_of(city({"mitte/still.yaml": silent}))
    made = sheet(view, view.directory.entry["still"], trial=True)
    assert made.code == ""
    assert made.entry.way.line.text == "example.org"


def test_a_secret_place_stays_secret(shipped: DayView) -> None:
    secret = next(entry for entry in shipped.listed if entry.secret)
    text = text_of(render_sheet(shipped, secret.slug))
    assert "Der Ort ist geheim." in text
    assert "Woher wir das wissen: Das bleibt geheim." in text
    assert not re.search(r"Träger:|Haltestelle|\b07\d{3}\b", text)


def test_age_changes_words_and_removes_nothing(shipped: DayView) -> None:
    books = [book(shipped, area, trial=True) for area in shipped.directory.vocabulary.areas]
    offers = {offer.slug: offer for made in books for offer in in_full(made)}
    assert offers.keys() == {entry.slug for entry in shipped.listed}
    ages = {line.age for offer in offers.values() for line in lines_on_paper(offer)}
    assert {"", "Jahr unbekannt"} < ages
    assert any(re.fullmatch(r"von 20\d\d", age) for age in ages)


def test_a_lost_entry_stops_the_build(city: MakeCity) -> None:
    view = listing_of(city({}))
    words = replace(view.directory.vocabulary, areas={})
    directory: Directory = replace(view.directory, vocabulary=words)
    with pytest.raises(MissingEntryError, match="eine-runde"):
        render_all(day_view(directory))


def folded(pairs: Sequence[tuple[int | None, int | None]]) -> list[int | None]:
    """Return the pages as they follow each other once the sheets are printed on both sides and folded together."""
    fronts, backs = pairs[::2], pairs[1::2]
    before = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    behind = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
    return [*before, *reversed(behind)]


def test_a_copier_gets_the_pages_in_the_order_of_folding() -> None:
    assert list(sides(range(8))) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert list(sides(range(5))) == [(None, 0), (1, None), (None, 2), (3, 4)]
    for pages in range(2, 2 * FOLDABLE_PAGES):
        order = folded(list(sides(bound(pages))))
        assert [page for page in order if page is not None] == list(range(pages)), pages
        assert order[-1] == pages - 1, "the numbers for emergencies are outside, on the back"
        assert len(order) - pages < 4, pages


def test_what_is_too_thick_to_fold_comes_in_parts_with_cover_and_index_each(shipped: DayView) -> None:
    lost = {entry.slug for entry in full_entries(shipped, "lobeda")}
    whole = 0

    def setting(volume: Volume | None) -> tuple[bytes, int]:
        made = render_volume(shipped, "lobeda", volume)
        return made, page_count(made)

    made = volumes(shipped, "lobeda", FOLDABLE_PAGES, setting)
    assert len(made) > 1
    for volume, pdf in made:
        assert volume
        assert page_count(pdf) <= FOLDABLE_PAGES
        pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]
        assert f"Teil {volume.number} von {len(made)}" in pages[0]
        assert {"Was steht wo?", "Von A bis Z"} <= {*bookmarks(pdf)}
        whole += len(volume.slugs)
        lost -= volume.slugs
    assert not lost
    assert whole == len(full_entries(shipped, "lobeda")) + len(summary_entries(shipped, "lobeda")), "each stands once"


def render_volume(view: DayView, area: str, volume: Volume | None) -> bytes:
    return typeset(BOOK, book_data(view, area, Edition.A5, trial=True, volume=volume))


def test_a_booklet_that_no_build_wants_any_more_goes_and_the_others_stay(tmp_path: Path) -> None:
    cache, month_ago = Cache(tmp_path), time.time() - 30 * 24 * 3600
    for key in ("new", "old", "old but wanted"):
        cache.get(key, key.encode)
    for key in ("old", "old but wanted"):
        os.utime(tmp_path / key, (month_ago, month_ago))
    cache.get("old but wanted", bytes)
    cache.tidy()
    assert {file.name for file in tmp_path.iterdir()} == {"new", "old but wanted"}
    assert cache.get("old but wanted", bytes) == b"old but wanted", "it was not made anew"


def test_the_shelf_has_every_file_and_the_page_leads_to_it(city: MakeCity, tmp_path: Path) -> None:
    view = listing_of(city({"_vocabulary/einstiege.yaml": MOVE.format("")}))
    cache = Cache(tmp_path / "hefte")
    seen: list[tuple[int, int]] = []
    first = render_all(view, cache=cache, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] == len(seen)
    kept = {file: file.read_bytes() for file in cache.folder.iterdir()} if cache.folder else {}
    assert render_all(view, cache=cache) == first
    assert kept == {file: file.read_bytes() for file in kept}
    paths = {file.path for file in first.files}
    for area in view.directory.vocabulary.areas:
        assert {f"hefte/{area}-{suffix}.pdf" for suffix in ("a5", "gross", "kopie", "faltblatt")} <= paths
        assert f"hefte/{area}.png" in paths
    assert {f"angebote/{entry.slug}/info-blatt.pdf" for entry in view.listed} <= paths
    for area in profile_keys(view):
        address = f"fachleute/profil/{area}/profil-{area}.pdf"
        assert address in paths
        assert f'href="profil-{area}.pdf"' in profile_page(replace(view, with_booklets=True), area).body
    page = booklets_page(view, first.booklets)
    assert set(re.findall(r'(?:href|src)="\.\./(hefte/[^"#]+)"', page.body)) == {
        path for path in paths if path.startswith("hefte/")
    }
    assert re.search(r">Heft für \S.*?, \d+ Seiten, A5, PDF, \d+ KB<", page.body)
    assert "beidseitig, kurze Kante" in page.body
