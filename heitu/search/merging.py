"""Merging: the fragments of all reports as one list of terms. Only the seams are made anew, the rest is copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from heitu.parallel import mapped
from heitu.search.fragments import BUCKETS, FAMILIES, coded, rows
from heitu.search.postings import FEW, Posting, decode_varints, in_order, varints


def merged(fragments: Sequence[Mapping[str, Sequence[bytes]]], firsts: Sequence[int], family: str) -> list[Posting]:
    """The terms of a family in the order of UTF-16; `firsts` are the numbers of the reports' first units."""
    buckets = [[fragment[family][i] for fragment in fragments] for i in range(BUCKETS)]
    found = [posting for postings in mapped(partial(_bucket, firsts, family), buckets) for posting in postings]
    return sorted(found, key=lambda posting: in_order(posting.term))


def _bucket(firsts: Sequence[int], family: str, parts: Sequence[bytes]) -> list[Posting]:
    scale = 2 if family == FAMILIES[0] else 1  # the units of grams are doubled, for the mark of more than one place
    found: dict[str, _Joined] = {}
    for first, part in zip(firsts, parts, strict=True):
        for row in rows(part):
            joined = found.get(row.term)
            if joined is None:
                joined = found[row.term] = _Joined()
            joined.units += coded(row.first + (first - joined.last) * scale)
            joined.units += row.gaps
            joined.positions += row.positions
            joined.df += row.df
            joined.last = first + row.last
    return [joined.posting(term, scale) for term, joined in found.items()]


class _Joined:
    """A term while it is being joined."""

    __slots__ = ("df", "last", "positions", "units")

    def __init__(self) -> None:
        self.df = self.last = 0
        self.units, self.positions = bytearray(), bytearray()

    def posting(self, term: str, scale: int) -> Posting:
        """The finished posting; where few units have a gram, the browser looks for its places itself."""
        if self.df > FEW or scale == 1:
            return Posting(term, self.df, bytes(self.units), bytes(self.positions))
        return Posting(term, self.df, varints(code & ~1 for code in decode_varints(bytes(self.units))))
