"""Merging: the fragments of all reports as one list of postings for each family."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from heitu.parallel import mapped
from heitu.search.fragments import BUCKETS, FAMILIES, tables
from heitu.search.grams import SHIFT
from heitu.search.postings import FEW, Posting, in_order, varints

_PLACE = (1 << SHIFT) - 1


def merged(fragments: Sequence[Sequence[bytes]], firsts: Sequence[int]) -> Mapping[str, list[Posting]]:
    """The postings of each family in the order of UTF-16; `firsts` are the numbers of the reports' first units."""
    buckets = [[parts[i] for parts in fragments] for i in range(BUCKETS)]
    found: list[list[Posting]] = [[] for _ in FAMILIES]
    for bucket in mapped(partial(_bucket, firsts), buckets):
        for family, postings in zip(found, bucket, strict=True):
            family.extend(postings)
    for family in found:
        family.sort(key=lambda posting: in_order(posting.term))
    return dict(zip(FAMILIES, found, strict=True))


def _bucket(firsts: Sequence[int], parts: Sequence[bytes]) -> list[list[Posting]]:
    found: list[dict[str, array[int]]] = [{} for _ in FAMILIES]
    for first, part in zip(firsts, parts, strict=True):
        shift = first << SHIFT
        for joined, rows in zip(found, tables(part), strict=True):
            for term, postings in rows:
                numbers = joined.get(term)
                if numbers is None:
                    numbers = joined[term] = array("Q")
                numbers.extend([posting + shift for posting in postings])
    grams, *others = found
    return [
        [_gram(term, numbers) for term, numbers in grams.items()],
        *([_plain(term, numbers) for term, numbers in table.items()] for table in others),
    ]


def _plain(term: str, numbers: Sequence[int]) -> Posting:
    units = [number >> SHIFT for number in numbers]
    return Posting(term, len(units), _coded([unit - before for before, unit in pairwise((0, *units))]))


def _gram(term: str, numbers: Sequence[int]) -> Posting:
    """As `heitu.search.postings.gram`, for many: without a list of places for each unit."""
    units = [number >> SHIFT for number in numbers]
    counts = Counter(units)
    gaps = [2 * (unit - before) for before, unit in pairwise((0, *counts))]
    if len(counts) <= FEW:
        return Posting(term, len(counts), _coded(gaps))
    if len(counts) == len(units):
        return Posting(term, len(counts), _coded(gaps), _coded([number & _PLACE for number in numbers]))
    several = [gap + (count > 1) for gap, count in zip(gaps, counts.values(), strict=True)]
    return Posting(term, len(counts), _coded(several), _coded(_places(units, numbers, counts)))


def _places(units: Sequence[int], numbers: Sequence[int], counts: Mapping[int, int]) -> list[int]:
    """For each unit how many more than two places it has, if more than one, and each place from the one before."""
    found: list[int] = []
    before, position = -1, 0
    for unit, number in zip(units, numbers, strict=True):
        if unit != before:
            before, position = unit, 0
            if counts[unit] > 1:
                found.append(counts[unit] - 2)
        place = number & _PLACE
        found.append(place - position)
        position = place & ~1
    return found


class _Codes(dict[int, bytes]):
    """A number and its varint, from when it first comes up: most are looked up."""

    def __missing__(self, number: int) -> bytes:
        self[number] = varints([number])
        return self[number]


_CODES = _Codes()


def _coded(numbers: Iterable[int]) -> bytes:
    return b"".join(map(_CODES.__getitem__, numbers))
