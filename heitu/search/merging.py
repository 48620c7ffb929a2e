"""Merging: the fragments of all reports as one list of postings for each family."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import accumulate

from heitu.parallel import mapped
from heitu.search.fragments import BUCKETS, FAMILIES, tables
from heitu.search.grams import SHIFT
from heitu.search.postings import Posting, gram, in_order, plain


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
    found: list[defaultdict[str, array[int]]] = [defaultdict(partial(array, "Q")) for _ in FAMILIES]
    for first, part in zip(firsts, parts, strict=True):
        shift = first << SHIFT
        for joined, (terms, counts, postings) in zip(found, tables(part), strict=True):
            numbers = array("Q", [posting + shift for posting in postings])
            start = 0
            for term, end in zip(terms, accumulate(counts), strict=True):
                joined[term] += numbers[start:end]
                start = end
    grams, *others = found
    return [
        [gram(term, numbers) for term, numbers in grams.items()],
        *([plain(term, numbers) for term, numbers in table.items()] for table in others),
    ]
