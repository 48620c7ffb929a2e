"""What a web page prints around a text: navigation, site map, hotline, share bars, related links, copyright notices.

Each rule is one entry of `LINE_RULES` (a line that is boilerplate by itself), of `TAIL_RULES` (one that is so below
the text) or of `LIST_RULES` (a line that opens a list of such). Words alone never take a line: its place has to agree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType

from heitu.clean.page import Page
from heitu.clean.shapes import FULL_STOP, is_row, is_running_text
from heitu.drafts import Block
from heitu.folding import han_count

_MENU_WORDS = (
    "首页|网站首页|返回首页|网站地图|站点地图|关于我们|联系我们|联系方式|免责声明|版权声明|网站声明|隐私(?:保护|声明|政策)|安全隐私|版权保护|"
    "设为首页|加入收藏|无障碍(?:浏览|阅读)?|简体|繁体|English|登录|注册|退出|帮助|打印(?:本页|本文)?|关闭(?:窗口|本页)?|收藏|分享(?:到)?|下载|全屏|"
    "加大|还原|减小|放大|正常|缩小|大|中|小|微信|微博|手机版|客户端|返回顶部|上一篇|下一篇|扫一扫|无相关信息|更多|更多栏目|字号|字体"
)
_SEPARATORS = r"\s|｜丨·•/>＞»›:：【】\[\]()（）,，、-"
_SPLIT = re.compile(rf"[{_SEPARATORS}]+")
_MENU_WORD = re.compile(rf"(?:{_MENU_WORDS})")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,10}")
_NAMES = 6  # names in a row that make a menu
_PERSON = re.compile(r"记者|通讯员|作者|摄影|编辑|校对")
_LABELLED = re.compile(r"^[^\s，。,:：]{1,12}\s*[:：]\s*\S|^首页\s*[>＞»›]")
_CONTACT_TAIL = re.compile(r"\s+(?:联系|热线|新闻)?(?:电话|热线|邮箱|传真|E-?mail)\s*[:：]\s*[\w@.+-]+$", re.IGNORECASE)
_RUNNING = 60  # characters
_SENTENCE = 12  # Han characters

LINE_RULES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "web.position": re.compile(r"^(?:您|你)?(?:现在|当前|所在)?(?:的)?(?:位置|所在)(?:是)?[:：]|^首页\s*[>＞»›]"),
        "web.hotline": re.compile(
            r"^(?:新闻|服务|举报|监督|咨询|采编|广告|客服|读者|投诉)?(?:热线|电话|邮箱|信箱|传真|邮编|地址|QQ群?|E-?mail|微信号?)(?:电话)?[:：]\s*\S",
            re.IGNORECASE,
        ),
        "web.copyright": re.compile(
            r"版权所有|©|Copyright|All\s+rights\s+reserved|ICP[备证]|公网安备|网站标识码|技术支持[:：]|备案号?[:：]|"
            r"^(?:主办|承办|协办)(?:单位)?[:：]|建议使用.{0,20}浏览器|分辨率",
            re.IGNORECASE,
        ),
        "web.counter": re.compile(r"^(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]?\s*\d*\s*次?$"),
        "web.tools": re.compile(
            r"^【?(?:字[体号]|E-?mail\s*推荐|推荐给|我要(?:纠错|评论)|打印|关闭)[^。]{0,16}】?$", re.IGNORECASE
        ),
        "web.code": re.compile(
            r"扫一扫|扫描?.{0,4}二维码|客户端下载|关注.{0,10}(?:微信|公众号)|点击.{0,6}(?:蓝字|关注)|点个?(?:赞|在看)"
        ),
        "web.rights": re.compile(
            r"不代表本[网站报社]|(?:刊用|转载)本[网站报社]|未经.{0,8}(?:授权|许可|同意).{0,8}(?:转载|使用)"
        ),
    }
)

TAIL_RULES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "web.neighbour": re.compile(r"^[上下]一[篇条页期版]\s*[:：]"),
        "web.attachment": re.compile(
            r"^附件\s*\d*\s*[:：].*\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar)$", re.IGNORECASE
        ),
        "web.end": re.compile(r"^[-—\s]*(?:THE\s+)?END[-—\s]*$|^[（(]?(?:全文)?完[）)]?$", re.IGNORECASE),
    }
)

LIST_RULES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "web.related": re.compile(
            r"^(?:相关|推荐|延伸|热点|精彩|热门|最新|猜你)(?:的)?(?:内容|链接|新闻|报道|阅读|文章|信息|推荐|专题|附件|排行|图集|喜欢)(?:报道)?[:：]?$"
        ),
    }
)
_NOTICE = re.compile(
    r"(?:版权|免责|转载|著作权|声明)[^。]{0,24}(?:声明|须知|说明)\s*[:：]?$|^(?:郑重|特别)?声明\s*[:：]?$"
)
_NOTICE_WORDS = re.compile(r"本[网站]|版权|转载|授权|著作权|侵权|侵犯|稿件|法律责任|稿酬|与本")
_LIST_MARK = re.compile(r"^\s*[•·●▪◆■]|^\s*[（(]?\d{1,2}[）)、.．]|^\s*凡")


def is_tool_bar(text: str) -> bool:
    """A row of the tools and standing pages that any site has, without a sentence.

    >>> is_tool_bar("网站地图 | 关于我们 | 联系我们"), is_tool_bar("长春 江城 四平 辽源 通化 白城")
    (True, False)
    """
    tokens = [token for token in _SPLIT.split(text) if token]
    words = sum(_MENU_WORD.fullmatch(token) is not None for token in tokens)
    return not FULL_STOP.search(text) and (words == len(tokens) or (words >= 2 and 2 * words >= len(tokens)))


def is_menu(text: str) -> bool:
    """A row of names of pages or places, without a sentence.

    >>> is_menu("长春 江城 四平 辽源 通化 白城"), is_menu("全媒体记者 孙莹 通讯员 王鹏")
    (True, False)
    """
    tokens = [token for token in _SPLIT.split(text) if token]
    is_prose = FULL_STOP.search(text) or _PERSON.search(text) or is_row(text) or re.search("[，、]", text)
    return len(tokens) >= _NAMES and not is_prose and all(_NAME.fullmatch(token) for token in tokens)


def line_rule(text: str) -> str:
    """The rule by which a line would be the page's, "" where none fits; its place has still to agree.

    >>> line_rule("咨询电话：0439-3331234"), line_rule("网站地图 | 关于我们"), line_rule("蓝莓串起大产业")
    ('web.hotline', 'web.menu', '')
    """
    if is_menu(text) or (is_tool_bar(text) and not _PERSON.search(text)):
        return "web.menu"
    return next((rule for rule, pattern in LINE_RULES.items() if pattern.search(text)), "")


def needs_margin(text: str) -> bool:
    """Whether a line could as well be text, so that it is the page's only at the margin or beside what is the page's.

    >>> needs_margin("扫一扫 办成事"), needs_margin("咨询电话：0439-3331234"), needs_margin("网站地图 | 关于我们")
    (True, False, False)
    """
    return not (is_tool_bar(text) or _LABELLED.match(text))


def is_sentence(text: str) -> bool:
    """Whether a line says something: it's the page's only among what is the page's.

    >>> is_sentence("咨询电话：0439-3331234，欢迎前来洽谈采购。"), is_sentence("扫一扫有惊喜！")
    (True, False)
    """
    return len(text) >= _RUNNING or (FULL_STOP.search(text) is not None and han_count(text) >= _SENTENCE)


def _notice_items(blocks: Sequence[Block], start: int) -> list[int]:
    """A notice on rights: its headline and the items below it, as long as they're listed or speak of rights."""
    items = [start]
    for i in range(start + 1, len(blocks)):
        text = blocks[i].text.text
        if not (_LIST_MARK.match(text) or _NOTICE_WORDS.search(text)) or blocks[i].mark:
            break
        items.append(i)
    return items if any(_NOTICE_WORDS.search(blocks[i].text.text) for i in items[1:]) else []


def _listed_items(blocks: Sequence[Block], start: int) -> list[int]:
    """A list of links: its headline and the short lines below it, up to the next running text."""
    items = [start]
    for i in range(start + 1, len(blocks)):
        if is_running_text(blocks[i].text.text) or blocks[i].mark:
            break
        items.append(i)
    return items


def _lists(blocks: Sequence[Block]) -> dict[int, str]:
    """Notices on rights and lists of links, each with what is listed below its headline."""
    found: dict[int, str] = {}
    for i, block in enumerate(blocks):
        text = block.text.text.strip()
        if i in found:
            continue
        if len(text) <= 60 and _NOTICE.search(text):
            found.update(dict.fromkeys(_notice_items(blocks, i), "web.notice"))
        if rule := next((name for name, pattern in LIST_RULES.items() if pattern.search(text)), ""):
            found.update(dict.fromkeys(_listed_items(blocks, i), rule))
    return found


def _enclosed(found: Mapping[int, str], asked: Mapping[int, str], cuts: Set[int], i: int, size: int) -> bool:
    """Whether a block stands between others that are the page's, or between one and the edge of the source."""
    before = next((n for n in range(i, -1, -1) if n not in asked), -1)
    after = next((n for n in range(i, size) if n not in asked), size)
    above = before in found or any(n in cuts for n in range(before + 1, i + 1))
    below = after in found or any(n in cuts for n in range(i + 1, after + 1))
    return (above or before == -1) and (below or after == size) and (above or below)


def boilerplate(blocks: Sequence[Block], cuts: Set[int] = frozenset()) -> dict[int, str]:
    """The blocks that are boilerplate, each with its rule.

    What a page prints stands at its margins (above the first and below the last running text) or beside more of the same;
    inside the text only a tool bar, or a label with its value, is the page's. A sentence is the page's only where it
    stands wholly among what is the page's. `cuts` are the blocks above which something of the page was set aside before.
    """
    texts = [block.text.text.strip() for block in blocks]
    found = _lists(blocks)
    asked = {i: rule for i, text in enumerate(texts) if i not in found and (rule := line_rule(text))}
    core = [i for i, text in enumerate(texts) if i not in found and i not in asked and is_running_text(text)]
    first, last = (core[0], core[-1]) if core else (len(blocks), -1)
    for i in range(last + 1, len(blocks)):
        rule = next((name for name, pattern in TAIL_RULES.items() if pattern.search(texts[i])), "")
        if rule and not is_sentence(texts[i]):
            asked.setdefault(i, rule)
    sentences = {i: rule for i, rule in asked.items() if is_sentence(texts[i])}
    for i, rule in asked.items():
        at_margin = not first < i < last or i - 1 in found or i + 1 in found
        if i not in sentences and (at_margin or not needs_margin(texts[i])):
            found.setdefault(i, rule)
    return found | {i: rule for i, rule in sentences.items() if _enclosed(found, sentences, cuts, i, len(blocks))}


def contact_tail(text: str) -> list[tuple[int, int]]:
    """The site's contact at the end of a line of facts.

    >>> contact_tail("责任编辑：邹敏　电话：0755-88886666"), contact_tail("咨询电话：0439-3331234，欢迎采购。")
    ([(7, 24)], [])
    """
    match = _CONTACT_TAIL.search(text)
    return [match.span()] if match and _LABELLED.match(text) else []


def set_aside_boilerplate(page: Page[Block]) -> Page[Block]:
    cuts = page.cuts(lambda entry: entry.category == "boilerplate")
    page = page.drop_items(boilerplate(page.items, cuts), "boilerplate", "page")
    contacts = {i: ranges for i, block in enumerate(page.items) if (ranges := contact_tail(block.text.text))}
    return page.drop_ranges(contacts, "boilerplate", "page", "web.hotline")
