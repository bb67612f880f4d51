"""No name that the check accepts can break what is made of it."""

from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from conftest import BASE_ENTRY, TODAY, MakeCity, load_city

from directory.booklets.book import Book, book
from directory.booklets.booklet_set import render_all
from directory.checks import check
from directory.checks.identity import LONGEST_ID
from directory.output.typst import VERBATIM
from directory.schedule import agenda
from directory.view.day import DayView

BREAK = "\N{ZERO WIDTH SPACE}"


def name_of(length: int) -> str:
    """Return a slug of so many letters: without a hyphen, which is the hardest to break."""
    return "a" * length


@pytest.fixture
def view(city: MakeCity) -> DayView:
    times = "zeiten: [{zweck: treffen, tage: [Montag], von: 9:00, stand: 2026-10}]\n"
    slugs = [*map(name_of, range(1, LONGEST_ID + 1)), f"a_{'b' * 30}_c", f"{'a' * 26}-{'b' * 26}"]
    files = {f"mitte/{slug}.yaml": BASE_ENTRY.replace("Gruppe", f"Gruppe {i}") + times for i, slug in enumerate(slugs)}
    found = check(load_city(city(files)), TODAY).checked
    assert found
    assert found.left_out == (), "names of all lengths are allowed"
    return DayView(found, agenda(found.directory, TODAY))


def test_names_of_all_lengths_stand_in_a_booklet_and_on_a_sheet(view: DayView) -> None:
    made = render_all(view)
    assert {f"angebote/{name_of(length)}/info-blatt.pdf" for length in range(1, LONGEST_ID + 1)} <= {
        file.path for file in made.files
    }


def strings(value: Any, key: str = "") -> list[tuple[str, str]]:
    """Return every text in the content of a booklet, with the name of the field that it stands in."""
    if isinstance(value, str):
        return [(key, value)]
    if is_dataclass(value) and not isinstance(value, type):
        return [found for field in fields(value) for found in strings(getattr(value, field.name), field.name)]
    if isinstance(value, list | tuple):
        return [found for item in value for found in strings(item, key)]
    return []


def test_slugs_stand_only_where_nobody_breaks_them(view: DayView) -> None:
    content: Book = book(view, "mitte", trial=True)
    places = {key for key, text in strings(content) if text in view.directory.entry}
    assert places
    assert places <= VERBATIM
