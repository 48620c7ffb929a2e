"""The rules of the clean stage in words, as the ledger names them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from heitu.language import Bilingual

RULES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "glyphs.doubled": Bilingual(
            "标题字形在文本层中重复，保留一份", "headline glyphs doubled in the text layer; one copy kept"
        ),
        "glyphs.letter-spaced": Bilingual(
            "字间加空的排版，空格不计入文字", "letter-spaced setting; the blanks are not text"
        ),
        "repeat.far": Bilingual(
            "整段重复前文的第二份（不少于80字）",
            "a second copy of whole paragraphs of earlier text (80 characters or more)",
        ),
        "repeat.variant": Bilingual(
            "第二份与前文不同之处（异文）", "where the second copy reads otherwise: a variant reading"
        ),
        "repeat.adjacent": Bilingual(
            "紧接着重复一遍的文字（不少于6字）", "text repeated at once (6 characters or more)"
        ),
        "blank.wrap": Bilingual("折行留下的空格", "a blank that a line break left"),
        "blank.figure": Bilingual(
            "汉字与数字之间的排版空格", "a typesetter's blank between Han characters and figures"
        ),
        "web.menu": Bilingual("网页的栏目、地名或工具条", "a menu, list of places or tool bar of the page"),
        "web.position": Bilingual("网页的“当前位置”", "the page's breadcrumb"),
        "web.hotline": Bilingual("网站的热线、邮箱等联系方式", "the site's hotline, e-mail or other contact"),
        "web.copyright": Bilingual("网站的版权、备案信息", "the site's copyright or registration line"),
        "web.counter": Bilingual("浏览次数", "a page counter"),
        "web.tools": Bilingual("字号、打印、推荐等工具", "font size, print or recommend tools"),
        "web.code": Bilingual("扫码、客户端推广", "a code to scan or an app to load"),
        "web.rights": Bilingual("网站的转载、免责声明", "the site's terms of reprinting or disclaimer"),
        "web.neighbour": Bilingual("上一篇、下一篇", "a link to the previous or next item"),
        "web.attachment": Bilingual("附件下载链接", "a link to an attached file"),
        "web.end": Bilingual("文末的“完”标记", "a mark at the end of the text"),
        "web.related": Bilingual("相关内容列表", "a list of related items"),
        "web.notice": Bilingual("网站的版权声明", "the site's notice on rights"),
        "print.page-number": Bilingual("页码、版次或转版提示", "a page number or a turn-to-page line"),
        "print.running-head": Bilingual("每页重复的页眉", "a running head, printed again on each page"),
        "print.logo": Bilingual("版面标识或广告，不作标题", "a logo or advertisement of the page; never a heading"),
    }
)
