"""Facts that a line states about its report: dates, sources, editors, bylines. One entry of a table for each kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from heitu.folding import narrow
from heitu.spans import SpannedText

DATE = r"(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?:\s*日)?"
_CLOCK = r"(?:\s*(?:上午|下午)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:\s*星期[一二三四五六日天])?"
_PERSON = r"[\u4e00-\u9fff·]{2,4}"
_LABEL_AHEAD = r"(?![:：|｜])"
_PEOPLE = rf"{_PERSON}{_LABEL_AHEAD}(?:[\s、,，]+{_PERSON}{_LABEL_AHEAD}(?![\u4e00-\u9fff]))*"
_END = r"(?=$|[\s|｜,，;；)）】\]])"

FACTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "date": re.compile(
            rf"(?:(?:发布|发表|出版|更新|成文|刊发)?(?:日期|时间)\s*[:：]?\s*)?(?<!\d)(?P<value>{DATE}){_CLOCK}"
        ),
        "publisher": re.compile(
            rf"(?:(?:信息|文章|稿件|新闻)?来源(?:于)?|稿源|转自)\s*[:：]\s*(?P<value>[^\s|｜,，;；:：]{{2,24}}?){_END}"
        ),
        "editors": re.compile(rf"(?:责任|值班|本期|本版)?(?:编辑|责编|编审|主编)\s*[:：|｜/／]\s*(?P<value>{_PEOPLE})"),
        "proofreaders": re.compile(rf"(?:责任)?校对\s*[:：|｜/／]\s*(?P<value>{_PEOPLE})"),
        "authors": re.compile(rf"(?:作者|撰文|撰稿|文字|采写)\s*[:：|｜/／]\s*(?P<value>{_PEOPLE})"),
        "designers": re.compile(
            rf"(?:美编|美术编辑|版式|制图|设计|审核|审校|签发)\s*[:：|｜/／]\s*(?P<value>{_PEOPLE})"
        ),
        "length": re.compile(r"(?:文章|本文|全文)?字数\s*[:：]?\s*(?P<value>\d+)(?:\s*字)?"),
        "counter": re.compile(r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]\s*(?P<value>\d*)(?:\s*次)?"),
        "address": re.compile(r"(?P<value>(?:https?://|www\.)[\w./?=&#%-]+)"),
        "document": re.compile(r"(?:文号|索引号|发文字号|信息索引)\s*[:：]\s*(?P<value>\S+)"),
        "issuer": re.compile(r"(?:发布机构|发文机关|成文机关|主题分类|分类)\s*[:：]\s*(?P<value>\S+)"),
    }
)
_LONGEST_FACT_LINE = 160
_FACT_SHARE = 0.55

_ROLE = re.compile(
    r"^[\u4e00-\u9fff]{0,10}?(?:记者|通讯员|特约撰稿人|撰稿人|评论员|实习生|作者|文|摄影|摄)(?:[/／][文图摄影]+)?"
)
_NAME = re.compile(rf"(?!手记|感言|观察|调查|连线|获悉|报道|札记|来信|评论|日记|了解){_PERSON}")
_OFFICE = re.compile(
    rf"^[\u4e00-\u9fff]{{0,16}}?(?:总理|省长|代省长|主席|代主席|市长|代市长|县长|代县长|区长|代区长|州长|盟长|旗长|院长|检察长|主任)\s+(?P<value>{_PERSON})$"
)
_DATELINE = re.compile(
    r"^(?:[(（【\[])?(?P<publisher>本报|本网|本台|[\u4e00-\u9fff]{2,8}?(?:日报|晚报|早报|新闻网|新闻社|社|网|报|台|通讯))?"
    r"(?P<place>[\u4e00-\u9fff]{0,6}?)(?P<month>\d{1,2})?月?(?P<day>\d{1,2})?日?(?:讯|电)"
    r"(?:\s*[(（](?P<people>[^()（）]{2,60})[)）])?(?:[)）】\]])?\s*[:：]?\s*"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact found in a line: `field` names it, the value stands at [start, end) of the line's text."""

    field: str
    value: str
    start: int
    end: int
    whole: tuple[int, int]


def iso_date(year: str, month: str, day: str) -> str | None:
    """`2022-07-22`, or None if the numbers are no date."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def facts_of_line(text: str) -> tuple[Fact, ...]:
    """The facts of a line that states nothing else; () if it is anything but such a line.

    >>> [(f.field, f.value) for f in facts_of_line("2023年1月5日 星期四 编辑|唐亚江 白若楠 校对|刘铁镇")]
    [('date', '2023年1月5日'), ('editors', '唐亚江 白若楠'), ('proofreaders', '刘铁镇')]
    >>> facts_of_line("2021年5月11日,四平市及所辖县(市)区乡村振兴局同步挂牌成立。")
    ()
    """
    if len(text) > _LONGEST_FACT_LINE or text.rstrip().endswith(("。", "！", "；")):
        return ()
    text = narrow(text)
    found: list[Fact] = []
    taken = [False] * len(text)
    for field, pattern in FACTS.items():
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]) and end > start:
                taken[start:end] = [True] * (end - start)
                found.append(Fact(field, match["value"].strip(), *match.span("value"), match.span()))
    ink = [i for i, c in enumerate(text) if not c.isspace() and c not in "|｜:：()（）【】[]"]
    if not found or sum(taken[i] for i in ink) < _FACT_SHARE * len(ink):
        return ()
    return tuple(sorted(found, key=lambda fact: fact.start))


def people_of_byline(text: str) -> tuple[tuple[int, int], ...]:
    """Where the names stand in a line that is a byline and nothing else; () if it is none.

    >>> text = "全媒体记者 孙莹 通讯员 王鹏"
    >>> [text[a:b] for a, b in people_of_byline(text)]
    ['孙莹', '王鹏']
    >>> people_of_byline("记者手记"), people_of_byline("守好粮食安全压舱石")
    ((), ())
    """
    if office := _OFFICE.match(text.strip()):
        offset = text.index(text.strip())
        return ((offset + office.start("value"), offset + office.end("value")),)
    names: list[tuple[int, int]] = []
    roles = 0
    for token in re.finditer(r"[^\s、,，:：()（）|｜]+", text):
        word, start = token[0], token.start()
        role = _ROLE.match(word)
        if role:
            roles += 1
            word, start = word[role.end() :], start + role.end()
            if not word:
                continue
        if not roles or not _NAME.fullmatch(word):
            return ()
        names.append((start, start + len(word)))
    return tuple(names) if roles else ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """`…讯(记者 …):` at the start of a paragraph: it ends at `end` of the text; `people` are spans of names."""

    end: int
    publisher: tuple[int, int] | None
    month_day: tuple[int, int] | None
    people: tuple[tuple[int, int], ...]


def dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with.

    >>> dateline("吉林日报3月26日讯(记者 崔维利 袁松年):到2017年年底").end
    23
    >>> dateline("新华社北京3月15日电 全国人大会议").end
    12
    >>> dateline("电影放映下乡"), dateline("讯问制度")
    (None, None)
    """
    match = _DATELINE.match(narrow(text))
    if not match or not (match["publisher"] or match["month"]):
        return None
    people: tuple[tuple[int, int], ...] = ()
    if match["people"]:
        offset = match.start("people")
        people = tuple((a + offset, b + offset) for a, b in people_of_byline(match["people"]))
    named = match["publisher"] and not match["publisher"].startswith("本")
    month_day = (int(match["month"]), int(match["day"])) if match["month"] and match["day"] else None
    return Dateline(match.end(), match.span("publisher") if named else None, month_day, people)


def words(text: SpannedText, start: int, end: int) -> str:
    """The words around a fact, as evidence: the whole text if it is short."""
    return text.text.strip() if len(text) <= 80 else text.text[max(0, start - 20) : end + 20].strip()
