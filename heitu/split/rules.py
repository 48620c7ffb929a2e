"""The rules of the split stage in words, as the ledger names them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from heitu.language import Bilingual

RULES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "title.mark": Bilingual("标题（有标题标记）", "title, marked as such"),
        "title.position": Bilingual(
            "标题（位于正文或日期、来源行之上）", "title, by its place above the text or the lines of facts"
        ),
        "title.subtitle": Bilingual("副标题", "subtitle"),
        "title.shoulder": Bilingual(
            "引题（位于标题之上），作副标题", "shoulder headline above the title, kept as the subtitle"
        ),
        "heading.contents": Bilingual("目录", "table of contents"),
        "title.second": Bilingual("重复的标题行", "the title once more"),
        "title.above": Bilingual("网页标题之上的栏目或横幅", "a banner or channel name above the title of the page"),
        "facts.line": Bilingual("日期、来源、编辑等信息行", "a line of facts: date, source, editors"),
        "facts.byline": Bilingual("作者署名", "byline"),
        "facts.dateline": Bilingual("电头（讯头），移出正文", "dateline; it leaves its paragraph"),
        "caption.signed": Bilingual("图片说明（有署名或图片标记）", "photo caption, signed or marked as one"),
        "caption.position": Bilingual(
            "图片说明（位于字数行与署名之间）", "photo caption, by its place between length and byline"
        ),
        "heading.kicker": Bilingual("两行标题的上一行", "the upper line of a two-line heading"),
        "heading.line": Bilingual("独立成行的小标题", "a heading on a line of its own"),
        "heading.run-in": Bilingual("段首小标题", "a heading that opens its paragraph"),
        "heading.stop": Bilingual("小标题末尾的句号或冒号", "the stop or colon that ends a heading"),
        "text.paragraph": Bilingual("正文段落", "a paragraph of the text"),
        "layout.blank": Bilingual("空白与换行", "white space and line ends"),
    }
)
