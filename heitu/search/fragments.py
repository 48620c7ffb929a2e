"""Fragments: what the index needs of one report, as bytes that can be kept.

A fragment is `BUCKETS` parts: terms are spread over them, so that the parts of many reports can be joined side by side.
A part is deflated; it has a table for each family: the terms, for each of them how many postings it has, and all
postings one behind the other. A posting is one number, the unit within the report above `SHIFT` bits; below them grams
have the place, words and values nothing.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from heitu.search.grams import SHIFT, gram_postings
from heitu.search.units import Sheet
from heitu.search.values import value_postings
from heitu.search.words import word_postings

FAMILIES = ("grams", "words", "values")
BUCKETS = 32

Table = Mapping[str, Sequence[int]]
"""Term -> its postings in ascending order."""

_HEAD = 3 * len(FAMILIES)  # for each table its terms, the bytes of the terms, its postings


def key(sheet: Sheet) -> str:
    """A digest of all that a fragment is made from."""
    whole = json.dumps([sheet.zh, sheet.en, sheet.amounts], ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()


def fragment(sheet: Sheet) -> bytes:
    """The fragment of a report."""
    words, values = word_postings(sheet.en), value_postings(sheet.amounts)
    tables = (gram_postings(sheet.zh), _shifted(words), _shifted(values))
    spread = [_spread(table) for table in tables]
    parts = [_part([buckets[i] for buckets in spread]) for i in range(BUCKETS)]
    return array("I", map(len, parts)).tobytes() + b"".join(parts)


def parts(data: bytes) -> list[bytes]:
    """The parts of a fragment. ValueError where the bytes are none."""
    head = BUCKETS * array("I").itemsize
    lengths = array("I", data[:head])
    if len(lengths) != BUCKETS or head + sum(lengths) != len(data):
        raise ValueError("not a fragment")
    found = []
    for length in lengths:
        found.append(data[head : head + length])
        head += length
    return found


def tables(part: bytes) -> Iterator[tuple[list[str], array[int], array[int]]]:
    """Each family's table: its terms, how many postings each of them has, and all postings."""
    data = zlib.decompress(part)
    start = _HEAD * array("I").itemsize
    head = array("I", data[:start])
    for count, lexicon, places in zip(head[::3], head[1::3], head[2::3], strict=True):
        ends = [start, start + lexicon, start + lexicon + 4 * count, start + lexicon + 4 * count + 8 * places]
        terms = data[ends[0] : ends[1]].decode().split("\n") if count else []
        yield terms, array("I", data[ends[1] : ends[2]]), array("Q", data[ends[2] : ends[3]])
        start = ends[3]


def _part(found: Sequence[Table]) -> bytes:
    head = array("I")
    bodies: list[bytes] = []
    for table in found:
        lexicon = "\n".join(table).encode()
        counts = array("I", map(len, table.values()))
        postings = array("Q", chain.from_iterable(table.values()))
        head.extend((len(table), len(lexicon), len(postings)))
        bodies += lexicon, counts.tobytes(), postings.tobytes()
    return zlib.compress(head.tobytes() + b"".join(bodies), 1)


def _spread(table: Table) -> list[Table]:
    """The rows of a table in buckets, those of each in the order of the terms."""
    buckets: defaultdict[int, dict[str, Sequence[int]]] = defaultdict(dict)
    for term in sorted(table):
        buckets[ord(term[0]) % BUCKETS][term] = table[term]
    return [buckets[i] for i in range(BUCKETS)]


def _shifted(found: Table) -> Table:
    return {term: [unit << SHIFT for unit in units] for term, units in found.items()}
