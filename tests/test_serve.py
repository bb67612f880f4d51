"""The live preview: it shows changes, shows problems as a page, and recovers."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import BASE_ENTRY, CITY

PROJECT = Path(__file__).parents[1]
PATIENCE = 60  # seconds; a busy machine is slow, a broken server never answers


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    root = tmp_path / "entries"
    shutil.copytree(CITY, root)
    return root


@pytest.fixture
def preview(entries: Path) -> Iterator[str]:
    with previewed(PROJECT, DIRECTORY_ENTRIES=str(entries)) as address:
        yield address


@contextlib.contextmanager
def previewed(project: Path, **settings: str) -> Iterator[str]:
    """Yield the address of the live preview of a project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address]
    environment = {**os.environ, **settings, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE) as server:
        try:
            yield f"http://{address}/"
        finally:
            server.terminate()
        assert b"Traceback" not in (server.stderr.read() if server.stderr else b"")


def shows(address: str, words: str) -> None:
    """Wait until the page at the address has these words."""
    end = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
                text = answer.read().decode()
        except (urllib.error.URLError, ConnectionError) as error:
            text = str(error)
        if words in text:
            return
        time.sleep(0.2)
    pytest.fail(f"{address} never showed {words!r}, but:\n{text[:3000]}")


def test_the_preview_follows_the_files(entries: Path, preview: str) -> None:
    shows(preview, "Treffpunkte in Musterstadt")
    file = entries / "mitte" / "gruppe.yaml"
    file.write_text(BASE_ENTRY)
    shows(preview + "angebote/gruppe/", "Wir treffen uns.")
    file.write_text(BASE_ENTRY.replace("name: Gruppe", "name: Treff: Mitte"))
    shows(preview, "Bitte korrigieren")
    shows(preview, "In diesem Text steht ein Doppelpunkt mit Leerzeichen.")
    file.write_text(BASE_ENTRY.replace("Wir treffen uns.", "Wir singen."))
    shows(preview + "angebote/gruppe/", "Wir singen.")


def test_a_preview_that_starts_with_a_broken_file_shows_the_problem(entries: Path, preview: str) -> None:
    (entries / "mitte" / "ein-haus.yaml").write_text("name: x")
    shows(preview, "Das Feld „beschreibung“ fehlt.")
