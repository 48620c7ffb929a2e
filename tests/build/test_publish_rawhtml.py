"""Setting raw HTML blocks aside at once gives the bytes that Python-Markdown gives without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension

from heitu.publish.rawhtml import RawHtml

CASES = {
    "one block": '<article id="top">\n<h1 id="t">甲</h1>\n<p>乙</p>\n</article>\n',
    "nested blocks of one name": '<div class="a">\n<div>甲</div>\n<div>\n<div>乙</div>\n</div>\n</div>\n',
    "blank lines inside": "<section>\n<p>甲</p>\n\n\n<p>乙</p>\n</section>\n",
    "two blocks, one line after the other": "<div>甲</div>\n<section>乙</section>\n",
    "two blocks, a blank line between": "<div>甲</div>\n\n<section>乙</section>\n",
    "Markdown around a block": "# 甲\n\n<div>**乙**</div>\n\n**丙** [丁](x.md)\n",
    "a block right after a paragraph": "甲\n<div>乙</div>\n\n丙\n",
    "text after the block's end": "<div>甲</div> 乙\n\n丙\n",
    "a block that never ends": "<div>\n甲\n\n# 乙\n",
    "an end that nothing began": "</div>\n\n# 甲\n",
    "inside a fence": "```\n\n<div>甲</div>\n\n```\n\n<div>乙</div>\n",
    "inside indented code": "甲\n\n    <div>乙</div>\n",
    "in a list": "- 甲\n\n    <div>乙</div>\n\n- 丙\n",
    "a comment that holds a tag": "<div>\n<!-- </div> -->\n甲\n</div>\n",
    "what looks like markup is text": "<div>\n<p>&lt;/div&gt; {{ x }} ![a](b) # h *x*</p>\n</div>\n",
    "Markdown inside": '<div markdown="1">\n**甲**\n</div>\n\n<div markdown>\n# 乙\n</div>\n',
    "tabs and blank lines of blanks": "<div>\n\t甲\n   \n乙\t丙\n</div>\n",
    "another name that begins alike": "<navigation>甲</navigation>\n\n<nav>乙</nav>\n",
    "inline element at the start": "<span>甲</span>\n\n<em>乙</em>\n",
    "a table": "<table>\n<tr><td>甲</td></tr>\n</table>\n",
    "a tag in an attribute": "<div>\n<p title='</div>'>甲</p>\n<p title=\"<div>\">乙</p>\n</div>\n\n丙\n",
    "a tag in a script": "<div>\n<script>'</div>'</script>\n甲\n</div>\n",
    "overlapping elements": "<div>\n<section>甲</div>\n</section>\n\n乙\n",
    "a code span over a line's start": "`甲\n<div>乙</div>\n`\n",
    "capitals": "<DIV>\n<Div>甲</div>\n</DIV>\n\n<div>\n<DIV>乙</DIV>\n</div>\n",
    "nothing": "",
}
EXTENSIONS: list[str | Extension] = ["fenced_code", "tables", "attr_list", "md_in_html", "toc"]


def convert(text: str, *more: Extension, extensions: list[str | Extension] = EXTENSIONS) -> str:
    return Markdown(extensions=[*extensions, *more]).convert(text)


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_pages_come_out_the_same(text: str) -> None:
    assert convert(text, RawHtml()) == convert(text)
    assert convert(text, RawHtml(), extensions=[]) == convert(text, extensions=[])


LINES = st.sampled_from(
    [
        "",
        "",
        "甲",
        "<div>",
        "</div>",
        "<p>乙</p>",
        '<section id="s1">',
        "</section>",
        "<div>丙</div>",
        "# 丁",
        "&lt;div&gt;",
        "- 戊",
        "</p> 己",
        "  <div>",
        '<p title="</div>">庚',
        "<!-- </div>",
        "-->",
        "`辛",
    ]
)


@given(st.lists(LINES, max_size=14))
def test_any_page_comes_out_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert convert(text, RawHtml()) == convert(text)
