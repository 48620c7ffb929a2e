"""Text that stands twice: a far second copy, and a line or phrase that is repeated at once.

A second copy is made of whole blocks: a formula that closes several paragraphs is no copy, nor is what a speaker says
twice. Copies of 80 characters or more gave no false hit on real reports.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from heitu.clean.page import Page, cut
from heitu.drafts import Block
from heitu.folding import fold, fold_with_offsets, han_count
from heitu.ledger import claim
from heitu.spans import SpannedText

Range = tuple[int, int]

FAR = 80
ADJACENT = 6
_SEED = 20  # characters in common that make it worth while to look whether a copy stands here
_RESUMED = 6  # characters in common after which two copies read the same again
_READING = 12  # the longest variant reading
_OMITTED = 40  # the longest stretch (a line of facts) that a second copy leaves out
_PER_READING = 60  # characters in common for each variant reading; paragraphs on one pattern have fewer
_CLAUSE = 10  # Han characters of a clause that nobody says twice in a row for its sound
_TORN = 12  # Han characters of a repeated line that ends in mid clause
_ADJACENT = re.compile(rf"(.{{{ADJACENT},400}})\1")
_CLAUSE_EDGE = re.compile(r"^[,。;:!?、]|[,。;:!?、]$")


def common_ranges(later: str, earlier: str) -> Iterator[Range]:
    """The ranges of `later` that read as `earlier` does, both from their start on, across variant readings.

    >>> list(common_ranges("全县建成大棚163个，村均增收十万元。", "全县建成大棚162个，村均增收十万元。"))
    [(0, 8), (9, 19)]
    """
    i = j = 0
    while True:
        start = i
        while i < len(later) and j < len(earlier) and later[i] == earlier[j]:
            i, j = i + 1, j + 1
        if i > start:
            yield start, i
        jump = _resumption(later[i : i + _READING + _RESUMED], earlier[j : j + _OMITTED + _RESUMED])
        if jump is None:
            return
        i, j = i + jump[0], j + jump[1]


def _resumption(later: str, earlier: str) -> Range | None:
    """How far on in each of the texts both read the same again; the nearest place counts."""
    starts = range(len(later) - _RESUMED + 1)
    places = ((at, earlier.find(later[at : at + _RESUMED])) for at in starts)
    return min((place for place in places if place[1] >= 0), key=sum, default=None)


def far_copies(folded: str) -> list[list[Range]]:
    """The stretches that repeat earlier text, each as the ranges that do so exactly, variant readings between them.

    >>> text = "全县建成高标准农田二十三万亩，黑土地保护性耕作面积一百一十万亩，粮食总产量再创历史新高。" * 2
    >>> far_copies(text + text[:50] + "六" + text[51:])
    [[(88, 138), (139, 176)]]
    """
    first: dict[str, int] = {}
    for at in range(0, len(folded) - _SEED + 1, _SEED):
        first.setdefault(folded[at : at + _SEED], at)
    copies: list[list[Range]] = []
    i = done = 0
    while i + _SEED <= len(folded):
        j = first.get(folded[i : i + _SEED], i)
        if j + _SEED > i:
            i += 1
            continue
        before = [(i - b, i - a) for a, b in common_ranges(folded[done:i][::-1], folded[:j][::-1])]
        after = [(i + a, i + b) for a, b in common_ranges(folded[i:], folded[j:i])]
        common = _joined([*reversed(before), *after])
        i = common[-1][1]
        if _size(common) >= FAR:
            copies.append(common)
            done = i
    return copies


def _joined(ranges: Sequence[Range]) -> list[Range]:
    """Ranges in order, those that touch made one."""
    cuts = [0, *(n for n, (one, other) in enumerate(pairwise(ranges), 1) if one[1] < other[0]), len(ranges)]
    return [(ranges[a][0], ranges[b - 1][1]) for a, b in pairwise(cuts)]


def _size(ranges: Sequence[Range]) -> int:
    return sum(end - start for start, end in ranges)


def readings(common: Sequence[Range], start: int, end: int) -> list[Range] | None:
    """What a block [start, end) has that is not common with its original; None if the block is no copy as a whole.

    >>> readings([(0, 40), (41, 90)], 10, 60), readings([(0, 40)], 10, 60), readings([(0, 40)], 10, 40)
    ([(40, 41)], None, [])
    """
    inside = [(max(a, start), min(b, end)) for a, b in common if a < end and b > start]
    edges = [start, *(edge for part in inside for edge in part), end]
    rest = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    is_copy = all(b - a <= _READING for a, b in rest) and 5 * _size(rest) <= end - start
    return rest if is_copy else None


def whole_copies(common: Sequence[Range], bounds: Sequence[Range]) -> dict[int, list[Range]]:
    """The blocks, by number, that make up a second copy, each with its variant readings; none if it is too small.

    A copy with variant readings is longer than a block: paragraphs on one pattern, each with figures of its own, are not.
    """
    lo = bisect_right(bounds, common[0][0], key=lambda bound: bound[1])
    hi = bisect_left(bounds, common[-1][1], key=lambda bound: bound[0])
    found = {i: rest for i in range(lo, hi) if (rest := readings(common, *bounds[i])) is not None}
    variants = [reading for rest in found.values() for reading in rest]
    size = _size([bounds[i] for i in found]) - _size(variants)
    return found if size >= max(FAR, _PER_READING * len(variants)) and (len(found) > 1 or not variants) else {}


def set_aside_far_copies(page: Page[Block]) -> Page[Block]:
    """Later copies of whole blocks; where they read otherwise, the reading stays on record."""
    folded = [fold_with_offsets(block.text.text) for block in page.items]
    ends = list(accumulate(len(text) for text, _ in folded))
    bounds = list(pairwise([0, *ends]))
    copies: dict[int, list[Range]] = {}
    for common in far_copies("".join(text for text, _ in folded)):
        copies |= whole_copies(common, bounds)
    claims = list(page.claims)
    for i, rest in copies.items():
        offsets, start = folded[i][1], bounds[i][0]
        variants = [(offsets[a - start], offsets[b - 1 - start] + 1) for a, b in rest]
        same, other = cut(page.items[i].text, variants)
        claims.extend(claim(same, "duplicate", "second copy", "repeat.far"))
        claims.extend(claim(other, "duplicate", "variant reading", "repeat.variant"))
    return Page(tuple(block for i, block in enumerate(page.items) if i not in copies), tuple(claims))


def is_slip(phrase: str, at_line_start: bool) -> bool:
    """Whether a folded phrase that follows on itself is a slip of the scan and not said twice on purpose.

    >>> is_slip("满山遍野种蓝莓,", False), is_slip("落实义务教育两免一补政策,", False), is_slip("机制,持续做", True)
    (False, True, False)
    """
    if _CLAUSE_EDGE.search(phrase):
        return han_count(phrase) >= (ADJACENT if at_line_start else _CLAUSE)
    return at_line_start and han_count(phrase) >= _TORN


def adjacent_copies(text: SpannedText) -> list[Range]:
    """Ranges that repeat, folded, the text right before them: clauses, or lines that were read twice; no quoted words.

    >>> line = "落实义务教育两免一补政策,落实义务教育两免一补政策,全年资助"
    >>> adjacent_copies(SpannedText.verbatim(line, 0, len(line)))
    [(13, 26)]
    """
    folded, offsets = fold_with_offsets(text.text)
    line_starts = set(accumulate(len(piece.text) for piece in text.pieces))
    copies = []
    for match in _ADJACENT.finditer(folded):
        start, end = offsets[match.end(1)], offsets[match.end() - 1] + 1
        quoted = folded.count('"', 0, match.start()) % 2
        if not quoted and is_slip(match[1], start in line_starts):
            copies.append((start, end))
    return copies


def set_aside_adjacent_copies(page: Page[Block]) -> Page[Block]:
    """A phrase that a block says twice in a row, and a block that says what the one before it says."""
    ranges: dict[int, list[Range]] = {}
    previous = ""
    for index, block in enumerate(page.items):
        folded = fold(block.text.text)
        if len(folded) >= ADJACENT and folded == previous:
            ranges[index] = [(0, len(block.text))]
        elif copies := adjacent_copies(block.text):
            ranges[index] = copies
        previous = folded
    return page.drop_ranges(ranges, "duplicate", "repeated text", "repeat.adjacent")
