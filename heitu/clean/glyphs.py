"""Headlines whose glyphs a text layer holds twice (a printed shadow), and titles set with blanks between their letters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from heitu.clean.page import Page, cut
from heitu.clean.shapes import is_row
from heitu.drafts import Line
from heitu.folding import is_han
from heitu.ledger import claim

_LONGEST_HEADLINE = 600
_SHORTEST_DOUBLED = 8


def doubled_runs(text: str) -> list[tuple[int, int, int]] | None:
    """Read a text without blanks as runs that each stand twice: (start, end of the first copy, end of the second).

    All three shapes of doubled headlines are of this kind: the whole line twice, each run twice, and each glyph twice
    (AABB, whose runs are single glyphs). The reading with the fewest runs wins; None if the text is not doubled.

    >>> doubled_runs("开新局开新局。。李坤李坤摄摄")
    [(0, 3, 6), (6, 7, 8), (8, 10, 12), (12, 13, 14)]
    >>> doubled_runs("踔厉奋发开新局") is None
    True
    """
    size = len(text)
    if size < _SHORTEST_DOUBLED or size > _LONGEST_HEADLINE or any(n % 2 for n in Counter(text).values()):
        return None
    fewest: list[int | None] = [None] * size + [0]
    length = [0] * size
    for i in range(size - 2, -1, -1):
        for n in range(1, (size - i) // 2 + 1):
            rest = fewest[i + 2 * n]
            best = fewest[i]
            if rest is not None and (best is None or rest + 1 < best) and text[i : i + n] == text[i + n : i + 2 * n]:
                fewest[i], length[i] = rest + 1, n
    if fewest[0] is None or len(set(text)) < _SHORTEST_DOUBLED // 2:
        return None
    runs, i = [], 0
    while i < size:
        runs.append((i, i + length[i], i + 2 * length[i]))
        i += 2 * length[i]
    return runs


def undouble(page: Page[Line]) -> Page[Line]:
    """The second copy of each run of a doubled line."""
    ranges: dict[int, list[tuple[int, int]]] = {}
    for index, line in enumerate(page.items):
        offsets = [i for i, c in enumerate(line.text.text) if not c.isspace()]
        runs = None if is_row(line.text.text) else doubled_runs("".join(line.text.text[i] for i in offsets))
        if runs:
            ranges[index] = [(offsets[middle - 1] + 1, offsets[end - 1] + 1) for _, middle, end in runs]
    return page.drop_ranges(ranges, "duplicate", "doubled glyphs", "glyphs.doubled")


def letter_spaced(text: str) -> list[tuple[int, int]]:
    """The blanks of a text whose letters stand apart; a blank of double width still parts words, and stays as one.

    >>> letter_spaced("— 写 在 两 周 年 之 际")
    [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12), (13, 14)]
    >>> letter_spaced("踔厉奋发开新局 笃行不怠续辉煌")
    []
    """
    tokens = text.split()
    single = sum(len(token.strip("—-“”‘’《》()（）")) <= 1 for token in tokens)
    if is_row(text) or len(tokens) < 4 or single < 0.8 * len(tokens) or not any(map(is_han, text)):
        return []
    blanks = [match.span() for match in re.finditer(r"\s+", text)]
    narrowest = min(end - start for start, end in blanks)
    kept = [0 if end - start < 2 * narrowest else 1 for start, end in blanks]
    return [(start, end - n) for (start, end), n in zip(blanks, kept, strict=True) if start < end - n]


def close_letter_spacing(page: Page[Line]) -> Page[Line]:
    """The blanks of letter-spaced lines."""
    items, claims = [], list(page.claims)
    for line in page.items:
        kept, dropped = cut(line.text, letter_spaced(line.text.text))
        claims.extend(claim(dropped, "layout", "letter spacing", "glyphs.letter-spaced"))
        items.append(replace(line, text=kept))
    return Page(tuple(items), tuple(claims))
