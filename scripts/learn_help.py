"""Learn `directory/search/help/weights.txt`: which groups of letters speak for danger, and which against it.

    .venv/bin/python scripts/learn_help.py             # learn, and write the weights: a minute
    .venv/bin/python scripts/learn_help.py --measure   # leave out one author after the other, learn, and try: 5 minutes

It learns from `examples.txt` beside the weights, from the sets under tests/cases/help, from the judged and the blind
queries of the search, which are harmless but for a few, and from every other street of the vocabulary. The same
examples give the same weights. Figures on sets that were learned from say nothing: that is what `--measure` is for.
"""

import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
import yaml
from blind_sets import blind_searches
from recognising import CASES, recognise, rows
from searching import shipped

from directory.search.help import BUCKETS, HERE, buckets, fold, pack

# Sets of one author or of one day's authors, who saw none of the other sets.
AUTHORS = (
    ("crisis_a", "harmless_a"),
    ("crisis_b", "harmless_b"),
    ("crisis_c",),
    ("crisis_d",),
    ("train_e1", "train_e3"),
    ("train_e2",),
    ("crisis_f", "harmless_f"),
    ("crisis_g", "harmless_g"),
    ("train_g_crisis", "train_g_harmless"),
    ("crisis_h", "harmless_h"),
    ("crisis_i", "harmless_i"),
    ("crisis_j", "harmless_j"),
)
# Never learned from: a test looks at them.
KEPT = {f"{kind}_{kept}" for kept in "fhij" for kind in ("crisis", "harmless")}
# Each line of examples.txt stands for so many of its sentences.
SENTENCES = 12
WRITTEN = 0.5
# A missed danger weighs more than a false alarm.
MISSED = 1.6
RATE, DECAY = 0.25, 1.0
# So many buckets keep a weight, those that tell most: more do not fit in 12 KB.
KEEP = 8700
# Learn all; learn what is kept; then round the heaviest and let the others make good for it, and so on.
FIRST, AGAIN, ROUNDING = 16, 6, (0.3, 0.5, 0.7, 0.85, 0.95, 1.0)
# The heaviest quarter of the weights is as heavy as a whole one or more; what is lighter than half of that falls away.
WHOLE = 0.25
# From which logarithm of the odds on danger is meant: with it some 2 % of the harmless queries were taken as danger
# when their author was left out.
DOUBT = 0.45
BASE, RULE = BUCKETS, BUCKETS + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What was typed, in which set, whether it is danger, how much it counts, and which weights it meets."""

    query: str
    source: str
    danger: bool
    counts: float
    places: tuple[int, ...] = ()


def examples() -> list[Example]:
    """Return all queries with their buckets; `RULE` is among them where a rule in rules.yaml sees danger."""
    known = list(_queries())
    answers = recognise(one.query for one in known)
    return [
        Example(
            query=one.query,
            source=one.source,
            danger=one.danger,
            counts=one.counts,
            places=(*sorted(buckets(fold(one.query))), BASE, *([RULE] if answer["ruled"] else [])),
        )
        for one, answer in zip(known, answers, strict=True)
        # Nobody has said whether these are danger: where a rule sees it, they teach nothing.
        if not (answer["ruled"] and one.source.startswith("blind"))
    ]


def _queries() -> Iterator[Example]:
    for path in sorted(CASES.glob("*.tsv")):
        for row in rows(path):
            danger = row.get("wanted") == "acute" or "danger" in row
            yield Example(query=row["query"], source=path.stem, danger=danger, counts=1)
    for path in sorted((CASES.parent / "search").glob("queries*.yaml")):
        for query in yaml.safe_load(path.read_text(encoding="utf-8")):
            danger = bool(query.get("crisis"))
            yield Example(query=query["query"], source=path.stem, danger=danger, counts=1)
    for search in blind_searches():
        yield Example(query=search.query, source=f"blind {search.of}", danger=False, counts=1)
    for street in sorted(shipped().vocabulary.streets)[::2]:
        for number in ("", " 7", " 110"):
            yield Example(query=street + number, source="streets", danger=False, counts=WRITTEN)
    yield from _written()


def _written() -> Iterator[Example]:
    """Yield the sentences of examples.txt."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    for line in (HERE / "examples.txt").read_text(encoding="utf-8").splitlines():
        if line[0] in "+-":
            for sentence in sorted(_sentences(line[2:], chance)):
                yield Example(query=sentence, source="examples", danger=line[0] == "+", counts=WRITTEN)


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


def learn(known: list[Example]) -> tuple[dict[int, int], float, float, float]:
    """Return weights of 1 and -1 by bucket, the unit that they count in, and the base and the weight of a rule.

    Logistic regression with L2, by AdaGrad. What is kept is rounded step by step, the heaviest first, and the others
    are learned anew each time (incremental network quantization).
    """
    met: dict[int, float] = defaultdict(float)
    for one in known:
        for place in one.places:
            met[place] += one.counts
    learned = dict.fromkeys(met, 0.0)
    _rounds(FIRST, known, learned, met, set())
    free = sorted(learned.keys() - {BASE, RULE}, key=lambda place: (-abs(learned[place]) * met[place] ** 0.25, place))
    kept = {*free[:KEEP], BASE, RULE}
    known = [
        Example(
            query=one.query,
            source=one.source,
            danger=one.danger,
            counts=one.counts,
            places=tuple(place for place in one.places if place in kept),
        )
        for one in known
    ]
    learned = {place: weight for place, weight in learned.items() if place in kept}
    _rounds(AGAIN, known, learned, met, set())
    heaviest = sorted((abs(learned[place]) for place in free[:KEEP]), reverse=True)
    unit = heaviest[int(WHOLE * len(heaviest))]
    whole: dict[int, int] = {}
    for step in ROUNDING:
        rest = sorted(learned.keys() - whole.keys() - {BASE, RULE}, key=lambda place: (-abs(learned[place]), place))
        for place in rest[: round(step * KEEP) - len(whole)]:
            whole[place] = max(-1, min(1, round(learned[place] / unit)))
            learned[place] = whole[place] * unit
        _rounds(AGAIN, known, learned, met, set(whole))
    return {place: weight for place, weight in whole.items() if weight}, unit, learned[BASE], learned[RULE]


def _rounds(
    many: int, known: list[Example], learned: dict[int, float], met: Mapping[int, float], fixed: set[int]
) -> None:
    """Learn all weights but the fixed ones, so many times from each example."""
    squares = dict.fromkeys(learned, 1.0)
    decay = {place: 0.0 if place in (BASE, RULE) else DECAY / met[place] for place in learned}
    order = [
        (
            one,
            sum(learned[place] for place in one.places if place in fixed),
            [place for place in one.places if place not in fixed],
        )
        for one in known
    ]
    chance = random.Random(2)  # noqa: S311 - nothing secret
    for _ in range(many):
        chance.shuffle(order)
        for one, settled, free in order:
            total = settled + sum([learned[place] for place in free])
            odds = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            wrong = (odds - one.danger) * (MISSED if one.danger else 1)
            for place in free:
                slope = one.counts * (wrong + decay[place] * learned[place])
                squares[place] += slope * slope
                learned[place] -= RATE * slope / math.sqrt(squares[place])


def left_out(authors: tuple[str, ...], known: list[Example]) -> list[tuple[Example, float]]:
    """Return the sets of some authors with the logarithm of the odds on danger, learned from all others."""
    whole, unit, base, rule = learn([one for one in known if one.source not in authors])
    scale = {place: weight * unit for place, weight in whole.items()} | {BASE: base, RULE: rule}
    tried = [one for one in known if one.source in authors]
    return [(one, sum(scale.get(place, 0) for place in one.places)) for one in tried]


def measure(known: list[Example]) -> None:
    """Print recall and false alarms for sets that were left out, by set and for several limits."""
    with ProcessPoolExecutor() as pool:
        told = [one for part in pool.map(partial(left_out, known=known), AUTHORS) for one in part]
    harmless = sorted((odds for one, odds in told if not one.danger), reverse=True)
    for share in (0.01, 0.015, 0.02, 0.03):
        limit = harmless[int(share * len(harmless))]
        found = [odds > limit for one, odds in told if one.danger]
        print(f"limit {limit:6.2f}: false alarms {share:.3f}, recall {sum(found) / len(found):.3f}")
    for source in [source for authors in AUTHORS for source in authors]:
        acute = [odds > DOUBT for one, odds in told if one.source == source]
        print(f"  {source:20} {sum(acute):4} of {len(acute):4}  {sum(acute) / len(acute):.3f}")


def main(measuring: bool) -> None:
    """Write the weights, in whole numbers so that they are short, or measure."""
    known = examples()
    if measuring:
        measure(known)
        return
    whole, unit, base, rule = learn([one for one in known if one.source not in KEPT])
    text = f"{round((base - DOUBT) / unit)} {round(rule / unit)}\n{pack(whole)}\n"
    (HERE / "weights.txt").write_text(text, encoding="ascii")


if __name__ == "__main__":
    main("--measure" in sys.argv)
