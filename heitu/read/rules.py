"""The rules of the read stage by name; a claim or a line of boilerplate carries the name of the rule that found it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from heitu.language import Bilingual

RULES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "text.bom": Bilingual("文件开头的字节顺序标记", "byte order mark at the start of the file"),
        "text.zero-width": Bilingual("看不见的零宽字符", "invisible character without width"),
        "text.control": Bilingual("控制字符，不是文字", "control character, not text"),
        "text.escaped-blank": Bilingual(
            "导出程序写成 <U+00A0> 的空格", "blank that an export program wrote out as <U+00A0>"
        ),
        "text.comment": Bilingual("HTML 注释", "HTML comment"),
        "text.inline-tag": Bilingual(
            "成对的行内标签，如 <mark>…</mark>，以及 <br>",
            "pair of inline tags such as <mark>…</mark>, or a <br>",
        ),
        "text.heading-mark": Bilingual("行首的标题记号 #", "heading mark # at the start of a line"),
        "text.emphasis": Bilingual("强调记号 ** 或 __", "emphasis mark ** or __"),
        "text.rule": Bilingual("分隔线记号，如 ---", "mark of a horizontal rule such as ---"),
        "html.tag": Bilingual("网页标签", "tag of the page"),
        "html.comment": Bilingual("网页注释", "comment of the page"),
        "html.declaration": Bilingual("文档类型等声明", "document type or other declaration"),
        "html.script": Bilingual("脚本", "script"),
        "html.style": Bilingual("样式表", "style sheet"),
        "html.title": Bilingual("浏览器标题栏的文字（<title>）", "text of the browser's title bar (<title>)"),
        "html.fallback": Bilingual(
            "浏览器平常不显示的替代文字，如 <noscript>", "text shown only as a stand-in, as in <noscript>"
        ),
        "html.whitespace": Bilingual(
            "网页源码中的换行与多余空白，显示时合并", "line ends and blanks of the page's code, collapsed on display"
        ),
        "html.blank": Bilingual(
            "段首段尾用 &nbsp; 等写成的空白", "blank written as &nbsp; or the like at a line's edge"
        ),
        "html.outside": Bilingual("不在网页结构之内的文字", "text outside the structure of the page"),
        "html.hidden": Bilingual("网页中隐藏不显示的部分", "part of the page that is hidden"),
        "html.nav": Bilingual("导航栏", "navigation"),
        "html.aside": Bilingual("侧栏", "sidebar of the page"),
        "html.header": Bilingual("页眉", "header of the page"),
        "html.footer": Bilingual("页脚", "footer of the page"),
        "html.form": Bilingual("表单与按钮", "form or button"),
        "html.breadcrumb": Bilingual("“当前位置”一类的栏目路径", "breadcrumb trail"),
        "html.page-tools": Bilingual(
            "分享、打印、字号一类的页面工具", "page tools: share, print, font size and the like"
        ),
        "html.copyright": Bilingual("版权、备案与联系方式", "copyright, registration number, contact"),
        "html.related": Bilingual("相关阅读、推荐阅读一类的栏目", "related or recommended reading"),
        "html.link-density": Bilingual("文字大半是链接", "most of the text is links"),
        "html.outside-main": Bilingual("在网页正文区域之外", "outside the main text of the page"),
    }
)
