"""The search index: the records as scripts that the search loads when it needs them.

A page on `file://` can load nothing but classic scripts. `root` is loaded first and lists the others with their marks:
shards of terms with their postings (`grams` of what is printed, `words` of the English, `values` of figures), chunks of
the texts themselves (`zh`, `en`), and what a query is read with (`pinyin`, `syllables`, `measures`, `themes`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, pairwise

from heitu.parallel import mapped
from heitu.records import Archive
from heitu.search import pinyin, texts
from heitu.search.fragments import FAMILIES
from heitu.search.keeping import Kept, fragments
from heitu.search.merging import merged
from heitu.search.packing import Packed, pack
from heitu.search.postings import Posting, shard
from heitu.search.root import root, themes
from heitu.search.sizes import shards
from heitu.search.units import UNMEASURED, Sheet, latest_first, sheets
from heitu.search.values import measures

__all__ = ["FOLDER", "Kept", "search_files"]

FOLDER = "assets/search/"


def search_files(archive: Archive, kept: Kept | None = None) -> Mapping[str, bytes]:
    """Path below the site's root -> the file. The same archive gives the same bytes.

    `kept` has the fragments of earlier builds by their keys: a report that is in it is not indexed again.
    """
    reports = latest_first(archive.reports)
    indexed = sheets(archive, reports)
    numbers = list(accumulate((len(sheet.zh) for sheet in indexed), initial=0))[:-1]
    found = fragments(indexed, kept)
    terms = merged(found, numbers)
    del found
    firsts, files = _terms(terms)
    starts = texts.cuts(indexed)
    files |= _texts(indexed, numbers, starts)
    files |= {
        "syllables": [_json(pinyin.syllables(chain.from_iterable(sheet.zh for sheet in indexed)))],
        "measures": [_json(measures({f.unit for f in archive.figures if f.unit and f.dimension not in UNMEASURED}))],
        "themes": [_json(themes(archive, reports))],
    }
    packed, marks = _packed(files)
    whole = pack("root", _json(root(archive, reports, indexed, starts, firsts, marks)))
    return {f"{FOLDER}root.js": whole.data} | packed


def _terms(terms: Mapping[str, Sequence[Posting]]) -> tuple[dict[str, list[str]], dict[str, list[bytes]]]:
    """The first term of each shard, and the shards, by family."""
    readings = pinyin.pairs(posting.term for posting in terms["grams"])
    sizes = [[_size(posting) for posting in terms[family]] for family in FAMILIES]
    sizes.append([len(key) + sum(len(pair.encode()) + 3 for pair in pairs) + 5 for key, pairs in readings.items()])
    *cuts, cut_readings = shards(sizes)
    firsts: dict[str, list[str]] = {}
    files: dict[str, list[bytes]] = {}
    for family, cut in zip(FAMILIES, cuts, strict=True):
        rows = terms[family]
        firsts[family] = [rows[start].term for start in cut]
        files[family] = [shard(rows[start:end]) for start, end in pairwise((*cut, len(rows)))]
    keys = list(readings)
    firsts["pinyin"] = [keys[start] for start in cut_readings]
    files["pinyin"] = [pinyin.payload(readings, start, end) for start, end in pairwise((*cut_readings, len(keys)))]
    return firsts, files


def _size(posting: Posting) -> int:
    """About what a term takes of a payload."""
    return len(posting.term.encode()) + 4 + len(posting.units) + len(posting.positions)


def _texts(indexed: Sequence[Sheet], numbers: Sequence[int], starts: Sequence[int]) -> dict[str, list[bytes]]:
    return {
        "zh": list(texts.payloads(indexed, numbers, starts, lambda sheet: sheet.zh)),
        "en": list(texts.payloads(indexed, numbers, starts, lambda sheet: sheet.en)),
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _packed(files: Mapping[str, Sequence[bytes]]) -> tuple[dict[str, bytes], dict[str, list[int]]]:
    """The files by path, and their marks by family."""
    named = [(_name(family, i), payload) for family, payloads in files.items() for i, payload in enumerate(payloads)]
    packed = list(mapped(_pack, named))
    marks = iter(file.mark for file in packed)
    data = {f"{FOLDER}{name}.js": file.data for (name, _), file in zip(named, packed, strict=True)}
    return data, {family: [next(marks) for _ in payloads] for family, payloads in files.items()}


def _pack(named: tuple[str, bytes]) -> Packed:
    return pack(*named)


def _name(family: str, number: int) -> str:
    """A family of a single file is named without a number."""
    return family if family in ("syllables", "measures", "themes") else f"{family}-{number}"
