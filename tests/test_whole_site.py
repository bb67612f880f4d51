"""The site is exchanged whole: whatever happens in a build, the old site is there or the new one."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import BASE_ENTRY
from small_project import PATIENCE, build, command, content

from directory.site import exchange
from directory.site.exchange import OutputFolderError, new_site
from directory.site.lock import BuildRunningError, locked


def beside(project: Path) -> set[str]:
    return {item.name for item in project.iterdir()} - {"docs", "entries", "mkdocs.yml", "site"}


def test_the_new_site_is_complete_and_nothing_is_left_beside_it(built: Path) -> None:
    first = (built / "site").stat().st_ino
    (built / "site" / "alt.html").write_text("x")
    (built / "site" / ".htaccess").write_text("von Hand")
    (built / "site" / ".git").mkdir()
    (built / "site" / ".git" / "HEAD").write_text("x")
    (built / "site").chmod(0o750)
    old = {name for name in content(built / "site") if name != "alt.html"}
    assert build(built).returncode == 0
    assert set(content(built / "site")) == old
    assert (built / "site").stat().st_ino != first, "the old folder is exchanged, not filled again"
    assert (built / "site").stat().st_mode & 0o777 == 0o750
    assert beside(built) == set()


def test_a_broken_entry_leaves_the_old_site(built: Path) -> None:
    old = content(built / "site")
    (built / "entries" / "mitte" / "kaputt.yaml").write_text("name: x")
    done = build(built)
    assert done.returncode == 1
    assert "Die alte Seite ist noch da." in done.stderr
    assert content(built / "site") == old
    assert beside(built) == set()


def test_a_page_that_mkdocs_refuses_leaves_the_old_site(built: Path) -> None:
    old = content(built / "site")
    (built / "docs" / "neu.md").write_bytes(b"# Gr\xfc\xdfe")
    assert build(built).returncode == 1
    assert content(built / "site") == old
    assert beside(built) == set()


def test_a_full_disk_is_one_german_sentence_and_leaves_the_old_site(built: Path) -> None:
    old = content(built / "site")
    done = build(built, limit=30_000)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr.startswith("Die Seite ist nicht gebaut. Es ist kein Platz mehr auf der Festplatte.")
    assert content(built / "site") == old
    assert beside(built) == set()


def test_a_folder_without_rights_is_said_in_german(project: Path) -> None:
    done = build(project, "--output", "/sys/site")  # not even root may write there
    assert done.returncode == 1
    assert done.stdout + done.stderr == (
        "Das Programm darf „/sys/.site.lock“ nicht lesen oder schreiben. Prüfen Sie die Rechte.\n"
    )


def kill(group: int) -> None:
    os.killpg(group, signal.SIGKILL)


@pytest.mark.parametrize("after", [1.5, *(pytest.param(more, marks=pytest.mark.audit) for more in (0.5, 2.5, 4))])
def test_a_kill_at_any_moment_leaves_a_whole_site_and_the_next_build_clears_up(built: Path, after: float) -> None:
    old = content(built / "site")
    (built / "entries" / "mitte" / "gruppe.yaml").write_text(BASE_ENTRY)
    with subprocess.Popen(command(), cwd=built, start_new_session=True, stdout=subprocess.DEVNULL) as running:
        time.sleep(after)
        if running.poll() is None:
            kill(running.pid)
    found = content(built / "site")
    assert found == old or "angebote/gruppe/index.html" in found
    done = build(built)
    assert done.returncode == 0, done.stderr
    assert "angebote/gruppe/index.html" in content(built / "site")
    assert beside(built) == set()


def test_a_kill_while_files_are_written_leaves_the_old_site(built: Path) -> None:
    old = content(built / "site")
    with subprocess.Popen(command(), cwd=built, start_new_session=True) as running:
        end = time.monotonic() + PATIENCE
        while not any((folder / "assets").exists() for folder in built.glob(".site.neu-*")):
            assert time.monotonic() < end
            assert running.poll() is None, "the build ended before anything was seen of its draft"
            time.sleep(0.005)
        kill(running.pid)
    assert content(built / "site") == old
    assert any(name.startswith(".site.neu-") for name in beside(built))
    assert build(built).returncode == 0
    assert beside(built) == set()


def test_a_second_build_of_the_same_output_ends_at_once(project: Path) -> None:
    with locked(project / ".site.lock"):
        done = build(project)
        other = build(project, "--output", "andere")
    assert done.returncode == 1
    assert done.stderr == (
        "Die Seite ist nicht gebaut. Diese Seite baut gerade schon ein anderes Programm. "
        "Warten Sie, bis es fertig ist.\n"
    )
    assert other.returncode == 0
    assert not (project / ".site.lock").exists()


def test_the_lock_is_free_again_and_of_one_only(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    for _ in range(2):
        with locked(file), pytest.raises(BuildRunningError), locked(file):
            pytest.fail("two have the lock")
    assert not file.exists()


def test_who_waits_for_a_deleted_lock_takes_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between opening the file and locking it, its owner may delete it."""
    fcntl = pytest.importorskip("fcntl")
    file, flock = tmp_path / "lock", fcntl.flock
    deleted: list[bool] = []

    def slow(descriptor: int, how: int) -> None:
        if not deleted:
            file.unlink()
            deleted.append(True)
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", slow)
    with locked(file), pytest.raises(BuildRunningError), locked(file):
        pytest.fail("two have the lock")


@pytest.mark.parametrize("two_steps", [False, True])
def test_folders_change_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_steps: bool) -> None:
    if two_steps:
        monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)
    output = tmp_path / "site"
    for text in ("alt", "neu"):
        with new_site(output, ()) as draft:
            (draft.folder / "index.html").write_text(text)
            draft.take_place()
    assert content(tmp_path) == {"site/index.html": b"neu"}


def test_a_build_that_died_between_its_two_steps_is_mended(tmp_path: Path) -> None:
    (tmp_path / ".site.alt").mkdir()
    (tmp_path / ".site.alt" / "index.html").write_text("alt")
    (tmp_path / ".site.neu-00000000").mkdir()
    with new_site(tmp_path / "site", ()):
        assert (tmp_path / "site" / "index.html").read_text() == "alt"
    assert content(tmp_path) == {"site/index.html": b"alt"}


def test_the_second_of_two_steps_fails_and_the_old_site_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("alt")
    with new_site(tmp_path / "site", ()) as draft:
        shutil.rmtree(draft.folder)
        with pytest.raises(FileNotFoundError):
            draft.take_place()
    assert content(tmp_path) == {"site/index.html": b"alt"}


def test_an_output_that_must_stay_is_said_in_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "site"
    output.mkdir()

    def busy(*_: object) -> bool:
        raise OSError(errno.EBUSY, "busy")

    monkeypatch.setattr(exchange, "_exchanged", busy)
    with new_site(output, ()) as draft, pytest.raises(OutputFolderError, match="ein eigenes Laufwerk"):
        draft.take_place()
    monkeypatch.setattr(Path, "is_mount", lambda _: True)
    with pytest.raises(OutputFolderError, match="ein eigenes Laufwerk"), new_site(output, ()):
        pytest.fail("a mount point cannot be exchanged")
    assert content(tmp_path) == {}


def test_folders_with_other_things_in_them_are_refused(project: Path) -> None:
    for output in (".", "entries", "docs", ".."):
        before = content(project)
        done = build(project, "--output", output)
        assert done.returncode == 1, output
        assert "Nehmen Sie mit --output einen anderen" in done.stderr or "Leeren Sie den Ordner" in done.stderr
        assert content(project) == before
    (project / "datei").write_text("x")
    assert "ist kein Ordner" in build(project, "--output", "datei").stderr


def test_an_output_behind_a_link_is_exchanged_there(project: Path) -> None:
    (project / "anderswo").mkdir()
    (project / "site").symlink_to("anderswo")
    assert build(project).returncode == 0
    assert (project / "site").is_symlink()
    assert (project / "anderswo" / "index.html").is_file()


def test_a_plain_mkdocs_build_still_fills_the_folder(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=project,
        env={**os.environ, "DIRECTORY_BOOKLETS": "0", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (project / "site" / "index.html").is_file()
