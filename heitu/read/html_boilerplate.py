"""What of a page is not its main text, by structure, link density and place; never by the class names of one site.

1. Parts that say what they are: hidden, nav, aside, header, footer, form (unless they hold most of the prose).
2. Lines and blocks that give themselves away: breadcrumbs, page tools, mostly links, lists of related reading.
3. The main text is the innermost element with nearly all the prose that is left. Outside it stay the headline, what
   stands between headline and text, and lines of metadata; all else is boilerplate.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from heitu.folding import fold
from heitu.read.html_layout import PageLine
from heitu.read.html_tree import Element

_PARTS = {
    "nav": "html.nav",
    "menu": "html.nav",
    "aside": "html.aside",
    "header": "html.header",
    "footer": "html.footer",
    "form": "html.form",
    "button": "html.form",
    "select": "html.form",
    "datalist": "html.form",
    "noscript": "html.fallback",
    "object": "html.fallback",
    "video": "html.fallback",
    "audio": "html.fallback",
    "canvas": "html.fallback",
    "svg": "html.fallback",
    "template": "html.fallback",
    "navigation": "html.nav",
    "complementary": "html.aside",
    "banner": "html.header",
    "contentinfo": "html.footer",
    "search": "html.form",
}
_HIDDEN = re.compile(r"display:none|visibility:hidden")
_PROSE = re.compile(r"[，。；！？]|[,;!?.](?:\s|$)")
_BREADCRUMB = re.compile(r"(?:您|你)?(?:现在|当前|目前)?(?:的|所在)*(?:位置|栏目)(?:是)?\s*[:：]|(?:网站)?首页\s*(?:>|»|›|→|-|/)")
_TOOL = re.compile(
    "分享[到至]?|打印|本页|此页|页面|当前|关闭|窗口|字体|字号|大小|放大|缩小|还原|正常|默认|恢复|加大|减小|[大中小]|"
    "收藏|转发|微信|微博|QQ|空间|朋友圈|返回|顶部|我要|纠错|扫[一1]扫|二维码|用?手机|[上在]|打开|浏览|查看|下载|全屏|保存|复制|链接|"
    "点赞|评论|浏览量?|阅读|点击|访问|次数|[数量率次]|无障碍|简体|繁体|"
    r"share|print|close|font|size|[\W\d_]",
    re.IGNORECASE,
)
_TOOL_SIGN = re.compile("分享|打印|关闭|字体|字号|放大|收藏|纠错|扫[一1]扫|二维码|返回顶部|浏览|点击|无障碍|[大中小] [大中小] |print|share", re.I)
_COPYRIGHT = re.compile(
    r"版权所有|copyright|©|ICP\s*[备证]|公?网安备|技术支持|网站标识码|(?:主办|承办)(?:单位)?[:：]|网站地图|联系我们|关于我们|免责声明",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"[【\[]?(?:(?:相关|推荐|延伸|热点|热门|精彩|猜你喜欢|最新|图片|更多|热)(?:新闻|阅读|报道|链接|文章|稿件|专题|内容|推荐|信息|图集|资讯|附件)*|"
    r"(?:阅读|新闻)(?:推荐|排行)|排行榜|上一[篇条页]|下一[篇条页])[】\]]?\s*(?:[:：].*)?"
)
_METADATA = re.compile(
    r"(?:来源|出处|责编|编辑|作者|记者|通讯员|审核|校对|签发|监制|供稿|撰稿|摄影|日期|时间|文号|索引号)[于为是]?\s*[:：|]"
    r"|\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}"
)
_ATTACHMENT = re.compile(r"附件|附表|附录")
_MOST, _MAIN = 0.5, 0.9  # shares of a page's prose
_SIDE = 0.25  # what holds more of the prose is not a side list
_LINKED = 0.5
_SHORT = 80  # characters in a line of metadata
_TITLE = 4  # characters that a headline has at least


@dataclass(frozen=True, slots=True)
class _Measures:
    """What the elements of a page hold, in characters but blanks."""

    size: Counter[Element]
    linked: Counter[Element]
    prose: Counter[Element]
    total: int

    @classmethod
    def of(cls, lines: Sequence[PageLine], rules: Sequence[str]) -> _Measures:
        """`prose` counts only lines that no rule has found yet."""
        measures = cls(Counter(), Counter(), Counter(), sum(map(prose, _left(lines, rules))))
        for line, rule in zip(lines, rules, strict=True):
            for element in line.element.lineage():
                measures.size[element] += line.size
                measures.linked[element] += line.linked
                measures.prose[element] += 0 if rule else prose(line)
        return measures


def _left(lines: Sequence[PageLine], rules: Sequence[str]) -> list[PageLine]:
    return [line for line, rule in zip(lines, rules, strict=True) if not rule]


def prose(line: PageLine) -> int:
    """The characters of a line that read as running text: it is punctuated, and not mostly links."""
    is_running = _PROSE.search(line.text) and line.linked < _LINKED * line.size and not _COPYRIGHT.search(line.text)
    return line.size - line.linked if is_running else 0


def judge(lines: Sequence[PageLine], title: str) -> tuple[str, ...]:
    """For each line of a page the rule that found it to be boilerplate, "" for main text."""
    measures = _Measures.of(lines, [""] * len(lines))
    rules = [_part_rule(line, measures) for line in lines]
    rules = [rule or _line_rule(line) for line, rule in zip(lines, rules, strict=True)]
    headline = _headline(lines, rules, title)
    rules = [rule or _dense_rule(line, measures) for line, rule in zip(lines, rules, strict=True)]
    rules = _related_rules(lines, rules, measures)
    if headline is not None:
        rules[headline] = ""
    return tuple(_place_rules(lines, rules, headline))
