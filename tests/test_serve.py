"""The live preview: it shows changes at once, shows problems as a page, recovers, and is what a build makes."""

import contextlib
import gc
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from browsing import PROJECT
from conftest import BASE_ENTRY, CITY, TODAY
from small_project import content, make_project

from directory.checks import check_changed
from directory.site import preview as preview_module
from directory.site.alone import generate_alone
from directory.site.mkdocs import Settings
from directory.site.preview import Preview
from directory.site.server import Application
from directory.site.snapshot import Snapshot
from directory.site.whole import in_another_process, whole

PATIENCE = 60  # seconds; a busy machine is slow, a broken server never answers
BROKEN = BASE_ENTRY.replace("name: Gruppe", "name: Treff: Mitte")


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    root = tmp_path / "entries"
    shutil.copytree(CITY, root)
    return root


@contextlib.contextmanager
def previewed(project: Path, *options: str) -> Iterator[str]:
    """Yield the address of the live preview of a project."""
    command = [sys.executable, "-m", "directory", "serve", "--port", "0", *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=project, env=environment, stdout=pipe, stderr=pipe, text=True) as server:
        assert server.stdout
        lines = iter(server.stdout.readline, "")
        address = next((line.split()[-1] for line in lines if "http://" in line), "")
        try:
            assert address, server.stderr and server.stderr.read()
            yield address
        finally:
            server.terminate()
        assert "Traceback" not in (server.stderr.read() if server.stderr else "")


def shows(address: str, words: str) -> None:
    """Wait until the page at the address has these words."""
    end = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < end:
        try:
            text = read(address).decode()
        except (urllib.error.URLError, ConnectionError) as error:
            text = str(error)
        if words in text:
            return
        time.sleep(0.05)
    pytest.fail(f"{address} never showed {words!r}, but:\n{text[:3000]}")


def read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
        found: bytes = answer.read()
    return found


def test_the_preview_follows_the_files(entries: Path) -> None:
    with previewed(PROJECT, "--entries", str(entries)) as address:
        shows(address, "Treffpunkte in Musterstadt")
        news = read(f"{address}_vorschau/neu?").decode()
        file = entries / "mitte" / "gruppe.yaml"
        file.write_text(BASE_ENTRY)
        assert read(f"{address}_vorschau/neu?{news}").decode() != news, "an open page hears of the change"
        shows(address + "angebote/gruppe/", "Wir treffen uns.")
        file.write_text(BROKEN)
        shows(address, "Bitte korrigieren")
        shows(address + "angebote/gruppe/", "In diesem Text steht ein Doppelpunkt mit Leerzeichen.")
        file.write_text(BASE_ENTRY.replace("Wir treffen uns.", "Wir singen."))
        shows(address + "angebote/gruppe/", "Wir singen.")
        assert b"preview.js" in read(address + "angebote/gruppe/")
        assert read(address + "angebote/gruppe").lstrip().startswith(b"<!doctype"), "a forgotten slash is added"
        with pytest.raises(urllib.error.HTTPError, match="404") as wrong:
            read(address + "nirgends/")
        assert "Diese Seite gibt es nicht" in wrong.value.read().decode()


def test_a_preview_that_starts_with_a_broken_file_shows_the_problem(entries: Path) -> None:
    (entries / "mitte" / "ein-haus.yaml").write_text("name: x")
    preview = made(entries)
    assert re.search(r"Die Felder .*„beschreibung“.* fehlen", text_at(preview, ""))
    assert preview.snapshot.at("assets/stylesheets/site.css")
    (entries / "mitte" / "ein-haus.yaml").write_text((CITY / "mitte" / "ein-haus.yaml").read_text())
    preview.refresh()
    assert "Treffpunkte in Musterstadt" in text_at(preview, "")


def made(entries: Path, config: Path = PROJECT / "mkdocs.yml") -> Preview:
    settings = Settings(entries=entries, today=TODAY, booklets=False)
    return Preview(settings=settings, config=config, day=TODAY)


def text_at(preview: Preview, path: str) -> str:
    return (preview.snapshot.at(path) or b"").decode()


def test_it_shows_byte_for_byte_what_a_build_makes(tmp_path: Path) -> None:
    """Before and after a change of an entry, of a list of words and of a page by hand."""
    project = make_project(tmp_path)
    entries, config = project / "entries", project / "mkdocs.yml"
    preview = made(entries, config)
    words = entries / "_vocabulary" / "themen.yaml"
    changes = (
        (entries / "mitte" / "gruppe.yaml", BASE_ENTRY),
        (
            entries / "mitte" / "gruppe.yaml",
            BASE_ENTRY + "zeiten: {zweck: treffen, tage: Mo, von: 18:00, stand: 2026-10}\n",
        ),
        (words, words.read_text().replace("name: ", "name: Neu ", 1)),
        (project / "docs" / "mitmachen" / "index.md", "# Machen Sie mit\n"),
    )
    for number, (file, text) in enumerate(changes):
        version = preview.version
        file.write_text(text)
        preview.refresh()
        assert preview.version == version + 1
        preview.complete(whole(entries, TODAY), preview.version)
        settings = Settings(entries=entries, today=TODAY, booklets=False)
        output = project / f"site-{number}"
        assert generate_alone(settings, config, output).done
        built = content(output)
        assert len(built) > 100
        assert [path for path, made_of in built.items() if preview.snapshot.at(path) != made_of] == []
    preview.refresh()
    assert preview.version == version + 1, "nothing has changed: no page is loaded anew"


def test_only_the_changed_file_is_parsed(entries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = made(entries)
    asked: list[str] = []

    def noted(loaded: object, today: object, paths: set[str], earlier: object) -> object:
        asked.extend(paths)
        return check_changed(loaded, today, paths, earlier)  # type: ignore[arg-type]

    monkeypatch.setattr(preview_module, "check_changed", noted)
    monkeypatch.setattr(preview_module, "check", lambda *_: pytest.fail("all files were checked"))
    old = preview.snapshot.view
    (entries / "mitte" / "gruppe.yaml").write_text(BASE_ENTRY)
    preview.refresh()
    assert [Path(path).name for path in asked] == ["gruppe.yaml"]
    assert old
    assert preview.snapshot.view
    for slug, entry in old.directory.entry.items():
        assert preview.snapshot.view.directory.entry[slug] is entry, "read before, and still the same"


def test_what_a_change_means_for_other_files_is_said_a_moment_later(entries: Path) -> None:
    guest = entries / "mitte" / "gruppe.yaml"
    guest.write_text(f"{BASE_ENTRY}orte: {{bei: ein-haus}}\n")
    preview = made(entries)
    assert not preview.snapshot.failed
    house = entries / "mitte" / "ein-haus.yaml"
    kept = house.read_text()
    house.unlink()
    preview.refresh()
    stale = preview.version
    preview.complete(whole(entries, TODAY), stale)
    assert "ein-haus" in text_at(preview, "angebote/gruppe/")
    assert preview.snapshot.failed
    house.write_text(kept)
    preview.refresh()
    preview.complete(whole(entries, TODAY), stale)
    assert preview.snapshot.failed, "what was found in older files counts no more"
    preview.complete(whole(entries, TODAY), preview.version)
    assert not preview.snapshot.failed


def test_a_request_waits_for_no_other(entries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = made(entries)
    application = Application(preview, "x")
    goes_on, answers = threading.Event(), []
    slow = Snapshot._files  # noqa: SLF001 - where files are made

    def waiting(*arguments: object) -> object:
        goes_on.wait(PATIENCE)
        return slow(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Snapshot, "_files", waiting)

    def ask(path: str) -> None:
        environment = {"PATH_INFO": f"/{path}", "QUERY_STRING": ""}
        answers.append((path, b"".join(application(environment, lambda *_: None))))

    data = threading.Thread(target=ask, args=("daten/entries.json",))
    data.start()
    ask("mitte/")
    assert [path for path, _ in answers] == ["mitte/"]
    goes_on.set()
    data.join(PATIENCE)
    assert [path for path, _ in answers] == ["mitte/", "daten/entries.json"]


def test_what_was_shown_before_is_forgotten(entries: Path) -> None:
    preview = made(entries)
    for number in range(5):
        (entries / "mitte" / "gruppe.yaml").write_text(BASE_ENTRY.replace("Wir treffen uns.", f"Wir sind {number}."))
        preview.refresh()
        preview.snapshot.at("mitte/")
    gc.collect()
    alive = [one for one in gc.get_objects() if isinstance(one, Snapshot) and one.settings.entries == entries]
    assert alive == [preview.snapshot]


def test_another_process_finds_the_same_and_can_be_stopped(entries: Path) -> None:
    waited = threading.Event()
    assert in_another_process(entries, TODAY, lambda: waited.wait(0.05)) == whole(entries, TODAY)
    assert in_another_process(entries, TODAY, lambda: True) is None


def test_the_day_goes_on(entries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(entries=entries, today=TODAY, booklets=False)
    monkeypatch.setattr(preview_module, "local_today", lambda: TODAY)
    preview = Preview(settings=settings, config=PROJECT / "mkdocs.yml")
    monkeypatch.setattr(preview_module, "local_today", lambda: TODAY + timedelta(days=1))
    preview.refresh()
    assert "Diese Seite ist vom 23. November 2026." in text_at(preview, "diese-woche/")
