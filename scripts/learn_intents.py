"""Learn `directory/search/intents/weights.txt`: how much each word says about each thing that people come with.

    .venv/bin/python scripts/learn_intents.py    # learn, and write the weights: three minutes

A multinomial logistic regression over the training phrases beside the weights, and over nothing else. No weight is
below 0: a word speaks for an intent only if it stands in one of its phrases, and more words never speak against one.
The same phrases give the same weights.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

from directory.search.intents import STEP, STEPS, intents, training_phrases, write_learnt

# How often all phrases are looked at, how far a weight moves then, and from which share of the rounds on it moves less.
ROUNDS, RATE, SLOWER = 60, 0.3, {0.6: 0.3, 0.85: 0.1}
# What a weight costs, so that none is higher than phrases ask for.
COST = 2e-6
# How much earlier rounds count for where weights move, and for how far (Adam).
DIRECTION, DISTANCE = 0.9, 0.99
Phrase = tuple[int, tuple[str, ...]]
Weights = dict[str, dict[int, float]]


def learn(phrases: Sequence[Phrase], count: int) -> Weights:
    """Return for each word how much it says about which of so many intents, in logarithms of the odds."""
    weights: Weights = defaultdict(dict)
    for number, terms in phrases:
        for term in terms:
            weights[term][number] = 0.0
    moved = {term: dict.fromkeys(of, (0.0, 0.0)) for term, of in weights.items()}
    for round_ in range(1, ROUNDS + 1):
        rate = RATE * min([1.0, *(less for share, less in SLOWER.items() if round_ > share * ROUNDS)])
        for term, slopes in _slopes(phrases, weights, count).items():
            own, before = weights[term], moved[term]
            for at, slope in slopes.items():
                full = slope + COST * own[at]
                way, square = before[at]
                way, square = (
                    DIRECTION * way + (1 - DIRECTION) * full,
                    DISTANCE * square + (1 - DISTANCE) * full**2,
                )
                before[at] = way, square
                step = way / (1 - DIRECTION**round_) / (math.sqrt(square / (1 - DISTANCE**round_)) + 1e-8)
                own[at] = max(0.0, own[at] - rate * step)
    return weights


def _slopes(phrases: Sequence[Phrase], weights: Weights, count: int) -> Weights:
    """Return how much worse the odds of all phrases get when a weight rises."""
    slopes: Weights = {term: dict.fromkeys(of, 0.0) for term, of in weights.items()}
    for number, terms in phrases:
        share = 1 / math.sqrt(len(terms))
        scores: dict[int, float] = defaultdict(float)
        for term in terms:
            for at, weight in weights[term].items():
                scores[at] += weight * share
        odds = {at: math.exp(score) for at, score in scores.items()}
        # An intent of which no word says anything has the odds 1.
        total = sum(odds.values()) + count - len(odds)
        errors = {at: (odd / total - (at == number)) * share / len(phrases) for at, odd in odds.items()}
        for term in terms:
            own = slopes[term]
            for at in own:
                own[at] += errors[at]
    return slopes


def main() -> None:
    """Learn of all phrases, and write the weights in steps."""
    phrases = [*training_phrases()]
    weights = learn(phrases, len(intents()))
    steps = {
        term: {at: min(STEPS, round(weight * STEP)) for at, weight in of.items() if round(weight * STEP) > 0}
        for term, of in weights.items()
    }
    write_learnt(phrases, steps)


if __name__ == "__main__":
    main()
