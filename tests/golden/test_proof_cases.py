"""The cases of `proof_cases.yml`: what each check of the English finds, and what it lets pass."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml

from heitu.language import Bilingual
from heitu.proof import CHECKS
from heitu.proof.pairs import Context, Pair
from heitu.translation import Term, TermKind, TranslationUnit

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("proof_cases.yml").read_text("utf-8"))


def term(zh: str, english: str, *variants: str, kind: TermKind = "term") -> Term:
    nothing = Bilingual("", "")
    name = re.sub(r"\W+", "-", english.lower())
    return Term(name, zh, (), "", english, variants, kind, nothing, nothing)


CONTEXT = Context(
    terms=(
        term("梨树模式", "Lishu model"),
        term("粮食银行", "Grain Bank", "Grain Banks"),
        term("空壳社", "shell cooperatives", "shell cooperative"),
        term("乡村振兴局", "rural revitalization bureau"),
        term("国家乡村振兴局", "National Administration for Rural Revitalization"),
    ),
    people=MappingProxyType({"王五": ("Wang Wu",)}),
    places=MappingProxyType({"四平": "Siping", "丽水": "Lishui"}),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['check']}: {case['label']}")
def test_case(case: dict[str, Any]) -> None:
    unit = TranslationUnit("s1-p1.1", case["zh"], case["en"], "translated")
    pair = Pair("a-report", case.get("role", "sentence"), case["zh"], case["en"], unit)
    found = list(CHECKS[case["check"]].find(pair, CONTEXT))
    assert len(found) == len(case["found"]), found
    for difference, words in zip(found, case["found"], strict=True):
        assert words in difference.en
        assert difference.zh


@pytest.mark.parametrize("name", list(CHECKS))
def test_every_check_has_good_bad_and_ignored_cases(name: str) -> None:
    kinds = {case["kind"] for case in CASES if case["check"] == name}
    assert kinds >= {"good", "bad", "ignored"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_bad_case_finds_something_and_no_other_does(case: dict[str, Any]) -> None:
    assert bool(case["found"]) == (case["kind"] == "bad")
