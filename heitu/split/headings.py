"""Headings: two lines with a kicker, numbered, short lines that stand alone, and lead phrases that open a paragraph.

Levels come from the numbering of Chinese documents (一、 over （一） over 1. over （1）; GB/T 9704 7.3.3) or from layout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from heitu.drafts import Block
from heitu.folding import han_count

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾貳參陸", "一二三四五六七八九十二三六", strict=True))
_CN = r"[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾貳參陸]{1,3}"
_NUMBERINGS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"^第({_CN}|\d{{1,2}})(?:部分|章|节|篇)[、:：\s]?")),
    (2, re.compile(rf"^({_CN})[、.．]")),
    (3, re.compile(rf"^[（(]({_CN})[）)]")),
    (4, re.compile(r"^(\d{1,2})(?:[.．、](?!\d)|\s+(?=[\u4e00-\u9fff]))")),
    (5, re.compile(r"^\d{1,2}[.．](\d{1,2})(?:[.．、\s]\s*)(?=[\u4e00-\u9fff])")),
    (6, re.compile(r"^[（(](\d{1,2})[）)]")),
)
_KICKER = re.compile(r"(?:—{2,}|-{2,}|―{2}|─{2,}|——)\s*$")
_NOTES = re.compile(
    r"^(?:记者(?:手记|感言|观察|点评|札记)|采访(?:手记|札记|后记)|编后(?:语|记)?|编者按|短评|评论|手记|后记|附[件录表:：]|注释|名词解释|"
    r"(?:相关|新闻|延伸)?链接|背景(?:资料|链接)?)\s*[:：]?$"
)
_BRACKETS = "【】［］[]《》〈〉 \u3000"
_SHORT = re.compile(r"^(?:前|引|序)\s*言$|^导\s*语$|^结\s*(?:束\s*)?语$|^后\s*记$")
_SALUTATION = re.compile(r"^(?:各位|同志们|女士们|先生们|尊敬的).{0,24}[:：！!]$")
_LABELLED = re.compile(r"^(?:关键词|摘\s*要|主题词|附件|附表|抄送|上一篇|下一篇)\d*\s*[:：]")
_NO_HEADING_END = re.compile(r"[。；;，,、：:!！?？…][”’」』]?\s*$")
_STOP = re.compile(r"[。：:]\s*$")
_RUN_IN = re.compile(r"^[^。！？\n]{4,80}。(?=\s*\S)")
_LEAD = re.compile(r"^([^。！？!?\s\d]{4,28})。(?=\S)")
_COUPLET = re.compile(r"^([\u4e00-\u9fff]{3,10})[,，]([\u4e00-\u9fff]{3,10})[。！]")
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number that a heading opens with; `rank` orders the kinds of numbering, a lower one stands above."""

    rank: int
    value: int
    end: int


def chinese_number(digits: str) -> int:
    """`十二` -> 12, `二十` -> 20, `7` -> 7 (up to 99).

    >>> chinese_number("十二"), chinese_number("二十"), chinese_number("7")
    (12, 20, 7)
    """
    if digits.isdigit():
        return int(digits)
    digits = "".join(_FORMAL.get(digit, digit) for digit in digits)
    tens, ten, ones = digits.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def numbering(text: str) -> Numbering | None:
    """The numbering that a line opens with.

    >>> numbering("（二）大力调整经济结构").value, numbering("2021.全年"), numbering("3.5万亩")
    (2, None, None)
    """
    for rank, pattern in _NUMBERINGS:
        if match := pattern.match(text):
            return Numbering(rank, chinese_number(match[1]), match.end())
    return None


def is_kicker(text: str) -> bool:
    """The upper line of a two-line heading ends in a dash: 守好粮食安全“压舱石”——"""
    return len(text) <= _LONGEST and _KICKER.search(text) is not None and han_count(text) >= 3


def is_lone_kicker(text: str) -> bool:
    """A kicker that heads a section by itself; a clause that announces what follows (呈现出“十大亮点”——) is none."""
    return is_kicker(text) and len(text) <= _LONGEST // 2 and not re.search(r"[，,。]", text)


def is_note(text: str) -> bool:
    """The heading of something beside the report: a reporter's note, an annex, background."""
    return _NOTES.match(text.strip(_BRACKETS)) is not None


def is_salutation(text: str) -> bool:
    return _SALUTATION.match(text.strip()) is not None


def reads_as_heading(text: str) -> bool:
    """A short line that ends no sentence and addresses nobody.

    >>> reads_as_heading("精准识别,解决“扶持谁”问题"), reads_as_heading("主要做了以下工作:"), reads_as_heading("记者手记:")
    (True, False, True)
    """
    text = text.strip()
    if is_note(text) or _SHORT.match(text):
        return True
    if "\t" in text or _LABELLED.match(text):
        return False
    if len(text) > _LONGEST or _NO_HEADING_END.search(text):
        return False
    if _KICKER.search(text):
        return is_lone_kicker(text)
    if numbering(text):
        return han_count(text) >= 2
    return han_count(text) >= 4 and not text.startswith(("（", "(", "【"))


def heading_stop(text: str) -> int:
    """Where the heading's text ends: the stop or colon after it is layout.

    >>> heading_stop("记者手记:"), heading_stop("黑土地保护")
    (4, 5)
    """
    match = _STOP.search(text)
    return match.start() if match else len(text)


def run_in_end(text: str, numbered: bool) -> int:
    """The length of a heading that opens its paragraph, full stop included; 0 if there is none.

    >>> run_in_end("加强组织领导,压实了各级责任。坚持把", numbered=False)
    15
    """
    match = (_RUN_IN if numbered else _LEAD).match(text)
    return match.end() if match else 0


def is_couplet(text: str) -> bool:
    """Opens with two clauses of equal length and no figure, as closing words do: 乡村天地阔,振兴写新篇。"""
    match = _COUPLET.match(text)
    return match is not None and len(match[1]) == len(match[2])


def in_sequence(blocks: Sequence[Block]) -> dict[int, Numbering]:
    """The numbered lines whose numbers count up from one, starting afresh below each line of a higher rank.

    One number may be missing: editors and OCR lose a line.
    """
    expected: dict[int, int] = {}
    found: dict[int, Numbering] = {}
    for i, block in enumerate(blocks):
        number = numbering(block.text.text)
        next_value = expected.get(number.rank, 1) if number else 0
        if number is None or number.value not in (1, next_value, next_value + 1):
            continue
        found[i] = number
        expected[number.rank] = number.value + 1
        for lower in [rank for rank in expected if rank > number.rank]:
            del expected[lower]
    alone = {rank for rank in {n.rank for n in found.values()} if sum(n.rank == rank for n in found.values()) < 2}
    return {i: number for i, number in found.items() if number.rank not in alone}
