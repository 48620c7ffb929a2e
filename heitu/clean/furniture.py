"""What a printed page carries beside the text: page numbers, section logos, advertisements. None of it heads a section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from heitu.clean.page import Page
from heitu.clean.shapes import DASHES, NUMBERED, SENTENCE_END, is_row, is_running_text
from heitu.drafts import Block, Line
from heitu.folding import fold, han_count

_PAGE_MARK = re.compile(
    r"^[-—–]+\s*\d{1,4}\s*[-—–]+$|^第\s*\d{1,4}\s*[页版](?:[\s,，/]*共\s*\d{1,4}\s*页)?$|^(?:【\d+】)+$|"
    r"^[A-Z]?\d{1,2}版$|^上接.{0,12}版|^下转.{0,12}版"
)
_PAGE_NUMBER = re.compile(r"^[-—–\s]*第?\s*\d{1,4}\s*[页版]?[-—–\s]*$")
_FACTS = re.compile(r"\d{4}\s*[-年]|记者|通讯员|作者|来源|编辑|校对|摄|字数|日期|时间|图片|航拍|供图|[:：|]")
_LOGO = 12
_RUNNING_HEAD = 30
_WIDE_GAP = 3
_SHORTEST_HEADING = 3


def page_marks(texts: Sequence[str], tops: Set[int] = frozenset()) -> dict[int, str]:
    """The lines that are page numbers and running heads, each with its rule; `tops` are lines that a form feed stands above.

    A running head is a short line beside page breaks that says again what one there, or the first line of all, has said.

    >>> page_marks(["梨树县工作总结", "正文，", "- 1 -", "梨树县工作总结", "文字。", "- 2 -"])
    {2: 'print.page-number', 5: 'print.page-number', 3: 'print.running-head'}
    """
    found = {i: "print.page-number" for i, text in enumerate(texts) if _PAGE_MARK.match(text.strip())}
    folded = [fold(text) for text in texts]
    beside = [
        i
        for i, text in enumerate(texts)
        if i not in found
        and (i in tops or i - 1 in found or i + 1 in found)
        and han_count(text) > 0
        and len(text) <= _RUNNING_HEAD
        and not SENTENCE_END.search(text)
    ]
    counts = Counter(folded[i] for i in beside) + Counter(folded[:1])
    heads = [i for i in beside if counts[folded[i]] > 1 and folded.index(folded[i]) < i]
    return found | dict.fromkeys(heads, "print.running-head")


def set_aside_page_marks(page: Page[Line], source: str) -> Page[Line]:
    """Page numbers and running heads, before lines are joined across them; `source` is the text that the lines are of."""
    ends = [0, *(line.text.provenance[-1].end for line in page.items)]
    tops = {i for i, line in enumerate(page.items) if "\f" in source[ends[i] : line.text.start]}
    return page.drop_items(page_marks([line.text.text for line in page.items], tops), "boilerplate", "page furniture")


def _could_be_logo(block: Block) -> bool:
    text = block.text.text.strip()
    return (
        not block.mark
        and len(text) <= _LOGO
        and not is_row(text)
        and not SENTENCE_END.search(text)
        and not DASHES.search(text)
        and not text.startswith(("—", "-", "“"))
        and not NUMBERED.match(text)
        and not _FACTS.search(text)
    )


def _usual_gap(blocks: Sequence[Block]) -> int:
    gaps = sorted(block.gap for block in blocks)
    return gaps[len(gaps) // 2] if gaps else 0


def furniture(blocks: Sequence[Block]) -> dict[int, str]:
    """The blocks that are page furniture, each with its rule.

    Where headings are marked, a short line without a mark that stands apart is a logo or an advertisement. Where they are
    not, it is one if it is too short for a heading, or stands in a wide gap on top of another heading-like line.
    """
    found = {i: "print.page-number" for i, block in enumerate(blocks) if _PAGE_NUMBER.match(block.text.text.strip())}
    marked = sum(block.mark > 0 for block in blocks) >= 2
    running = [i for i, block in enumerate(blocks) if is_running_text(block.text.text)]
    usual = _usual_gap(blocks)
    for i, block in enumerate(blocks):
        if i in found or not running or i < running[0] or not _could_be_logo(block):
            continue
        apart = block.gap >= usual + _WIDE_GAP - 1
        on_heading = i + 1 < len(blocks) and not is_running_text(blocks[i + 1].text.text)
        too_short = han_count(block.text.text) <= _SHORTEST_HEADING and i > running[0]
        if (apart or on_heading) if marked else apart and (on_heading or too_short):
            found[i] = "print.logo"
    return found


def set_aside_furniture(page: Page[Block]) -> Page[Block]:
    return page.drop_items(furniture(page.items), "boilerplate", "page furniture")
