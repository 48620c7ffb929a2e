"""Whatever a file holds, its lines and claims account for every character once, and each piece reads as its span."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from heitu.drafts import Line
from heitu.ledger import tile
from heitu.read import read_bytes, reading_of
from heitu.read.html import read_html
from heitu.read.plain import read_plain
from heitu.read.rules import RULES
from heitu.records import LedgerEntry, SourceDocument

WORDS = [
    "黑土地",
    "四平市，",
    "梨树模式。",
    "2021年",
    "493.3万亩",
    "a",
    "report",
    "“",
    "”",
    "—",
    "Ａ１",
    "é",
    "𠀀",
    "\ue0001",
]
BLANKS = [
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\r\r\n",
    "\r",
    "\n\n",
    "\u3000",
    "\u3000\u3000",
    "\xa0",
    "\f",
    "\v",
    "\x85",
    "\u2028",
]
INVISIBLE = ["\ufeff", "\u200b", "\xad", "\x00", "\x07", "\x1c", "\x7f"]
_MARKS = (
    "# |## |#|####### |**|__|*|_|---|***|===|<mark>|</mark>|<b>|</b>|<B>|<font color=red>|</font>|<br>|<br/>|<U+00A0>|"
    "<U+3000>|<U+200B>|<U+000A>|<U+D800>|<U+9ED1>|<sup>|</sup>|<sub>2</sub>|<sup>4</sup>|<!--|-->|<!-- 注 -->|<!---->|"
    "<script>|&lt;|{{ x }}|![a](b)|:::|2021.|a * b|<|>|<!-- 甲\n乙 -->"
)
_TAGS = (
    '<p>|</p>|<div>|</div>|<br>|<br/>|<b>|</b>|<span>|</span>|<a href="x">|</a>|<a name=y>|<h1>|</h1>|<h2>|<table>|</table>|'
    "<tr>|</tr>|<td>|</td>|<th>|<tbody>|<ul>|<li>|</ul>|<pre>|</pre>|<nav>|</nav>|<form>|</form>|<select><option>|</select>|"
    "<script>|</script>|<style>|</style>|<title>|</title>|<textarea>|</textarea>|<noscript>|</noscript>|<html>|<body>|"
    "</body>|</html>|<head>|<!DOCTYPE html>|<?xml:namespace prefix = o />|<o:p>|</o:p>|<![endif]|<!--[if IE]>|<![endif]-->|"
    '<div style="display:none">|<p align=center>|<img alt="a>b">|<a title="甲|">|<td|</|<!|<frameset>|<svg>|<button>|<b且c>|'
    "&nbsp;|&nbsp|&ldquo;|&#8220;|&#x4e2d;|&#10;|&#9;|&#0;|&#1;|&#8203;|&#xD800;|&shy;|&unknown;|&notin;|&copy2021|&amp;lt;|&|&;|&#|"
    "<p>&nbsp;</p>|首页 > |版权所有|分享到：|来源：|【打印】|相关新闻"
)
MARKS, TAGS = _MARKS.split("|"), _TAGS.split("|")

text_files = st.lists(st.sampled_from(WORDS + BLANKS + INVISIBLE + MARKS), max_size=40).map("".join)
plausible = st.lists(st.sampled_from(WORDS[:-3] + BLANKS[:13] + MARKS), max_size=40).map("".join)
pages = st.lists(st.sampled_from(WORDS + BLANKS + INVISIBLE + MARKS + TAGS), max_size=60).map("".join)
table = st.lists(
    st.lists(st.sampled_from(["甲", "12", "<p>甲</p>乙", "<b>丙</b> 丁", "&nbsp;", "", "\n 甲 \n"]), max_size=4),
    max_size=5,
)


def check(text: str, media_type: str, lines: tuple[Line, ...], claims: tuple[LedgerEntry, ...]) -> None:
    """Claims and lines tile the text; every line and each of its pieces can be rebuilt from their spans."""
    document = SourceDocument("x", "x", media_type, "utf-8", "", "", b"", text)
    kept = [LedgerEntry(span, "body", "", "line") for line in lines for span in line.text.provenance]
    tile(document, [*claims, *kept])
    assert {claim.rule for claim in claims} | {line.boilerplate for line in lines} <= RULES.keys() | {""}
    for line in lines:
        for piece in line.text.pieces:
            raw = text[piece.span.start : piece.span.end]
            assert piece.text == (raw if piece.verbatim else reading_of(raw, media_type))
        spans = line.text.provenance
        assert "".join(reading_of(text[s.start : s.end], media_type) for s in spans) == line.text.text
        assert line.text.text == line.text.text.strip() != ""
        assert "\n" not in line.text.text
        assert "\r" not in line.text.text


@given(text_files, st.booleans())
@example("# 甲\n\n## 乙 **丙** __丁__\n", False)
@example("<U+00A0><U+00A0>甲<U+00A0>乙<U+00A0>\n", False)
@example("\ufeff# 甲", True)
def test_a_text_file_is_accounted_for(text: str, markdown: bool) -> None:
    check(text, "text/plain", *read_plain(text, markdown))


@given(pages)
@example("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>")
@example("<pre>甲\t乙\n  丙\n</pre>")
@example("甲\n乙<b> 丙 </b> 丁&#32;&#32;戊")
@example("<p>&nbsp;甲&nbsp;&nbsp;乙&nbsp;</p>")
def test_a_page_is_accounted_for(text: str) -> None:
    check(text, "text/html", *read_html(text))


@given(table)
def test_a_table_is_accounted_for(rows: list[list[str]]) -> None:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    check(f"<table>{body}</table>", "text/html", *read_html(f"<table>{body}</table>"))


@given(plausible, st.sampled_from(["utf-8", "utf-16", "gb18030"]))
def test_the_text_of_a_file_is_its_bytes_decoded(text: str, encoding: str) -> None:
    document = read_bytes("x.txt", f"黑土地保护。{text}".encode(encoding)).document
    assert document.text.encode(document.encoding) == document.data
