"""What the cleaning rules work on: the items of a source still in play, and the claims for what was set aside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar

from heitu.drafts import Block, Line
from heitu.ledger import claim
from heitu.records import Category, LedgerEntry
from heitu.spans import SpannedText

Item = TypeVar("Item", Line, Block)


def cut(text: SpannedText, ranges: Iterable[tuple[int, int]]) -> tuple[SpannedText, SpannedText]:
    """The text without the reading ranges (sorted, apart from each other), and what stood in them."""
    kept, dropped, position = [], [], 0
    for start, end in ranges:
        kept.append(text.slice(position, start))
        dropped.append(text.slice(start, end))
        position = end
    kept.append(text.slice(position, len(text)))
    return SpannedText.join(kept), SpannedText.join(dropped)


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Items in reading order, with the claims made so far."""

    items: tuple[Item, ...]
    claims: tuple[LedgerEntry, ...]

    def drop_ranges(
        self, ranges: Mapping[int, list[tuple[int, int]]], category: Category, role: str, rule: str
    ) -> Page[Item]:
        """Set reading ranges of items aside; an item that has only blanks left goes whole."""
        items: list[Item] = []
        claims = list(self.claims)
        for index, item in enumerate(self.items):
            if index not in ranges:
                items.append(item)
                continue
            kept, dropped = cut(item.text, ranges[index])
            claims.extend(claim(dropped, category, role, rule))
            if kept.text.strip():
                items.append(replace(item, text=kept.strip()))
        return Page(tuple(items), tuple(claims))

    def cuts(self, is_meant: Callable[[LedgerEntry], bool]) -> frozenset[int]:
        """The items above which something of the kind was set aside; the number of items for below the last."""
        starts: list[int] = sorted(entry.span.start for entry in self.claims if is_meant(entry))
        above = [0, *(bisect_left(starts, item.text.start) for item in self.items), len(starts)]
        return frozenset(i for i, (one, other) in enumerate(pairwise(above)) if one < other)

    def drop_items(self, rules: Mapping[int, str], category: Category, role: str) -> Page[Item]:
        """Set whole items aside, each by its own rule."""
        claims = list(self.claims)
        for index, rule in rules.items():
            claims.extend(claim(self.items[index].text, category, role, rule))
        return Page(tuple(item for i, item in enumerate(self.items) if i not in rules), tuple(claims))
