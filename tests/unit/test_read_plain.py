"""Lines of text and Markdown files: what counts as markup, what stays to the letter."""

from __future__ import annotations

import pytest

from heitu.drafts import Extract
from heitu.read import read_bytes

HEADINGS = "# 甲\n\n## 乙\n\n"  # makes a .txt a Markdown document


def read(text: str, name: str = "a.txt") -> Extract:
    return read_bytes(name, text.encode())


def texts(extract: Extract) -> list[str]:
    return [line.text.text for line in extract.lines]


def claimed(extract: Extract) -> list[tuple[str, str]]:
    text = extract.document.text
    return [(text[claim.span.start : claim.span.end], claim.rule) for claim in extract.claims]


LITERAL = [
    "# h",
    "#标题",
    "{{ x }}",
    "![图](a.png)",
    "[甲](b)",
    ":::",
    "2021.",
    "&lt;",
    "&nbsp;甲",
    "<script>alert(1)</script>",
    "<p>甲</p>",
    "<b>甲",
    "甲</b>",
    "<b>甲</i>",
    "<mark/>甲",
    "a * b",
    "2 ** 3 ** 4",
    "**甲**",
    "__甲__",
    "____年____月",
    "---",
    "<U+000A>",
    "<U+D800>",
    "<U+GGGG>",
    "<!-- 未完",
    "<!-- 写在注释里的整句话。 -->",
    "a < b > c",
    "> 引文",
    "- 条目",
    "1. 条目",
    "`代码`",
    "\\# 甲",
]


@pytest.mark.parametrize("line", LITERAL)
def test_a_text_keeps_what_only_looks_like_markup(line: str) -> None:
    extract = read(f"上文\n{line}\n下文\n")
    assert texts(extract) == ["上文", line, "下文"]
    assert not extract.claims


MARKUP = [
    ("抓<mark>实监测</mark>帮扶", "抓实监测帮扶", ["<mark>", "</mark>"]),
    ('<FONT color="red">甲</font>乙', "甲乙", ['<FONT color="red">', "</font>"]),
    ("<b><i>甲</i></b>", "甲", ["<b><i>", "</i></b>"]),
    ("甲<!-- 注 -->乙", "甲乙", ["<!-- 注 -->"]),
    ("甲\u200b乙", "甲乙", ["\u200b"]),
    ("甲\x07乙", "甲乙", ["\x07"]),
    ("<U+00A0><U+00A0>甲", "甲", ["<U+00A0><U+00A0>"]),
    ("甲<U+200B>乙", "甲乙", ["<U+200B>"]),
]


@pytest.mark.parametrize(("line", "text", "marks"), MARKUP)
def test_markup_of_any_text_is_claimed(line: str, text: str, marks: list[str]) -> None:
    extract = read(f"{line}\n下文")
    assert texts(extract) == [text, "下文"]
    assert [mark for mark, _ in claimed(extract)] == marks


def test_an_escaped_character_is_read() -> None:
    extract = read("甲<U+00A0>乙<U+2022>\n")
    assert texts(extract) == ["甲\xa0乙•"]
    assert [piece.verbatim for piece in extract.lines[0].text.pieces] == [True, False, True, False]


def test_a_raised_number_is_not_read_as_a_digit_more() -> None:
    assert texts(read("10<sup>4</sup>亩，CO<sub>2</sub>，注<sup>[1]</sup>")) == ["10⁴亩，CO₂，注[1]"]


def test_a_break_tag_ends_a_line() -> None:
    lines = read("甲<br>　乙<br/>\n丙").lines
    assert [(line.text.text, line.number, line.indent, line.gap, line.wrapped) for line in lines] == [
        ("甲", 1, 0, 0, False),
        ("乙", 1, 2, 0, False),
        ("丙", 2, 0, 0, True),
    ]


def test_heading_marks_of_a_document_that_uses_them_give_levels() -> None:
    extract = read("# 甲 乙\n\n一段。\n\n### 丙\n\n**要点**与__重点__。2**3\n\n***\n")
    assert [(line.text.text, line.mark) for line in extract.lines] == [
        ("甲 乙", 1),
        ("一段。", 0),
        ("丙", 3),
        ("要点与重点。2**3", 0),
    ]
    assert {rule for _, rule in claimed(extract)} == {"text.heading-mark", "text.emphasis", "text.rule"}


@pytest.mark.parametrize("text", ["# 甲\n\n一段。\n", "# 甲\n# 乙\n一段。\n", "编号\n# 1\n# 2\n"])
def test_heading_marks_that_do_not_stand_alone_twice_are_text(text: str) -> None:
    extract = read(text)
    assert not any(line.mark for line in extract.lines)
    assert not extract.claims


def test_markdown_needs_no_second_heading() -> None:
    extract = read("# 甲\n**乙**", "a.md")
    assert [(line.text.text, line.mark) for line in extract.lines] == [("甲", 1), ("乙", 0)]
    assert extract.document.media_type == "text/markdown"


def test_markdown_headings_survive_a_bom_and_may_be_indented() -> None:
    lines = read("\ufeff# 甲\n\n  ## 乙\n\n    # 丙", "a.md").lines
    assert [(line.text.text, line.mark, line.indent) for line in lines] == [("甲", 1, 0), ("乙", 2, 0), ("# 丙", 0, 4)]


def test_a_comment_over_several_lines_is_a_gap() -> None:
    extract = read("甲\n<!--\n  注\n-->\n乙\n")
    assert [(line.text.text, line.number, line.gap) for line in extract.lines] == [("甲", 1, 0), ("乙", 5, 3)]
    assert claimed(extract) == [("<!--\n  注\n-->", "text.comment")]


def test_blank_lines_of_any_kind_are_gaps() -> None:
    extract = read("甲\n\u3000\u3000\n\xa0\n<U+00A0>\n\t\n乙")
    assert [(line.text.text, line.gap) for line in extract.lines] == [("甲", 0), ("乙", 4)]
    assert claimed(extract) == [("<U+00A0>", "text.escaped-blank")]


def test_indents_are_measured_in_columns() -> None:
    lines = read("\u3000\u3000甲\n\xa0 乙\n\t丙\n <U+00A0><U+3000>丁").lines
    assert [line.indent for line in lines] == [4, 2, 4, 4]


def test_pieces_point_into_the_file() -> None:
    extract = read("\ufeff\u3000抓<mark>实</mark>帮扶 \r\n")
    (line,) = extract.lines
    assert [(p.span.start, p.text) for p in line.text.pieces] == [(2, "抓"), (9, "实"), (17, "帮扶")]
    assert claimed(extract) == [("\ufeff", "text.bom"), ("<mark>", "text.inline-tag"), ("</mark>", "text.inline-tag")]
