"""Sentences: the segments of a paragraph. They tile it, so that joined they are the paragraph again."""

from __future__ import annotations

import re

_END = re.compile(r"(?:[。！？!?]+|……(?=[\u4e00-\u9fff]))[”’\"'」』）)》]*(?:\s+(?=\S))?")
_OPENING, _CLOSING = "“‘「『（(《", "”’」』）)》"


def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of the sentences; a stop inside brackets or quotation marks ends none unless they close there.

    >>> text = "他说:“好。很好。”然后走了。再见"
    >>> [text[a:b] for a, b in sentence_bounds(text)]
    ['他说:“好。很好。”', '然后走了。', '再见']
    """
    bounds: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() >= len(text):
            break
        if _depth(text[start : match.end()]) > 0:
            continue
        bounds.append((start, match.end()))
        start = match.end()
    if start < len(text):
        bounds.append((start, len(text)))
    return tuple(bounds)


def _depth(text: str) -> int:
    """How many brackets are open at the end; a mark that is never closed within 200 characters doesn't count."""
    depth, opened = 0, 0
    for i, character in enumerate(text):
        if character in _OPENING:
            depth, opened = depth + 1, i
        elif character in _CLOSING and depth:
            depth -= 1
    return depth if depth and len(text) - opened < 200 else 0
