"""The built site in a browser: fixtures for tests that look at it."""

import contextlib
import fcntl
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
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder of the built site, one for all processes that run tests."""
    own = tmp_path_factory.getbasetemp()
    root = own if worker_id == "master" else own.parent
    with (root / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "site").exists():
            build(root / "site")
    return root / "site"


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


def installed(*, with_windows: bool = False) -> str | None:
    """Return the browser that is installed; without one Playwright takes its own.

    Chromium without windows is the same engine and opens a page 2.5 times as fast. What keeps a profile on the disk,
    with its history, needs the one with windows.
    """
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names if with_windows else ("chromium-headless-shell", *names))), None)


def sandbox() -> list[str]:
    """Return the flags to start with: Chromium's own sandbox does not start for root, as in a container."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


@contextlib.contextmanager
def started_browser() -> Iterator[Browser]:
    """Yield a real browser: one that is installed, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=sandbox())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return one browser for all tests."""
    with started_browser() as started:
        yield started
