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
from recombine import recombine

from directory.checks import check
from directory.output.page import Page
from directory.pages import KINDS, page_at
from directory.pages.entry import entry_page
from directory.pages.parts import LINES, NAMES, REST, ROWS, SIZE, divided, how_many, part, with_parts
from directory.schedule import agenda
from directory.source import load
from directory.view.day import DayView

COUNT = 700
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


@pytest.fixture(scope="module")
def lists(view: DayView) -> dict[str, Page]:
    """Return every page but those of entries, by its address."""
    kinds = [kind for kind in KINDS if kind.maker is not entry_page]
    made = {kind.address_of(key): kind.maker(view, key) for kind in kinds for key in kind.keys(view)}
    assert {address for address, page in made.items() if page.address != address} == set()
    return made


def shown(page: Page) -> list[str]:
    return re.findall(r'data-entry="([^"]+)"', page.body)


def of_list(lists: dict[str, Page], address: str) -> Iterator[str]:
    """Yield the entries of all parts of a list, in order."""
    for number in range(1, 1000):
        part_address = f"{address}teil-{number}/" if number > 1 else address
        if part_address not in lists:
            return
        yield from shown(lists[part_address])


def test_no_page_is_heavy(lists: dict[str, Page]) -> None:
    assert {address: len(page.body) for address, page in lists.items() if len(page.body) > HEAVIEST} == {}


def test_pages_for_planners_are_not_heavy_where_topics_and_gaps_are_spread_as_in_reality(tmp_path: Path) -> None:
    """Made-up offers have few topics and lack nothing: their tables are small."""
    folder = tmp_path / "entries"
    folder.mkdir()
    recombine(ENTRIES, folder, 1000)
    view = view_of(folder)
    kinds = [kind for kind in KINDS if kind.address.startswith("fachleute/")]
    made = [kind.maker(view, key) for kind in kinds for key in kind.keys(view)]
    assert {page.address: len(page.body) for page in made if len(page.body) > HEAVIEST} == {}
    titles = [page.title for page in made]
    assert len(titles) == len(set(titles))
    assert 100 < len(made) < 500, "pages of their own are for the longest alone"


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
        assert (re.search(r", Teil \d+</h1>", page.body) is not None) == (", Teil " in page.title), page.address
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page.body)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.address


def test_no_entry_is_lost(view: DayView, lists: dict[str, Page]) -> None:
    everyone = {entry.slug for entry in view.listed}
    assert (
        set(of_list(lists, "kosten/kostenlos/ganz-jena/")) | set(of_list(lists, "kosten/kostenlos/lobeda/")) == everyone
    )
    letters = {address for address in lists if re.fullmatch(r"a-bis-z/[^/]+/", address)}
    assert {slug for letter in letters for slug in of_list(lists, letter)} == everyone
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
    parts = [part(range(total), number) for number in range(1, how_many(total) + 1)]
    assert [item for one in parts for item in one.items] == list(range(total))
    assert len(parts) == 1 or all(REST < len(one.items) <= SIZE + REST for one in parts)
    assert [one.first for one in parts[1:]] == [one.last + 1 for one in parts[:-1]]
    assert [divided(key) for key in with_parts("x/y", total)] == [("x/y", one.number) for one in parts]


def test_names_that_look_like_a_part_are_names() -> None:
    assert divided("themen/teil-habe") == ("themen/teil-habe", 1)
    assert LINES > ROWS
