"""Cases of the clean and split stages as data: real patterns, negatives, and known failures that may not pass unseen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pipeline import cleaned, witness

GOLDEN = Path(__file__).parent


def load(name: str) -> list[Any]:
    cases = yaml.safe_load((GOLDEN / name).read_text("utf-8"))
    failing = pytest.mark.xfail(strict=True, reason="known failure")
    return [
        pytest.param(case, id=case["label"], marks=[failing] if case["kind"] == "known failure" else [])
        for case in cases
    ]


@pytest.mark.parametrize("case", load("clean_cases.yml"))
def test_clean(case: dict[str, Any]) -> None:
    found = cleaned(case["text"])
    assert [block.text.text for block in found.blocks] == case["blocks"]
    for rule, texts in case.get("aside", {}).items():
        spans = [e.span for e in found.claims if e.rule == rule]
        assert [found.document.text[span.start : span.end].strip() for span in spans] == texts


@pytest.mark.parametrize("case", load("split_cases.yml"))
def test_split(case: dict[str, Any]) -> None:
    found = witness(case["text"])
    for name in ("title", "subtitle"):
        if name in case:
            assert str(getattr(found, name)) == case[name]
    for field, value in case.get("facts", {}).items():
        assert found.facts[field].value == value
    for name in ("authors", "editors"):
        if name in case:
            assert [person.value for person in getattr(found, name)] == case[name]
    if "captions" in case:
        assert [[caption.text.text, caption.credit] for caption in found.captions] == case["captions"]
    if "sections" in case:
        assert [[s.kind, s.level, s.heading, len(s.paragraphs)] for s in found.sections] == case["sections"]
    if "first" in case:
        assert found.sections[0].paragraphs[0].text.text == case["first"]
