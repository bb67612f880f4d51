"""The search in a real browser, without a site around it: its scripts and its data under a made-up address."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from browsing import ENTRIES
from conftest import day_view
from playwright.sync_api import Browser, Page, Route

from directory.model import Directory
from directory.search import search_files
from directory.search.help import help_script
from directory.source import load

SCRIPTS = Path("directory/site/theme/assets/scripts/search")
ADDRESS = "https://suche.example/"
DATA = "suche/daten/"
TYPES = {"js": "text/javascript", "json": "application/json", "html": "text/html"}
SEARCH = """async ([queries, byArea]) => {
  const { createEngine } = await import("/engine.js");
  const engine = createEngine(new URL("/suche/daten/", location.href), { byArea });
  const found = [];
  for (const [text, filters] of queries) {
    const { results, further, ...rest } = await engine.search(text, filters);
    const [slugs, also] = [results, further].map((list) => list.map(({ entry }) => entry.slug));
    found.push({ ...rest, slugs, also, results: results.slice(0, 10) });
  }
  return found;
}"""


@cache
def shipped() -> Directory:
    directory = load(ENTRIES).directory
    assert directory
    return directory


def files(directory: Directory, **options: Any) -> dict[str, str]:
    """Return the files of the search, by name."""
    made = search_files(day_view(directory), **options)
    return {file.path.removeprefix(DATA): str(file.content) for file in made}


@cache
def shipped_files() -> Mapping[str, str]:
    """Return the files of the search over the shipped entries."""
    return files(shipped())


# Nobody is ever in danger.
NO_HELP = 'export const recognise = () => ({ level: "none", dangers: [] });'


def blank(browser: Browser, data: Mapping[str, str], help_module: str | None = None) -> Page:
    """Return an empty page whose site has the scripts and these data; what else it asks for is an error.

    `help_module` stands in place of the module that recognises danger.
    """
    page = browser.new_page()

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        if path.startswith(DATA):
            body = data[path.removeprefix(DATA)]
        elif path == "help.js":
            body = help_module or help_script()
        elif path.endswith(".js"):
            body = (SCRIPTS / path).read_text(encoding="utf-8")
        else:
            body = "<!doctype html><title>Suche</title>"
        kind = TYPES.get(path.rpartition(".")[2], "text/html")
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    page.route(f"{ADDRESS}**", answer)
    page.goto(ADDRESS)
    return page


def search(
    browser: Browser,
    data: Mapping[str, str],
    queries: Iterable[str | tuple[str, list[Any]]],
    help_module: str | None = None,
) -> list[Any]:
    """Return what the engine finds for each query, or query and filters, all in one page."""
    page = blank(browser, data, help_module)
    asked = [[query, []] if isinstance(query, str) else list(query) for query in queries]
    found: list[Any] = json.loads(
        json.dumps(page.evaluate(SEARCH, [asked, any(name.startswith("index-") for name in data)]))
    )
    page.close()
    return found
