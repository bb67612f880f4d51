"""Which offers people must judge for the sets that were written blind: the first ten of all engines, without names.

    python tests/benchmarks/search_pools.py pool FOLDER      # writes what is still to be judged
    python tests/benchmarks/search_pools.py accept FOLDER    # takes what was judged into judgements.tsv

`pool` writes offers.md (what each offer says), and for each set a file SET.md: the searches, what is wanted, and in an
order that tells nothing the offers that are not judged yet. Besides what the engines find, BM25 looks for the need in
plain German: what a query in another language means must not be missed only because no engine reads it. After a change
of the search run both again, with a new folder: only what is new is asked. Who judges writes SET.tsv, see judging.md.
"""

import hashlib
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from build_speed import PROJECT
from engines import ENGINES, TODAY, found_by, served, today
from plain_documents import Bm25, PlainDocument, plain_documents

sys.path.insert(0, str(PROJECT / "tests"))
from blind_sets import FITS, IN_PART, NOT, NOTHING, Search, blind_searches, judgements, write_judgements
from browsing import started_browser

COUNT = 10
NONE = "-"
HELP = f"""# How to judge

You need no code. `offers.md` has all offers, each under its id. A file like `voice.md` has searches: what a person
typed, what this person wants to find, and the ids of offers.

Judge each offer of a search against what the person wants, not against the words that were typed:

- 2: it fits. This is what the person looks for, or one of several good answers.
- 1: it fits in part: related and useful, but not quite this; or a condition of the wish is not known of this offer.
- 0: it does not help with this wish. The condition is known and not met: 0.

The city is Jena, and the day is {TODAY}. Do not run the search, and do not look into the code.

Write one line for each search into `voice.tsv` (the same name as the file with the searches): three columns with a tab
between them. First the number of the search, then the ids with 2, then the ids with 1; a space between ids, and
`{NONE}` for none. What you do not name has 0. Every search needs its line. You may name an offer that is not in the
list when it clearly fits.

    17	cafe-eins treff-zwei	verein-drei
    18	{NONE}	{NONE}
"""


def first_found(searches: list[Search], documents: list[PlainDocument]) -> dict[str, list[list[str]]]:
    """Return the first ten of each engine, and of BM25 for the query and for the need, in the order of the searches."""
    texts = [one.query for one in searches]
    bm25 = Bm25(documents)
    found = {
        "bm25": [bm25.first(one.query, COUNT) for one in searches],
        "need": [bm25.first(one.need, COUNT) for one in searches],
    }
    with served() as (_, address), started_browser() as browser:
        return found | {engine: found_by(browser, address, engine, texts, COUNT) for engine in ENGINES}


def pool(folder: Path) -> None:
    """Write what is to be judged, and how; print only how much it is."""
    searches = [one for one in blind_searches() if one.need != NOTHING]
    documents = plain_documents(today())
    listed = {one.id for one in documents}
    runs = first_found(searches, documents)
    judged = judgements()
    asked: dict[str, list[str]] = {}
    pairs = 0
    for number, one in enumerate(searches):
        found = {id_ for of in runs.values() for id_ in of[number]} & listed
        new = sorted(found - {*judged.get((one.of, one.query), ())}, key=lambda id_: _mixed(one, id_))
        if new or (one.of, one.query) not in judged:
            pairs += len(new)
            asked.setdefault(one.of, []).append(_asked(one, new))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "judging.md").write_text(HELP, encoding="utf-8")
    (folder / "offers.md").write_text("\n".join(map(_offer, documents)), encoding="utf-8")
    for name, lines in asked.items():
        (folder / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")
    print(f"{sum(map(len, asked.values()))} searches, {pairs} pairs to judge, {len(documents)} offers")
    for name, of in runs.items():
        print(f"{name:10}  empty for {sum(not ids for ids in of)} of {len(searches)}")


def _mixed(one: Search, id_: str) -> str:
    return hashlib.sha256(f"{one.of}|{one.row}|{id_}".encode()).hexdigest()


def _asked(one: Search, ids: Iterable[str]) -> str:
    return f"## {one.row}\n\nTyped: {one.query}\n\nWanted: {one.need}\n\nOffers: {' '.join(ids) or NONE}\n"


def _offer(one: PlainDocument) -> str:
    return f"## {one.id}\n\n{one.name}\n\n{one.text}\n"


def accept(folder: Path) -> None:
    """Take what was judged; what was in a pool and not named has grade 0.

    Ends with a list of what is wrong: a search without a line, a number or an offer that there is not.
    """
    listed = {one.id for one in plain_documents(today())}
    searches = {(one.of, one.row): one for one in blind_searches()}
    judged, wrong = judgements(), []
    for file in sorted(folder.glob("*.tsv")):
        pooled = _pools(folder / f"{file.stem}.md")
        lines = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        wrong += [f"{file.name}: {line} has no 3 columns" for line in lines if len(line) != 3]
        named = {int(line[0]): _grades(line) for line in lines if len(line) == 3}
        wrong += [f"{file.name}: no line for {row}" for row in sorted({*pooled} - {*named})]
        wrong += [f"{file.name}: no search {row}" for row in sorted({*named} - {*pooled})]
        for row in sorted({*named} & {*pooled}):
            wrong += [f"{file.name}: {row}: no offer {id_}" for id_ in sorted({*named[row]} - listed)]
            own = judged.setdefault((file.stem, searches[file.stem, row].query), {})
            own |= dict.fromkeys(pooled[row], NOT) | named[row]
    if wrong:
        raise SystemExit("\n".join(wrong))
    write_judgements(judged)
    print(f"{sum(map(len, judged.values()))} pairs are judged")


def _pools(file: Path) -> Mapping[int, list[str]]:
    """Return the offers that were asked for each search of a set."""
    found: dict[int, list[str]] = {}
    for block in re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        row, offers = block.split("\n", 1)[0], block.rsplit("Offers: ", 1)[1]
        found[int(row)] = [id_ for id_ in offers.split() if id_ != NONE]
    return found


def _grades(line: list[str]) -> dict[str, int]:
    fits, in_part = ([id_ for id_ in column.split() if id_ != NONE] for column in line[1:])
    return dict.fromkeys(in_part, IN_PART) | dict.fromkeys(fits, FITS)


if __name__ == "__main__":
    {"pool": pool, "accept": accept}[sys.argv[1]](Path(sys.argv[2]))
