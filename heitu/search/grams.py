"""Grams: what is printed, as overlapping pairs of folded characters, each at its position.

A text of n folded characters has n grams: the pairs, and its last character alone. So a single character is found as
all grams that begin with it, a longer run by the grams that tile it.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from operator import add

from heitu.folding import fold_for_search

SHIFT = 32
"""A posting is one number: the unit above these bits, below them twice the position, plus one for a variant."""

Postings = dict[str, list[int]]


def gram_postings(texts: Sequence[str]) -> Postings:
    """Gram -> its postings in ascending order; the units are the numbers of the texts.

    >>> {gram: [(p >> SHIFT, (p & 0xFFFF) >> 1, p & 1) for p in found] for gram, found in gram_postings(["８亩"]).items()}
    {'8亩': [(0, 0, 1)], '亩': [(0, 1, 0)]}
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for unit, text in enumerate(texts):
        folded = fold_for_search(text)
        base = unit << SHIFT
        places: Iterable[int] = range(base, base + 2 * len(folded), 2)
        if any(map(_differs, set(text))):
            marks = _marks(text)
            places = [place | one | other for place, one, other in zip(places, marks, marks[1:], strict=False)]
        for gram, place in zip(map(add, folded, [*folded[1:], ""]), places, strict=False):
            found[gram].append(place)
    return found


def _marks(text: str) -> bytes:
    """For each folded character whether another one is printed for it, and a zero at the end."""
    return bytes([_differs(character) for character in text if fold_for_search(character)]) + b"\0"


@cache
def _differs(character: str) -> bool:
    """Whether a letter or a digit is printed otherwise than folded; of marks nobody would say so.

    >>> [_differs(c) for c in "８G鄉，乡"]
    [True, True, True, False, False]
    """
    folded = fold_for_search(character)
    return folded not in ("", character) and unicodedata.category(folded)[0] in "LN"
