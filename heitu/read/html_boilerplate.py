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
    """What the elements of a page hold: characters but blanks, those in links, those in prose, and lines of links."""

    size: Counter[Element]
    linked: Counter[Element]
    prose: Counter[Element]
    link_lines: Counter[Element]

    @classmethod
    def of(cls, lines: Sequence[PageLine], rules: Sequence[str]) -> _Measures:
        """Lines that a rule has found count as no prose."""
        measures = cls(Counter(), Counter(), Counter(), Counter())
        for line, rule in zip(lines, rules, strict=True):
            for element in line.element.lineage():
                measures.size[element] += line.size
                measures.linked[element] += line.linked
                measures.prose[element] += 0 if rule else prose(line)
                measures.link_lines[element] += _is_linked(line)
        return measures

    def share(self, element: Element) -> float:
        """The share of the page's prose that an element holds; where the page has none, of its characters."""
        of = self.prose if any(self.prose.values()) else self.size
        return of[element] / max(of.values(), default=1)


def _left(lines: Sequence[PageLine], rules: Sequence[str]) -> list[PageLine]:
    """The lines that no rule has found."""
    return [line for line, rule in zip(lines, rules, strict=True) if not rule]


def _is_linked(line: PageLine) -> bool:
    return line.linked >= _LINKED * line.size


def prose(line: PageLine) -> int:
    """The characters of a line that read as running text: it is punctuated, and not mostly links."""
    is_running = _PROSE.search(line.text) and not _is_linked(line) and not _COPYRIGHT.search(line.text)
    return line.size - line.linked if is_running else 0


def judge(lines: Sequence[PageLine], title: str) -> tuple[str, ...]:
    """For each line of a page the rule that found it to be boilerplate, "" for main text; `title` is the `<title>`."""
    measures = _Measures.of(lines, [""] * len(lines))
    rules = [_part_rule(line, measures) or _line_rule(line) for line in lines]
    headline = _headline(lines, rules, title)
    if headline is not None:
        rules = _open_header(lines, rules, lines[headline].element)
    rules = [rule or _dense_rule(line, measures) for line, rule in zip(lines, rules, strict=True)]
    rules = _related_rules(lines, rules, measures)
    if headline is not None:
        rules[headline] = ""
    return tuple(_place_rules(lines, rules, headline))


def _part_rule(line: PageLine, measures: _Measures) -> str:
    for element in line.element.lineage():
        role = element.attributes.get("role", "").lower()
        is_hidden = "hidden" in element.attributes or _HIDDEN.search(element.style)
        rule = "html.hidden" if is_hidden else _PARTS.get(element.name) or _PARTS.get(role, "")
        if rule and measures.share(element) <= _MOST:
            return rule
    return ""


def _line_rule(line: PageLine) -> str:
    if line.size > _SHORT or "。" in line.text:
        return ""
    if _BREADCRUMB.match(line.text):
        return "html.breadcrumb"
    if _TOOL_SIGN.search(line.text) and not _TOOL.sub("", line.text):
        return "html.page-tools"
    return "html.copyright" if _COPYRIGHT.search(line.text) else ""


def _headline(lines: Sequence[PageLine], rules: Sequence[str], title: str) -> int | None:
    """The line that the browser's title bar repeats, best from its beginning, else the first top heading."""
    last = max(range(len(lines)), key=lambda i: prose(lines[i]), default=0)
    allowed = [i for i in range(last + 1) if rules[i] in ("", "html.header") and not _is_linked(lines[i])]
    wanted = fold(html.unescape(title))

    def agreement(index: int) -> int:
        text = fold(lines[index].text)
        if len(text) < _TITLE or not wanted or (text not in wanted and wanted not in text):
            return 0
        return min(len(text), len(wanted)) * (2 if wanted.startswith(text) else 1)

    best = max(allowed, key=agreement, default=None)
    if best is not None and agreement(best):
        return best
    headings = [i for level in (1, 2) for i in allowed if lines[i].line.mark == level]
    return headings[0] if headings else None


def _open_header(lines: Sequence[PageLine], rules: Sequence[str], headline: Element) -> list[str]:
    """A header that holds the headline is the article's, not the site's."""
    own = {e for e in headline.lineage() if "html.header" in (_PARTS.get(e.name), _PARTS.get(e.attributes.get("role", "")))}
    return [
        _line_rule(line) if rule == "html.header" and own & set(line.element.lineage()) else rule
        for line, rule in zip(lines, rules, strict=True)
    ]


def _dense_rule(line: PageLine, measures: _Measures) -> str:
    """A line that is mostly links, or that stands in a block where most of the text is links."""
    if _is_linked(line) and "。" not in line.text and not _ATTACHMENT.match(line.text):
        return "html.link-density"
    for element in line.element.lineage():
        is_dense = measures.linked[element] >= _LINKED * measures.size[element] and measures.link_lines[element] >= 2
        if is_dense and measures.share(element) <= _SIDE:
            return "html.link-density"
    return ""


def _related_rules(lines: Sequence[PageLine], rules: Sequence[str], measures: _Measures) -> list[str]:
    """A list under a heading such as 相关阅读, or the heading alone where its list was found to be links."""
    found = list(rules)
    for index, line in enumerate(lines):
        if found[index] or line.size > _SHORT or not _RELATED.fullmatch(line.text):
            continue
        block = next((e for e in line.element.lineage() if measures.size[e] > line.size), line.element)
        if measures.share(block) <= _SIDE:
            for later in range(index, len(lines)):
                if block in lines[later].element.lineage():
                    found[later] = found[later] or "html.related"
        elif index + 1 == len(lines) or found[index + 1]:
            found[index] = "html.related"
    return found


def _place_rules(lines: Sequence[PageLine], rules: Sequence[str], headline: int | None) -> list[str]:
    """Marks what stands outside the article: from the headline over the main text to what follows it without a break."""
    main = _main(lines, rules)
    inside = [i for i, line in enumerate(lines) if main in line.element.lineage()]
    if not main or not inside:
        return list(rules)
    start, end = inside[0], inside[-1] + 1
    scope = main.parent or main
    if headline is not None and headline < start:
        start = headline
        own = set(lines[headline].element.lineage())
        scope = next((element for element in main.lineage() if element in own), main)
    within = [scope in line.element.lineage() for line in lines]
    while start and not rules[start - 1] and within[start - 1] and _belongs(lines[start - 1], lines[start]):
        start -= 1
    while end < len(lines) and not rules[end] and within[end]:
        end += 1
    return [rule or ("" if start <= i < end else "html.outside-main") for i, rule in enumerate(rules)]


def _belongs(line: PageLine, headline: PageLine) -> bool:
    """Whether a line over the headline is part of it (a kicker) or metadata."""
    return line.element.parent is headline.element.parent or bool(_METADATA.search(line.text) and line.size <= _SHORT)


def _main(lines: Sequence[PageLine], rules: Sequence[str]) -> Element | None:
    """The innermost element with nearly all the prose, widened as long as that takes in nothing that a rule found."""
    measures = _Measures.of(lines, rules)
    largest = max(_left(lines, rules), key=prose, default=None)
    if largest is None or not prose(largest):
        return None
    main = next(element for element in largest.element.lineage() if measures.share(element) >= _MAIN)
    found = Counter(e for line, rule in zip(lines, rules, strict=True) if rule for e in line.element.lineage())
    while main.parent and not found[main.parent]:
        main = main.parent
    return main
