"""One function over many items, on all cores where that pays. Nothing hangs: a worker that dies ends the work."""

import copyreg
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from directory.problems.errors import DirectoryError

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
StartMethod = Literal["fork", "forkserver", "spawn"]

# Below this, starting workers costs more than they save (measured: 0.1 s against 1 to 2 ms an item).
ENOUGH = 300
CHUNK = 20
# Between two looks whether workers have come to their end, in seconds.
PAUSE = 0.05
_WAITING, _UNDER_WAY, _DONE = range(3)
_hidden_threads: list[bool] = []
_worker: "list[_Work]" = []
_shared: dict[str, tuple[Callable[[], Any], Callable[[Any], None]]] = {}


class WorkerDiedError(DirectoryError):
    """A process has ended in the middle of its work: killed by someone, or by a system without memory.

    `work` says in German what was going on ("Lesen von den Dateien"), `under_way` at which items.
    """

    def __init__(self, work: str, under_way: Sequence[str]) -> None:
        super().__init__(work, under_way)
        self.work, self.under_way = work, under_way

    def __str__(self) -> str:
        items = f"Das war gerade in Arbeit: {', '.join(self.under_way)}.\n" if self.under_way else ""
        return (
            f"Beim {self.work} ist ein Prozess abgebrochen.\n{items}"
            "Vielleicht war der Arbeits-Speicher voll.\n"
            "Schließen Sie andere Programme, und starten Sie den Befehl noch einmal."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What every worker has. `progress` has one byte for each item; results go through files in `folder`.

    A pipe would do for results but for one thing: when a worker dies in the middle of a long message, whoever reads it
    waits for the other half for ever. Short messages are written whole or not at all.
    """

    function: Callable[[Any, Any], Any]
    shared: Any
    items: Sequence[Any]
    progress: Any
    folder: Path

    def do(self, numbers: range) -> None:
        results = []
        for number in numbers:
            self.progress[number] = _UNDER_WAY
            results.append(self.function(self.shared, self.items[number]))
            self.progress[number] = _DONE
        found_out = {name: take() for name, (take, _) in _shared.items()}
        self.file(numbers).write_bytes(pickle.dumps((results, found_out)))

    def file(self, numbers: range) -> Path:
        return self.folder / str(numbers.start)

    def taken(self, numbers: range) -> list[Any]:
        """Return the results of these items, once."""
        file = self.file(numbers)
        collecting = gc.isenabled()
        gc.disable()  # what is read has no rings; looking for them again and again took longer than to read (measured)
        results: list[Any]
        results, found_out = pickle.loads(file.read_bytes())  # noqa: S301 - our own worker has written it
        if collecting:
            gc.enable()
        file.unlink()
        for name in found_out.keys() & _shared.keys():
            _shared[name][1](found_out[name])
        return results

    def under_way(self, numbers: range) -> list[Any]:
        return [self.items[number] for number in numbers if self.progress[number] == _UNDER_WAY]


def mark_as_threaded() -> None:
    """Say that this process has threads that Python does not see: its workers can be no forks any more."""
    _hidden_threads.append(True)


def share(name: str, take: Callable[[], Any], learn: Callable[[Any], None]) -> None:
    """Let this process know what its workers find out on the way: answers that are kept, and change no result.

    A worker calls `take` for what is new, and this process `learn` with that.
    """
    _shared[name] = take, learn


def in_parallel(
    function: Callable[[Shared, Item], Result],
    shared: Shared,
    items: Sequence[Item],
    *,
    work: str,
    name: Callable[[Item], str] = str,
    enough: int = ENOUGH,
    chunk: int = CHUNK,
) -> Iterator[Result]:
    """Yield `function(shared, item)` for each item, in order.

    Fewer items than `enough`, and all items on a machine with one core, are worked out here. Workers take `chunk` items
    at a time. Function, `shared` and items must pickle. An error of the function is raised here, with a note which
    item it was; `work` says in German what goes on ("Lesen von den Dateien"), and `name` what an item is called. Raises
    WorkerDiedError.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(items) < enough or not items or cores == 1:
        yield from (_call(function, shared, item, name) for item in items)
        return
    chunks = [range(start, min(start + chunk, len(items))) for start in range(0, len(items), chunk)]
    method = start_method()
    context = multiprocessing.get_context(method)
    if method == "fork":
        gc.freeze()  # otherwise the first collection in a worker copies the whole memory (documentation of gc.freeze)
    else:
        multiprocessing.set_forkserver_preload(_modules())
    with TemporaryDirectory(prefix="directory-") as folder:
        task = _Work(
            function=function,
            shared=shared,
            items=items,
            progress=context.RawArray("b", len(items)),
            folder=Path(folder),
        )
        workers = ProcessPoolExecutor(min(cores, len(chunks)), mp_context=context, initializer=_begin, initargs=(task,))
        others = frozenset(multiprocessing.active_children())
        futures: list[Future[None]] = []

        def died() -> WorkerDiedError:
            return WorkerDiedError(work, [name(item) for item in task.under_way(range(len(items)))])

        with _ended_with_us(workers, futures, others):
            try:
                with _sigint_blocked(tracked=method != "fork"):
                    futures.extend(workers.submit(_do, numbers) for numbers in chunks)
            except BrokenProcessPool as broken:  # the first one has died before the last task was handed in
                raise died() from broken
            ended: SimpleQueue[Future[None]] = SimpleQueue()
            for future in futures:
                future.add_done_callback(ended.put)
            for numbers, future in zip(chunks, futures, strict=True):
                try:
                    _wait_for(future, ended)
                    future.result()
                except BrokenProcessPool as broken:
                    raise died() from broken
                except Exception as error:
                    error.add_note(", ".join(map(name, task.under_way(numbers))))
                    raise
                yield from task.taken(numbers)


def start_method() -> StartMethod:
    """Return how workers come to be.

    Forks are fastest: they have everything without a copy. But a process with threads must not fork, and on macOS
    system libraries have threads.
    """
    if sys.platform != "linux":
        return "spawn"
    return "forkserver" if _hidden_threads or threading.active_count() > 1 else "fork"


def _modules() -> list[str]:
    """Return what the fork server imports once for all workers: the package, and what Python was started with."""
    program = getattr(sys.modules["__main__"], "__spec__", None)
    packages = {__package__, program.name.partition(".")[0] if program else __package__}
    return [name for name in sys.modules if name.partition(".")[0] in packages]


def _call(
    function: Callable[[Shared, Item], Result], shared: Shared, item: Item, name: Callable[[Item], str]
) -> Result:
    try:
        return function(shared, item)
    except Exception as error:
        error.add_note(name(item))
        raise


def _begin(task: _Work) -> None:
    """Make this process a worker. Ctrl-C reaches it too, but is the affair of the process that it works for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # a tenth of the time (measured); a worker ends soon, and its memory with it
    _worker.append(task)


def _end_with_parent() -> None:
    """End when the process is gone that this one works for: nobody would ever end it."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _do(numbers: range) -> None:
    _worker[-1].do(numbers)


def _wait_for(wanted: Future[None], ended: "SimpleQueue[Future[None]]") -> None:
    """Return as soon as the wanted one is done; raise as soon as a worker dies at any of them.

    `ended` gets each one when it ends: to wait for all anew each time takes longer than the work of very many.
    """
    while not wanted.done():
        error = ended.get().exception()
        if isinstance(error, BrokenProcessPool):
            raise error


@contextmanager
def _ended_with_us(
    workers: Executor, futures: Sequence[Future[None]], others: frozenset[BaseProcess]
) -> Iterator[None]:
    """Shut the workers down at the end; when the end is an error or Ctrl-C, without waiting for their work."""
    try:
        yield
    except BaseException:
        # Not by cancelling: in Python 3.11 an executor with cancelled tasks breaks down when a worker dies.
        while not all(future.done() for future in futures):
            for process in set(multiprocessing.active_children()) - others:
                process.kill()
            wait(futures, timeout=PAUSE)
        raise
    finally:
        workers.shutdown()


@contextmanager
def _sigint_blocked(*, tracked: bool) -> Iterator[None]:
    """Let Ctrl-C wait: a process that starts in the meantime never sees it, this one a moment later.

    Processes that are no forks come with a tracker of what they share.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if tracked:
        resource_tracker.ensure_running()  # its start would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


# The model's mappings are read-only, and Python does not say how to pickle those.
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))
