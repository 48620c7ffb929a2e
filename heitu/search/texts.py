"""The texts of the units, cut into chunks that are loaded where a hit is shown or has to be made sure of."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from heitu.search.gbtext import encode
from heitu.search.sizes import chunks
from heitu.search.units import Sheet

Texts = Callable[[Sheet], Sequence[str]]


def cuts(sheets: Sequence[Sheet]) -> list[int]:
    """The first unit of each chunk, in both languages."""
    return chunks([len(text.encode()) for sheet in sheets for text in sheet.zh])


def payloads(sheets: Sequence[Sheet], firsts: Sequence[int], starts: Sequence[int], of: Texts) -> Iterator[bytes]:
    """The chunks that begin at the units `starts`, with the texts that `of` takes from a report."""
    texts = [text for sheet in sheets for text in of(sheet)]
    for start, end in pairwise((*starts, len(texts))):
        report = bisect_right(firsts, start) - 1
        sheet, first = sheets[report], firsts[report]
        before = {str(first + unit): of(sheet)[unit] for unit in _before(sheet, start - first)}
        chunk = {"units": texts[start:end], "before": before}
        yield encode(json.dumps(chunk, ensure_ascii=False, separators=(",", ":")))


def _before(sheet: Sheet, unit: int) -> Iterator[int]:
    """The title and the heading that a unit stands under."""
    if unit:
        yield 0
    if sheet.headings[unit] >= 0:
        yield sheet.headings[unit]
