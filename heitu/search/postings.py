"""Postings: for each term of a shard, the units that it stands in, and for grams where in them.

A shard is: how many terms, how long the lexicon is, the lexicon (the terms in UTF-8, a line each, sorted by UTF-16 code
units), then for each term the number of its units, the length of its unit stream and that of its position stream, then
all unit streams, then all position streams. Numbers are *varints*: seven bits to a byte, the lowest first, the top bit
set where more follow. `templates/js/search/postings.js` reads the same.

A *place* is a position in a unit, in code points, times two, plus one where another form is printed there than the
folded one. Units and places are given in ascending order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from heitu.search.grams import SHIFT

FEW = 8
"""A gram in no more units than this has no position stream: whoever looks for it had better read the texts."""

_PLACE = (1 << SHIFT) - 1


class Posting(NamedTuple):
    """A term, the number of units that it stands in, and its two streams; words and values have no positions.

    A tuple, for there are many: a process takes them from another in a third of the time of a dataclass.
    """

    term: str
    df: int
    units: bytes
    positions: bytes = b""


class _Codes(dict[int, bytes]):
    """A number and its varint, kept from when it first comes up if it is small: most are looked up."""

    def __missing__(self, number: int) -> bytes:
        out = bytearray()
        rest = number
        while rest > 127:
            out.append(rest & 127 | 128)
            rest >>= 7
        out.append(rest)
        code = bytes(out)
        if number < _OFTEN:
            self[number] = code
        return code


_OFTEN = 1 << 16
_CODES = _Codes()


def varints(numbers: Iterable[int]) -> bytes:
    """The numbers (none below 0), one behind the other.

    >>> varints([0, 127, 128, 4933000]).hex(" ")
    '00 7f 80 01 88 8b ad 02'
    """
    return b"".join(map(_CODES.__getitem__, numbers))


def plain(term: str, numbers: Sequence[int]) -> Posting:
    """The posting of a word or a value, from its numbers as fragments have them: ascending, none twice.

    >>> plain("mu", [3 << SHIFT, 4 << SHIFT, 300 << SHIFT]).units.hex(" ")
    '03 01 a8 02'
    """
    units = [number >> SHIFT for number in numbers]
    return Posting(term, len(units), varints([unit - before for before, unit in pairwise((0, *units))]))


def gram(term: str, numbers: Sequence[int]) -> Posting:
    """The posting of a gram, from its numbers in ascending order: with positions, unless it stands in few units.

    Its unit stream has each gap doubled, plus one where the gram stands in the unit more than once and positions are
    told. No list is made for each unit: there may be millions.

    >>> found = gram("黑土", [0 << SHIFT | 2 * 5, *(unit << SHIFT for unit in range(1, 8)), 9 << SHIFT | 7, 9 << SHIFT | 20])
    >>> found.units.hex(" "), found.positions.hex(" ")
    ('00 02 02 02 02 02 02 02 05', '0a 00 00 00 00 00 00 00 00 07 0e')
    """
    units = [number >> SHIFT for number in numbers]
    once = dict.fromkeys(units)
    gaps = [2 * (unit - before) for before, unit in pairwise((0, *once))]
    if len(once) <= FEW:
        return Posting(term, len(once), varints(gaps))
    if len(once) == len(units):
        return Posting(term, len(once), varints(gaps), varints([number & _PLACE for number in numbers]))
    counts = Counter(units)
    several = [gap + (count > 1) for gap, count in zip(gaps, counts.values(), strict=True)]
    return Posting(term, len(counts), varints(several), varints(_places(units, numbers, counts)))


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


def in_order(term: str) -> bytes:
    """The key that sorts terms as JavaScript does."""
    return term.encode("utf-16-be", "surrogatepass")


def shard(postings: Sequence[Posting]) -> bytes:
    """The payload of a shard. Raises ValueError where the terms are not sorted, or one stands there twice."""
    terms = [posting.term for posting in postings]
    if any(in_order(one) >= in_order(next_one) for one, next_one in pairwise(terms)):
        raise ValueError("the terms of a shard are not in order")
    lexicon = "\n".join(terms).encode()
    head = [varints([len(terms), len(lexicon)]), lexicon, varints(posting.df for posting in postings)]
    lengths = [
        varints(len(posting.units) for posting in postings),
        varints(len(posting.positions) for posting in postings),
    ]
    streams = [posting.units for posting in postings] + [posting.positions for posting in postings]
    return b"".join([*head, *lengths, *streams])
