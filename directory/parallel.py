"""One function over many items, on all cores where that pays."""

import gc
import multiprocessing
import os
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


def never_fork_again() -> None:
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
    can_fork = (
        "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1 and not _hidden_threads
    )
    if len(items) < enough or workers == 1 or not can_fork:
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


def _call(function: Callable[[Any, Item], Result], item: Item) -> Result:
    return function(_shared[-1], item)
