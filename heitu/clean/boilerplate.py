"""What a web page prints around a text: navigation, site map, hotline, share bars, related links, copyright notices.

Each rule is one entry of `LINE_RULES` (a line that is boilerplate by itself) or of `LIST_RULES` (a line that opens a list
of such). A line that reads as running text is never taken by its words alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from heitu.clean.page import Page
from heitu.clean.shapes import FULL_STOP, is_running_text
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
        "web.code": re.compile(r"扫一扫|扫描?二维码|客户端下载|关注.{0,10}(?:微信|公众号)"),
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


def is_menu(text: str) -> bool:
    """A row of names of pages, places or tools, without a sentence.

    >>> is_menu("网站地图 | 关于我们 | 联系我们"), is_menu("长春 江城 四平 辽源 通化 白城")
    (True, True)
    >>> is_menu("全媒体记者 孙莹 通讯员 王鹏")
    False
    """
    if FULL_STOP.search(text) or re.search(r"记者|通讯员|作者|摄影|编辑|校对", text):
        return False
    tokens = [token for token in _SPLIT.split(text) if token]
    if not tokens:
        return True
    words = sum(_MENU_WORD.fullmatch(token) is not None for token in tokens)
    if words == len(tokens) or (words >= 2 and 2 * words >= len(tokens)):
        return True
    return (
        len(tokens) >= 6 and all(_NAME.fullmatch(token) for token in tokens) and "，" not in text and "、" not in text
    )


def _line_rule(text: str) -> str:
    if is_menu(text):
        return "web.menu"
    if is_running_text(text) and han_count(text) > 80:
        return ""
    return next((rule for rule, pattern in LINE_RULES.items() if pattern.search(text)), "")


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


def boilerplate(blocks: Sequence[Block]) -> dict[int, str]:
    """The blocks that are boilerplate, each with its rule."""
    found: dict[int, str] = {}
    for i, block in enumerate(blocks):
        text = block.text.text.strip()
        if i in found:
            continue
        if len(text) <= 60 and _NOTICE.search(text):
            found.update(dict.fromkeys(_notice_items(blocks, i), "web.notice"))
        if rule := next((name for name, pattern in LIST_RULES.items() if pattern.search(text)), ""):
            found.update(dict.fromkeys(_listed_items(blocks, i), rule))
        if i not in found and (rule := _line_rule(text)):
            found[i] = rule
    return found


def set_aside_boilerplate(page: Page[Block]) -> Page[Block]:
    return page.drop_items(boilerplate(page.items), "boilerplate", "page")
