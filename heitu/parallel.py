"""Work on many items at once: the results come in order, and are the same as one after the other."""

from __future__ import annotations

import copyreg
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from types import MappingProxyType
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

LARGE = 24
"""Items from which on starting processes takes less time than they save."""
_CHUNKS = 8  # a worker


def _frozen(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda mapping: (_frozen, (dict(mapping),)))


def mapped(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """`function` of each item, in order, in as many processes as there are processors.

    The function must be importable (no lambda), items and results must pickle. An exception of an item is raised here.
    """
    workers = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    if len(items) < LARGE or workers < 2:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(function, items, chunksize=max(1, len(items) // (workers * _CHUNKS)))


def side_by_side(here: Callable[[], Item], beside: Callable[[], Result], *, large: bool) -> tuple[Item, Result]:
    """The results of both; where the work is `large` and processes can fork, the second runs in one of its own.

    Only its result must pickle: the forked process has everything else already. Its exceptions are raised here.
    """
    if not large or "fork" not in multiprocessing.get_all_start_methods() or sys.platform == "darwin":
        return here(), beside()
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_send, args=(beside, sender))
    child.start()
    sender.close()
    try:
        first = here()
        result, error = receiver.recv()
    except BaseException:
        child.kill()
        raise
    finally:
        receiver.close()
        child.join()
    if error is not None:
        raise error
    return first, result


def _send(work: Callable[[], object], sender: Connection) -> None:
    try:
        outcome: tuple[object, Exception | None] = (work(), None)
    except Exception as error:
        outcome = (None, error)
    sender.send(outcome)
    sender.close()
