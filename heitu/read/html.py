"""Lines of a web page: its text as laid out, each line that is not main text marked with the rule that found it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from heitu.drafts import Line
from heitu.read.characters import merge_claims
from heitu.read.html_boilerplate import judge
from heitu.read.html_layout import lay_out
from heitu.read.html_tokens import Token, tokens
from heitu.read.html_tree import walk
from heitu.records import Category, LedgerEntry
from heitu.spans import Span

_RAW: dict[str, tuple[Category, str, str]] = {
    "script": ("layout", "script", "html.script"),
    "style": ("layout", "style sheet", "html.style"),
    "title": ("boilerplate", "page title", "html.title"),
    "textarea": ("boilerplate", "form", "html.form"),
}
_FALLBACK: tuple[Category, str, str] = ("boilerplate", "fallback", "html.fallback")
_MARKUP = {"comment": "html.comment", "declaration": "html.declaration", "start": "html.tag", "end": "html.tag"}


def read_html(text: str) -> tuple[tuple[Line, ...], tuple[LedgerEntry, ...]]:
    """The lines of a page and the claims of its markup.

    1. Cut the page into tags, comments and text (`html_tokens`); let lxml repair the tree (`html_tree`).
    2. Lay the text out in lines (`html_layout`), rows of data tables as one line with tabs (`html_tables`).
    3. Find what is not main text by structure, link density and place (`html_boilerplate`).
    """
    parts = tuple(tokens(text))
    nodes = tuple(walk(text, parts))
    page_lines, claims = lay_out(text, parts, nodes)
    title = " ".join(text[t.span.start : t.span.end] for t in parts if t.kind == "raw" and t.name == "title")
    rules = judge(page_lines, title)
    lines = tuple(replace(page.line, boilerplate=rule) for page, rule in zip(page_lines, rules, strict=True))
    placed = {node.token for node in nodes if node.kind == "text"}
    read = {piece.span for line in lines for piece in line.text.pieces if not piece.verbatim}
    return lines, merge_claims((*claims, *_markup(text, parts, placed, read)))


def _markup(text: str, parts: tuple[Token, ...], placed: set[int], read: set[Span]) -> Iterator[LedgerEntry]:
    """Claims of everything but the text of the lines; `read` are the tags that stand for a blank within a line."""
    for number, token in enumerate(parts):
        raw = text[token.span.start : token.span.end]
        if token.kind in _MARKUP:
            if token.span not in read:
                yield LedgerEntry(token.span, "layout", "markup", _MARKUP[token.kind])
        elif token.kind == "raw":
            yield LedgerEntry(token.span, *_RAW.get(token.name, _FALLBACK))
        elif number not in placed and raw.strip():
            yield LedgerEntry(token.span, "boilerplate", "outside the page", "html.outside")
