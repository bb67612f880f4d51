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


def in_parallel(function: Callable[[Shared, Item], Result], shared: Shared, items: Sequence[Item]) -> Iterator[Result]:
    """Yield `function(shared, item)` for each item, in order.

    The workers are forks: they have `shared` without a copy. A process with threads must not fork, and not every
    system can; there, and for few items, the work is done here.
    """
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if len(items) < ENOUGH or workers == 1 or not can_fork:
        yield from (function(shared, item) for item in items)
        return
    gc.freeze()  # otherwise the first collection in a worker copies the whole memory (documentation of gc.freeze)
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=_shared.append, initargs=(shared,)) as pool:
        yield from pool.map(partial(_call, function), items, chunksize=CHUNK)


def _call(function: Callable[[Any, Item], Result], item: Item) -> Result:
    return function(_shared[-1], item)
