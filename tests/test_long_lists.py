"""Lists have an end, however many entries there are: in parts, by letter, by day; and nothing is lost on the way."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from posixpath import normpath

import pytest
from browsing import ENTRIES
from conftest import TODAY
from generate import write_entries
from lxml import html  # type: ignore[import-untyped]  # it has no types
from recombine import recombine
from tall import screens

from directory.checks import check
from directory.model.text import initial
from directory.output.page import Page
from directory.output.pagination import REST, spans, starts, starts_by_letter
from directory.pages import KINDS, page_at
from directory.pages.entry import entry_page
from directory.pages.parts import LINES, NAMES, ROWS, SIZE, divided, part, with_parts
from directory.schedule import agenda
from directory.source import load
from directory.view.day import DayView

COUNT, MIDDLE = 700, 190
# Of a phone: no list has more.
SCREENS = 12
# The frame around a page weighs less than 15 KB.
HEAVIEST = 135_000
# A page of its own for each kind of link is not made here.
ELSEWHERE = re.compile(
    r"(angebote|assets|bilder|kalender|suche|daten|hefte|mitmachen|hilfe-sofort|schema)/|.*\.(ics|pdf)$"
)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> DayView:
    folder = tmp_path_factory.mktemp("many") / "entries"
    folder.mkdir()
    write_entries(ENTRIES, folder, COUNT, areas=("lobeda", "lobeda", "ganz-jena"))
    return view_of(folder)


def view_of(folder: Path) -> DayView:
    checked = check(load(folder), TODAY).checked
    assert checked
    return DayView(checked, agenda(checked.directory, TODAY))


def made(view: DayView) -> dict[str, Page]:
    """Return every page but those of entries, by its address."""
    kinds = [kind for kind in KINDS if kind.maker is not entry_page]
    found = {kind.address_of(key): kind.maker(view, key) for kind in kinds for key in kind.keys(view)}
    assert {address for address, page in found.items() if page.address != address} == set()
    return found


@pytest.fixture(scope="module")
def lists(view: DayView) -> dict[str, Page]:
    return made(view)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Return the pages of offers with topics and gaps as they are; made-up ones have few, and lack nothing."""
    folder = tmp_path_factory.mktemp("recombined") / "entries"
    folder.mkdir()
    recombine(ENTRIES, folder, 1000)
    return made(view_of(folder))


def shown(page: Page) -> list[str]:
    return re.findall(r'data-entry="([^"]+)"', page.body)


def of_list(lists: dict[str, Page], address: str) -> Iterator[str]:
    """Yield the entries of all parts of a list, in order."""
    for number in range(1, 1000):
        part_address = f"{address}teil-{number}/" if number > 1 else address
        if part_address not in lists:
            return
        yield from shown(lists[part_address])


def test_no_page_is_heavy(lists: dict[str, Page], real: dict[str, Page]) -> None:
    for found in (lists, real):
        assert {address: len(page.body) for address, page in found.items() if len(page.body) > HEAVIEST} == {}


def test_no_page_is_tall(lists: dict[str, Page], real: dict[str, Page], tmp_path: Path) -> None:
    """Where nearly all of a list fits on one page it is the tallest: so there is a city of middle size too."""
    folder = tmp_path / "entries"
    folder.mkdir()
    write_entries(ENTRIES, folder, MIDDLE, areas=("lobeda", "lobeda", "ganz-jena"))
    for found in (lists, real, made(view_of(folder))):
        tall = {address: screens(page.body) for address, page in found.items()}
        assert {address: number for address, number in tall.items() if number > SCREENS} == {}
        assert max(tall.values()) > SCREENS / 2, "the measure sees what is tall"


def test_pages_for_planners_have_titles_of_their_own_and_few_numbers_stand_apart(real: dict[str, Page]) -> None:
    titles = [page.title for page in real.values()]
    assert len(titles) == len(set(titles))
    for_planners = [address for address in real if address.startswith("fachleute/")]
    assert 100 < len(for_planners) < 550, "pages of their own are for the longest alone"


def test_letters_lead_to_their_names_and_old_addresses_of_letters_to_the_letters(lists: dict[str, Page]) -> None:
    parts = {address: html.fromstring(page.body) for address, page in lists.items() if address.startswith("a-bis-z/")}
    assert len(parts) > 5
    first = parts["a-bis-z/"]
    for address, page in parts.items():
        links = page.xpath("//ul[@class='letters']//a")
        assert len(links) > 10
        for link in links:
            way, _, letter = link.get("href").partition("#")
            target = normpath(f"/{address}{way}").lstrip("/") + "/"
            [heading] = parts[target].xpath(f"//h2[@id='{letter}']")
            assert heading.text == link.text
            names = heading.xpath("following-sibling::ul[1]/li/a")
            assert {initial(name.text_content()) for name in names} == {link.text}
            [place] = first.xpath(f"//*[@id='{letter}']")
            assert (place.tag == "h2") == (target == "a-bis-z/")


def test_a_part_of_the_alphabet_says_which_letters_it_holds(lists: dict[str, Page]) -> None:
    for address, page in lists.items():
        if address.startswith("a-bis-z/teil-"):
            body = html.fromstring(page.body)
            span = page.title.split(": ", 1)[1].replace("\N{NO-BREAK SPACE}", " ")
            names = [link.text_content() for link in body.xpath("//li[@data-entry]/a")]
            ends = [initial(names[0]), initial(names[-1])]
            assert span in (" bis ".join(ends), ends[0]) or span[0] == ends[0], address
            assert "Von A bis Z" in page.crumbs[-1].title


def test_a_part_has_forty_to_fifty_entries_and_says_where_in_the_list_it_is(lists: dict[str, Page]) -> None:
    parts = [page for address, page in lists.items() if "teil-" in address]
    assert len(parts) > 50
    for page in parts:
        assert page.body.count("<li data-entry") + page.body.count('class="list-row"') <= SIZE + REST
        assert len(re.findall(r'href="[./]*angebote/', page.body)) <= NAMES + REST, page.address
        assert re.search(r"Hier stehen \d+ bis \d+ von \d+\.", page.body), page.address
        assert 'rel="prev"' in page.body


def test_every_title_and_heading_names_its_part(lists: dict[str, Page]) -> None:
    titles = [page.title for page in lists.values()]
    assert len(titles) == len(set(titles))
    for page in lists.values():
        numbered = re.search(r", Teil\s\d+(: [^<]+)?</h1>", page.body) is not None
        assert numbered == (", Teil\N{NO-BREAK SPACE}" in page.title), page.address
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page.body)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.address


def test_no_entry_is_lost(view: DayView, lists: dict[str, Page]) -> None:
    everyone = {entry.slug for entry in view.listed}
    assert (
        set(of_list(lists, "kosten/kostenlos/ganz-jena/")) | set(of_list(lists, "kosten/kostenlos/lobeda/")) == everyone
    )
    assert set(of_list(lists, "a-bis-z/")) == everyone
    days = [f"diese-woche/{day}/" for day in ("montag", "dienstag", "mittwoch")]
    assert {slug for day in days for slug in of_list(lists, day)} == everyone
    for need in view.directory.vocabulary.needs:
        groups = ("passt", "teilweise", "nein", "unbekannt")
        own = {slug for group in groups for slug in of_list(lists, f"passt-das/{need}/{group}/")}
        assert own | set(shown(lists[f"passt-das/{need}/"])) == everyone
    for area in ("lobeda", "ganz-jena"):
        kinds = view.directory.vocabulary.kinds
        found = {slug for kind in kinds for slug in of_list(lists, f"arten/{kind}/{area}/")}
        assert found == {entry.slug for entry in view.by_area[area]}
        assert len(view.by_area[area]) > ROWS


def test_what_takes_place_next_comes_first(view: DayView, lists: dict[str, Page]) -> None:
    dated = [bool(view.agenda.of(view.directory.entry[slug])) for slug in of_list(lists, "gruppen/freizeit/")]
    assert dated == sorted(dated, reverse=True)


def test_every_link_of_a_list_leads_somewhere(lists: dict[str, Page]) -> None:
    lost = set()
    for address, page in lists.items():
        for link in re.findall(r'<a[^>]* href="([^"#]*)', page.body):
            if link and not re.match(r"[a-z]+:", link):
                target = normpath(f"/{address}{link}").lstrip("/")
                if f"{target}/" not in lists and target != "" and not ELSEWHERE.match(f"{target}/"):
                    lost.add((address, link))
    assert {(address, link) for address, link in lost if not Path(link).suffix} == set()


def test_a_page_made_alone_is_the_same(view: DayView, lists: dict[str, Page]) -> None:
    for address in (
        "gruppen/freizeit/teil-2/",
        "diese-woche/lobeda/montag/",
        "a-bis-z/",
        "passt-das/rollstuhl/lobeda/",
    ):
        alone = page_at(view, address)
        assert alone
        assert alone.title == lists[address].title
    assert page_at(view, "gruppen/freizeit/teil-999/") is None
    assert page_at(view, "nirgends/") is None


@pytest.mark.parametrize("total", [0, 1, ROWS, ROWS + 1, 249, 250, 251, 260, 261, 310, 311, 10_000])
def test_parts_have_all_items_once_and_none_is_tiny(total: int) -> None:
    parts = [part(range(total), number) for number in range(1, len(starts(total, ROWS, SIZE)) + 1)]
    assert [item for one in parts for item in one.items] == list(range(total))
    assert len(parts) == 1 or all(REST < len(one.items) <= SIZE + REST for one in parts)
    assert [one.first for one in parts[1:]] == [one.last + 1 for one in parts[:-1]]
    assert [divided(key) for key in with_parts("x/y", total)] == [("x/y", one.number) for one in parts]


def test_names_that_look_like_a_part_are_names() -> None:
    assert divided("themen/teil-habe") == ("themen/teil-habe", 1)
    assert LINES > ROWS


ALPHABET = [
    pytest.param({"A": 30, "B": 30, "C": 5, "D": 10, "E": 30}, ["A", "B bis D", "E"], id="joined"),
    pytest.param({"A": 60, "B": 31}, ["A", "B"], id="a few more stay together"),
    pytest.param({"A": 45, "S": 160, "T": 9}, ["A", "S00 bis S04", "S05 bis S09", "S10 bis S15", "T"], id="divided"),
    pytest.param({"A": 88, "Z": 2}, ["A bis Z"], id="few"),
    pytest.param({"0": 40, "B": 8, "C": 50}, ["0 bis B", "C"], id="digits"),
    pytest.param({"A": 49, "B": 45, "Z": 9}, ["A", "B bis Z"], id="the rest stays"),
    pytest.param({}, [""], id="none"),
]


@pytest.mark.parametrize(("letters", "expected"), ALPHABET)
def test_letters_are_joined_and_divided(letters: dict[str, int], expected: list[str]) -> None:
    names = [f"{letter}{number:03}" for letter, count in letters.items() for number in range(count)]
    begin = starts_by_letter(names, NAMES, 50)
    assert [span.replace("\N{NO-BREAK SPACE}", " ") for span in spans(names, begin)] == expected
    assert list(begin) == sorted(set(begin))
    assert begin[0] == 0
