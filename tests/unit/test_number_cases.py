"""Figures of a sentence and its translation: every pair of tests/golden/number_cases.yml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from heitu.figures.context import labels_of
from heitu.proof.numbers import compare_numbers

CASES = yaml.safe_load((Path(__file__).parents[1] / "golden" / "number_cases.yml").read_text(encoding="utf-8"))


def _parameters() -> Iterator[object]:
    for case in CASES:
        known = case.get("fails")
        marks = [pytest.mark.xfail(reason=str(known), strict=True)] if known else []
        for number, pair in enumerate(case["pairs"], start=1):
            ((zh, en),) = pair.items()
            name = f"{case['label']}-{number}".replace(" ", "-")
            yield pytest.param(case["kind"], zh, en, case.get("expect", []), id=name, marks=marks)


@pytest.mark.parametrize(("kind", "zh", "en", "expected"), list(_parameters()))
def test_differences_of_a_pair(kind: str, zh: str, en: str, expected: list[str]) -> None:
    found = compare_numbers(zh, en, names=labels_of([zh]))
    assert [difference.kind for difference in found] == expected
    assert {difference.severity for difference in found} == {"good": set(), "bad": {"error"}, "ignored": {"remark"}}[
        kind
    ]
    for difference in found:
        assert difference.zh_span is None or zh[difference.zh_span.start : difference.zh_span.end] == difference.zh
        assert difference.en_span is None or en[difference.en_span.start : difference.en_span.end] == difference.en
        assert difference.message.zh
        assert difference.message.en


def test_cases_have_known_keys_and_single_labels() -> None:
    assert len({case["label"] for case in CASES}) == len(CASES)
    for case in CASES:
        assert {"label", "kind", "pairs"} <= case.keys() <= {"label", "kind", "pairs", "expect", "comment", "fails"}


def test_the_year_of_publication_tells_which_year_is_meant() -> None:
    zh = "去年投资增长9.2%，今年预计增长8%。"
    good = "Investment grew by 9.2 percent in 2021 and is expected to grow by 8 percent in 2022."
    assert not compare_numbers(zh, good, year=2022)
    (wrong,) = compare_numbers(zh, good.replace("2021", "2019"), year=2022)
    assert (wrong.kind, wrong.en) == ("added", "2019")


def test_a_message_says_both_figures_in_both_languages() -> None:
    (found,) = compare_numbers("推广493.3万亩。", "Extended to 493 million mu.")
    assert found.message.zh == "原文“493.3万亩”，译文作“493 million mu”，数值不同"
    assert found.message.en == "493.3万亩 against 493 million mu: the values differ"
