"""A reader of the search index that loads all of it: what the tests hold against the records."""

from __future__ import annotations

import json
import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from heitu.search.packing import MARK_BITS
from heitu.search.postings import Posting, in_order

FAMILIES = ("grams", "words", "values", "zh", "en", "pinyin")
_SCRIPT = re.compile(r'heitu\.receive\("([a-z0-9-]+)","([^"\\<\n\r]*)"\);\n')
_ESCAPED = dict(zip(range(0x80, 0x86), b'\0\n\r"<\\', strict=True))


@dataclass(frozen=True)
class Index:
    """All files of an index, unpacked and checked; `units` are numbered through the archive."""

    root: Any
    families: Mapping[str, list[bytes]]

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> Index:
        payloads, marks = {}, {}
        for path, data in files.items():
            name, payloads[path], marks[path] = _unpacked(data)
            assert path == f"assets/search/{name}.js"
        root = json.loads(payloads.pop("assets/search/root.js"))
        listed = {f"assets/search/{name}.js": mark for name, mark in _listed(root["marks"])}
        assert listed == {path: marks[path] for path in payloads}
        families = {
            family: [payloads[f"assets/search/{name}.js"] for name, _ in _listed({family: found})]
            for family, found in root["marks"].items()
        }
        return cls(root, families)

    @cached_property
    def reports(self) -> list[dict[str, Any]]:
        """The columns of the root as one record a report, with the ids of its units and the number of the first."""
        columns = self.root["reports"]
        rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        number = 0
        for row in rows:
            row["units"], row["start"] = list(_unit_ids(row)), number
            number += len(row["units"]) + len(row["readings"])
        assert number == self.root["units"]
        return rows

    @cached_property
    def zh(self) -> list[str]:
        return [text for chunk in self.chunks("zh") for text in chunk["units"]]

    @cached_property
    def en(self) -> list[str]:
        return [text for chunk in self.chunks("en") for text in chunk["units"]]

    def chunks(self, language: str) -> list[Any]:
        return [json.loads(payload.decode("gb18030")) for payload in self.families[language]]

    @cached_property
    def starts(self) -> list[int]:
        """The first unit of each chunk."""
        return list(accumulate(self.root["chunks"]))

    def texts(self, report: str) -> dict[str, tuple[str, str]]:
        """Unit id -> Chinese and English, without what was read before."""
        row = next(row for row in self.reports if row["ids"] == report)
        numbers = range(row["start"], row["start"] + len(row["units"]))
        return {unit: (self.zh[n], self.en[n]) for unit, n in zip(row["units"], numbers, strict=True)}

    def readings(self, report: str) -> dict[str, str]:
        """Unit id -> what the file read before it was corrected."""
        row = next(row for row in self.reports if row["ids"] == report)
        first = row["start"] + len(row["units"])
        return {row["units"][unit]: self.zh[first + i] for i, unit in enumerate(row["readings"])}

    def name(self, unit: int) -> tuple[str, str]:
        """Report and unit id of a unit; a reading has that of its unit."""
        row = self.reports[bisect_right([row["start"] for row in self.reports], unit) - 1]
        inside = unit - row["start"]
        own = len(row["units"])
        return row["ids"], row["units"][inside if inside < own else row["readings"][inside - own]]

    @cached_property
    def postings(self) -> dict[str, dict[str, Posting]]:
        """Family -> term -> posting; the terms stand in order, and the root tells the first of each file."""
        found: dict[str, dict[str, Posting]] = {}
        for family in FAMILIES[:3]:
            shards = [read_shard(payload) for payload in self.families[family]]
            assert self.root["firsts"][family] == [shard[0].term for shard in shards]
            terms = [posting.term for shard in shards for posting in shard]
            assert terms == sorted(set(terms), key=in_order)
            found[family] = {posting.term: posting for shard in shards for posting in shard}
        return found

    def units_of(self, family: str, term: str) -> list[int]:
        posting = self.postings[family].get(term)
        if posting is None:
            return []
        units = (decode_gram_units if family == "grams" else decode_units)(posting.units)
        assert len(units) == posting.df
        return units

    def places_of(self, gram: str) -> list[list[int]] | None:
        """The places of a gram in each of its units, None where the index does not tell."""
        return decode_places(self.postings["grams"][gram])

    def single(self, family: str) -> Any:
        (payload,) = self.families[family]
        return json.loads(payload)

    @cached_property
    def pinyin(self) -> dict[str, list[str]]:
        parts = [json.loads(payload) for payload in self.families["pinyin"]]
        assert self.root["firsts"]["pinyin"] == [next(iter(part)) for part in parts]
        keys = [key for part in parts for key in part]
        assert keys == sorted(set(keys))
        return {key: pairs for part in parts for key, pairs in part.items()}


def _listed(marks: Mapping[str, list[int]]) -> Iterator[tuple[str, int]]:
    for family, found in marks.items():
        for i, mark in enumerate(found):
            yield (f"{family}-{i}" if family in FAMILIES else family), mark


def _unpacked(data: bytes) -> tuple[str, bytes, int]:
    """Name, payload and mark of a file."""
    match = _SCRIPT.fullmatch(data.decode())
    assert match, data[:80]
    groups = [_ESCAPED.get(ord(c), ord(c)) for c in match[2]]
    assert max(groups) < 128
    bits = int("".join(f"{group:07b}" for group in groups), 2) >> 7 * len(groups) % 8
    packed = bits.to_bytes(7 * len(groups) // 8, "big")
    checksum, body = int.from_bytes(packed[:4], "big"), packed[4:]
    assert zlib.crc32(body) == checksum
    return match[1], zlib.decompress(body, -15), checksum % (1 << MARK_BITS)


def _unit_ids(row: Mapping[str, Any]) -> Iterator[str]:
    yield "title"
    yield from (name for bit, name in ((1, "subtitle"), (2, "byline")) if row["heads"] & bit)
    for section, shape in enumerate(row["sections"], start=row["first"]):
        if shape & 1:
            yield f"s{section}"
        yield from (f"s{section}-p{n}" for n in range(1, shape // 2 + 1))
    yield from (f"c{n}" for n in range(1, row["captions"] + 1))


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
    return list(accumulate(decode_varints(stream)))


def decode_gram_units(stream: bytes) -> list[int]:
    """The units of a gram."""
    return list(accumulate(number >> 1 for number in decode_varints(stream)))


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
