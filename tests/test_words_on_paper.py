"""What booklets, leaflets, sheets and profiles say on paper: every sentence keeps the main rules of easy language."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from conftest import day_view
from searching import shipped
from test_easy_language import MAIN
from test_words_of_the_site import END, NO_SENTENCE, SENTENCE

from directory.booklets.render import TEMPLATES, book_data, profile_data, sheet_data
from directory.checks.easy_language import HardWords
from directory.easy_language import Names, check, profile
from directory.pages.profile import profile_keys
from directory.view.booklets import Edition
from directory.view.day import DayView

# Text of a template: a string of its script, or content between brackets.
LITERAL = re.compile(r'"([^"\n]+)"|\[([^\[\]#\n]+)\]')
# What follows a colon and is no sentence: a list, a name.
LIST = re.compile(r"(?<=:) (?:[^:]*[,;] .*|.*(?<=von: ).*)")
LABEL = re.compile(r"^[A-ZÄÖÜ]\S+: (?=[A-ZÄÖÜ\d])")
MARKS = str.maketrans("", "", "*\N{ZERO WIDTH SPACE}")
# What comes from elsewhere: sources are for professionals, and the licence is a name.
SOURCES = ("sources", "licence", "drawing")


@pytest.fixture(scope="module")
def view() -> DayView:
    return day_view(shipped(), date(2026, 11, 29))


def texts(value: Any) -> Iterator[str]:
    """Yield every text in what a template is given."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from () if key in SOURCES else texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def given(view: DayView) -> Iterator[str]:
    areas = view.directory.vocabulary.areas
    yield from (book_data(view, area, Edition.A5, trial=trial) for area in areas for trial in (True, False))
    yield from (sheet_data(view, entry.slug, trial=True) for entry in view.listed)
    yield from (profile_data(view, area, trial=True) for area in profile_keys(view))


def faults(view: DayView, said: dict[str, str]) -> list[str]:
    """Return what is wrong with the sentences among some texts, each with where it stands."""
    wanted, names = profile(view.directory.city.language_profile).only(MAIN), Names(view.directory.names)
    found: dict[str, str] = {}
    for text, where in said.items():
        for part in END.split(text.translate(MARKS)):
            sentence = " ".join(part.split())
            if SENTENCE.fullmatch(sentence) and not NO_SENTENCE.match(sentence):
                found.setdefault(LABEL.sub("", LIST.sub("", sentence)), where)
    lines, allowed = sorted(found), HardWords(view.directory)
    return [
        f"{found[lines[one.item]]}: {lines[one.item]!r}: {one.rule} {one.text!r}"
        for one in check(lines, wanted, names)
        if one.severity != "hint" and one not in allowed
    ]


def test_what_the_templates_say_is_easy(view: DayView) -> None:
    said = {
        first or second: file.name
        for file in sorted(TEMPLATES.glob("*.typ"))
        for first, second in LITERAL.findall(file.read_text(encoding="utf-8"))
    }
    assert len(said) > 100
    assert not faults(view, said)


def test_what_the_templates_are_given_is_easy(view: DayView) -> None:
    said = dict.fromkeys((text for data in given(view) for text in texts(json.loads(data))), "paper")
    assert len(said) > 1000
    assert not faults(view, said)
