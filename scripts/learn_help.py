"""Learn `directory/search/help/weights.txt`: how much each group of letters speaks for danger.

    .venv/bin/python scripts/learn_help.py [SET-TO-LEAVE-OUT…]

It learns from `examples.txt` beside the weights, from the sets under tests/cases/help, and from the judged queries of
the search, which are harmless but for a few. To measure on a set, leave it
out: figures on sets that were learnt from say nothing. The same examples give the same weights.
"""

import math
import random
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
import yaml
from recognising import CASES, rows

from directory.search.help import BUCKETS, HERE, LEVELS, ZERO, buckets, fold

# Each line of examples.txt stands for so many of its sentences.
SENTENCES = 12
ROUNDS = 24
RATE, DECAY = 0.25, 0.0008
# A missed danger weighs more than a false alarm.
MISSED = 1.6
WRITTEN = 0.5


def queries(without: set[str]) -> Iterator[tuple[str, bool, float]]:
    """Yield what was typed, whether it is danger, and how much it counts."""
    for path in sorted(set(CASES.glob("*.tsv")) - set(CASES.glob("*_f.tsv"))):  # the last ones stay for measuring
        if path.stem not in without:
            for row in rows(path):
                yield row["query"], row.get("wanted") == "acute" or "danger" in row, 1
    for path in sorted((CASES.parent / "search").glob("queries*.yaml")):
        if path.stem not in without:
            for query in yaml.safe_load(path.read_text(encoding="utf-8")):
                yield query["query"], bool(query.get("crisis")), WRITTEN
    chance = random.Random(1)  # noqa: S311 - nothing secret
    for line in (HERE / "examples.txt").read_text(encoding="utf-8").splitlines():
        if line[0] in "+-":
            for sentence in _sentences(line[2:], chance):
                yield sentence, line[0] == "+", WRITTEN


def _sentences(line: str, chance: random.Random) -> set[str]:
    """Return sentences of a line, so that each of its words is in one."""
    places = [place.split("/") for place in line.split()]
    for place in places:
        chance.shuffle(place)
    many = max(SENTENCES, *map(len, places))
    whole = (
        list(product(*places))
        if math.prod(map(len, places)) <= many
        else [tuple(place[at % len(place)] for place in places) for at in range(many)]
    )
    return {" ".join(words).replace("_", " ") for words in whole}


def learn(examples: list[tuple[list[int], bool, float]]) -> list[float]:
    """Return a weight for each bucket and one for all: logistic regression, by AdaGrad."""
    weights, steps = [0.0] * (BUCKETS + 1), [1.0] * (BUCKETS + 1)
    chance = random.Random(2)  # noqa: S311 - nothing secret
    for _ in range(ROUNDS):
        chance.shuffle(examples)
        for found, danger, counts in examples:
            places = [*found, BUCKETS]
            total = sum(weights[place] for place in places)
            wrong = (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - danger) * counts * (MISSED if danger else 1)
            for place in places:
                slope = wrong + DECAY * weights[place]
                steps[place] += slope * slope
                weights[place] -= RATE * slope / math.sqrt(steps[place])
    return weights


def main(without: set[str]) -> None:
    """Write the weights, in whole numbers so that they are short."""
    weights = learn([(sorted(buckets(fold(query))), danger, counts) for query, danger, counts in queries(without)])
    unit = sorted(map(abs, weights[:-1]))[int(len(weights) * 0.98)] / LEVELS
    short = [max(-LEVELS, min(LEVELS, round(weight / unit))) for weight in weights[:-1]]
    text = "".join(chr(ZERO + weight) for weight in short)
    (HERE / "weights.txt").write_text(f"{round(weights[-1] / unit)}\n{text}\n", encoding="ascii")


if __name__ == "__main__":
    main(set(sys.argv[1:]))
