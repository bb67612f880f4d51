"""Searches that were written blind, and which offers people judged to fit; see tests/cases/search/blind/README.md."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases" / "search" / "blind"
JUDGEMENTS = FOLDER / "judgements.tsv"
COLUMNS = ("set", "query", "offer", "grade")
# The need of somebody for whom nothing should be found.
NOTHING = "nichts"
FITS, IN_PART, NOT = 2, 1, 0
Judgements = dict[tuple[str, str], dict[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is typed, of what kind it is, and what the person wants to find; `row` counts from 1 within its set."""

    of: str
    row: int
    query: str
    kind: str
    need: str


def blind_searches() -> list[Search]:
    """Return the searches of all sets, set by set."""
    return [
        Search(of=file.stem, row=row, query=line["query"], kind=line["kind"], need=line["need"])
        for file in sorted(FOLDER.glob("*.tsv"))
        if file != JUDGEMENTS
        for row, line in enumerate(_table(file), 1)
    ]


def judgements(file: Path = JUDGEMENTS) -> Judgements:
    """Return the grades by offer, for each set and query; empty where there is no file yet."""
    found: Judgements = {}
    for line in _table(file) if file.exists() else ():
        found.setdefault((line["set"], line["query"]), {})[line["offer"]] = int(line["grade"])
    return found


def write_judgements(found: Mapping[tuple[str, str], Mapping[str, int]], file: Path = JUDGEMENTS) -> None:
    """Write the grades, sorted: by set and query, then by offer."""
    rows = [(*key, offer, str(grade)) for key, of in found.items() for offer, grade in of.items()]
    file.write_text("".join("\t".join(row) + "\n" for row in [COLUMNS, *sorted(rows)]), encoding="utf-8")


def judged_sets(searches: Iterable[Search], grades: Judgements) -> dict[str, list[dict[str, Any]]]:
    """Return each set as test_search_relevance.py has its own: query, class, best and good offers.

    What should find nothing is of the class "nonsense". Raises ValueError for a search that nobody has judged.
    """
    sets: dict[str, list[dict[str, Any]]] = {}
    for one in searches:
        nonsense = one.need == NOTHING
        if not nonsense and (one.of, one.query) not in grades:
            raise ValueError(f"{one.of} {one.row} is not judged")
        of = {} if nonsense else grades[one.of, one.query]
        best, good = ([offer for offer, grade in of.items() if grade == wanted] for wanted in (FITS, IN_PART))
        kind = "nonsense" if nonsense else one.kind
        sets.setdefault(one.of, []).append({"query": one.query, "class": kind, "best": best, "good": good})
    return sets


def _table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [*csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
