"""Workers: the same outcome however they start, and an end whatever happens to them."""

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import day_view
from generate import write_entries

from directory import parallel
from directory.booklets.booklet_set import render_all
from directory.easy_language import lemmas
from directory.pages import pages
from directory.parallel import StartMethod, WorkerDiedError, in_parallel, mark_as_threaded, start_method
from directory.source import load
from directory.view.day import DayView

PROJECT = Path(__file__).parents[1]
TODAY = date(2026, 11, 29)
METHODS: tuple[StartMethod, ...] = ("fork", "forkserver", "spawn")
# A worker that died must end everything in this time, in seconds.
SOON = 10
DIGESTS = """
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from directory import parallel
from directory.site.build import build
from directory.site.mkdocs import Settings

parallel.start_method = lambda: sys.argv[1]
built = build(Settings(entries=Path("entries"), today=date(2026, 11, 29), booklets=False))
for page in built.pages:
    print(page.address, sha256(repr(page).encode()).hexdigest())
for file in built.files:
    print(file.path, sha256(file.content if isinstance(file.content, bytes) else file.content.encode()).hexdigest())
"""
ASLEEP = """
import time
from directory.parallel import in_parallel

list(in_parallel(lambda _, seconds: time.sleep(seconds), None, [60, 60], work="Schlafen", enough=0, chunk=1))
"""


def plus(shared: int, item: int) -> int:
    return shared + item


def process(_: None, __: int) -> int:
    return os.getpid()


def is_known(_: None, word: str) -> bool:
    return lemmas.known(word)


def refuse_seven(_: None, item: int) -> int:
    if item == 7:
        raise ValueError("sieben")
    return item


def die_at_seven(_: None, item: int) -> int:
    if item == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def nap(_: None, item: int) -> int:
    time.sleep(item)
    return item


@pytest.fixture(params=METHODS)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> StartMethod:
    chosen: StartMethod = request.param
    monkeypatch.setattr(parallel, "start_method", lambda: chosen)
    return chosen


@pytest.fixture(scope="module")
def view() -> DayView:
    return replace(day_view(load(PROJECT / "entries").directory, TODAY), with_booklets=True)


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize("items", [1, 4, 50])
def test_results_come_in_order(items: int) -> None:
    done = in_parallel(plus, 3, range(items), work="Rechnen", enough=0, chunk=4)
    assert list(done) == [3 + item for item in range(items)]


@pytest.mark.usefixtures("method")
def test_what_workers_ask_of_the_word_list_is_known_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"Hausboot": True, "Ofenrohr": True, "Unfuxig": False}
    known: dict[str, bool] = {}
    monkeypatch.setattr(lemmas, "_known", known)
    asked = dict(zip(answers, in_parallel(is_known, None, [*answers], work="Fragen", enough=0, chunk=1), strict=True))
    assert asked == answers
    assert {word: known.get(word) for word in answers} == answers


def test_nothing_to_do_is_done_here() -> None:
    assert list(in_parallel(plus, 3, [], work="Rechnen", enough=0)) == []


def test_few_items_are_worked_out_here() -> None:
    assert set(in_parallel(process, None, range(9), work="Rechnen", enough=10)) == {os.getpid()}
    assert os.getpid() not in set(in_parallel(process, None, range(10), work="Rechnen", enough=10))


def test_one_core_works_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert set(in_parallel(process, None, range(9), work="Rechnen", enough=0)) == {os.getpid()}


def test_a_process_with_threads_does_not_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = threading.Event()
    other = threading.Thread(target=waiting.wait)
    other.start()
    try:
        assert start_method() != "fork"
        assert list(in_parallel(plus, 1, range(9), work="Rechnen", enough=0)) == list(range(1, 10))
    finally:
        waiting.set()
        other.join()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(parallel, "_hidden_threads", [])
    assert start_method() == "fork"
    mark_as_threaded()
    assert start_method() != "fork"


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_do_not_fork(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert start_method() == "spawn"


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize("enough", [0, 100])
def test_an_error_says_at_which_item_it_was(enough: int) -> None:
    done = in_parallel(
        refuse_seven, None, range(20), work="Rechnen", name=lambda item: f"Zahl {item}", enough=enough, chunk=5
    )
    with pytest.raises(ValueError, match="sieben") as refused:
        list(done)
    assert refused.value.__notes__ == ["Zahl 7"]
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("method")
def test_a_worker_that_dies_ends_the_work() -> None:
    done = in_parallel(die_at_seven, None, range(20), work="Rechnen", enough=0, chunk=5)
    with pytest.raises(WorkerDiedError) as died:
        list(done)
    assert "7" in died.value.under_way
    assert str(died.value).startswith("Beim Rechnen ist ein Prozess abgebrochen.\nDas war gerade in Arbeit: ")
    assert not multiprocessing.active_children()


def test_a_worker_that_dies_before_all_tasks_are_handed_in_ends_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def submit(_: object, *__: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr("directory.parallel.ProcessPoolExecutor.submit", submit)
    with pytest.raises(WorkerDiedError):
        list(in_parallel(nap, None, [0, 0, 0], work="Schlafen", enough=0, chunk=1))


def test_who_stops_listening_does_not_wait() -> None:
    started = time.monotonic()
    done = in_parallel(nap, None, [0, 60, 60], work="Schlafen", enough=0, chunk=1)
    assert next(done) == 0
    done.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < SOON
    assert not multiprocessing.active_children()


def test_mappings_travel_and_stay_read_only(view: DayView) -> None:
    travelled = pickle.loads(pickle.dumps(view.directory))  # noqa: S301 - our own
    assert travelled == view.directory
    with pytest.raises(TypeError):
        travelled.vocabulary.areas["mond"] = None
    assert travelled.entries[0].position("name") == view.directory.entries[0].position("name")


def test_a_worker_that_dies_while_pages_are_made(view: DayView) -> None:
    made = pages(view)
    next(made)
    multiprocessing.active_children()[0].kill()
    started = time.monotonic()
    with pytest.raises(WorkerDiedError, match="Beim Machen von den Seiten ist ein Prozess abgebrochen"):
        list(made)
    assert time.monotonic() - started < SOON


def test_a_worker_that_dies_while_booklets_are_made(view: DayView) -> None:
    killed = []

    def kill(_: int, __: int) -> None:
        for process in multiprocessing.active_children():
            process.kill()
            killed.append(time.monotonic())

    with pytest.raises(WorkerDiedError, match="Beim Setzen von den Heften ist ein Prozess abgebrochen") as died:
        render_all(view, progress=kill)
    assert time.monotonic() - killed[-1] < SOON
    assert died.value.under_way


def test_pages_come_after_booklets_too(view: DayView) -> None:
    """Setting type here leaves threads behind; pages are made all the same."""
    before = [page for page, _ in zip(pages(view), range(5), strict=False)]
    mark_as_threaded()
    assert [page for page, _ in zip(pages(view), range(5), strict=False)] == before


def test_a_spawned_build_is_the_forked_one() -> None:
    forked, spawned = (digests(method) for method in ("fork", "spawn"))
    assert len(forked.splitlines()) > 500
    assert forked == spawned


def digests(method: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", DIGESTS, method], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return done.stdout


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts Python in a process group of its own; nothing of it is left after the test."""
    running = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, *arguments]
        running.append(
            subprocess.Popen(
                command,
                cwd=PROJECT,
                env={**os.environ, "TMPDIR": str(tmp_path)},  # what is killed cannot tidy up
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
        return running[-1]

    yield begin
    for process in running:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def below(process: int) -> set[int]:
    """Return all processes that this one has started, and those that they have."""
    children = {
        int(child)
        for file in Path(f"/proc/{process}/task").glob("*/children")
        for child in file.read_text(encoding="ascii").split()
    }
    return children | {one for child in children for one in below(child)}


def workers(process: subprocess.Popen[str], own: int) -> set[int]:
    """Wait until the process has workers; `own` processes below it are none."""
    while process.poll() is None:
        with suppress(OSError):
            if len(found := below(process.pid)) > own:
                return found
        time.sleep(0.01)
    raise AssertionError(process.communicate())


def build(start: Start, tmp_path: Path) -> subprocess.Popen[str]:
    return start(
        "-m", "directory", "build", "--today", "2026-11-29", "--no-booklets", "--output", str(tmp_path / "site")
    )


def test_a_worker_that_dies_ends_the_build(start: Start, tmp_path: Path) -> None:
    building = build(start, tmp_path)
    os.kill(max(workers(building, own=1)), signal.SIGKILL)
    _, said = building.communicate(timeout=SOON)
    assert building.returncode == 1
    assert "ist ein Prozess abgebrochen" in said
    assert "Traceback" not in said


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return entries whose check takes seconds: a quick one may have ended before anybody can stop it."""
    entries = tmp_path_factory.mktemp("many") / "entries"
    write_entries(PROJECT / "entries", entries, 2000)
    return entries


@pytest.mark.parametrize(
    "delay", [0, 0.2, *(pytest.param(more, marks=pytest.mark.audit) for more in (0.05, 0.1, 0.4, 0.8))]
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_control_c_ends_quietly(command: str, delay: float, start: Start, tmp_path: Path, many: Path) -> None:
    check = ("-m", "directory", "check", "--entries", str(many))
    running = build(start, tmp_path) if command == "build" else start(*check)
    workers(running, own=1 if command == "build" else 0)
    time.sleep(delay)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=SOON)
    assert said.strip() == ""
    assert running.returncode == 2


def test_workers_end_with_the_process_that_they_work_for(start: Start) -> None:
    sleeping = start("-c", ASLEEP)
    orphans = workers(sleeping, own=1)
    sleeping.kill()
    deadline = time.monotonic() + SOON
    while any(Path(f"/proc/{orphan}").exists() for orphan in orphans):
        assert time.monotonic() < deadline
        time.sleep(0.05)
