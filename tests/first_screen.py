"""Where things stand on a phone: heading, first offer, the facts of an entry, and how long pages are.

    python tests/first_screen.py [site]

prints median and worst by kind of page, with Roboto as the letters of the system (what most phones in Germany have)
and with the machine's own, with letters as they are and with letters of 125 %.
"""

import functools
import http.server
import os
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

from browsing import installed, sandbox
from playwright.sync_api import Page, sync_playwright

WIDTH, HEIGHT = 360, 740
SIZES = (100, 125)
ROBOTO, OWN = "Roboto", "own letters"
# Which pages are of a kind; "*" is any one name.
KINDS = {
    "start": ("index.html",),
    "entry": ("angebote/*/index.html",),
    "group": ("gruppen/*/index.html",),
    "topic": ("themen/*/index.html",),
    "kind": ("arten/*/index.html",),
    "audience": ("fuer/*/index.html",),
    "need": ("passt-das/*/index.html",),
    "weekday": ("wochentage/*/index.html",),
    "week": ("diese-woche/index.html", "naechste-woche/index.html"),
    "help": ("hilfe-sofort/index.html",),
}
FACTS = ("wann", "wo", "fragen")
# Lower edges of what must be read, upper edges of where something begins; null where a page has none.
MEASURE = """() => {
  const shown = (selector) => [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  const box = (selector) => shown(selector)?.getBoundingClientRect();
  const fact = (name) => box(`[data-fact="${name}"]`)?.bottom ?? null;
  return {
    free: box(".exit")?.top ?? innerHeight, help_covered: box(".help-link").right > box(".menu > summary").left,
    h1: box("h1").top, offer: box("[data-entry]")?.top ?? null,
    offers: document.querySelectorAll(".list-row").length,
    wann: fact("wann"), wo: fact("wo"), fragen: fact("fragen"), height: document.documentElement.scrollHeight,
  };
}"""
LARGER = """(size) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root { font-size: ${size}% !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One page in one view, in px from the top of the page. Facts that the page does not have are None.

    `free`: where the view ends, or the bar with the way off the page begins.
    """

    address: str
    free: float
    help_covered: bool
    h1: float
    offer: float | None
    offers: int
    facts: Mapping[str, float | None]
    height: float

    @property
    def screens(self) -> float:
        return self.height / HEIGHT


@contextmanager
def system_letters(family: str) -> Iterator[dict[str, str]]:
    """Yield the environment in which a browser takes a family of letters for those of the system."""
    if family == OWN:
        yield {}
        return
    package = find_spec("font_roboto")
    assert package, "pip install font-roboto"
    assert package.origin
    fonts = Path(package.origin).parent / "files"
    with tempfile.TemporaryDirectory() as folder:
        generic = "".join(
            f"<match><test name='family'><string>{name}</string></test>"
            f"<edit name='family' mode='prepend' binding='strong'><string>{family}</string></edit></match>"
            for name in ("system-ui", "sans-serif")
        )
        file = Path(folder) / "fonts.conf"
        file.write_text(
            f"<?xml version='1.0'?><fontconfig><dir>{escape(str(fonts))}</dir><cachedir>{escape(folder)}</cachedir>"
            f"{generic}</fontconfig>",
            encoding="utf-8",
        )
        yield {"FONTCONFIG_FILE": str(file)}


def pages_of(site: Path) -> dict[str, list[str]]:
    """Return the addresses of each kind; areas are the folders beside which a page of their week stands."""
    found = {
        kind: [
            file.relative_to(site).as_posix().removesuffix("index.html")
            for pattern in patterns
            for file in sorted(site.glob(pattern))
        ]
        for kind, patterns in KINDS.items()
    }
    found["entry"] = [one for one in found["entry"] if "data-slug" in (site / one / "index.html").read_text("utf-8")]
    found["area"] = [f"{week.parent.name}/" for week in sorted(site.glob("diese-woche/*/index.html"))]
    return found


def measured(served: str, addresses: Mapping[str, list[str]], family: str) -> dict[tuple[str, int], list[Figures]]:
    """Return the figures of all pages by kind and size of letters."""
    figures: dict[tuple[str, int], list[Figures]] = {(kind, size): [] for kind in addresses for size in SIZES}
    with system_letters(family) as variables, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed(), args=sandbox(), env={**os.environ, **variables}
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for kind, ones in addresses.items():
            for address in ones:
                page.goto(served + address)
                for size in SIZES:
                    page.evaluate(LARGER, size)
                    figures[kind, size].append(_figures(page, address))
        browser.close()
    return figures


def _figures(page: Page, address: str) -> Figures:
    told = page.evaluate(MEASURE)
    facts = {name: told.pop(name) for name in FACTS}
    return Figures(address=address, facts=facts, **told)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a built site."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def table(figures: Mapping[tuple[str, int], list[Figures]]) -> Iterator[str]:
    """Yield a line for each kind of page: median and worst."""
    for (kind, size), pages in figures.items():
        columns: dict[str, list[float | None]] = {"h1": [one.h1 for one in pages]}
        columns["offer"] = [one.offer for one in pages if kind != "entry"]
        columns |= {name: [one.facts[name] for one in pages] for name in FACTS if kind == "entry"}
        columns["screens"] = [one.screens for one in pages]
        told = []
        for name, values in columns.items():
            known = [value for value in values if value is not None]
            if known:
                digits = 1 if name == "screens" else 0
                missing = f", {len(values) - len(known)} without" if len(known) < len(values) else ""
                told.append(f"{name} {median(known):.{digits}f} / {max(known):.{digits}f}{missing}")
        yield f"{kind} ({len(pages)}), {size} %: {'; '.join(told)}"


def main() -> None:
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    addresses = pages_of(site)
    with serving(site) as served:
        for family in (ROBOTO, OWN):
            print(f"== {family}: median / worst, px or screens of {WIDTH}x{HEIGHT}")
            print("\n".join(table(measured(served, addresses, family))))


if __name__ == "__main__":
    main()
