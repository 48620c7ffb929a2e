"""Postings: for each term of a shard, the units that it stands in, and for grams where in them.

A shard is: how many terms, how long the lexicon is, the lexicon (the terms in UTF-8, a line each, sorted by UTF-16 code
units), then for each term the number of its units, the length of its unit stream and that of its position stream, then
all unit streams, then all position streams. Numbers are *varints*: seven bits to a byte, the lowest first, the top bit
set where more follow. `templates/js/search/postings.js` reads the same.

A *place* is a position in a unit, in code points, times two, plus one where another form is printed there than the
folded one. Units and places are given in ascending order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

FEW = 8
"""A gram in no more units than this has no position stream: whoever looks for it had better read the texts."""

Places = Sequence[int]


@dataclass(frozen=True, slots=True)
class Posting:
    """A term, the number of units that it stands in, and its two streams; words and values have no positions."""

    term: str
    df: int
    units: bytes
    positions: bytes = b""


def varints(numbers: Iterable[int]) -> bytes:
    """The numbers (none below 0), one behind the other.

    >>> varints([0, 127, 128, 4933000]).hex(" ")
    '00 7f 80 01 88 8b ad 02'
    """
    out = bytearray()
    for number in numbers:
        rest = number
        while rest > 127:
            out.append(rest & 127 | 128)
            rest >>= 7
        out.append(rest)
    return bytes(out)


def encode_units(units: Sequence[int]) -> bytes:
    """The unit stream of a word or a value.

    >>> encode_units([3, 4, 300]).hex(" ")
    '03 01 a8 02'
    """
    return varints(unit - previous for previous, unit in pairwise((0, *units)))


def encode_gram_units(units: Sequence[int], places: Sequence[Places] | None = None) -> bytes:
    """The unit stream of a gram, with its places where they are told: whether it stands in a unit more than once."""
    several = [len(found) > 1 for found in places] if places is not None else [False] * len(units)
    gaps = (unit - previous for previous, unit in pairwise((0, *units)))
    return varints(2 * gap + multi for gap, multi in zip(gaps, several, strict=True))


def encode_positions(places: Iterable[Places]) -> bytes:
    """The position stream of a gram: its places in each of its units.

    >>> encode_positions([[2 * 5], [2 * 3 + 1, 2 * 10]]).hex(" ")
    '0a 00 07 0e'
    """
    return varints(number for found in places for number in _numbers(found))


def _numbers(places: Places) -> Iterator[int]:
    """How many more than two, if more than one; then each position from the one before."""
    if len(places) > 1:
        yield len(places) - 2
    for previous, place in pairwise((0, *places)):
        yield place - (previous & ~1)


def gram(term: str, units: Sequence[int], places: Sequence[Places]) -> Posting:
    """The posting of a gram: with positions, unless it stands in few units."""
    if len(units) <= FEW:
        return Posting(term, len(units), encode_gram_units(units))
    return Posting(term, len(units), encode_gram_units(units, places), encode_positions(places))


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


def decode_varints(data: bytes) -> list[int]:
    """All numbers that stand in the bytes."""
    numbers = []
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(number)
            number = shift = 0
    return numbers


def read_shard(payload: bytes) -> list[Posting]:
    """The postings of a payload."""
    (count, size), start = _first(payload, 0, 2)
    terms = payload[start : start + size].decode().split("\n") if count else []
    numbers, at = _first(payload, start + size, 3 * count)
    dfs, lengths = numbers[:count], numbers[count:]
    streams = []
    for length in lengths:
        streams.append(payload[at : at + length])
        at += length
    return [Posting(*row) for row in zip(terms, dfs, streams[:count], streams[count:], strict=True)]


def _first(data: bytes, start: int, count: int) -> tuple[list[int], int]:
    """So many numbers from `start` on, and where they end."""
    at = start
    for _ in range(count):
        while data[at] > 127:
            at += 1
        at += 1
    return decode_varints(data[start:at]), at


def decode_units(stream: bytes) -> list[int]:
    """The units of a word or a value."""
    units = []
    unit = 0
    for gap in decode_varints(stream):
        unit += gap
        units.append(unit)
    return units


def decode_gram_units(stream: bytes) -> list[int]:
    """The units of a gram."""
    return decode_units(varints(number >> 1 for number in decode_varints(stream)))


def decode_places(posting: Posting) -> list[list[int]] | None:
    """The places of a gram in each of its units; None where they are not told."""
    if not posting.positions:
        return None
    numbers = iter(decode_varints(posting.positions))
    found = []
    for several in (number & 1 for number in decode_varints(posting.units)):
        places = [0]
        for _ in range(next(numbers) + 2 if several else 1):
            places.append(next(numbers) + (places[-1] & ~1))
        found.append(places[1:])
    return found
