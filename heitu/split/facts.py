"""Facts that a line states about its report: dates, sources, editors, bylines. One entry of a table for each kind.

All patterns read narrowed text (`heitu.folding.narrow`): its marks are half-width, its offsets are those of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from heitu.folding import narrow
from heitu.spans import SpannedText

_HAN = r"[\u4e00-\u9fff]"
_BLANK = r"[^\S\n]"
_FIGURES = "〇一二三四五六七八九十"
_ZEROS = str.maketrans("○Ｏ零", "〇〇〇")
DATE = (
    r"\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}(?!\d)(?:\s*日)?"
    rf"|[{_FIGURES}○零]{{4}}年[{_FIGURES}]{{1,2}}月[{_FIGURES}]{{1,3}}日"
)
_CLOCK = r"(?:\s*(?:上午|下午)?\d{1,2}(?:[:]\d{2}(?::\d{2})?|时\d{1,2}分))?(?:\s*\(?星期[一二三四五六日天]\)?)?"
_MEDIA = "日报|晚报|早报|晨报|时报|都市报|商报|新闻网|新华网|人民网|新闻社"

# The labels of a line of facts, by the field that they name.
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "date": r"(?:发布|发表|出版|更新|成文|刊发|印发)?(?:日期|时间)",
        "publisher": r"(?:信息|文章|稿件|新闻|内容)?来源(?:于)?|稿源|转自|转载自",
        "editors": r"(?:责任|值班|本期|本版|网络|执行)?(?:编辑|责编|编审|主编)",
        "proofreaders": r"(?:责任)?校对",
        "authors": r"作者|撰文|撰稿|文字|采写",
        "designers": r"美编|美工|美术编辑|版式|制图|设计|监制|审核|审校|审签|签发|[一二三四初复终]审",
        "affiliation": r"作者单位",
        "supplier": r"供稿(?:单位)?|供图|报送单位",
        "poster": r"发布者|发布人|录入|上传者",
        "length": r"(?:文章|本文|全文)?字数",
        "counter": r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?",
        "document": r"文号|索引号|发文字号|信息索引",
        "issuer": r"发布机构|发文机关|成文机关|主题分类|分类",
        "page": r"版次|版面",
    }
)
_LABEL = rf"(?:{'|'.join(LABELS.values())}|(?:通讯员|记者|实习生)|电话|邮箱|字号)"

# The common single surnames and the double ones, after the census list of the most frequent.
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费薛雷贺倪汤滕殷罗毕郝"
    "邬安常乐于时傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄米贝臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵季麻贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍"
    "虞万支柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄封芮储靳焦巴弓牧车侯伊宁仇栾甘厉武符刘景詹束龙叶幸司黎薄印白蒲邰鄂"
    "索赖卓蔺屠蒙池乔阴胥苍闻党翟谭贡姬申冉宰郦雍桑桂濮牛寿边燕冀尚农温庄晏柴瞿阎慕连习艾鱼容向古易慎戈廖庾耿满弘匡文寇广东欧"
    "沃利越隆师巩聂晁勾敖冷辛那简饶曾沙鞠关查游权益桓肖代付仝佟邸栗闫岳帅苑战修矫"
)
_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|轩辕|呼延|长孙|宇文|南宫|西门"
_END = rf"(?=$|[^\u4e00-\u9fff·]|{_LABEL}|(?:摄影|综合)?报道)"
_NO_NAME = rf"(?!{_LABEL}|手记|感言|观察|调查|连线|获悉|报道|摄影|札记|来信|评论|日记|了解|文章|走基层|走转改)"
# A name of two characters is often set to the width of three: 王　强.
_NAME = (
    rf"{_NO_NAME}(?:{_HAN}{_BLANK}{{1,4}}{_HAN}{_END}|{_HAN}{{1,8}}(?:·{_HAN}{{1,8}})+{_END}|{_HAN}{{2,4}}?{_END})"
    rf"(?!{_BLANK}*:)"
)
_PLACE = rf"(?!{_HAN}{{1,2}}[省市县区州盟旗镇乡村](?!{_HAN}))"
_FULL = rf"[{_SURNAMES}](?:{_BLANK}{{0,4}}{_HAN}|{_HAN}{{2}})|(?:{_DOUBLE}){_HAN}{{1,2}}"
_SURNAMED = rf"{_PLACE}(?=(?:{_FULL}){_END}){_NAME}"
_PEOPLE = rf"{_NAME}(?:[\s、,/]+{_NAME})*"

_BODY = r"(?:局|處|厅|委|办|政府|委员会|办公室|中心|大学|学院|党校|研究院|研究所|报社|电视台|协会)"
_OFFICE = (
    r"(?:总理|代?省长|代?主席|代?市长|代?县长|代?区长|代?州长|盟长|旗长|院长|检察长|主任|书记|局长|厅长|部长|镇长|乡长)"
)
_UNIT = rf"(?:[\u4e00-\u9fff·]{{1,24}}?(?:{_BODY}|{_OFFICE})\s+)?"
_STOP = rf"(?=$|[\s|,;()】\]》]|\d{{4}}[-年/.]|{_LABEL}\s*[:|/])"


def _labelled(field: str, value: str, bare: str | None = None) -> tuple[str, re.Pattern[str]]:
    """A value after its label and a colon, bar or stroke; after a blank alone it must read as `bare`."""
    label = LABELS[field]
    blank = rf"|(?<!{_HAN})(?:{label})\s+(?={bare})" if bare else ""
    return field, re.compile(rf"(?:(?:{label})\s*[:|/]\s*{blank})《?(?P<value>{value})")


FACTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("date", re.compile(rf"(?:{LABELS['date']})\s*:?\s*(?P<value>\d{{8}})(?!\d)")),
    ("date", re.compile(rf"(?:(?:{LABELS['date']})\s*:?\s*)?(?<!\d)(?P<value>{DATE}){_CLOCK}")),
    ("month", re.compile(r"^\s*\((?P<value>\d{4}年\d{1,2}月)\)\s*$")),
    _labelled("publisher", rf"[^\s|,;:]{{2,24}}?{_STOP}", rf"\S{{1,20}}(?:报|网|社|台|{_BODY})(?:\s|$)"),
    ("publisher", re.compile(rf"(?<!{_HAN})(?P<value>{_HAN}{{1,8}}?(?:{_MEDIA}))》?(?=\s*(?:$|[(|]|\d{{4}}))")),
    *(_labelled(field, _PEOPLE, _SURNAMED) for field in ("editors", "proofreaders", "designers")),
    ("authors", re.compile(rf"(?:{LABELS['authors']})\s*[:|/]\s*{_UNIT}(?P<value>{_PEOPLE})")),
    ("affiliation", re.compile(rf"(?:{LABELS['affiliation']}|作者[系为])\s*:?\s*(?P<value>[^\s)]{{4,40}})")),
    _labelled("supplier", r"[^\s)]{2,24}"),
    _labelled("poster", r"\w{2,16}"),
    ("length", re.compile(rf"(?:{LABELS['length']})\s*:?\s*(?P<value>\d+)(?:\s*字)?")),
    ("counter", re.compile(rf"(?:{LABELS['counter']})\s*:\s*(?P<value>\d*)(?:\s*次)?")),
    ("address", re.compile(r"(?P<value>(?:https?://|www\.)[\w./?=&#%-]+)")),
    ("telephone", re.compile(r"(?<=\s)(?:联系)?电话\s*:\s*(?P<value>[\d-]{7,16})")),
    *(_labelled(field, r"\S+") for field in ("document", "issuer")),
    (
        "page",
        re.compile(rf"(?:版次\s*:\s*)?\[?(?P<value>第?\s*(?:[A-Z]?\d{{1,3}}|[{_FIGURES}]{{1,2}})\s*版)(?:\s*:\s*\S+)?"),
    ),
    ("empty", re.compile(rf"{_LABEL}\s*:(?P<value>)(?=\s*(?:$|[|)]|{_LABEL}\s*:))")),
)
_LONGEST_FACT_LINE = 160
_FACT_SHARE = 0.55

_ROLE = r"(?:(?<![\u4e00-\u9fff·])[\u4e00-\u9fff·]{1,16}?)??(?:记者|通讯员|撰稿人|评论员|实习生|作者|融媒体中心)"
_TASK = r"(?:采写|撰文|整理|摄影|图文|文图|文|图|摄)(?=[\s/:、,()|]|$)"
_REPORT = r"(?:摄影|综合|现场|联合)?报道"
_ITEM = re.compile(rf"(?P<gap>[\s、,:()|/\[\]【】]+|{_REPORT})|(?P<task>{_TASK})|(?P<role>{_ROLE})|(?P<name>{_NAME})")
_IS_NAME = re.compile(_SURNAMED)
_ORNAMENT = re.compile(r"\s*[□■○◎●]\s*")
# Who signs with an office or a body beside the name; a body alone demands a known surname.
_SIGNED_WITH_OFFICE = (
    re.compile(rf"\s*[\u4e00-\u9fff·]{{0,24}}?{_OFFICE}\s+(?P<value>{_NAME})\s*$"),
    re.compile(rf"\s*[\u4e00-\u9fff·]{{2,24}}?{_BODY}\s+(?P<value>{_SURNAMED})\s*$"),
    re.compile(rf"\s*(?P<value>{_SURNAMED})\s+[\u4e00-\u9fff·]{{2,24}}(?:{_BODY}|{_OFFICE})\s*$"),
)
_REPORTED = rf"{_ROLE}\s*{_SURNAMED}(?:[\s、]+{_SURNAMED})*(?:\s*{_REPORT})?(?=[\s:]|$)"
_DATELINE = re.compile(
    rf"[(【\[]?(?P<publisher>本报|本网|本台|[\u4e00-\u9fff]{{2,8}}?(?:日报|晚报|早报|新闻网|新闻社|社|网|报|台|通讯))?"
    rf"(?P<place>{_HAN}{{0,6}}?)(?P<month>\d{{1,2}})?月?(?P<day>\d{{1,2}})?日?"
    rf"(?:讯(?!息|问|号|员)|电(?!{_HAN})|(?={_REPORTED}))[)】\]]?"
    rf"(?:\s*(?:\((?P<bracketed>[^()]{{2,60}})\)|(?P<open>{_REPORTED})))?[)】\]]?\s*:?\s*"
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


def _figures(text: str) -> str:
    """A number of a date in figures: `二〇二三` -> 2023, `二十一` -> 21."""
    digits = ["" if c == "十" else str(_FIGURES.index(c)) if c in _FIGURES else c for c in text]
    if "十" in text:
        tens, _, ones = text.partition("十")
        digits = [digits[0] if tens else "1", digits[-1] if ones else "0"]
    return "".join(digits)


def iso_day(text: str) -> str | None:
    """The day that a date names, in figures, in Chinese numerals, or as eight figures.

    >>> iso_day("2023年1月5日"), iso_day("二○二三年十二月三十一日"), iso_day("20230105"), iso_day("2023.13.1")
    ('2023-01-05', '2023-12-31', '2023-01-05', None)
    """
    text = narrow(text).translate(_ZEROS)
    if text.isascii() and text.isdigit() and len(text) == 8:
        return iso_date(text[:4], text[4:6], text[6:])
    parts = re.findall(rf"\d+|[{_FIGURES}]+", text)
    return iso_date(*map(_figures, parts[:3])) if len(parts) >= 3 else None


def names_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of a list of names stand.

    >>> text = "王　强 李四维、买买提·艾力"
    >>> [text[a:b] for a, b in names_in(text)]
    ['王　强', '李四维', '买买提·艾力']
    """
    return (match.span() for match in re.finditer(_NAME, narrow(text)))


def facts_of_line(text: str) -> tuple[Fact, ...]:
    """The facts of a line that states nothing else; () if it is anything but such a line.

    >>> [(f.field, f.value) for f in facts_of_line("2023年1月5日 星期四 编辑|唐亚江 白若楠 校对|刘铁镇")]
    [('date', '2023年1月5日'), ('editors', '唐亚江 白若楠'), ('proofreaders', '刘铁镇')]
    >>> [(f.field, f.value) for f in facts_of_line("（通讯员：张三 责任编辑：李四）")]
    [('authors', '张三'), ('editors', '李四')]
    >>> [f.field for f in facts_of_line("来源：松江日报2023-01-05 作者：   浏览次数：")]
    ['publisher', 'date', 'empty', 'counter']
    >>> facts_of_line("2021年5月11日,四平市及所辖县(市)区乡村振兴局同步挂牌成立。")
    ()
    """
    if len(text) > _LONGEST_FACT_LINE or text.rstrip().endswith(("。", "！", "；", "？", "…")):
        return ()
    text = narrow(text)
    found: list[Fact] = []
    rest = text
    for field, pattern in FACTS:
        for match in pattern.finditer(rest):
            start, end = match.span()
            if end > start and rest[start:end] == text[start:end]:
                found.append(Fact(field, match["value"].strip(), *match.span("value"), match.span()))
        for fact in found:
            rest = _without(rest, fact.whole)
    ink = re.compile(r"[^\s|:()【】\[\]《》]")
    people = _people(rest) if found else ()
    if not found or (not people and len(ink.findall(rest)) > (1 - _FACT_SHARE) * len(ink.findall(text))):
        return ()
    found += [Fact("authors", text[a:b], a, b, (a, b)) for a, b in people]
    return tuple(sorted(found, key=lambda fact: fact.start))


def _without(text: str, span: tuple[int, int]) -> str:
    """The text with a bar for each character of the span."""
    return text[: span[0]] + "|" * (span[1] - span[0]) + text[span[1] :]


def people_of_byline(text: str) -> tuple[tuple[int, int], ...]:
    """Where the names stand in a line that is a byline and nothing else; () if it is none.

    >>> def people(text): return [text[a:b] for a, b in people_of_byline(text)]
    >>> people("全媒体记者 孙莹 通讯员 王 鹏"), people("□ 张三丰 李四维"), people("文/图 记者／赵六顺 摄影报道")
    (['孙莹', '王 鹏'], ['张三丰', '李四维'], ['赵六顺'])
    >>> people("某县人民政府县长　郑　凯"), people("李建国　某县乡村振兴局")
    (['郑　凯'], ['李建国'])
    >>> people("记者手记"), people("记者走基层"), people("守好粮食安全压舱石"), people("● 产业兴旺")
    ([], [], [], [])
    """
    text = narrow(text)
    for pattern in _SIGNED_WITH_OFFICE:
        if signed := pattern.match(text):
            return (signed.span("value"),)
    ornament = _ORNAMENT.match(text)
    return _people(text, ornament.end() if ornament else 0, bare=ornament is not None)


def _people(text: str, position: int = 0, bare: bool = False) -> tuple[tuple[int, int], ...]:
    """The names of a text that holds roles and names alone; `bare` names need no role.

    A name that stands before any role, or is set to its role without a blank, must open with a known surname.
    """
    names: list[tuple[int, int]] = []
    roles = glued = False
    while position < len(text):
        item = _ITEM.match(text, position)
        if item is None:
            return ()
        if item["name"]:
            if (glued or not roles) and not _IS_NAME.match(text, position):
                return ()
            names.append(item.span())
        roles = roles or bool(item["role"] or item["task"])
        glued = bool(item["role"])
        position = item.end()
    return tuple(names) if roles or bare else ()


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
    >>> dateline("新华社北京3月15日电 全国人大会议").end, dateline("新华社记者张三丰 近日").end
    (12, 9)
    >>> dateline("[某某日报讯]（张三丰）近日").people, dateline("本报讯　记者王强报道：近日").people
    (((8, 11),), ((6, 8),))
    >>> dateline("电影放映下乡"), dateline("讯问制度"), dateline("12月5日电影放映")
    (None, None, None)
    """
    text = narrow(text)
    match = _DATELINE.match(text)
    if not match or not (match["publisher"] or match["month"]):
        return None
    people: tuple[tuple[int, int], ...] = ()
    for group in ("bracketed", "open"):
        if match[group]:
            offset = match.start(group)
            people = tuple((a + offset, b + offset) for a, b in _people(match[group], bare=True))
    named = match["publisher"] and not match["publisher"].startswith("本")
    month_day = (int(match["month"]), int(match["day"])) if match["month"] and match["day"] else None
    return Dateline(match.end(), match.span("publisher") if named else None, month_day, people)


def words(text: SpannedText, start: int, end: int) -> str:
    """The words around a fact, as evidence: the whole text if it is short."""
    return text.text.strip() if len(text) <= 80 else text.text[max(0, start - 20) : end + 20].strip()
