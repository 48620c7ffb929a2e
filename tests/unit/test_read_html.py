"""Lines of a page: what ends a line, what white space is left, what characters read as."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from heitu.drafts import Extract
from heitu.ledger import tile
from heitu.read import html, read_bytes
from heitu.read.html_tokens import Token
from heitu.read.html_tree import Node, walk
from heitu.records import LedgerEntry


def read(page: str) -> Extract:
    return read_bytes("a.html", page.encode())


def texts(extract: Extract) -> list[str]:
    return [line.text.text for line in extract.lines]


LAYOUT = [
    ("paragraphs", "<p>甲</p><p>乙</p>", ["甲", "乙"]),
    ("paragraphs that are not closed", "<p>甲<p>乙", ["甲", "乙"]),
    ("breaks", "<div>甲<br>乙<br/><br />丙</div>", ["甲", "乙", "丙"]),
    ("text beside a block", "甲<div>乙</div>丙", ["甲", "乙", "丙"]),
    ("inline elements", "<p><span>守好</span><b>粮食</b><font color=red>安全</font><o:p></o:p></p>", ["守好粮食安全"]),
    (
        "a heading split by Word",
        "<h2><span>一、</span><span lang=EN-US>2021</span><span>年</span></h2>",
        ["一、2021年"],
    ),
    ("a wrap between Han characters", "<p>黑土地\n    保护，\r\n成效明显</p>", ["黑土地保护，成效明显"]),
    ("a wrap between Latin words", "<p>black\n   soil</p>", ["black soil"]),
    ("a wrap between elements", "<p><i>来源：</i>\n<i>本报</i></p>", ["来源： 本报"]),
    ("blanks are collapsed", "<p>  甲   乙\t丙 </p>", ["甲 乙 丙"]),
    ("blanks across elements", "<p>甲 <b> 乙</b></p>", ["甲 乙"]),
    ("a blank that carries meaning", "<p>传承英雄史 再铸英雄魂</p>", ["传承英雄史 再铸英雄魂"]),
    ("ideographic blanks", "<p>　　甲　乙</p>", ["甲　乙"]),
    ("references", "<p>&ldquo;黑土&#8221;&nbsp;&lt;b&gt;&#x4E2D;&amp;nbsp;</p>", ["“黑土”\xa0<b>中&nbsp;"]),
    ("references without a semicolon", "<p>甲&nbsp乙&copy2021&unknown</p>", ["甲\xa0乙©2021&unknown"]),
    ("what only looks like a tag", "<p>a < b，5<6，<百分之三，<b且c></p>", ["a < b，5<6，<百分之三，<b且c>"]),
    ("invisible characters", "<p>甲\u200b乙&#8203;丙&shy;丁&#1;</p>", ["甲乙丙丁"]),
    ("raised numbers", "<p>10<sup>4</sup>亩<sup>[1]</sup></p>", ["10⁴亩[1]"]),
    ("preformatted text", "<pre>  甲  乙\n丙\n\n丁</pre>", ["甲  乙", "丙", "丁"]),
    ("block by style", '<a href="x">甲</a>。<span style="display: block">乙</span>丙', ["甲。", "乙", "丙"]),
    ("inline by style", '<div style="display:inline">甲</div><div style="display:inline">乙</div>', ["甲乙"]),
    ("text after the end", "<html><body><p>甲</p></body></html>乙", ["甲", "乙"]),
    ("a form of layout cells", "<table><tr><td>甲</td><td>乙</td></tr></table>", ["甲", "乙"]),
    ("source markup stays text", "<p>{{ x }} ![a](b) # h ::: &lt;script&gt;</p>", ["{{ x }} ![a](b) # h ::: <script>"]),
]


@pytest.mark.parametrize(("label", "page", "expected"), LAYOUT, ids=[case[0] for case in LAYOUT])
def test_lines_are_laid_out(label: str, page: str, expected: list[str]) -> None:
    assert texts(read(page)) == expected


def test_rows_of_a_table_of_data_are_lines_with_tabs() -> None:
    page = (
        "<table><caption>投资表</caption><tr><th>项目</th><th><p>投资</p><p>（亿元）</p></th></tr>\n"
        "<tr>\n<td> 交 通 </td><td><p>10.5</p></td></tr><tr><td></td><td>2</td></tr></table>"
    )
    assert texts(read(page)) == ["投资表", "项目\t投资 （亿元）", "交 通\t10.5", "2"]


def test_a_table_of_long_cells_only_places_its_text() -> None:
    cell = "四平市推进黑土地保护，推广保护性耕作。" * 6
    rows = f"<tr><td>栏目</td><td>{cell}</td></tr>" * 2
    assert texts(read(f"<table>{rows}</table>")) == ["栏目", cell, "栏目", cell]


def test_places_and_gaps_are_measured() -> None:
    page = "<p>&nbsp;&nbsp;　甲</p>\n<p>&nbsp;</p>\n\n<div>乙<br><br>丙</div><p></p><p>丁</p>"
    assert [(line.text.text, line.number, line.indent, line.gap, line.wrapped) for line in read(page).lines] == [
        ("甲", 1, 4, 0, False),
        ("乙", 4, 0, 1, False),
        ("丙", 4, 0, 1, False),
        ("丁", 4, 0, 0, False),
    ]


MARKS = [
    ("<h1>甲</h1>", 1),
    ("<h3><span>甲</span></h3>", 3),
    ("<h2>甲<br>乙</h2>", 2),
    ('<p style="mso-outline-level: 2"><span>甲</span></p>', 2),
    ('<p class="MsoNormal MsoHeading3">甲</p>', 3),
    ('<p style="text-align: center"><strong>甲</strong><b>乙</b></p>', 6),
    ('<p align="center"><span style="font-weight: 700">甲</span></p>', 6),
    ("<center><b>甲</b></center>", 6),
    ("<p><strong>甲</strong></p>", 0),
    ('<p align="center"><strong>甲</strong>乙</p>', 0),
    ('<p align="center">甲</p>', 0),
    ('<p align="center"><b>图为启动仪式。（张三摄）</b></p>', 0),
    (f'<p align="center"><b>{"长" * 41}</b></p>', 0),
]


@pytest.mark.parametrize(("page", "mark"), MARKS)
def test_headings_are_marked(page: str, mark: int) -> None:
    assert {line.mark for line in read(page).lines} == {mark}


def test_what_is_not_shown_as_text_is_claimed() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>题</title><style>p{}</style></head><!-- 注 -->"
        "<script>if (a < b) document.write('<p>x</p>')</script><textarea>填</textarea><p>甲</p></html>"
    )
    extract = read(page)
    assert texts(extract) == ["甲"]
    found = {page[claim.span.start : claim.span.end]: claim.rule for claim in extract.claims}
    assert found["<!DOCTYPE html>"] == "html.declaration"
    assert found["题"] == "html.title"
    assert found["p{}"] == "html.style"
    assert found["<!-- 注 -->"] == "html.comment"
    assert found["if (a < b) document.write('<p>x</p>')"] == "html.script"
    assert found["填"] == "html.form"
    assert found["</textarea><p>"] == "html.tag"


def test_pieces_point_into_the_page() -> None:
    page = "<p>&nbsp;甲<b>乙</b>&ldquo;\n</p>"
    (line,) = read(page).lines
    assert [(page[p.span.start : p.span.end], p.text, p.verbatim) for p in line.text.pieces] == [
        ("甲", "甲", True),
        ("乙", "乙", True),
        ("&ldquo;", "“", False),
    ]


def test_text_that_the_parser_loses_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    def losing(text: str, parts: tuple[Token, ...]) -> Iterator[Node]:
        return (n for n in walk(text, parts) if n.token < 0 or text[parts[n.token].span.start] != "乙")

    monkeypatch.setattr(html, "walk", losing)
    extract = read("<p>乙</p>甲")
    assert texts(extract) == ["甲"]
    outside = [
        entry for entry in tile(extract.document, (*extract.claims, *_kept(extract))) if entry.rule == "html.outside"
    ]
    assert [(entry.span.start, entry.category) for entry in outside] == [(3, "boilerplate")]


def _kept(extract: Extract) -> list[LedgerEntry]:
    return [LedgerEntry(span, "body", "", "") for line in extract.lines for span in line.text.provenance]
