"""Fragments: what the index needs of one report, as bytes that are kept and joined without being read apart.

A fragment has, for each family, `BUCKETS` parts: terms are spread over them, so that the parts of many reports can be
joined side by side. Unit numbers are those within the report. A part is deflated; it has the sorted terms, and for each
of them how many units have it, its first unit as it is coded, its last unit, the coded gaps between its units, and its
positions.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from heitu.search.grams import SHIFT, gram_postings
from heitu.search.postings import varints
from heitu.search.units import Sheet
from heitu.search.values import value_postings
from heitu.search.words import word_postings

FAMILIES = ("grams", "words", "values")
BUCKETS = 32
_LOW = (1 << SHIFT) - 1
_SMALL = tuple(varints([number]) for number in range(1 << 14))
_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A term of a report: `df` units have it; `first` is coded as a gap from 0, `last` is a unit."""

    term: str
    df: int
    first: int
    last: int
    gaps: bytes
    positions: bytes


def key(sheet: Sheet) -> str:
    """A digest of all that a fragment is made from."""
    whole = json.dumps([sheet.zh, sheet.en, sheet.amounts], ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()


def fragment(sheet: Sheet) -> bytes:
    """The fragment of a report."""
    found = (
        (_gram(term, postings) for term, postings in gram_postings(sheet.zh).items()),
        (_plain(term, units) for term, units in word_postings(sheet.en).items()),
        (_plain(term, units) for term, units in value_postings(sheet.amounts).items()),
    )
    parts = [_part(bucket) for rows in found for bucket in _buckets(rows)]
    return array("I", map(len, parts)).tobytes() + b"".join(parts)


def parts(data: bytes) -> Mapping[str, list[bytes]]:
    """The parts of a fragment by family. ValueError where the bytes are no fragment."""
    count = len(FAMILIES) * BUCKETS
    lengths = array("I")
    head = count * lengths.itemsize
    lengths.frombytes(data[:head])
    if len(lengths) != count or head + sum(lengths) != len(data):
        raise ValueError("not a fragment")
    cut = list(_cut(data[head:], lengths))
    return {family: cut[i * BUCKETS : (i + 1) * BUCKETS] for i, family in enumerate(FAMILIES)}


def rows(part: bytes) -> Iterator[Row]:
    """The rows of a part."""
    data = zlib.decompress(part)
    numbers = array("I")
    count, lexicon = array("I", data[:8])
    start = 8 + _COLUMNS * count * numbers.itemsize
    numbers.frombytes(data[8:start])
    df, first, last, gaps, positions = (numbers[i * count : (i + 1) * count] for i in range(_COLUMNS))
    terms = data[start : start + lexicon].decode().split("\n") if count else []
    start += lexicon
    blobs = _cut(data[start:], chain.from_iterable(zip(gaps, positions, strict=True)))
    yield from map(Row, terms, df, first, last, blobs, blobs)


def _cut(data: bytes, lengths: Sequence[int] | Iterator[int]) -> Iterator[bytes]:
    start = 0
    for length in lengths:
        yield data[start : start + length]
        start += length


def _buckets(found: Iterator[Row]) -> list[list[Row]]:
    buckets: list[list[Row]] = [[] for _ in range(BUCKETS)]
    for row in found:
        buckets[ord(row.term[0]) % BUCKETS].append(row)
    return buckets


def _part(found: list[Row]) -> bytes:
    found.sort(key=lambda row: row.term)
    lexicon = "\n".join(row.term for row in found).encode()
    columns = array("I", (len(found), len(lexicon)))
    columns.extend(row.df for row in found)
    columns.extend(row.first for row in found)
    columns.extend(row.last for row in found)
    columns.extend(len(row.gaps) for row in found)
    columns.extend(len(row.positions) for row in found)
    blobs = b"".join(row.gaps + row.positions for row in found)
    return zlib.compress(columns.tobytes() + lexicon + blobs, 1)


def coded(number: int) -> bytes:
    """A number as a varint; most are small, and looked up."""
    return _SMALL[number] if number < len(_SMALL) else varints([number])


def _plain(term: str, units: Sequence[int]) -> Row:
    """A row without positions: the gaps between the units."""
    gaps = b"".join(coded(unit - before) for before, unit in pairwise(units))
    return Row(term, len(units), units[0], units[-1], gaps, b"")


def _gram(term: str, postings: Sequence[int]) -> Row:
    """A row with positions; a gap is doubled, plus one where the gram stands in the unit more than once."""
    if len(postings) == 1:
        unit = postings[0] >> SHIFT
        return Row(term, 1, 2 * unit, unit, b"", coded(postings[0] & _LOW))
    gaps: list[int] = []
    positions = bytearray()
    before = index = 0
    while index < len(postings):
        unit = postings[index] >> SHIFT
        end = index + 1
        while end < len(postings) and postings[end] >> SHIFT == unit:
            end += 1
        several = end - index > 1
        gaps.append(2 * (unit - before) + several)
        if several:
            positions += coded(end - index - 2)
        place = 0
        for posting in postings[index:end]:
            positions += coded((posting & _LOW) - 2 * place)
            place = (posting & _LOW) >> 1
        before, index = unit, end
    return Row(term, len(gaps), gaps[0], before, b"".join(map(coded, gaps[1:])), bytes(positions))
