"""Compare our search with Material's own and with Pagefind, on the shipped entries and the shipped queries.

Run: pip install "pagefind[bin]" && python tests/benchmarks/search_engines.py. All three search the same articles:
Material as Markdown in a plain site with its search in German, Pagefind in the articles of our built pages. Each is
driven by its own script in Chromium, without any page around it.

The slow phone: Chromium's CPU six times slower, and a server that waits 400 ms before each answer and sends 400 kbit/s
over all connections. Chromium slows down only the page, not Material's worker: that helps Material. Bytes are those of
all answers, packed with gzip, from an empty cache to the first 5 results with their titles.
"""

import gzip
import http.server
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_speed import PROJECT, TODAY, plain, timed
from playwright.sync_api import Browser, Page

sys.path.insert(0, str(PROJECT / "tests"))
from browsing import started_browser
from test_search_relevance import ndcg, queries, success

LATENCY, BITS = 0.4, 400_000  # seconds before an answer, bits a second
SLOWER = 6
FIRST = 5
# What every engine finds, one word and several, so that there is something to wait for.
TIMED = ["Selbsthilfe", "Trauer", "Sport", "Chor", "Demenz"]

ENGINES = {
    "ours": """
      const script = (name) => import(`/ours/assets/scripts/search/${name}.js`);
      ["language", "spelling", "data", "query", "ranking"].forEach(script); // all side by side, as on the page
      const { createEngine } = await script("engine");
      const engine = createEngine(new URL("/ours/suche/daten/", location.href));
      window.find = async (text) => {
        const { results } = await engine.search(text);
        return results.slice(0, FIRST).map(({ entry }) => entry.slug);
      };""",
    "material": """
      const index = await (await fetch("/material/search/search_index.json")).json();
      const worker = new Worker("/material/assets/javascripts/workers/WORKER");
      const ask = (type, data, answer) => new Promise((resolve) => {
        worker.onmessage = ({ data: message }) => { if (message.type === answer) resolve(message.data); };
        worker.postMessage({ type, data });
      });
      await ask(0, { ...index, options: { suggest: false } }, 1);
      window.find = async (text) => {
        const { items } = await ask(2, text, 3);
        const slugs = items.map(([page]) => page.location.split("/")[1]);
        return [...new Set(slugs)].filter(Boolean).slice(0, FIRST);
      };""",
    "pagefind": """
      const pagefind = await import("/pagefind/pagefind.js");
      await pagefind.init();
      window.find = async (text) => {
        const { results } = await pagefind.search(text);
        const pages = await Promise.all(results.slice(0, FIRST).map((result) => result.data()));
        return pages.map(({ url }) => url.split("/angebote/")[1].split("/")[0]);
      };""",
}
PAGE = """<!doctype html><html lang="de"><meta charset="utf-8"><title>Suche</title><script type="module">
const FIRST = %d;
%s
const text = new URLSearchParams(location.search).get("q");
window.found = text ? await window.find(text) : [];
window.milliseconds = performance.now();
</script>"""
TYPES = {".js": "text/javascript", ".json": "application/json", ".html": "text/html", ".wasm": "application/wasm"}


class Server(http.server.ThreadingHTTPServer):
    """Three built searches behind one address; counts what it sends, and can be as slow as a bad connection."""

    def __init__(self, folders: dict[str, Path]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folders = folders
        self.slow = False
        self.sent = 0
        self.line = threading.Lock()

    def body(self, path: str) -> tuple[bytes, str]:
        """Return the packed file at a path, and its type."""
        engine, _, rest = path.lstrip("/").partition("/")
        if engine == "page":
            content, kind = (PAGE % (FIRST, self.script(rest))).encode(), "text/html"
        else:
            file = self.folders[engine] / rest
            content, kind = file.read_bytes(), TYPES.get(file.suffix, "application/octet-stream")
        return gzip.compress(content, 9), kind

    def script(self, engine: str) -> str:
        """Return the script that drives an engine."""
        workers = self.folders["material"] / "assets" / "javascripts" / "workers"
        return ENGINES[engine].replace("WORKER", next(workers.glob("search.*.min.js")).name)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers with packed files."""

    server: Server

    def do_GET(self) -> None:
        """Send one file, at the speed of the line."""
        try:
            body, kind = self.server.body(self.path.partition("?")[0])
        except (OSError, KeyError):
            self.send_error(404)
            return
        if self.server.slow:
            time.sleep(LATENCY)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for start in range(0, len(body), 2000):
            chunk = body[start : start + 2000]
            with self.server.line:
                self.server.sent += len(chunk)
                if self.server.slow:
                    time.sleep(len(chunk) * 8 / BITS)
            self.wfile.write(chunk)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def built(folder: Path) -> dict[str, Path]:
    """Return the folders of the three searches, after building them."""
    site = folder / "site"
    ours = [sys.executable, "-m", "directory", "build", "--no-booklets", "--output", str(site), "--today", TODAY]
    timed(ours, PROJECT)
    timed(plain(site, folder), PROJECT)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--glob", "angebote/*/index.html"]
    command += ["--root-selector", "article", "--output-path", str(folder / "pagefind")]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return {"ours": site, "material": folder / "plain" / "site", "pagefind": folder / "pagefind"}


@contextmanager
def fresh_page(browser: Browser, slower: int = 1) -> Iterator[Page]:
    """Yield a page with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    yield page
    context.close()


def relevance(browser: Browser, address: str, engine: str) -> tuple[float, float, float]:
    """Return nDCG@5, success@5 and the share of nonsense for which nothing is shown."""
    with fresh_page(browser) as page:
        page.goto(f"{address}page/{engine}")
        page.wait_for_function("window.milliseconds")
        found = [(query, page.evaluate("(text) => window.find(text)", query["query"])) for query in queries()]
    judged = [(query, slugs) for query, slugs in found if query["best"]]
    empty = [not slugs for query, slugs in found if query["class"] == "nonsense"]
    return (
        statistics.mean(ndcg(query, slugs) for query, slugs in judged),
        statistics.mean(success(query, slugs) for query, slugs in judged),
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
    """Print a line for each engine."""
    with tempfile.TemporaryDirectory() as name, started_browser() as browser:
        server = Server(built(Path(name)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        print(f"{'':10}  nDCG@5  success@5  nonsense empty  kB to first results  seconds on a slow phone")
        for engine in ENGINES:
            found, hits, silent = relevance(browser, address, engine)
            size, wait = first_results(browser, server, address, engine)
            print(f"{engine:10}  {found:6.3f}  {hits:9.3f}  {silent:14.2f}  {size:19.1f}  {wait:23.2f}")
        server.shutdown()


if __name__ == "__main__":
    main()
