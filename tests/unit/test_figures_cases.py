"""What is a figure and what is not: every case of tests/golden/figure_cases.yml."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from heitu.figures import measures
from heitu.figures.context import labels_of

CASES = yaml.safe_load((Path(__file__).parents[1] / "golden" / "figure_cases.yml").read_text(encoding="utf-8"))


def _parameter(case: dict[str, object]) -> object:
    known = case.get("fails")
    marks = [pytest.mark.xfail(reason=str(known), strict=True)] if known else []
    return pytest.param(case, id=str(case["label"]).replace(" ", "-"), marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in CASES])
def test_figures_of_a_case(case: dict[str, object]) -> None:
    text = str(case["text"])
    expected = case["expect"]
    assert isinstance(expected, list)
    found = [
        (
            text[m.token.start : m.token.end],
            m.token.value,
            m.token.unit,
            m.token.dimension,
            m.qualifier,
            m.token.value_to,
        )
        for m in measures(text, labels_of([text]))
    ]
    assert found == [
        (raw, Fraction(value), unit, dimension, qualifier, Fraction(to[0]) if to else None)
        for raw, value, unit, dimension, qualifier, *to in expected
    ]


def test_cases_have_known_keys_and_single_labels() -> None:
    assert len({case["label"] for case in CASES}) == len(CASES)
    for case in CASES:
        assert {"label", "text", "expect"} <= case.keys() <= {"label", "text", "expect", "comment", "fails"}
