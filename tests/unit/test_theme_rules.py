"""How themes are counted and given, on small themes made for the purpose."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from heitu.entries import ThemeOverride
from heitu.language import Bilingual
from heitu.records import Report, SectionKind, Theme, ThemeScore
from heitu.theme import assign_themes
from tests.unit.theme_reports import made_report, made_section


def theme(identifier: str, terms: Mapping[str, float], broader: str | None = None) -> Theme:
    return Theme(
        identifier, Bilingual("某", "some"), Bilingual("某", "some"), broader, terms, "#000000", "material/a", False
    )


TEA = theme("tea", {"茶园": 4, "茶农": 3, "采摘": 2, "茶": 1})
SILK = theme("silk", {"蚕桑": 4, "蚕农": 3, "缫丝": 2, "采摘": 1})
GENERAL = theme("general", {"组织领导": 4, "督查": 3})
ALL = (TEA, SILK, GENERAL)


def main(report: Report, section: int = 0) -> ThemeScore:
    return report.sections[section].themes[0]


def test_a_heading_weighs_more_than_the_text() -> None:
    texts = ["今年茶园与蚕桑都有好收成。"]
    report = made_report(made_section(1, texts, heading="蚕桑富乡亲"), made_section(2, texts, heading="茶园富乡亲"))
    themed = assign_themes(report, ALL, {})
    assert [section.themes[0].theme for section in themed.sections] == ["silk", "tea"]


def test_a_kicker_counts_as_heading() -> None:
    section = made_section(1, ["一年来变化很大，人人看在眼里。"], kicker="茶园新貌——", heading="山乡处处绿")
    assert main(assign_themes(made_report(section), ALL, {})).theme == "tea"


def test_words_that_only_go_along_with_a_theme_decide_nothing() -> None:
    section = made_section(1, ["采摘茶，采摘茶，缫丝，采摘茶，人人采摘。"])
    assert main(assign_themes(made_report(section), ALL, {})) == ThemeScore("general", 1.0, ())


def test_the_longest_term_counts_whatever_its_theme() -> None:
    market = theme("market", {"茶园路": 3.5})
    section = made_section(1, ["茶园路夜市开张，茶园路人来人往，茶园路成了网红。"], heading="茶园路")
    scores = assign_themes(made_report(section), (*ALL, market), {}).sections[0].themes
    assert [score.theme for score in scores] == ["market"]


def test_a_negative_weight_speaks_against_a_theme() -> None:
    wary = theme("tea", {**TEA.terms, "茶园酒店": -4})
    section = made_section(1, ["茶园酒店开业，茶园酒店迎宾，茶园边上客房满。"], heading="茶园酒店")
    assert main(assign_themes(made_report(section), (wary, GENERAL), {})).theme == "general"


def test_terms_are_found_whatever_the_width_case_and_blanks_and_shown_as_printed() -> None:
    modern = theme("online", {"ai审批": 4, "“一网通办”": 4})
    section = made_section(1, ['推行ＡＩ 审批，又推 行"一网通办"。'], heading="ＡＩ审批")
    score = main(assign_themes(made_report(section), (modern, GENERAL), {}))
    assert score.evidence == ("ＡＩ审批", '"一网通办"')


def test_evidence_is_the_strongest_words_first_and_at_most_six() -> None:
    many = theme("many", {"甲甲": 4, "乙乙": 3.5, "丙丙": 3, "丁丁": 2.5, "戊戊": 2, "己己": 1.5, "庚庚": 1, "不见": 4})
    section = made_section(1, ["庚庚己己戊戊丁丁丙丙乙乙甲甲。"])
    score = main(assign_themes(made_report(section), (many, GENERAL), {}))
    assert score.evidence == ("甲甲", "乙乙", "丙丙", "丁丁", "戊戊", "己己")


def test_the_narrower_theme_goes_first_where_both_fit() -> None:
    crops = theme("crops", {"种植": 4})
    fine_tea = theme("fine-tea", {"茶园": 4}, broader="crops")
    section = made_section(
        1, ["种植面积扩大，茶园也扩大，种植户增收。", "种植有补贴，茶园有保险。"], heading="种植与茶园"
    )
    scores = assign_themes(made_report(section), (crops, fine_tea, GENERAL), {}).sections[0].themes
    assert [score.theme for score in scores] == ["fine-tea", "crops"]


def test_a_clearly_weaker_narrower_theme_stays_behind() -> None:
    crops = theme("crops", {"种植": 4, "农户": 3, "良种": 3})
    fine_tea = theme("fine-tea", {"茶园": 3}, broader="crops")
    section = made_section(1, ["种植面积扩大，农户用上良种，茶园两处。"], heading="种植用良种")
    assert main(assign_themes(made_report(section), (crops, fine_tea, GENERAL), {})).theme == "crops"


def test_a_subject_of_one_paragraph_among_many_is_that_paragraphs() -> None:
    texts = [
        "道路修通了，灯也亮了。",
        "学校添了新楼，孩子们很高兴。",
        "茶园连片，茶园飘香，茶农增收，茶农采摘忙，采摘茶的歌声满茶园。",
    ]
    section = assign_themes(made_report(made_section(1, texts)), ALL, {}).sections[0]
    assert section.themes[0].theme == "general"
    assert [[score.theme for score in p.themes] for p in section.paragraphs] == [[], [], ["tea"]]


def test_a_paragraph_is_not_given_its_sections_theme_again() -> None:
    section = made_section(1, ["茶园连片，茶农增收。", "茶农采摘忙，茶园添新绿。"], heading="茶园")
    themed = assign_themes(made_report(section), ALL, {}).sections[0]
    assert themed.themes[0].theme == "tea"
    assert all(paragraph.themes == () for paragraph in themed.paragraphs)


@pytest.mark.parametrize("kind", ["opening", "closing", "note", "sidebar"])
def test_what_opens_closes_or_accompanies_a_report_is_general(kind: SectionKind) -> None:
    aside = made_section(1, ["茶园连片，茶农增收，茶农采摘忙。"], heading="茶园", kind=kind)
    section = assign_themes(made_report(aside, made_section(2, ["下雨了。"])), ALL, {}).sections[0]
    assert section.themes == (ThemeScore("general", 1.0, ()),)
    assert section.paragraphs[0].themes == ()


def test_an_opening_that_is_the_whole_report_has_its_subject() -> None:
    whole = made_section(0, ["茶园连片，茶农增收，茶农采摘忙。"], kind="opening")
    assert main(assign_themes(made_report(whole), ALL, {})).theme == "tea"


def test_organisation_is_general_though_a_subject_is_named() -> None:
    section = made_section(1, ["成立茶园工作小组，督查到村，督查到户。"], heading="加强组织领导")
    score = main(assign_themes(made_report(section), ALL, {}))
    assert (score.theme, score.evidence) == ("general", ("组织领导", "督查"))


def test_a_long_text_that_names_many_things_has_no_subject() -> None:
    filler = "各项事业稳步推进群众生活持续改善" * 30
    section = made_section(1, [f"茶园和蚕桑{filler}。"])
    assert main(assign_themes(made_report(section), ALL, {})).theme == "general"


def test_a_word_in_every_paragraph_counts_less_but_still_counts() -> None:
    text = "茶园添新绿，茶农有盼头。"
    first = made_section(1, [text], heading="茶园新貌")
    alike = [first, *(made_section(n, [text]) for n in range(2, 13))]
    once = [first, *(made_section(n, ["下雨了。"]) for n in range(2, 13))]
    common, rare = (main(assign_themes(made_report(*sections), ALL, {})) for sections in (alike, once))
    assert common.theme == rare.theme == "tea"
    assert rare.score / 2 < common.score < rare.score


def test_an_override_of_a_section_wins_and_says_who() -> None:
    section = made_section(1, ["茶园连片，茶农增收。", "蚕桑兴旺，蚕农增收，缫丝忙，蚕桑好。"], heading="茶园")
    decided = {"s1": ThemeOverride(("silk", "tea"), "编者：全节讲蚕桑", 7)}
    themed = assign_themes(made_report(section), ALL, decided).sections[0]
    assert themed.themes == (
        ThemeScore("silk", 1.0, ("编者：全节讲蚕桑",), "override"),
        ThemeScore("tea", 1.0, ("编者：全节讲蚕桑",), "override"),
    )
    assert all(paragraph.themes == () for paragraph in themed.paragraphs)


def test_an_override_of_a_paragraph_wins_even_in_an_opening() -> None:
    opening = made_section(0, ["茶园连片，茶农增收。"], kind="opening")
    decided = {"s0-p1": ThemeOverride(("tea",), "编者", 3)}
    themed = assign_themes(made_report(opening, made_section(1, ["下雨了。"])), ALL, decided).sections[0]
    assert themed.themes[0].theme == "general"
    assert themed.paragraphs[0].themes == (ThemeScore("tea", 1.0, ("编者",), "override"),)


def test_a_report_without_text_and_themes_without_terms_are_no_error() -> None:
    assert assign_themes(made_report(), ALL, {}).sections == ()
    section = made_section(1, ["下雨了。"])
    assert main(assign_themes(made_report(section), (theme("empty", {}),), {})).theme == "general"


def test_themes_leave_everything_else_as_it_was() -> None:
    report = made_report(made_section(1, ["茶园连片，茶农增收。"], heading="茶园"))
    themed = assign_themes(report, ALL, {})
    assert [p.text for p in themed.paragraphs] == [p.text for p in report.paragraphs]
    assert themed.title == report.title
    assert assign_themes(themed, ALL, {}) == themed
