"""What of a page is set aside, and by which rule; the pages are made like those of papers and governments."""

from __future__ import annotations

import pytest

from heitu.read import read_bytes

FIRST = "全市上下牢牢守住粮食安全底线，扎实推进黑土地保护，保护性耕作面积连续三年增长，农民得到了实惠。"
SECOND = "下一步，全市将继续完善工作机制，强化项目支撑，把保护好黑土地的各项任务落到实处；年底前完成验收。"
ARTICLE = f"<p>　　{FIRST}</p><p>　　{SECOND}</p>"


def judged(page: str) -> dict[str, str]:
    return {line.text.text: line.boilerplate for line in read_bytes("a.html", page.encode()).lines}


def kept(page: str) -> list[str]:
    return [text for text, rule in judged(page).items() if not rule]


TABLE_PAGE = f"""
<html><head><title>守好黑土地 - 某市新闻网</title></head><body>
<table width=950><tr><td><a href=/>首页</a> | <a href=/a>时政</a> | <a href=/b>民生</a></td></tr></table>
<table width=950><tr><td>您现在的位置： <a href=/>首页</a> &gt;&gt; <a href=/a>时政</a> &gt;&gt; 正文</td></tr></table>
<table width=950><tr>
 <td width=200><b>热点新闻</b><br>·<a href=1>某地召开春耕会议</a><br>·<a href=2>某地举办农机展览</a></td>
 <td><table><tr><td align=center><font size=5><b>守好黑土地</b></font></td></tr>
  <tr><td align=center>2021-05-06　来源：某市日报　作者：张三</td></tr>
  <tr><td>【字号：<a href="javascript:x(1)">大</a> <a href="javascript:x(2)">中</a> <a href="javascript:x(3)">小</a>】</td></tr>
  <tr><td>　　{FIRST}<br><br>　　{SECOND}<br></td></tr>
  <tr><td align=right>（责任编辑：李四）</td></tr>
  <tr><td>【<a href="javascript:print()">打印本页</a>】【<a href="javascript:close()">关闭窗口</a>】</td></tr></table></td>
</tr></table>
<table><tr><td align=center>某市新闻网版权所有　吉ICP备05000000号</td></tr></table>
</body></html>"""

MODERN_PAGE = f"""
<html><head><title>守好黑土地_某市人民政府</title></head><body>
<header><h1>某市人民政府</h1></header>
<nav><ul><li><a href=/>首页</a></li><li><a href=/a>政务</a></li></ul></nav>
<div class=x1><div class=x2>
 <ul><li><a href=/>首页</a></li><li>&gt; <a href=/a>政务</a></li><li>&gt; 要闻</li></ul>
 <div><p>一线见闻</p><h2>守好黑土地</h2><p>——来自田间的报告</p></div>
 <ul><li><span><i>时间：</i>2021-05-06</span> <span><i>来源：</i>某市日报</span></li>
 <li><span>打印</span> <span>分享到：</span></li></ul>
 <div class=x3><div>{ARTICLE}<p>附件：<a href=x.doc>任务清单.doc</a></p></div></div>
 <p>扫一扫在手机打开当前页</p>
 <div><h3>相关阅读</h3><p>某地推出新举措，引来各方关注。<a href=1>详细</a></p>
 <p>某地办好一件事，群众拍手称快。<a href=2>详细</a></p></div>
</div>
<aside><h4>排行</h4><p>某地的一条要闻摘要，说了些别的事情。</p></aside></div>
<div style="display: none">2021-05-06 某人</div>
<footer><p>主办：某市人民政府办公室</p><p>地址：某街一号，邮编：100000</p></footer>
</body></html>"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (TABLE_PAGE, ["守好黑土地", "2021-05-06　来源：某市日报　作者：张三", FIRST, SECOND, "（责任编辑：李四）"]),
        (
            MODERN_PAGE,
            [
                "一线见闻",
                "守好黑土地",
                "——来自田间的报告",
                "时间：2021-05-06 来源：某市日报",
                FIRST,
                SECOND,
                "附件：任务清单.doc",
            ],
        ),
    ],
    ids=["tables for layout", "elements with meaning"],
)
def test_the_article_stays_and_all_else_is_set_aside(page: str, expected: list[str]) -> None:
    assert kept(page) == expected


def test_each_rule_is_named() -> None:
    table, modern = judged(TABLE_PAGE), judged(MODERN_PAGE)
    assert table["首页 | 时政 | 民生"] == "html.link-density"
    assert table["您现在的位置： 首页 >> 时政 >> 正文"] == "html.breadcrumb"
    assert table["热点新闻"] == "html.link-density"
    assert table["【字号：大 中 小】"] == "html.page-tools"
    assert table["【打印本页】【关闭窗口】"] == "html.page-tools"
    assert table["某市新闻网版权所有　吉ICP备05000000号"] == "html.copyright"
    assert modern["某市人民政府"] == "html.header"
    assert modern["政务"] == "html.nav"
    assert modern["相关阅读"] == "html.related"
    assert modern["某地推出新举措，引来各方关注。详细"] == "html.related"
    assert modern["排行"] == "html.aside"
    assert modern["2021-05-06 某人"] == "html.hidden"
    assert modern["主办：某市人民政府办公室"] == "html.footer"


WRAPPERS = [
    ("a form around the page", "<form>{}</form>"),
    ("an article hidden until a script shows it", '<div style="visibility: hidden">{}</div>'),
    ("an article in an aside", "<aside>{}</aside>"),
    ("an article under a button that is not closed", "<button>菜单{}"),
    ("an article in a header that is not closed", "<header><h1>守好黑土地</h1>{}"),
]


@pytest.mark.parametrize(("label", "wrapper"), WRAPPERS, ids=[case[0] for case in WRAPPERS])
def test_no_element_hides_the_main_text(label: str, wrapper: str) -> None:
    page = wrapper.format(ARTICLE) + '<p><a href="1">链接一</a></p>'
    assert [text for text in kept(page) if text in (FIRST, SECOND)] == [FIRST, SECOND]


def test_the_header_of_the_article_is_kept() -> None:
    page = (
        "<title>守好黑土地</title><header><p>某网</p></header>"
        f"<article><header><h1>守好黑土地</h1><p>2021年5月6日</p></header>{ARTICLE}</article>"
    )
    assert kept(page) == ["守好黑土地", "2021年5月6日", FIRST, SECOND]


TABLE = "<table><tr><td>项目</td><td>40</td></tr><tr><td>合计</td><td>40</td></tr></table>"


def test_a_fragment_without_prose_is_kept_whole() -> None:
    page = f"<p>第二部分</p><p><strong>·2016年9月</strong></p>{TABLE}"
    assert kept(page) == ["第二部分", "·2016年9月", "项目\t40", "合计\t40"]


def test_tables_and_short_lines_beside_the_prose_are_kept() -> None:
    links = "<ul><li><a href=1>首页</a><li><a href=2>要闻</a></ul>"
    page = f"{links}<div><div>{ARTICLE}</div><p>附表</p>{TABLE}<p>某局办公室</p></div>"
    assert kept(page) == [FIRST, SECOND, "附表", "项目\t40", "合计\t40", "某局办公室"]


def test_a_link_that_was_left_open_does_not_swallow_the_text() -> None:
    paragraph = FIRST * 4
    assert kept(f'<div><a href="x"><div>{paragraph}</div><div>{paragraph}末。</div></div>') == [
        paragraph,
        f"{paragraph}末。",
    ]


def test_sentences_with_a_link_in_them_are_text() -> None:
    page = f"<div>{ARTICLE}<p>详见<a href=x>《某市黑土地保护条例》</a>。</p></div>"
    assert kept(page) == [FIRST, SECOND, "详见《某市黑土地保护条例》。"]


def test_an_anchor_without_an_address_is_no_link() -> None:
    assert kept(f"<p><a name=top>第二章</a></p>{ARTICLE}") == ["第二章", FIRST, SECOND]


def test_an_imprint_is_one_only_after_the_text() -> None:
    page = f"<p>主办单位：某市人民政府</p><p>位置：某县某村</p><div>{ARTICLE}</div><p>主办：某市人民政府</p><p>地址：某街一号</p>"
    assert kept(page) == ["主办单位：某市人民政府", "位置：某县某村", FIRST, SECOND]


def test_lines_over_a_text_without_a_headline_are_kept() -> None:
    page = f"<p><a href=1>首页</a></p><p>守好黑土地</p><p>2021年5月6日</p><div>{ARTICLE}</div><p>版权所有</p>"
    assert kept(page) == ["守好黑土地", "2021年5月6日", FIRST, SECOND]


def test_a_box_without_links_belongs_to_the_article() -> None:
    page = f"<div>{ARTICLE * 3}<div><h4>相关链接</h4><p>黑土地，是指性状好、肥力高的土地。</p></div></div>"
    assert kept(page)[-2:] == ["相关链接", "黑土地，是指性状好、肥力高的土地。"]


def test_words_of_the_page_tools_do_not_condemn_a_sentence() -> None:
    sentence = "推进分享经济，支持打印设备企业做大做强，网站版权所有者权益得到保护。"
    assert kept(f"{ARTICLE}<p>{sentence}</p>") == [FIRST, SECOND, sentence]
