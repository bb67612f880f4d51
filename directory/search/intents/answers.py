"""Which offers answer what people come with: those that editors chose, and what topics, kinds and words tell.

Entry points: `answers_of`, and `answers_file` for some of the offers.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from directory.model import Directory
from directory.search.analysis import words
from directory.search.compounds import Compounds
from directory.search.documents import Document
from directory.search.index import Index
from directory.search.intents import Intent, german_terms, intents, learnt, packed

# Fields with words, and how much the length of an offer takes from what one of its words says (lunr's b).
FIELDS, LENGTH = ("name", "others", "inside", "text", "providers"), 0.4
# What tells that an offer answers an intent: one of its topics, that this is its first, its kind, the best of the
# German words, how many of them, and what was learnt of its own words. Fitted to what people judged in the first two
# sets.
TOPIC, MAIN, KIND, BEST, EACH, LEARNT = 1.3, 1.0, 1.1, 0.3, 2.4, 0.011
# How much a part of a word says of what the word says.
PART = 0.5
_NONE = Compounds(())
Answers = tuple[Mapping[int, int], ...]
# A word is found that is rarer than in every seventh offer.
FOUND = 2.0
# What editors chose: one of those that fit, the first of them, what helps a little; and how much the rest counts then.
FITTING, FIRST, PARTLY, REST = 1.0, 0.15, 0.35, 0.2
# Offers that answer so much worse than the best do not answer, and so many do at most.
LEAST, MOST, STEPS = 0.15, 25, 31


def answers_of(directory: Directory, documents: Sequence[Document], index: Index) -> Answers:
    """Return for each intent, in their order, the numbers of the offers that answer it, each with how well."""
    return tuple(_answers(directory, documents, index))


def answers_file(answers: Answers, chosen: Sequence[int]) -> str:
    """Return what the chosen offers answer: numbered as in their own index, and as well as they do among all."""
    renumbered = {number: place for place, number in enumerate(chosen)}
    lines = (
        packed({renumbered[number]: step for number, step in found.items() if number in renumbered})
        for found in answers
    )
    return json.dumps({"answers": ",".join(lines), "steps": STEPS}, separators=(",", ":"))


def _answers(directory: Directory, documents: Sequence[Document], index: Index) -> Iterator[Mapping[int, int]]:
    numbers = {document.entry.slug: number for number, document in enumerate(documents)}
    scorer = _Scorer(documents, index)
    for at, (key, intent) in enumerate(intents().items()):
        scores = _relative(scorer.scores(intent, _terms_of_intents()[at]))
        if editors := directory.vocabulary.answers.get(key):
            scores = defaultdict(float, {number: REST * score for number, score in scores.items()})
            for place, slug in enumerate(slug for slug in editors.fitting if slug in numbers):
                scores[numbers[slug]] += FITTING + FIRST / (1 + place)
            for slug in editors.partly:
                if slug in numbers:
                    scores[numbers[slug]] += PARTLY
        best = sorted(_relative(scores).items(), key=lambda one: (-one[1], one[0]))[:MOST]
        yield {number: round(score * STEPS) for number, score in best if score >= LEAST}


def _relative(scores: Mapping[int, float]) -> Mapping[int, float]:
    best = max(scores.values(), default=0.0)
    return {number: score / best for number, score in scores.items()}


@cache
def _terms_of_intents() -> Sequence[Mapping[str, int]]:
    """Return for each intent the German words that say something about it."""
    found: list[dict[str, int]] = [{} for _ in intents()]
    for term, weights in learnt().items():
        for at, weight in weights.items() if ":" not in term else ():
            found[at][term] = weight
    return found


@cache
def _compounds() -> Compounds:
    return Compounds(word for one in intents().values() for text in one.words for word in words(text))


class _Scorer:
    """How well documents answer an intent, by what they say."""

    def __init__(self, documents: Sequence[Document], index: Index) -> None:
        self.documents, self.postings = documents, index.postings
        lengths = [sum(len(document.fields[field]) for field in FIELDS) for document in documents]
        average = sum(lengths) / (len(lengths) or 1)
        self.shorter = [1 / (1 - LENGTH + LENGTH * length / (average or 1)) for length in lengths]
        self._having: dict[str, Mapping[int, float]] = {}

    def having(self, term: str) -> Mapping[int, float]:
        """Return what a word says about the documents that have it: more, the rarer it is and the shorter they are."""
        if term not in self._having:
            fields = self.postings.get(term, {})
            numbers = {number for field in FIELDS for number in fields.get(field, ())}
            count = len(self.documents)
            rarity = math.log1p((count - len(numbers) + 0.5) / (len(numbers) + 0.5))
            self._having[term] = {number: rarity * self.shorter[number] for number in sorted(numbers)}
        return self._having[term]

    def scores(self, intent: Intent, learnt_words: Mapping[str, int]) -> Mapping[int, float]:
        """Return how well each document answers an intent; those of which nothing tells it are left out."""
        scores: dict[int, float] = defaultdict(float)
        topics = {one for one in intent.concepts if one.startswith("t=")}
        for concepts, field, worth in (
            (topics, "terms", TOPIC),
            (topics, "main", MAIN),
            ({one for one in intent.concepts if one.startswith("k=")}, "main", KIND),
        ):
            for number in {number for one in concepts for number in self.postings.get(one, {}).get(field, ())}:
                scores[number] += worth
        best: dict[int, float] = defaultdict(float)
        for text in intent.words:
            for number, score in self._of_word(text).items():
                best[number] = max(best[number], score)
                scores[number] += EACH / len(intent.words) if score >= FOUND else 0
        for number, score in best.items():
            scores[number] += BEST * score
        for term, weight in learnt_words.items():
            for number, score in self.having(term).items():
                scores[number] += LEARNT * weight * score
        return scores

    def _of_word(self, text: str) -> Mapping[int, float]:
        found: dict[int, float] = defaultdict(float)
        whole = {term for word in words(text) for term in german_terms(word.joined, _NONE)}
        for term in sorted({*german_terms(text, _compounds())}):
            for number, score in self.having(term).items():
                found[number] += score * (1 if term in whole else PART)
        return found
