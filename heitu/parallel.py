"""Work on many items at once: the results come in order, and are the same as one after the other."""

from __future__ import annotations

import copyreg
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from types import MappingProxyType
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_IT = 24  # items: below, starting the processes takes longer than the work
_CHUNKS = 8  # a worker


def _frozen(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda mapping: (_frozen, (dict(mapping),)))


def mapped(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """`function` of each item, in order, in as many processes as there are processors.

    The function must be importable (no lambda), items and results must pickle. An exception of an item is raised here.
    """
    workers = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    if len(items) < _WORTH_IT or workers < 2:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(function, items, chunksize=max(1, len(items) // (workers * _CHUNKS)))
