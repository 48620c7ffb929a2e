"""The page of a report: facts and their basis, sections, paragraphs, captions, notes, neighbours."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from tests.rendered import meta, one, rendered, soup


def facts(path: str) -> dict[str, str]:
    return {
        one(row, "dt").get_text(): " ".join(" ".join(dd.get_text().split()) for dd in row.select("dd"))
        for row in soup(path).select(".ht-fact")
    }


def test_each_fact_says_what_it_rests_on() -> None:
    found = facts("reports/hechuan.md")
    assert found["日期"] == "2021年11月5日 文中写明，第 7 行"
    assert found["反映时期"] == "2019年至2021年 推断 据：三年来"
    assert (
        found["作者"] == "林远 文中写明，第 2 行 · 仅见于 hechuan-scan 周小满 文中写明，第 2 行 · 仅见于 hechuan-scan"
    )
    assert found["地方"].startswith("岚江省禾川市 文中写明")


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    found = facts("reports/qingling.md")
    assert found["日期"] == found["刊发"] == "不详 来源文件没有写明"
    assert found["反映时期"] == "2022年 补充 编者，据文中所记年度"


def test_a_fact_links_to_its_line() -> None:
    link = soup("reports/hechuan.md").select(".ht-fact a")[0]
    assert re.fullmatch(r"\.\./sources/hechuan-web\.html#L\d+", str(link["href"]))


def test_headings_carry_the_section_ids_and_never_skip_a_level() -> None:
    tree = soup("reports/hechuan.md")
    assert [(h.name, h["id"]) for h in tree.select(".ht-section .ht-h")] == [("h2", "s1"), ("h2", "s2"), ("h2", "s3")]
    assert one(tree, "section#s0")
    assert one(tree, "#s1 .ht-zh .ht-kicker").get_text() == "让黑土更肥——"
    levels = [int(h.name[1]) for h in tree.select("h1, h2, h3, h4, h5, h6")]
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_each_id_stands_once() -> None:
    for path, text in rendered()["zh"].items():
        ids = re.findall(r'<[^>]*\bid="([^"]*)"', text)
        assert len(ids) == len(set(ids)), path


def test_paragraphs_have_an_id_a_permalink_a_line_and_a_cite_button() -> None:
    paragraph = one(soup("reports/hechuan.md"), "#s1-p2")
    assert paragraph["data-paragraph"] == "hechuan/s1-p2"
    assert one(paragraph, "a.ht-num")["href"] == "#s1-p2"
    assert one(paragraph, "a.ht-line")["href"] == "../sources/hechuan-web.html#L17"
    button = one(paragraph, "button[data-heitu-cite]")
    assert button.has_attr("hidden") and button["aria-label"] == "复制引文"


def test_a_lead_in_and_figures_are_emphasised() -> None:
    paragraph = one(soup("reports/hechuan.md"), "#s1-p1")
    assert one(paragraph, ".ht-zh b.ht-lead").get_text() == "推广保护性耕作。"
    assert one(paragraph, ".ht-en b.ht-lead").get_text() == "Extending conservation tillage."
    assert [f.get_text() for f in paragraph.select(".ht-zh .ht-fig")] == ["186.5万亩", "84.83%"]


def test_notes_stand_in_the_order_of_the_text_and_say_who_decided() -> None:
    tree = soup("reports/hechuan.md")
    assert [str(link["data-n"]) for link in tree.select(".ht-zh [data-heitu-note]")] == ["1", "2", "3", "4"]
    note = one(tree, "#fn-3").get_text()
    assert "识别文本作“限抓”，改作“狠抓”" in note and "判读：编者；把握：高；未见版面图像" in note
    assert one(tree, "#ref-3").get_text() == "狠抓"


def test_captions_say_that_the_pictures_are_missing_and_name_the_photographer_once() -> None:
    captions = one(soup("reports/hechuan.md"), ".ht-captions")
    assert "图片不在本档案中" in captions.get_text()
    assert captions.get_text().count("周小满") == 1


def test_witnesses_are_on_the_card_in_one_line() -> None:
    assert "见于 2 份文件，1 处不同" in facts("reports/hechuan.md")["来源文件"]


def test_neighbours_follow_the_order_of_the_list() -> None:
    listed = [str(link["href"]) for link in soup("reports/index.md").select("a.ht-title")]
    assert listed == [f"../reports/{name}.html" for name in ("qingling", "hechuan", "qingling-2020", "traps")]
    turn = one(soup("reports/hechuan.md"), ".ht-turn")
    assert [str(link["href"]) for link in turn.select("a")] == [
        "../reports/qingling.html",
        "../reports/qingling-2020.html",
    ]


def test_citations_say_what_is_unknown() -> None:
    known, unknown = (one(soup(f"reports/{name}.md"), "article.ht-report") for name in ("hechuan", "qingling"))
    assert known["data-cite-zh"] == (
        "“{text}”（禾川市 · 2019—2021年）林远, 周小满. 沃野丰年看禾川[N/OL]. 岚江日报, 2021-11-05[{accessed}]. {url}."
    )
    assert known["data-cite-en"] == (
        "“{text}” (Hechuan · 2019–2021). Lin Yuan, Zhou Xiaoman, “Fertile Fields and a Rich Year in Hechuan "
        "(沃野丰年看禾川)”, Lanjiang Daily, 5 November 2021. {url} (accessed {accessed})."
    )
    assert "苏航. 凝心聚力开新局[N/OL]. [报纸不详], [日期不详][{accessed}]" in str(unknown["data-cite-zh"])
    assert "[publisher unknown], [date unknown]" in str(unknown["data-cite-en"])


def test_linked_data_follow_the_genre() -> None:
    feature, official = (json.loads(meta(f"reports/{name}.md")["jsonld"]) for name in ("hechuan", "qingling-2020"))
    assert (feature["@type"], feature["datePublished"]) == ("NewsArticle", "2021-11-05")
    assert (official["@type"], official["publisher"]["name"]) == ("Report", "青岭县人民政府")
    assert "datePublished" not in json.loads(meta("reports/qingling.md")["jsonld"])


def test_english_shows_chinese_as_chinese_with_one_note() -> None:
    tree = soup("reports/qingling-2020.md", "en")
    assert one(tree, "h1 > .ht-en .ht-missing")["lang"] == "zh-Hans"
    assert len(tree.select(".ht-untranslated")) == 1 and not tree.select("[data-heitu-choose], .ht-official")
    assert meta("reports/qingling-2020.md", "en")["title"] == (
        "Work report on Qingling, Lanjiang (青岭县人民政府, 12 January 2021)"
    )


def test_english_shows_a_translation_where_there_is_one() -> None:
    tree = soup("reports/qingling.md", "en")
    assert one(tree, "h1 > .ht-en").get_text() == "One Heart, a New Start" and not one(tree, "h1 > .ht-en").has_attr(
        "lang"
    )
    paragraph = one(tree, "#s2-p1 > .ht-en")
    assert paragraph.get_text().startswith("The county rebuilt 3,000 toilets") and not paragraph.has_attr("lang")
    assert {part["lang"] for part in tree.select("#s1-p1 > .ht-en .ht-missing")} == {"zh-Hans"}
    assert meta("reports/qingling.md", "en")["title"] == "One Heart, a New Start"
