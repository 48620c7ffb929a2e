"""Emendations: found by quotation, applied where they are certain, and never moving an id."""

from __future__ import annotations

from typing import Literal

import pytest

from heitu.emend import emend
from heitu.language import Bilingual
from heitu.records import Certainty, Emendation, Report
from heitu.witness import merge
from tests.pipeline import witness

TEXT = """\
春耕备耕有序进推

本报记者 张三

全县纳人监测对象318户，消除风险296户。限抓住房安全，完成改造88户。湿抓饮水安全。

全县春耕备耕有序推进，农资储备充足，增幅居全省

农机检修现埸。李四 摄（资料图片）
"""


def emendation(
    exact: str,
    corr: str | None = None,
    *,
    sic: str = "",
    prefix: str = "",
    suffix: str = "",
    kind: Literal["correction", "doubt", "gap"] = "correction",
    cert: Certainty = "high",
    line: int = 1,
) -> Emendation:
    note = Bilingual("理由", "reason")
    return Emendation("a", kind, exact, prefix, suffix, sic or exact, corr, cert, "测试者", note, line)


@pytest.fixture
def report() -> Report:
    (report,) = merge([witness(TEXT, "a.txt")], {})
    return report


def test_a_certain_correction_changes_the_reading_and_keeps_its_span(report: Report) -> None:
    emended, faults = emend(report, [emendation("纳人监测", "纳入", sic="纳人")])
    assert not faults
    assert "纳入监测对象" in emended.paragraphs[0].text.text
    (done,) = emended.emendations
    assert done.where == "s0-p1.1"
    assert [TEXT[span.start : span.end] for span in done.spans] == ["纳人"]


@pytest.mark.parametrize("kind", ["doubt", "gap"])
def test_doubts_and_gaps_leave_the_text_as_it_reads(report: Report, kind: Literal["doubt", "gap"]) -> None:
    emended, faults = emend(report, [emendation("增幅居全省", kind=kind)])
    assert not faults
    assert [p.text for p in emended.paragraphs] == [p.text for p in report.paragraphs]
    assert emended.emendations[0].where == "s0-p2.1"


def test_a_correction_of_less_certainty_leaves_the_text(report: Report) -> None:
    emended, _ = emend(report, [emendation("限抓", "狠抓", cert="medium")])
    assert "限抓" in emended.paragraphs[0].text.text


def test_titles_and_captions_can_be_emended(report: Report) -> None:
    emended, faults = emend(report, [emendation("进推", "推进"), emendation("现埸", "现场", line=2)])
    assert not faults
    assert emended.title.text == "春耕备耕有序推进"
    assert emended.captions[0].text.text.startswith("农机检修现场")


def test_a_deletion_leaves_its_sentence_and_all_ids_in_place(report: Report) -> None:
    emended, faults = emend(report, [emendation("湿抓饮水安全。", "")])
    assert not faults
    ids = [[segment.id for segment in p.segments] for p in report.paragraphs]
    assert [[segment.id for segment in p.segments] for p in emended.paragraphs] == ids
    assert emended.paragraphs[0].text.text.endswith("完成改造88户。")
    assert emended.paragraphs[0].text.provenance == report.paragraphs[0].text.provenance


def test_two_in_one_sentence(report: Report) -> None:
    emended, faults = emend(report, [emendation("纳人", "纳入"), emendation("318户", "381户", line=2)])
    assert not faults
    assert emended.paragraphs[0].segments[0].text.text == "全县纳入监测对象381户，消除风险296户。"


@pytest.mark.parametrize(
    ("quotation", "zh", "en"),
    [
        (emendation("不在文中", "改"), "找不到", "not in what is printed"),
        (emendation("全县", "本县"), "出现 2 次", "stands 2 times"),
        (emendation("296户。限抓", "改"), "跨越两个句子", "over the end of a sentence"),
    ],
)
def test_a_quotation_not_found_once_is_a_fault(report: Report, quotation: Emendation, zh: str, en: str) -> None:
    emended, faults = emend(report, [quotation])
    assert emended.paragraphs == report.paragraphs
    (fault,) = faults
    assert zh in fault.message("zh")
    assert en in fault.message("en")
    assert fault.message("en").startswith("seeds/emendations.yml:1: ")


def test_a_prefix_or_suffix_makes_a_quotation_unique(report: Report) -> None:
    emended, faults = emend(report, [emendation("全县", "本县", suffix="春耕")])
    assert not faults
    assert emended.paragraphs[1].text.text.startswith("本县春耕")


def test_overlapping_emendations_are_a_fault(report: Report) -> None:
    _, faults = emend(report, [emendation("纳人监测", "纳入监测"), emendation("监测对象", "监测户", line=2)])
    assert len(faults) == 1


def test_emendations_of_other_sources_are_left_alone(report: Report) -> None:
    other = Emendation("b", "correction", "无", "", "", "无", "有", "high", "x", Bilingual("x", "x"), 1)
    assert emend(report, [other]) == (report, ())
