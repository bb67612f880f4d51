"""One function over many items, on all cores where that pays."""

import gc
import multiprocessing
import os
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any, TypeVar

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this, starting workers costs more than they save (measured: 0.1 s against 1 to 2 ms an item).
ENOUGH = 300
CHUNK = 20
_shared: list[Any] = []
_hidden_threads: list[bool] = []


def mark_as_threaded() -> None:
    """Say that this process has threads that Python does not see: from now on all work is done here."""
    _hidden_threads.append(True)


def in_parallel(
    function: Callable[[Shared, Item], Result],
    shared: Shared,
    items: Sequence[Item],
    *,
    enough: int = ENOUGH,
    chunk: int = CHUNK,
    fresh: bool = False,
) -> Iterator[Result]:
    """Yield `function(shared, item)` for each item, in order.

    The workers are forks: they have `shared` without a copy. A process with threads must not fork, and not every
    system can; there, and for fewer items than `enough`, the work is done here. Workers take `chunk` items at a time;
    with `fresh` each of them ends after that, and its memory with it.
    """
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(items) < enough or workers == 1 or not _can_fork():
        yield from (function(shared, item) for item in items)
        return
    gc.freeze()  # otherwise the first collection in a worker copies the whole memory (documentation of gc.freeze)
    context = multiprocessing.get_context("fork")
    if fresh:
        with context.Pool(workers, _shared.append, (shared,), maxtasksperchild=1) as brief:
            yield from brief.imap(partial(_call, function), items, chunksize=chunk)
        return
    with ProcessPoolExecutor(workers, context, initializer=_shared.append, initargs=(shared,)) as pool:
        yield from pool.map(partial(_call, function), items, chunksize=chunk)


def in_subprocess(function: Callable[..., Result], *arguments: object) -> Result:
    """Return `function(*arguments)`, worked out in a process of its own: the memory that it takes ends with it.

    Where a process must not fork, the work is done here.
    """
    if not _can_fork():
        return function(*arguments)
    receiving, sending = os.pipe()
    child = os.fork()  # workers of a pool may have no children of multiprocessing's
    if child == 0:
        done = False
        try:
            with os.fdopen(sending, "wb") as pipe:
                pickle.dump(function(*arguments), pipe)
            done = True
        finally:
            os._exit(not done)
    os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        answer = pipe.read()
    _, failed = os.waitpid(child, 0)
    # What went wrong there goes wrong here too, and is told here.
    return function(*arguments) if failed else pickle.loads(answer)  # noqa: S301 - our own child has written it


def _can_fork() -> bool:
    forks = "fork" in multiprocessing.get_all_start_methods()
    return forks and threading.active_count() == 1 and not _hidden_threads


def _call(function: Callable[[Any, Item], Result], item: Item) -> Result:
    return function(_shared[-1], item)
