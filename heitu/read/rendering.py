"""What the source text under a piece reads as, so that any reading text can be rebuilt from its spans."""

from __future__ import annotations

import re

from heitu.read.characters import ESCAPED, RAISED, escaped_character, raised, references
from heitu.read.html_tokens import tokens

_COLLAPSED = re.compile(r"[\t\n\f\r]")


def reading_of(raw: str, media_type: str) -> str:
    """The reading text of a source span that lines keep.

    It differs from the source only where the file spells a character out: character references and the break or the
    cell border that a tag makes (web pages), escaped characters (text files), raised digits (both).

    >>> reading_of("&ldquo;黑土&rdquo;\\n地<td>10<sup>4</sup>", "text/html")
    '“黑土” 地\\t10⁴'
    >>> reading_of("&ldquo;<U+00A0>", "text/plain")
    '&ldquo;\\xa0'
    """
    if media_type == "text/html":
        return "".join(_page_part(raw[t.span.start : t.span.end], t.kind, t.name, t.reading) for t in tokens(raw))
    text = RAISED.sub(lambda match: raised(match["script"], match["digits"]), raw)
    return ESCAPED.sub(lambda match: escaped_character(match[1]) or match[0], text)


def _page_part(raw: str, kind: str, name: str, reading: str) -> str:
    if kind == "raised":
        return reading
    if kind != "text" and raw.endswith(">"):
        return "\t" if name in ("td", "th") else " "
    parts, position = [], 0
    for start, end, characters in references(raw):
        parts += [_COLLAPSED.sub(" ", raw[position:start]), characters]
        position = end
    return "".join(parts) + _COLLAPSED.sub(" ", raw[position:])
