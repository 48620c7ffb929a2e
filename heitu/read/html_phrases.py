"""How pages of Chinese newspapers and governments word what is not their main text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

# Elements and ARIA landmark roles that say what they are, with the rule that sets them aside.
PARTS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("nav", "menu", "navigation"), "html.nav")
    | dict.fromkeys(("aside", "complementary"), "html.aside")
    | dict.fromkeys(("header", "banner"), "html.header")
    | dict.fromkeys(("footer", "contentinfo"), "html.footer")
    | dict.fromkeys(("form", "search", "button", "select", "datalist"), "html.form")
    | dict.fromkeys(("noscript", "object", "video", "audio", "canvas", "svg", "template"), "html.fallback")
)
HIDDEN = re.compile(r"display:none|visibility:hidden")
PROSE = re.compile(r"[，。；！？]|[,;!?.](?:\s|$)")
BREADCRUMB = re.compile(
    r"(?:[您你]|现在|当前|目前|所在)+的?(?:所在)?(?:位置|栏目)是?\s*[:：]"
    r"|(?:位置\s*[:：]\s*)?(?:网站)?首页\s*(?:>|»|›|→|-|/)"
)
COPYRIGHT = re.compile(r"版权所有|copyright|©|ICP\s*[备证]|公?网安备|网站标识码|网站地图|免责声明", re.IGNORECASE)
IMPRINT = re.compile(
    r"(?:主办|承办|协办)(?:单位)?[:：]|技术支持[:：]|联系我们|关于我们|(?:地址|邮编|电话|传真|邮箱)[:：]"
)
RELATED = re.compile(
    r"[【\[]?(?:"
    r"(?:相关|推荐|延伸|热点|热门|精彩|最新|图片|更多)(?:新闻|阅读|报道|链接|文章|稿件|专题|内容|推荐|信息|图集|资讯)+"
    r"|更多|猜你喜欢|排行榜|(?:阅读|新闻|热点)(?:推荐|排行)|上一[篇条页]|下一[篇条页]"
    r")[】\]]?\s*(?:[:：].*)?"
)
METADATA = re.compile(
    r"(?:来源|出处|责编|编辑|作者|记者|通讯员|审核|校对|签发|监制|供稿|撰稿|摄影|日期|时间|文号|索引号)[于为是]?\s*[:：|]"
    r"|\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}"
)
ATTACHMENT = re.compile(r"附件|附表|附录")
_TOOL_SIGN = re.compile(
    r"分享|打印|关闭|字体|字号|放大|收藏|纠错|扫[一1]扫|二维码|返回顶部|浏览|点击|无障碍"
    r"|[大中小] [大中小](?: |$)|print|share",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"分享[到至]?|打印|[本此]页|页面?|当前|关闭|窗口|字体|字号|大小|放大|缩小|还原|正常|默认|恢复|加大|减小|[大中小]"
    r"|收藏|转发|微信|微博|QQ|空间|朋友圈|返回|顶部|我要|纠错|扫[一1]扫|二维码|用?手机|[上在]|打开|浏览|查看|下载"
    r"|全屏|保存|复制|链接|点赞|评论|阅读|点击|访问|次数|[数量率次]|无障碍|简体|繁体|share|print|close|font|size|[\W\d_]",
    re.IGNORECASE,
)


def is_page_tools(text: str) -> bool:
    """Whether a line is nothing but tools of the page.

    >>> is_page_tools("【字号：大 中 小】 打印 关闭"), is_page_tools("浏览次数：128"), is_page_tools("打印行业发展情况")
    (True, True, False)
    """
    return bool(_TOOL_SIGN.search(text)) and not _TOOL.sub("", text)
