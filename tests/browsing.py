"""The built site in a browser: fixtures for tests that look at it."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY
from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).parents[1]
ENTRIES = PROJECT / "entries"


def build(output: Path) -> str:
    """Build the shipped entries and return what was printed."""
    command = [
        sys.executable,
        "-m",
        "directory",
        "build",
        "--no-booklets",
        "--output",
        str(output),
        "--today",
        TODAY.isoformat(),
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build(folder)
    return folder


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Return the address of the built site."""
    with serving(site) as address:
        yield address


@contextlib.contextmanager
def serving(site: Path) -> Iterator[str]:
    """Yield the address of a built site."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def copyfile(self, source: Any, outputfile: Any) -> None:
            """Send the file; a browser that has seen enough may hang up."""
            with contextlib.suppress(ConnectionError):
                super().copyfile(source, outputfile)

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextlib.contextmanager
def started_browser() -> Iterator[Browser]:
    """Yield a real browser: one that is installed, else Playwright's own."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not start for root, which is who runs the tests in a container.
        flags = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return one browser for all tests."""
    with started_browser() as started:
        yield started
