"""Compare our search with Material's own, Pagefind and MiniSearch, on the shipped entries and all sets of queries.

Run: pip install "pagefind[bin]" && python tests/benchmarks/search_engines.py. See engines.py for what they search.

The slow phone: Chromium's CPU six times slower, and a slow line. Chromium slows down only the page, not Material's
worker: that helps Material. Bytes are those of all answers, packed with gzip, from an empty cache to the first 5
results with their titles. A set that was written blind is left out until people have judged it.
"""

import statistics
import sys
from typing import Any

from build_speed import PROJECT
from engines import ENGINES, Server, found_by, fresh_page, served
from playwright.sync_api import Browser

sys.path.insert(0, str(PROJECT / "tests"))
from blind_sets import JUDGEMENTS, blind_searches, judged_sets, judgements
from browsing import started_browser
from test_search_relevance import QUERIES, ndcg, queries, success

SLOWER = 6
FIRST = 5
# What every engine finds, one word and several, so that there is something to wait for.
TIMED = ["Selbsthilfe", "Trauer", "Sport", "Chor", "Demenz"]


def sets() -> dict[str, list[dict[str, Any]]]:
    """Return all judged sets, by name."""
    blind = judged_sets(blind_searches(), judgements()) if JUDGEMENTS.exists() else {}
    return {file.stem: queries(file) for file in QUERIES} | blind


def relevance(
    browser: Browser, address: str, engine: str, asked: list[dict[str, Any]]
) -> tuple[int, float, float, float]:
    """Return of how many queries, nDCG@5, success@5, and the share of nonsense for which nothing is shown.

    A query for which no offer fits is not counted: nothing could be right.
    """
    slugs = found_by(browser, address, engine, [query["query"] for query in asked], FIRST)
    found = list(zip(asked, slugs, strict=True))
    judged = [one for one in found if one[0]["best"]]
    empty = [not slugs for query, slugs in found if query["class"] == "nonsense"]
    return (
        len(judged),
        statistics.mean(ndcg(*one) for one in judged),
        statistics.mean(success(*one) for one in judged),
        statistics.mean(empty),
    )


def first_results(browser: Browser, server: Server, address: str, engine: str) -> tuple[float, float]:
    """Return the medians of kilobytes and seconds until a cold, slow phone has the first results."""
    sizes, seconds = [], []
    server.slow = True
    for text in TIMED:
        server.sent = 0
        with fresh_page(browser, SLOWER) as page:
            page.goto(f"{address}page/{engine}?q={text}")
            page.wait_for_function("window.milliseconds", timeout=60_000)
            if not page.evaluate("window.found.length"):
                raise SystemExit(f"{engine} finds nothing for {text}: choose another query")
            seconds.append(page.evaluate("window.milliseconds") / 1000)
        sizes.append(server.sent / 1000)
    server.slow = False
    return statistics.median(sizes), statistics.median(seconds)


def main() -> None:
    """Print a line for each engine and set, and one for what each engine costs."""
    with served() as (server, address), started_browser() as browser:
        print(f"{'':10}  {'set':16}  queries  nDCG@5  success@5  nonsense empty")
        for engine in ENGINES:
            for name, asked in sets().items():
                count, found, hits, silent = relevance(browser, address, engine, asked)
                print(f"{engine:10}  {name:16}  {count:7}  {found:6.3f}  {hits:9.3f}  {silent:14.2f}")
        print(f"{'':10}  kB to first results  seconds on a slow phone")
        for engine in ENGINES:
            size, wait = first_results(browser, server, address, engine)
            print(f"{engine:10}  {size:19.1f}  {wait:23.2f}")


if __name__ == "__main__":
    main()
