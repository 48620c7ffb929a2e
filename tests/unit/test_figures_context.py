"""What the words around a figure say of it, and how figures stand in a report."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from heitu.figures import Measure, find_figures, in_base, measures
from heitu.figures.context import labels_of
from heitu.records import Report
from heitu.spans import Span, SpannedText
from tests.small_archive import TEXT, paragraph, small_archive


def _measure(text: str, raw: str, year: int | None = None) -> Measure:
    (found,) = [m for m in measures(text, labels_of([text]), year) if text[m.token.start : m.token.end] == raw]
    return found


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        ("比省定任务多17.3万亩,比去年增长127万亩", "17.3万亩", "比省定任务多"),
        ("比省定任务多17.3万亩,比去年增长127万亩", "127万亩", "比去年增长"),
        ("收入31390元,比上年增长7.2%", "7.2%", "比上年增长"),
        ("低保标准600元/月,比2016年提高125元/月", "125元/月", "比2016年提高"),
        ("创建车间14个,同比增加350%", "350%", "同比增加"),
        ("审批材料缩减60%,审批效率提高50%以上", "60%", "缩减"),
        ("外贸进出口总额年均增长约5.1%", "5.1%", "年均增长"),
        ("增加值分别增长7.5%、11.5%和7.3%", "7.3%", "分别增长"),
        ("达80%,高于60%的考核要求", "60%", "高于"),
        ("增幅22.9%,高于全省平均值2.7个点", "2.7个点", "高于全省平均值"),
        ("超省定计划45.8万亩", "45.8万亩", "超省定计划"),
        ("是2021年贷款金额的18倍", "18倍", "是2021年贷款金额的"),
        ("完成全年目标的107%", "107%", "完成全年目标的"),
        ("占比达84.83%", "84.83%", ""),
        ("完成率100%", "100%", ""),
        ("由4个增加到10个", "10个", ""),
        ("高技术产业占比提高一倍", "一倍", "提高"),
        ("许多20人", "20人", ""),
    ],
)
def test_comparison_is_the_words_of_the_text(text: str, raw: str, expected: str) -> None:
    assert _measure(text, raw).comparison == expected


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        ("全市新增市级示范社113家,省级示范社87家", "113家", "市级示范社"),
        ("累计办理证明事项7万件", "7万件", "证明事项"),
        ("与国资委所属27家央企深入洽谈", "27家", "央企"),
        ("可减少3万吨粮食损失", "3万吨", "粮食损失"),
        ("总投资1112.6亿元", "1112.6亿元", "总投资"),
        ("再生水回用总量达925万吨", "925万吨", "再生水回用总量"),
        ("设立2000万元“信易贷”风险补偿基金", "2000万元", "“信易贷”风险补偿基金"),
        ("“粮食银行”主体已发展到29家", "29家", "“粮食银行”主体"),
        ("开复工5000万元以上项目353个", "353个", "项目"),
        ("纳入监测对象1237户2502人", "2502人", "监测对象"),
        ("目前共有党群服务中心(站)465个", "465个", "党群服务中心(站)"),
        ("境内5个县(市)区全部通过验收", "5个", "县(市)区"),
        ("全市有31个村落实了包保", "31个", "村"),
        ("全区地区生产总值增长5%左右", "5%", "地区生产总值"),
        ("人均预期寿命达到79.4岁", "79.4岁", "人均预期寿命"),
        ("合作社、农场分别发展到7524个、4902个", "7524个", ""),
        ("培训了14000多人", "14000多人", ""),
        ("连续3年下降", "3年", ""),
        ("2021年完成", "2021年", ""),
    ],
)
def test_subject_is_a_noun_of_the_clause_or_nothing(text: str, raw: str, expected: str) -> None:
    assert _measure(text, raw).subject == expected


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        ("2021年,全市完成62个。", "62个", "2021"),
        ("2021年完成5个。随后完成62个。", "62个", ""),
        ("2021年,收入3万元;支出2万元。", "2万元", "2021"),
        ("2022年4月份排名第16位。", "第16位", "2022-04"),
        ("2021年以来,修复1000余户。", "1000余户", "2021/.."),
        ("2000年以前建成的占6成。", "6成", "../2000"),
        ("2019年和2020年改造的103个小区。", "103个", "2019/2020"),
        ("2019—2021年完成103个。", "103个", "2019/2021"),
        ("今年1至6月,开工226个。", "226个", "2022-01/2022-06"),
        ("今年新建3座,去年新建2座。", "3座", "2022"),
        ("今年新建3座,去年新建2座。", "2座", "2021"),
        ("2022年5月、8月、10月,组织3次摸排。", "3次", "2022"),
        ("2021年改造43个小区计划8月底完工,另有9个。", "9个", "2021"),
        ("2021年比去年增长127万亩。", "127万亩", "2021"),
        ("2021年600元,比2016年提高125元,农村300元。", "300元", "2021"),
        ("2021年谋划50个,截至目前6个已完工。", "6个", ""),
        ("2021年,断面由“十三五”期间的4个增加到10个。", "4个", "2016/2020"),
        ("2021年,断面由“十三五”期间的4个增加到10个。", "10个", "2021"),
        ("制定《2021年工作方案》,解决5个问题。", "5个", ""),
        ("2020年7月22日,种植3万亩。", "3万亩", "2020-07-22"),
    ],
)
def test_period_is_what_the_sentence_states_before_the_figure(text: str, raw: str, expected: str) -> None:
    assert _measure(text, raw, year=2022).period == expected


def test_this_year_is_unknown_without_a_date() -> None:
    assert _measure("今年新建3座。", "3座").period == ""


def test_base_units_make_equal_values_comparable() -> None:
    assert in_base(Fraction(15), "亩") == in_base(Fraction(1), "公顷")
    assert in_base(Fraction(2), "斤") == in_base(Fraction(1), "公斤")
    assert in_base(Fraction(1), "年") == in_base(Fraction(12), "个月")
    assert in_base(Fraction(24), "吨/日") == in_base(Fraction(1), "吨/时")
    assert in_base(Fraction(7), "眼") == (Fraction(7), "眼")
    bases = [in_base(Fraction(1), unit)[1] for unit in ("人", "人次", "户", "元", "美元", "%", "个点", "吨", "吨/日")]
    assert len(set(bases)) == len(bases)


def _report(*sentences: str) -> Report:
    """A report of one paragraph, each sentence in a source run of its own with a line end between."""
    source, texts = "\n".join(sentences), []
    start = 0
    for sentence in sentences:
        texts.append(SpannedText.verbatim(source, start, start + len(sentence)))
        start += len(sentence) + 1
    report = small_archive().reports[0]
    section = replace(report.sections[0], paragraphs=(paragraph("s1-p1", texts),))
    return replace(report, sections=(section,), emendations=())


def test_figures_are_numbered_by_sentence() -> None:
    figures = find_figures(_report("建成3座,改造5处。", "2021年共8个。"))
    assert [f.id for f in figures] == ["s1-p1.1-f1", "s1-p1.1-f2", "s1-p1.2-f1", "s1-p1.2-f2"]
    assert [f.segment for f in figures] == ["s1-p1.1", "s1-p1.1", "s1-p1.2", "s1-p1.2"]
    assert {(f.report, f.section, f.paragraph) for f in figures} == {("county", "s1", "s1-p1")}


def test_a_figure_over_a_line_end_has_both_its_runs() -> None:
    report = small_archive().reports[0]
    figure = next(f for f in find_figures(report) if f.raw == "12.5万亩")
    assert [TEXT[span.start : span.end] for span in figure.spans] == ["12.5", "万亩"]


def test_a_figure_that_was_corrected_stands_for_what_the_file_reads() -> None:
    report = _report("新建l5座桥。")
    text = report.paragraphs[0].text.replace(2, 6, "15座桥")
    section = replace(report.sections[0], paragraphs=(paragraph("s1-p1", [text]),))
    (figure,) = find_figures(replace(report, sections=(section,)))
    assert (figure.raw, figure.value, figure.spans) == ("15座", Fraction(15), (Span(2, 6),))


def test_a_name_quoted_in_one_paragraph_is_a_name_in_all() -> None:
    report = _report("坚持“三个结合”。")
    other = paragraph("s1-p2", [SpannedText.supplied("在三个结合基础上,设计三个基地。")])
    section = replace(report.sections[0], paragraphs=(*report.paragraphs, other))
    assert [f.raw for f in find_figures(replace(report, sections=(section,)))] == ["三个"]
