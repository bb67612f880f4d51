"""What holds for any words: their order changes nothing, and with more of them nothing is lost."""

import random
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Any

import pytest
from playwright.sync_api import Browser
from searching import search, shipped, shipped_files

from directory.search.rules import read

CONDITIONS = ["Lobeda", "Lobeda-Ost", "kostenlos", "Rollstuhl", "barrierefrei", "Dienstag", "heute", "07743"]


@pytest.fixture(scope="module")
def data() -> Mapping[str, str]:
    return shipped_files()


def everyday_words() -> list[str]:
    """Return what people call topics, kinds and audiences, words of names, and words that say little or nothing."""
    vocabulary = shipped().vocabulary
    terms = (*vocabulary.topics.values(), *vocabulary.kinds.values(), *vocabulary.audiences.values())
    spoken = [word for term in terms for word in (term.name, *getattr(term, "words", ()))]
    names = [word for entry in shipped().entries for word in entry.name.split()]
    rules = read("rules.yaml")
    return [*spoken, *names, *rules["weak_words"], *rules["stop_words"], "xqzt", "Slebsthilfe", "depresion", "Muffin"]


def some(count: int, seed: int) -> Iterator[list[str]]:
    """Yield everyday words and conditions, 2 or 3 of them."""
    dice = random.Random(seed)
    everyday = everyday_words()
    for _ in range(count):
        chosen = dice.sample(everyday, k=dice.choice((1, 2)))
        yield [*chosen, dice.choice(CONDITIONS if dice.random() < 0.7 else everyday)]


@pytest.mark.parametrize("count", [60, pytest.param(600, marks=pytest.mark.audit)])
def test_the_order_of_words_never_matters(browser: Browser, data: dict[str, str], count: int) -> None:
    asked = [[" ".join(order) for order in permutations(words)] for words in some(count, seed=1)]
    found = iter(search(browser, data, [text for orders in asked for text in orders]))
    for orders in asked:
        answers: list[dict[str, Any]] = [next(found) for _ in orders]
        for text, answer in zip(orders, answers, strict=True):
            assert answer["slugs"] == answers[0]["slugs"], (orders[0], text)
            assert answer["also"] == answers[0]["also"], (orders[0], text)


@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.audit)])
def test_more_words_never_lose_an_offer(browser: Browser, data: dict[str, str], count: int) -> None:
    asked = [*some(count, seed=2)]
    shorter = search(browser, data, [" ".join(words[:-1]) for words in asked])
    longer = search(browser, data, [" ".join(words) for words in asked])
    lost = [
        (words, sorted({*few["slugs"], *few["also"]} - {*more["slugs"], *more["also"]}))
        for words, few, more in zip(asked, shorter, longer, strict=True)
        # What helps in danger comes before all hits, as long as there is danger.
        if few["help"]["level"] != "acute"
    ]
    assert [one for one in lost if one[1]] == []


@pytest.mark.parametrize("condition", ["kostenlos", "Rollstuhl", "Dienstag", "heute"])
def test_a_condition_sorts_and_hides_nothing_that_is_unknown(
    browser: Browser, data: dict[str, str], condition: str
) -> None:
    plain, sorted_ = search(browser, data, ["Treffpunkt", f"Treffpunkt {condition}"])
    assert {*plain["slugs"]} <= {*sorted_["slugs"], *sorted_["also"]}
    unsure = [bool(result["unsure"]) for result in sorted_["results"]]
    assert unsure == sorted(unsure) or any(result["score"] > 10 for result in sorted_["results"])
    known = {result["entry"]["slug"]: result["unmet"] for result in sorted_["results"]}
    assert not any(known.values()), "what is known not to fit stands further down"
