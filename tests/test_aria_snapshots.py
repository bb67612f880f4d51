"""What a screen reader is told, page by page of the small city: golden files in tests/cases/aria/.

`pytest --golden` writes them anew: look at the difference.
"""

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import PROJECT
from conftest import BASE_ENTRY, CASES, CITY, TODAY
from playwright.sync_api import Browser

GOLDEN = CASES / "aria"
PAGES = {
    "start": "",
    "area": "mitte/",
    "group": "gruppen/gesundheit/",
    "topics": "themen/",
    "topic-of-crisis": "themen/sucht/",
    "empty-topic": "themen/trauer/",
    "week": "diese-woche/",
    "needs": "passt-das/",
    "need": "passt-das/rollstuhl/",
    "entry": "angebote/ein-haus/",
    "entry-of-crisis": "angebote/eine-runde/",
    "secret-entry": "angebote/schutz/",
    "closed-entry": "angebote/altes-haus/",
    "provider": "traeger/ein-traeger/",
    "a-to-z": "a-bis-z/",
    "help": "hilfe-sofort/",
    "not-found": "404.html",
}
MORE = {
    "mitte/ein-haus.yaml": (CITY / "mitte" / "ein-haus.yaml").read_text(encoding="utf-8")
    + "zeiten: [{zweck: offen, tage: Montag, von: 14:00, bis: 16:30, stand: 2026-10}]\n",
    "alle/schutz.yaml": BASE_ENTRY.replace("name: Gruppe", "name: Schutz-Wohnung") + "orte: {art: geheim}\n",
    "mitte/altes-haus.yaml": BASE_ENTRY.replace("name: Gruppe", "name: Altes Haus") + "status: geschlossen\n",
}


@pytest.fixture(scope="session")
def small_city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a small site, whose texts no editor changes."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(CITY, folder / "entries")
    for path, text in MORE.items():
        (folder / "entries" / path).parent.mkdir(exist_ok=True)
        (folder / "entries" / path).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "directory", "build", "--no-booklets", "--entries", str(folder / "entries")]
    command += ["--output", str(folder / "site"), "--today", TODAY.isoformat()]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(folder / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_as_it_is_heard(browser: Browser, small_city: str, request: pytest.FixtureRequest, name: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, timezone_id="Europe/Berlin")
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    page.goto(small_city + PAGES[name])
    heard = page.locator("body").aria_snapshot() + "\n"
    context.close()
    assert "Jena" not in heard.replace("Angebote in Jena", ""), "this page would change with the entries of Jena"
    golden: Path = GOLDEN / f"{name}.yaml"
    if request.config.getoption("--golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(heard, encoding="utf-8")
    assert heard == golden.read_text(encoding="utf-8"), "pytest --golden writes it anew"


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.glob("*.yaml")} == set(PAGES)
