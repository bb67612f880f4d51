"""What people type finds what they need.

The queries and answers are by three people who have seen neither the search nor each other's. What each set found when
it was run for the first time, before anything was mended with it: success@5 0.88 and nDCG@5 0.76 with the first, 0.91
and 0.79 with the second, 0.98 and 0.89 with the third. When the 80 offers of November 2026 were judged, without a look
at the search, the first run after that found 0.98 and 0.86, 0.98 and 0.82, 0.97 and 0.84: with twice as many offers
there are more that fit, and an order among them is harder to hit.
"""

import math
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser
from searching import NO_HELP, search, shipped_files

QUERIES = sorted((Path(__file__).parent / "cases" / "search").glob("queries*.yaml"))
SHOWN = 5
BEST, GOOD = 3, 1
Judged = tuple[dict[str, Any], Any]


@cache
def queries(file: Path | None = None) -> list[dict[str, Any]]:
    """Return the queries of one set, or of all."""
    files = [file] if file else QUERIES
    return [query for one in files for query in yaml.safe_load(one.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module", params=QUERIES, ids=lambda file: file.stem)
def judged(request: pytest.FixtureRequest, browser: Browser) -> list[Judged]:
    """Return each query of a set with what the search answers."""
    asked = queries(request.param)
    answers = search(browser, shipped_files(), [query["query"] for query in asked])
    return list(zip(asked, answers, strict=True))


def gain(query: dict[str, Any], slug: str) -> int:
    return BEST if slug in query["best"] else GOOD if slug in query["good"] else 0


def ndcg(query: dict[str, Any], slugs: list[str]) -> float:
    """Return how near the first results are to the best order there is, 0 to 1."""
    ideal = [BEST] * len(query["best"]) + [GOOD] * len(query["good"])
    return discounted([gain(query, slug) for slug in slugs[:SHOWN]]) / discounted(ideal[:SHOWN])


def discounted(gains: list[int]) -> float:
    return sum(value / math.log2(place + 2) for place, value in enumerate(gains))


def success(query: dict[str, Any], slugs: list[str]) -> bool:
    return any(slug in query["best"] for slug in slugs[:SHOWN])


def test_people_find_what_they_need(judged: list[Judged], capsys: pytest.CaptureFixture[str]) -> None:
    found = [
        (query, success(query, answer["slugs"]), ndcg(query, answer["slugs"]))
        for query, answer in judged
        if query["best"]
    ]
    empty = [query["query"] for query, answer in judged if query["best"] and not answer["slugs"]]
    with capsys.disabled():
        print()  # noqa: T201
        for name in dict.fromkeys(query["class"] for query, _, _ in found):
            own = [(hit, score) for query, hit, score in found if query["class"] == name]
            hits, total = sum(hit for hit, _ in own) / len(own), sum(score for _, score in own) / len(own)
            print(f"{name:10} {len(own):4} queries  success@5 {hits:.2f}  nDCG@5 {total:.3f}")  # noqa: T201
        print("without result:", ", ".join(empty) or "none")  # noqa: T201
    missed = [query["query"] for query, hit, _ in found if not hit]
    assert 1 - len(missed) / len(found) >= 0.95, missed
    assert sum(score for _, _, score in found) / len(found) >= 0.8


def test_nonsense_finds_nothing(judged: list[Judged]) -> None:
    nonsense = [(query["query"], answer["slugs"]) for query, answer in judged if query["class"] == "nonsense"]
    assert len(nonsense) >= 8
    assert [found for found in nonsense if found[1]] == []


def test_who_is_in_danger_is_shown_help_and_nobody_else(judged: list[Judged]) -> None:
    wrong = [
        query["query"] for query, answer in judged if (answer["help"]["level"] == "acute") != query.get("crisis", False)
    ]
    assert len(wrong) <= 0.02 * len(judged), wrong


def test_help_in_a_crisis_never_puts_what_is_wanted_further_down(judged: list[Judged], browser: Browser) -> None:
    calm = [(query, answer["slugs"]) for query, answer in judged if query["best"] and not query.get("crisis")]
    without = search(browser, shipped_files(), [query["query"] for query, _ in calm], NO_HELP)
    assert len(calm) > 50
    further_down = [
        query["query"]
        for (query, slugs), plain in zip(calm, without, strict=True)
        if place(query, slugs) > place(query, plain["slugs"])
    ]
    assert further_down == []


def place(query: dict[str, Any], slugs: list[str]) -> int:
    """Return the place of the first of the best offers; one behind the last if there is none."""
    return next((at for at, slug in enumerate(slugs) if slug in query["best"]), len(slugs))


@pytest.mark.parametrize(
    "nonsense",
    [
        "xqzt",
        "asdf",
        "4711",
        "qwertz",
        "lorem ipsum",
        "Vulkanausbruch Hawaii",
        "Preisvergleich",
        "Kreuzfahrt",
        "Hundeschule",
    ],
)
def test_what_is_nowhere_is_not_guessed(browser: Browser, nonsense: str) -> None:
    (found,) = search(browser, shipped_files(), [nonsense])
    assert found["slugs"] == []
    assert found["unknown"]


def test_a_result_says_why(browser: Browser) -> None:
    alzheimer, near = search(browser, shipped_files(), ["Alzheimer", "Slebsthilfe"])
    assert {"label": "Demenz", "word": "Alzheimer", "how": "begriff"} in alzheimer["results"][0]["why"]
    assert near["guessed"]
    assert near["results"][0]["why"][0]["how"] == "aehnlich"


@pytest.mark.parametrize("silent", ["wegen", "bald", "braucht", "redet"])
def test_words_that_say_nothing_find_nothing(browser: Browser, silent: str) -> None:
    (found,) = search(browser, shipped_files(), [silent])
    assert found["slugs"] == []


@pytest.mark.parametrize(
    ("typed", "meant", "other"),
    [
        ("Schlüssel verlegt", "Demenz", ""),
        ("Schlüssel", "", "Demenz"),  # one word of a phrase
        ("mein Geld sagen", "", "Mitreden und Rechte"),  # "meine Meinung sagen"
        ("Alkoholmissbrauch", "Sucht", "Gewalt und Schutz"),
        ("Missbrauch", "Gewalt und Schutz", "Sucht"),
        ("mein Kind braucht Hilfe", "Kinder", "Dorf und Heimat"),  # Brauch
    ],
)
def test_words_mean_what_they_mean_together(browser: Browser, typed: str, meant: str, other: str) -> None:
    (found,) = search(browser, shipped_files(), [typed])
    labels = {why["label"] for result in found["results"] for why in result["why"]}
    assert not meant or meant in labels
    assert other not in labels - {""}


def test_filters_are_recognised_and_can_be_taken_away(browser: Browser) -> None:
    found, alone, unproved = search(
        browser, shipped_files(), ["Café Lobeda-Ost kostenlos", "Lobeda", "Leukämie Sonntag"]
    )
    named = [(one["type"], one["value"], one["word"]) for one in found["filters"]]
    assert named == [("ortsteil", "lobeda-ost", "Lobeda-Ost"), ("kostenlos", "1", "kostenlos")]
    assert len(alone["slugs"]) > 20
    assert [one["type"] for one in unproved["unproved"]] == ["wochentag"]
    assert unproved["slugs"][0] == "leukaemie-und-lymphom-hilfe-thueringen-franken"
