"""Text that stands twice: a far second copy, and a line or phrase that is repeated at once.

Exact repeats of 80 characters or more at any distance, and adjacent ones of 6 or more, gave no false hit on real reports.
"""

from __future__ import annotations

import re

from heitu.clean.page import Page
from heitu.drafts import Block, Line
from heitu.folding import fold, fold_with_offsets, han_count

FAR = 80
ADJACENT = 6
_ADJACENT = re.compile(rf"(.{{{ADJACENT},400}})\1")


def far_copies(folded: str, minimum: int = FAR) -> list[tuple[int, int]]:
    """Ranges that repeat earlier text exactly over at least `minimum` characters.

    >>> far_copies("甲乙丙丁" + "-" + "甲乙丙丁", minimum=4)
    [(5, 9)]
    """
    window = minimum // 2
    first: dict[str, int] = {}
    copies: list[tuple[int, int]] = []
    for at in range(0, len(folded) - window + 1, window):
        first.setdefault(folded[at : at + window], at)
    i = done = 0
    while i + window <= len(folded):
        j = first.get(folded[i : i + window])
        if j is None or j + window > i:
            i += 1
            continue
        start, origin = i, j
        while start > done and origin > 0 and folded[start - 1] == folded[origin - 1]:
            start, origin = start - 1, origin - 1
        end, twin = i + window, j + window
        while end < len(folded) and twin < start and folded[end] == folded[twin]:
            end, twin = end + 1, twin + 1
        if end - start >= minimum:
            copies.append((start, end))
            i = done = end
        else:
            i += 1
    return copies


def set_aside_far_copies(page: Page[Line]) -> Page[Line]:
    """Later copies of a stretch of text, wherever its line ends fall."""
    where: list[tuple[int, int]] = []
    folded: list[str] = []
    for index, line in enumerate(page.items):
        text, offsets = fold_with_offsets(line.text.text)
        folded.append(text)
        where.extend((index, offset) for offset in offsets)
    ranges: dict[int, list[tuple[int, int]]] = {}
    for start, end in far_copies("".join(folded)):
        for index in range(where[start][0], where[end - 1][0] + 1):
            lo = where[start][1] if index == where[start][0] else 0
            hi = where[end - 1][1] + 1 if index == where[end - 1][0] else len(page.items[index].text)
            ranges.setdefault(index, []).append((lo, hi))
    return page.drop_ranges(ranges, "duplicate", "second copy", "repeat.far")


def adjacent_copies(text: str) -> list[tuple[int, int]]:
    """Ranges that repeat, folded, the text right before them.

    >>> adjacent_copies("落实义务教育政策,落实义务教育政策,全年资助")
    [(9, 18)]
    >>> adjacent_copies("—————————————"), adjacent_copies("一年又一年")
    ([], [])
    """
    folded, offsets = fold_with_offsets(text)
    copies = []
    for match in _ADJACENT.finditer(folded):
        if han_count(match[1]) >= ADJACENT // 2 and len(set(match[1])) >= ADJACENT // 2:
            copies.append((offsets[match.end(1)], offsets[match.end() - 1] + 1))
    return copies


def set_aside_adjacent_copies(page: Page[Block]) -> Page[Block]:
    """A phrase that a block says twice in a row, and a block that says what the one before it says."""
    ranges: dict[int, list[tuple[int, int]]] = {}
    previous = ""
    for index, block in enumerate(page.items):
        folded = fold(block.text.text)
        if len(folded) >= ADJACENT and folded == previous:
            ranges[index] = [(0, len(block.text))]
        elif copies := adjacent_copies(block.text.text):
            ranges[index] = copies
        previous = folded
    return page.drop_ranges(ranges, "duplicate", "repeated text", "repeat.adjacent")
