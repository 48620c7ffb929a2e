"""A page cut into tags, comments and text, each with its exact place; together they tile the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from heitu.read.characters import RAISED, raised
from heitu.spans import Span

TokenKind = Literal["text", "raised", "start", "end", "comment", "declaration", "raw"]
# Elements whose content is not markup (HTML Living Standard, 13.2.5: RAWTEXT, RCDATA and script data states).
_RAW = ("script", "style", "title", "textarea", "iframe", "noembed", "noframes")
_ATTRIBUTES = r"(?:[^<>=]++|=\s*+(?:\"[^\"]*\"|'[^']*')?+)*+"
_TOKEN = re.compile(
    rf"""
      (?P<raised>{RAISED.pattern})
    | (?P<comment><!--(?:-?>|.*?--!?>))
    | (?P<declaration><[!?][^>]*>|</(?:[^A-Za-z>][^>]*)?>)
    | <(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:._-]*+)(?=[\s/>])(?:{_ATTRIBUTES}|[^<>]*)>
    | (?P<unfinished></?[A-Za-z][^<>]*\Z)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a page. `name` is the name of the tag, or of a raw text's element; `reading` is for raised digits."""

    kind: TokenKind
    span: Span
    name: str = ""
    reading: str = ""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a page, in order and without gaps.

    >>> [(t.kind, t.name, len(t.span)) for t in tokens("<p>甲<!--乙--><br/>a<b")][2:]
    [('comment', '', 8), ('start', 'br', 5), ('text', '', 1), ('declaration', '', 2)]
    """
    position = 0
    while match := _TOKEN.search(text, position):
        if match.start() > position:
            yield Token("text", Span(position, match.start()))
        token = _token(match)
        yield token
        position = token.span.end
        if token.kind == "start" and token.name in _RAW and (raw := _raw(text, position, token.name)):
            yield raw
            position = raw.span.end
    if position < len(text):
        yield Token("text", Span(position, len(text)))


def _token(match: re.Match[str]) -> Token:
    span = Span(*match.span())
    if match["raised"]:
        return Token("raised", span, reading=raised(match["script"], match["digits"]))
    if match["comment"]:
        return Token("comment", span)
    if match["name"]:
        return Token("end" if match["end"] else "start", span, match["name"].lower())
    return Token("declaration", span)


def _raw(text: str, start: int, name: str) -> Token | None:
    """The content of a raw text element up to its end tag; without one, a script or style goes to the page's end."""
    match = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, start)
    end = match.start() if match else len(text) if name in ("script", "style") else start
    return Token("raw", Span(start, end), name) if end > start else None


def attributes(tag: str) -> Mapping[str, str]:
    """The attributes of a start tag; the first of equal names counts.

    >>> dict(attributes('<a HREF="x?a=1&amp;b" title=甲 hidden>'))
    {'href': 'x?a=1&b', 'title': '甲', 'hidden': ''}
    """
    found: dict[str, str] = {}
    start = re.match(r"<[^\s/>]+", tag)
    for match in _ATTRIBUTE.finditer(tag, start.end() if start else 0):
        found.setdefault(match[1].lower(), html.unescape(match[2] or match[3] or match[4] or ""))
    return MappingProxyType(found)
