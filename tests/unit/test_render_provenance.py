"""The provenance of a source: every line, every character, what was set aside struck through with its rule."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

from heitu.records import LedgerEntry, SourceDocument
from heitu.render import escaping
from heitu.render.ledger_rows import LONGEST_ASIDE, MANY_LINES, Reading, rows
from heitu.render.lines import LineIndex
from heitu.spans import Span
from tests.archive_fixture import archive
from tests.rendered import block, one, page, soup


@pytest.mark.parametrize("source", archive().sources, ids=lambda source: source.id)
def test_every_line_stands_once_as_it_came(source: SourceDocument) -> None:
    html = block(page(f"sources/{source.id}.md"))
    lines = BeautifulSoup(html, "lxml", preserve_whitespace_tags={"del", "span"}).select(".ht-l")
    assert [one(line, "a + span").get_text() for line in lines] == source.text.splitlines()
    assert [str(line["id"]) for line in lines] == [f"L{n}" for n in range(1, len(lines) + 1)]


def test_what_is_set_aside_is_struck_through_with_its_rule() -> None:
    tree = soup("sources/hechuan-web.md")
    assert {d.get_text(): str(d["data-rule"]) for d in tree.select("del") if d.get_text().strip()} == {
        "首页 岚江新闻 专题": "web.menu",
        "推动粮食就地加工。": "repeat.adjacent",
        "相关内容 网站地图 关于我们": "web.menu",
    }
    raw = one(tree, "#L1").find_parent(class_="ht-raw")
    assert isinstance(raw, Tag)
    assert " ".join(one(raw, ".ht-why").get_text().split()) == "依据 网页的栏目、地名或工具条 web.menu 10 个字符"


def test_the_clean_text_stands_beside_its_lines_and_links_to_the_report() -> None:
    tree = soup("sources/hechuan-web.md")
    row = one(tree, "#L19").find_parent(class_="ht-side-row")
    assert isinstance(row, Tag)
    reading = one(row, ".ht-reading")
    assert one(reading, "a")["href"] == "../reports/hechuan.html#s1-p3"
    assert "狠抓产业链条" in reading.get_text() and "限抓产业链条" in one(row, "#L19").get_text()


def test_another_witness_is_shown_beside_its_own_text() -> None:
    tree = soup("sources/hechuan-scan.md")
    refs = [str(link["href"]) for link in tree.select(".ht-reading a")]
    assert refs == ["../reports/hechuan.html#s0-p1", "../reports/hechuan.html#c1", "../reports/hechuan.html#c2"]
    assert "正文采用 hechuan-web" in tree.get_text()


def test_the_untouched_file_can_be_downloaded_from_both_languages() -> None:
    assert one(soup("sources/traps.md"), "a[download]")["href"] == "../data/sources/traps.txt"
    assert one(soup("sources/traps.md", "en"), "a[download]")["href"] == "../../data/sources/traps.txt"


def test_checksum_and_encoding_are_named() -> None:
    source = archive().sources[0]
    text = soup(f"sources/{source.id}.md").get_text()
    assert source.sha256 in text and "全部字节合乎 UTF-8" in text


def test_a_long_stretch_of_markup_keeps_the_page_light() -> None:
    text = "".join(f'<td class="n{n}">' for n in range(4000)) + "正文" + "\n<br>" * (MANY_LINES + 9)
    start = text.index("正文")
    ledger = [
        LedgerEntry(Span(0, start), "layout", "markup", "html.tag"),
        LedgerEntry(Span(start, start + 2), "body", "paragraph", "text.paragraph"),
        LedgerEntry(Span(start + 2, len(text)), "layout", "markup", "html.tag"),
    ]
    document = SourceDocument("w", "w.html", "text/html", "utf-8", "strict UTF-8", "", text.encode(), text)
    reading = Reading("s0-p1", (Span(start, start + 2),), escaping.text(text[start : start + 2]), "paragraph")
    found = list(rows(document, LineIndex.of(text), ledger, [reading]))
    assert [row.folded for row in found] == [False, True]
    assert len(found[0].html) < LONGEST_ASIDE * 3 and "<del" not in found[1].html
    assert re.findall(r'id="L(\d+)"', "".join(row.html for row in found)) == [
        str(n + 1) for n in range(MANY_LINES + 10)
    ]
    assert sum(row.chars for row in found) == len(text)


@pytest.mark.parametrize(
    ("text", "starts"),
    [("", (0,)), ("a", (0,)), ("a\n", (0,)), ("a\nb", (0, 2)), ("a\r\nb\rc\n\nd", (0, 3, 5, 7, 8))],
)
def test_lines_are_those_that_an_editor_shows(text: str, starts: tuple[int, ...]) -> None:
    index = LineIndex.of(text)
    assert index.starts == starts
    assert [index.line(start) for start in starts] == list(range(1, len(starts) + 1))
