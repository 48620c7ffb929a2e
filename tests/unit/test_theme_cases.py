"""Themes of made-up sections, as data: `tests/golden/theme_cases.yml`, with the project's own themes."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from heitu.folding import fold
from heitu.records import Section
from heitu.theme import assign_themes
from tests.pipeline import PROJECT, seeds
from tests.unit.theme_reports import made_report, made_section

CASES = yaml.safe_load((PROJECT / "tests/golden/theme_cases.yml").read_text("utf-8"))
KNOWN_FAILURE = pytest.mark.xfail(strict=True, raises=AssertionError, reason="known failure")


def themed(case: dict[str, Any]) -> Section:
    section = made_section(
        1, case["paragraphs"], heading=case.get("heading"), kicker=case.get("kicker"), kind=case.get("kind", "body")
    )
    other = made_section(2, ["今天天气晴朗，街上行人很多。"])
    return assign_themes(made_report(section, other), seeds().themes, {}).sections[0]


def parameters() -> list[Any]:
    return [
        pytest.param(case, id=case["label"], marks=[KNOWN_FAILURE] if case["case"] == "known failure" else [])
        for case in CASES
    ]


@pytest.mark.parametrize("case", parameters())
def test_a_section_gets_its_themes(case: dict[str, Any]) -> None:
    section = themed(case)
    given = [score.theme for score in section.themes]
    elsewhere = {n: [s.theme for s in p.themes] for n, p in enumerate(section.paragraphs, 1) if p.themes}
    assert given[0] == case["theme"]
    assert {n: themes[0] for n, themes in elsewhere.items()} == case.get("elsewhere", {})
    everywhere = {*given, *(theme for themes in elsewhere.values() for theme in themes)}
    assert everywhere.isdisjoint(case.get("not", []))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_evidence_is_printed_in_the_section(case: dict[str, Any]) -> None:
    section = themed(case)
    lines = [line.text for line in (section.kicker, section.headline) if line]
    texts = [*lines, *(paragraph.text.text for paragraph in section.paragraphs)]
    for score in section.themes:
        assert len(score.evidence) <= 6
        assert all(any(word in text for text in texts) for word in score.evidence)
        assert 0 <= score.score <= 1 and score.score == round(score.score, 3)
    for paragraph in section.paragraphs:
        assert all(word in paragraph.text.text for score in paragraph.themes for word in score.evidence)


def test_every_theme_is_found_and_refused_by_some_case() -> None:
    found = {case["theme"] for case in CASES if case["case"] == "typical"}
    refused = {theme for case in CASES for theme in case.get("not", [])}
    assert found == {theme.id for theme in seeds().themes}
    assert refused == found - {"general"}


def test_no_term_stands_twice_in_a_theme_once_folded() -> None:
    for theme in seeds().themes:
        assert len({fold(term) for term in theme.terms}) == len(theme.terms), theme.id
