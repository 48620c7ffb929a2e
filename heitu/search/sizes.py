"""How large the files of the index are, so that a query loads little and a stick holds few of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

FILES = 2000
"""There are at most so many files, however large the archive is."""

SHARD = 48 * 1024  # bytes of a payload: about 20 kB as packed
CHUNK = 32 * 1024  # bytes of Chinese as UTF-8; the English beside it has about twice as many
_SINGLE = 4  # root, syllables, measures, themes
HALF = (FILES - _SINGLE) // 2


def shards(families: Sequence[Sequence[int]]) -> list[list[int]]:
    """For each family, given the sizes of its items in order, the first item of each shard.

    All families together have at most half of the files: where they would have more, all shards grow alike.
    """
    target = SHARD
    while True:
        cuts = [list(_cuts(sizes, target)) for sizes in families]
        if sum(map(len, cuts)) <= HALF:
            return cuts
        target += target // 4 + 1


def chunks(sizes: Sequence[int]) -> list[int]:
    """The first unit of each chunk, given the bytes of each unit's Chinese. A chunk is two files, one a language."""
    target = CHUNK
    while True:
        cuts = list(_cuts(sizes, target))
        if 2 * len(cuts) <= HALF:
            return cuts
        target += target // 4 + 1


def _cuts(sizes: Sequence[int], target: int) -> Iterator[int]:
    """The first items of parts that reach the target, or stop short of a large item once they have half of it."""
    room = 0
    for index, size in enumerate(sizes):
        if index == 0 or room >= target or (2 * room >= target and room + size > target):
            yield index
            room = 0
        room += size
