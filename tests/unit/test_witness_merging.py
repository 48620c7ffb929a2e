"""Witnesses: one text is one report whatever its titles say, and equal titles make no report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heitu.drafts import Witness
from heitu.witness import group, merge
from tests.pipeline import seed_witnesses, source_bytes, witness

WEB, PRINT = "000_9cd59b6f66203662", "004_056131ee053e8add"


@pytest.fixture
def web() -> Witness:
    return seed_witnesses()[WEB]


@pytest.fixture
def printed() -> Witness:
    return seed_witnesses()[PRINT]


def test_the_five_sources_are_four_reports() -> None:
    groups = [[w.document.id for w in members] for members in group(list(seed_witnesses().values()))]
    assert [WEB, PRINT] in groups
    assert len(groups) == 4


def test_titles_are_not_what_makes_a_report(web: Witness, printed: Witness) -> None:
    untitled = [replace(w, title=None, subtitle=None) for w in (web, printed)]
    assert len(merge(untitled, {})) == 1


def test_equal_titles_do_not_merge(web: Witness) -> None:
    other = seed_witnesses()["001_8866bcbe7feeee9f"]
    assert len(merge([web, replace(other, title=web.title)], {})) == 2


def test_sources_that_hold_no_text_do_not_merge() -> None:
    one, other = witness("一份只有标题的文件", "a.txt"), witness("另一份只有标题的", "b.txt")
    assert len(merge([one, other], {})) == 2


def test_an_excerpt_is_not_its_whole(web: Witness) -> None:
    text = source_bytes()[f"{WEB}.txt"].decode()
    part = witness(text[: len(text) // 3], "part.txt")
    assert len(merge([web, part], {})) == 2


def test_each_witness_supplies_what_it_alone_has(web: Witness, printed: Witness) -> None:
    (report,) = merge([printed, web], {})
    assert report.witnesses == (WEB, PRINT)
    assert report.date is not None
    assert report.date.source == WEB
    assert [author.source for author in report.authors] == [PRINT, PRINT]
    assert {caption.source for caption in report.captions} == {PRINT}
    (comparison,) = report.comparisons
    assert comparison.differences == ()
    assert comparison.equal == comparison.compared
    assert comparison.alone == ("authors", "captions")
    assert comparison.lacks == ("date", "publisher")


def test_one_changed_digit_is_one_difference(web: Witness) -> None:
    text = source_bytes()[f"{PRINT}.txt"].decode().replace("1859个事项", "1869个事项")
    (report,) = merge([web, witness(text, f"{PRINT}.txt")], {})
    (difference,) = report.comparisons[0].differences
    assert (difference.where, difference.base, difference.other) == ("s2-p2", "5", "6")
    (span,) = difference.base_spans
    assert web.document.text[span.start : span.end] == "5"


def test_a_paragraph_break_alone_is_no_difference() -> None:
    sentences = [f"第{n}乡镇全年新建农村公路{n}公里，改造危桥{n + 3}座，群众出行更加方便。" for n in range(1, 12)]
    one = witness("\n".join(sentences), "a.txt")
    other = witness("\n".join([sentences[0] + sentences[1], *sentences[2:]]), "b.txt")
    (report,) = merge([one, other], {})
    assert report.comparisons[0].differences == ()


def test_a_report_without_a_title_is_called_by_its_first_words() -> None:
    (report,) = merge([witness("全县春耕备耕有序推进，农资储备充足，农机检修完毕。农户备耕热情高涨。", "a.txt")], {})
    assert report.title.text == "全县春耕备耕有序推进，农资储备充足，农机检修完毕。"


def test_the_id_that_a_person_gave_wins(web: Witness, printed: Witness) -> None:
    (report,) = merge([web, printed], {PRINT: "two-years"})
    assert report.id == "two-years"
