"""Terms of the glossary: found in the Chinese longest first, and in the English by any approved rendering."""

from __future__ import annotations

import pytest

from heitu.language import Bilingual
from heitu.terms import find_rendering, uses
from heitu.translation import Term


def term(identifier: str, *forms: str, english: str = "", variants: tuple[str, ...] = ()) -> Term:
    empty = Bilingual("", "")
    return Term(identifier, forms[0], forms[1:], "", english, variants, "term", empty, empty)


TERMS = (
    term("coop", "信用社"),
    term("rural-coop", "农村信用社"),
    term("model", "梨树模式"),
    term("four", "“四不摘”", "四个不摘"),
    term("plus", "4+1"),
)


@pytest.mark.parametrize(
    ("zh", "expected"),
    [
        ("推广“梨树模式”。", ["model"]),
        ("推广梨树模式,再推广「梨树模式」。", ["model"]),
        ("农村信用社放款。", ["rural-coop"]),
        ("农村信用社和信用社放款。", ["rural-coop", "coop"]),
        ("落实四不摘。", ["four"]),
        ("落实“四个不摘”，推广梨树模式。", ["four", "model"]),
        ("实施“４＋１”工程。", ["plus"]),
        ("没有术语。", []),
    ],
)
def test_terms_are_found_in_the_chinese(zh: str, expected: list[str]) -> None:
    assert [found.id for found in uses(TERMS, zh)] == expected


MODEL = term("model", "梨树模式", english="“Lishu Model”", variants=("Lishu way of no-till farming", "agency’s farm"))


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("The Lishu Model spread.", "Lishu Model"),
        ("The ‘lishu model’ spread.", "lishu model"),
        ("Two Lishu Models.", "Lishu Models"),
        ("The Lishu Modeller.", None),
        ("The Lishu\u00a0way  of no-till farming.", "Lishu\u00a0way  of no-till farming"),
        ("The agency's farm.", "agency's farm"),
        ("Nothing.", None),
    ],
)
def test_a_rendering_is_found_in_the_english(en: str, expected: str | None) -> None:
    found = find_rendering(MODEL, en)
    assert (en[slice(*found)] if found else None) == expected
