"""Home, lists, themes, comparison, and what we do not know."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from markupsafe import Markup

from heitu.folding import is_han
from heitu.language import LANGUAGES, Language
from heitu.render import render
from heitu.render.edition import Printed
from heitu.render.search import HELP
from heitu.render.theme import Quotation, brief
from tests.archive_fixture import archive
from tests.rendered import PROJECT, meta, one, rendered, soup


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_home_page_says_what_is_here() -> None:
    hero = words(one(soup("index.md"), ".ht-hero").get_text())
    for part in (
        "政府自己的报告，体裁一一注明",
        "岚江省青岭县、岚江省禾川市",
        "2019—2022年",
        "4 篇报道",
        "9 节",
        "12 段",
        "2026年11月22日",
        "禾川市档案馆",
    ):
        assert part in hero


def test_the_home_page_of_newspapers_says_that_they_are_no_official_documents() -> None:
    papers = replace(archive(), reports=archive().reports[:2])
    assert "不是政府公文" in render(papers, PROJECT)["zh"]["index.md"]


def test_four_themes_stand_in_front_and_the_others_below() -> None:
    tree = soup("index.md")
    front = [link.get_text() for link in tree.select(".ht-cards--front .ht-card-title a")]
    assert front == ["黑土地", "营商环境", "辽河", "乡村振兴"]
    assert [link.get_text() for link in tree.select(".ht-theme-list a")] == ["脱贫攻坚", "党的建设", "综合"]


def test_the_english_home_page_explains_the_places_and_says_what_is_translated() -> None:
    tree = soup("index.md", "en")
    assert [dt.get_text() for dt in tree.select(".ht-glosses dt")] == ["Lanjiang", "Hechuan"]
    assert "28 of 45 sentences and headings so far" in one(tree, ".ht-untranslated").get_text()
    assert not soup("index.md").select(".ht-glosses")


def test_counts_are_honest() -> None:
    counts = {
        one(c, ".ht-card-title").get_text(): one(c, ".ht-card-count").get_text()
        for c in soup("index.md").select(".ht-card")
    }
    assert counts == {"黑土地": "1 节", "营商环境": "1 节", "辽河": "1 节 · 另见 1 段", "乡村振兴": "1 节"}
    english = [one(c, ".ht-card-count").get_text() for c in soup("index.md", "en").select(".ht-card")]
    assert english[2] == "1 section · 1 paragraph elsewhere"


def test_the_list_carries_what_the_script_filters_by() -> None:
    tree = soup("reports/index.md")
    row = tree.select("tbody tr")[1]
    assert {name: row[name] for name in row.attrs} == {
        "data-period": "2019 2020 2021",
        "data-published": "2021",
        "data-place": "hechuan",
        "data-theme": "black-soil business-environment liao-river general",
        "data-publisher": "岚江日报",
        "data-sort-period": "2019/2021",
        "data-sort-published": "2021-11-05",
    }
    assert one(tree, "form[data-heitu-filter]").has_attr("hidden")
    assert [str(s["name"]) for s in tree.select("select")] == ["period", "published", "place", "theme", "publisher"]
    assert [str(o["value"]) for o in one(tree, "select[name=published]").select("option")] == ["", "2021", "?"]


def test_every_filter_value_fits_a_row() -> None:
    tree = soup("reports/index.md")
    for select in tree.select("select"):
        values = [set(str(row[f"data-{select['name']}"]).split()) for row in tree.select("tbody tr")]
        for option in select.select("option")[1:]:
            value = str(option["value"])
            fits = any(not found for found in values) if value == "?" else any(value in found for found in values)
            assert fits or select["name"] == "theme", (select["name"], value)


def test_a_theme_shows_its_sections_then_paragraphs_from_elsewhere() -> None:
    tree = soup("themes/liao-river.md")
    assert [h.get_text() for h in tree.select("h2")] == ["本主题的节", "散见他处", "全部主题"]
    assert [h.get_text() for h in tree.select("h3.ht-group-title")] == ["禾川市 · 2019—2021年"] * 2
    links = [str(link["href"]) for link in tree.select(".ht-quote-heading a")]
    assert links == ["../reports/hechuan.html#s3", "../reports/hechuan.html#s2-p2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quotation_carries_report_place_and_year(language: Language) -> None:
    for path in rendered()[language]:
        for quote in soup(path, language).select(".ht-quote"):
            source = one(quote, ".ht-quote-source")
            assert one(source, "cite a").get_text()
            place = "Qingling" if language == "en" else "青岭县"
            other = "Hechuan" if language == "en" else "禾川市"
            assert any(name in source.get_text() for name in (place, other)) and "20" in source.get_text()


def test_a_narrower_theme_stands_apart() -> None:
    tree = soup("themes/rural-revitalization.md")
    narrower = one(tree, ".ht-part--narrower")
    assert "脱贫攻坚" in one(narrower, "h2").get_text() and len(narrower.select(".ht-quote")) == 2
    assert one(tree, ".ht-tally").get_text() == "1 节"


def test_an_empty_theme_says_what_to_do_next() -> None:
    assert "用检索" in one(soup("themes/party-building.md"), ".ht-empty").get_text()


def test_the_comparison_shows_the_real_differences() -> None:
    tree = soup("compare/hechuan.md")
    assert [words(td.get_text()) for td in tree.select("tbody td")] == [
        "第 0 节第 1 段",
        "412.6第 9 行",
        "412.8第 3 行",
    ]
    assert "作者、图片说明" in one(tree, ".ht-plain").get_text()
    assert [path for path in rendered()["zh"] if path.startswith("compare/")] == ["compare/hechuan.md"]


def test_what_we_do_not_know_names_every_gap_doubt_and_missing_fact() -> None:
    tree = soup("unknown.md")
    tallies = [words(item.get_text()) for item in tree.select(".ht-tallies li")]
    assert tallies[:3] == ["5 项资料不详", "1 处文字缺失", "2 处读法存疑"]
    links = [str(link["href"]) for link in tree.select(".ht-note .ht-go")]
    assert links == [f"reports/hechuan.html#ref-{n}" for n in (4, 1, 2)]


def test_pages_that_people_write_are_there_with_the_date() -> None:
    for language in LANGUAGES:
        for name in ("about.md", "rights.md", "data.md"):
            found = meta(name, language)
            assert found["prose"] is True and found["generated"] == "2026-11-22" and found["description"]


def test_the_search_page_has_a_place_for_results_and_a_word_without_scripts() -> None:
    tree = soup("search.md")
    assert one(tree, "[data-heitu-results]") and one(tree, "noscript")


def test_the_search_page_says_what_can_be_typed_with_examples_that_are_links() -> None:
    for language in LANGUAGES:
        links = soup("search.md", language).select("[data-heitu-search-help] dt a")
        assert len(links) == len(HELP)
        for link in links:
            assert parse_qs(str(link["href"]).removeprefix("?")) == {"q": [link.text]}
            assert link["lang"] == ("zh-Hans" if any(map(is_han, link.text)) else "en")


def test_the_page_of_a_large_theme_prints_some_texts_of_each_place_and_headings_of_all() -> None:
    title, text, report = (Printed(Markup(word)) for word in ("题", "文", "报"))
    quotation = Quotation("a.html", None, title, text, "", report, "", "", "")
    printed = list(brief([quotation] * 5, 2))
    assert [bool(q.text.html) for q in printed] == [True, True, False, False, False]
    assert {str(q.heading.html) for q in printed} == {"题"}
