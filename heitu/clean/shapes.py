"""What the shape of a line tells: does it end a sentence, does it open with a lead phrase, is it running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from heitu.folding import han_count

SENTENCE_END = re.compile(r"[。！？!?…；;：:][”’\"'」』）)》]*\s*$")
FULL_STOP = re.compile(r"[。！？!?…][”’\"'」』）)》]*\s*$")
DASHES = re.compile(r"(?:—{1,3}|-{2,}|―{1,2}|─{2,})\s*$")
_LEAD = re.compile(r"([^。！？!?\s\d]{4,24})。")
_OPEN_END = re.compile(r"[\w、，,]$")
_CLAUSE = re.compile(r"[，,；;]")
_PROSE = 2  # clauses
NUMBERED = re.compile(
    r"^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十\d]+[）)]|^\d{1,2}[.、．]|^第[一二三四五六七八九十]+[章节部]"
)
_BODY_LENGTH = 60
_ASIDE = r"(?:[（(][^（）()]{1,8}[）)])?"
_CAPTION_END = rf"(?:[（(](?:资料)?图片[）)]|(?<!拍)摄(?:影报道?)?[）)]?{_ASIDE}|航拍{_ASIDE})"
CAPTION_END = re.compile(_CAPTION_END + r"\s*$")
_CAPTION_BREAK = re.compile(r"(?:[（(](?:资料)?图片[）)])(?=\s*[^\s（(])|(?:摄|航拍)(?=\s+[^\s（(])")
_OFFICE = r"[\u4e00-\u9fff]{0,16}?(?:总理|省长|主席|市长|县长|区长|州长|盟长|旗长)\s+[\u4e00-\u9fff·]{2,4}$"
_HEADLINE_BREAK = re.compile(
    r"(?<=[^—\s]{4})\s*(?=——(?:\d|写在|记|来自|[^—]*(?:会议上|大会上|纪实|综述|回眸|侧记|之际)))|"
    + rf"(?<=会议上)\s*(?={_OFFICE})"
)
_BYLINE = re.compile(r"^[^\s，。]{0,10}(?:记者|通讯员|特约撰稿人|实习生)\s*[:：]?\s*[\u4e00-\u9fff·\s]{2,30}$")


def is_running_text(text: str) -> bool:
    """A paragraph, or a good part of one: it has a sentence in it, or is too long for a heading.

    >>> is_running_text("脱贫摘帽不是终点,而是新生活、新奋斗的起点。"), is_running_text("黑土地保护全面提档升级")
    (True, False)
    """
    return len(text) >= _BODY_LENGTH or ("。" in text and han_count(text) >= 12)


def breaks_off(text: str, at_page_break: bool = False) -> bool:
    """Running text that stops in the middle of a clause: no mark of punctuation, or a comma, at its end.

    A page break may stand after the first line of a paragraph: there, two clauses that no number leads show running text.

    >>> breaks_off("成功对接新型农业经营主体。融资金额3.63亿元,确"), breaks_off("融资金额3.63亿元。")
    (True, False)
    >>> breaks_off("建成示范方3个，引进新品种，亩均", True), breaks_off("一、抓农业，固根基，促增收", True)
    (True, False)
    """
    is_prose = "。" in text or (at_page_break and len(_CLAUSE.findall(text)) >= _PROSE and not NUMBERED.match(text))
    return is_prose and (at_page_break or is_running_text(text)) and _OPEN_END.search(text.rstrip()) is not None


def lead_phrase(text: str) -> str:
    """The short first sentence that names what a paragraph is about, without its full stop; "" if there is none.

    >>> lead_phrase("强化就业帮扶稳增收。有效落实就业帮扶政策。"), lead_phrase("2021年,全市推广。")
    ('强化就业帮扶稳增收', '')
    """
    match = _LEAD.match(text)
    return match[1] if match and len(text) > match.end() else ""


def sibling_openings(texts: Iterable[str]) -> frozenset[str]:
    """The first two characters that at least two different lead phrases share: 强化…。 强化…。 狠抓…。 狠抓…。"""
    leads = {lead for text in texts if (lead := lead_phrase(text))}
    counts = Counter(lead[:2] for lead in leads)
    return frozenset(opening for opening, n in counts.items() if n >= 2)


def is_row(text: str) -> bool:
    """A row of a table, its cells parted by tabs.

    >>> is_row("粮食产量（万吨）\\t41.2\\t2.1"), is_row("粮食产量41.2万吨")
    (True, False)
    """
    return "\t" in text


def stands_alone(text: str) -> bool:
    """A line that is whole by its kind: a byline, a photo caption, a dash-led subtitle, a row of a table.

    >>> stands_alone("本报记者 崔维利 袁松年"), stands_alone("改造后的社区。(资料图片)"), stands_alone("土地保护利用工作")
    (True, True, False)
    """
    return text.startswith("——") or is_row(text) or bool(_BYLINE.match(text) or CAPTION_END.search(text))


def caption_breaks(text: str) -> list[int]:
    """Where captions that were glued together part: after each credit that more text follows.

    >>> caption_breaks("公园俯瞰。李坤 摄(资料图片) 城乡村新貌。(资料图片)")
    [15]
    """
    if not CAPTION_END.search(text):
        return []
    return [match.end() for match in _CAPTION_BREAK.finditer(text)]


def headline_breaks(text: str) -> list[int]:
    """Where title, dash-led subtitle and speaker part that a page glued on one line.

    >>> text = "政府工作报告——2018年3月5日在第一次会议上国务院总理 李四"
    >>> [text[a:b] for a, b in zip([0, *headline_breaks(text)], [*headline_breaks(text), None])]
    ['政府工作报告', '——2018年3月5日在第一次会议上', '国务院总理 李四']
    """
    if is_running_text(text) and FULL_STOP.search(text):
        return []
    return [match.end() for match in _HEADLINE_BREAK.finditer(text)]
