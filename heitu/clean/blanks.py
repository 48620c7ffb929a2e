"""Blanks in Chinese text: remains of wraps and of typesetting go, blanks that carry meaning stay."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from heitu.clean.page import Page, cut
from heitu.clean.shapes import is_row, is_running_text
from heitu.drafts import Block
from heitu.folding import columns
from heitu.ledger import claim

_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_FIGURE_BLANK = re.compile(rf"(?<=[{_HAN}])[^\S\n\t](?=\d)|(?<=[\d%％‰])[^\S\n\t](?=[{_HAN}/／])")
_BLANK = re.compile(r"(?<=\S)[^\S\t]+(?=\S)")
_MOMENT = re.compile(r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[:：]\d{2})\s")
_PARALLEL = re.compile(rf"[“\"《‘「]([{_HAN}]{{3,}})\s+([{_HAN}]{{3,}})[”\"》’」]")
_FACTS = re.compile(r"[:：|｜]|\d{4}\s*[-/.]\s*\d|\d{4}\s*年\s*\d{1,2}\s*月")  # a label, a date
_LATIN = re.compile(r"[A-Za-z]")
_REGULAR = 3  # wrap remains come in numbers, at the distance of a line
_NARROWEST, _WIDEST, _SPREAD = 14, 64, 8  # half-width columns


def figure_blanks(text: str) -> list[tuple[int, int]]:
    """Blanks that a typesetter put between Han characters and figures.

    >>> figure_blanks("2021 年提高 125 元/月"), figure_blanks("2022-07-22 来源")
    ([(4, 5), (8, 9), (12, 13)], [])
    """
    dates = [m.span() for m in _MOMENT.finditer(text)]
    return [m.span() for m in _FIGURE_BLANK.finditer(text) if not any(a <= m.start() < b for a, b in dates)]


def _is_latin_gap(text: str, start: int, end: int) -> bool:
    return bool(_LATIN.match(text[start - 1]) and _LATIN.match(text[end]))


def _parallel_blanks(text: str) -> set[int]:
    """Blanks inside a quoted pair of phrases of about the same length: “传承英雄史 再铸英雄魂”."""
    return {m.end(1) for m in _PARALLEL.finditer(text) if abs(len(m[1]) - len(m[2])) <= 2}


def wrap_blanks(text: str) -> list[tuple[int, int]]:
    """Blanks in running text that a line break may have left: all but those between Latin words and in parallel phrases."""
    kept = _parallel_blanks(text)
    spans = (m.span() for m in _BLANK.finditer(text))
    return [(a, b) for a, b in spans if a not in kept and not _is_latin_gap(text, a, b)]


def comes_in_lines(text: str) -> bool:
    """Whether the blanks of a text stand at the distance of lines, several times over.

    >>> comes_in_lines("推进水电路网等项目建设,让群 众过上好日子,全市新改建公 路三百多公里,改造危桥十座, 完成安防工程。")
    True
    >>> comes_in_lines("充分利用“传承英雄史 再铸英雄魂”红色党性教育项目")
    False
    """
    spans = wrap_blanks(text)
    widths = [columns(text[b:c]) for (_, b), (c, _) in pairwise(spans)]
    first = columns(text[: spans[0][0]]) if spans else 0
    widths.insert(0, first)
    regular = [w for w in widths if _NARROWEST <= w <= _WIDEST]
    return any(sum(abs(w - middle) <= _SPREAD // 2 for w in regular) >= _REGULAR for middle in regular)


def is_set_text(text: str) -> bool:
    """Text that is set as such, running or a heading; not a line of facts or a row, whose blanks part their entries.

    >>> is_set_text("2023 年重点工作"), is_set_text("来源：松江日报 2023-01-05"), is_set_text("粮食 万吨\\t41.2")
    (True, False, False)
    """
    return not is_row(text) and (is_running_text(text) or not _FACTS.search(text))


def close_blanks(page: Page[Block]) -> Page[Block]:
    """Wrap remains, where a source has them, and the blanks beside figures."""
    running = [block.text.text for block in page.items if is_running_text(block.text.text)]
    wrapped_source = sum(map(comes_in_lines, running)) >= 2
    items, claims = [], list(page.claims)
    for block in page.items:
        text = block.text
        if not is_set_text(text.text):
            items.append(block)
            continue
        if is_running_text(text.text) and (wrapped_source or comes_in_lines(text.text)):
            text, dropped = cut(text, wrap_blanks(text.text))
            claims.extend(claim(dropped, "layout", "line wrap", "blank.wrap"))
        text, dropped = cut(text, figure_blanks(text.text))
        claims.extend(claim(dropped, "layout", "blank beside a figure", "blank.figure"))
        items.append(replace(block, text=text))
    return Page(tuple(items), tuple(claims))
