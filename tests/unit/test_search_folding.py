"""Folding is the same in Python and in the browser, character by character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.simplified import script
from heitu.folding import fold, fold_for_search
from heitu.simplified import PAIRS, SIMPLIFIED
from tests.unit.nodes import Service

STRANGE = "“”„‘’「」『』…㎡№％８ＡａİıΣςßŒ𠮷𝐀\u3000\u00a0\u2003\u200b\u200d\u2060\u00ad\ufeff\x1c\x85\u2028豈⼀⾞車鄉興裏﹏Ⅷ①㈱ｶﾞ"


@pytest.fixture(scope="module")
def browser_fold() -> Iterator[Service]:
    with Service("folding_service.mjs") as service:
        yield service


def test_every_character_folds_alike(browser_fold: Service) -> None:
    """Characters that this Python's Unicode does not know yet are left out: the browser's may be newer."""
    known = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) not in ("Cn", "Cs")]
    answers = browser_fold(known)
    assert [c for c, (folded, *_) in zip(known, answers, strict=True) if folded != fold_for_search(c)] == []


@given(st.lists(st.text(st.one_of(st.sampled_from(STRANGE), st.characters(codec="utf-8"))), max_size=20))
def test_texts_fold_alike_and_offsets_lead_back(browser_fold: Service, texts: list[str]) -> None:
    texts = ["".join(c for c in text if unicodedata.category(c) != "Cn") for text in texts]
    answers = browser_fold(texts)
    assert answers == [[fold_for_search(text), fold_for_search(text), True] for text in texts]


def test_the_table_of_simplified_characters_is_sound() -> None:
    """Applied twice it is applied once, folding leaves both sides alone, and no character has two forms."""
    assert len(SIMPLIFIED) == len(PAIRS.split()) > 2800
    assert not SIMPLIFIED.keys() & set(SIMPLIFIED.values())
    assert [pair for pair in SIMPLIFIED.items() if fold("".join(pair)) != "".join(pair)] == []


def test_the_table_for_the_browser_is_the_same(project: Path) -> None:
    assert (project / "templates/js/simplified.js").read_text("utf-8") == script(SIMPLIFIED)


TRADITIONAL = [
    ("鄉村振興", "乡村振兴"),
    ("遼寧遼陽東北黑土區", "辽宁辽阳东北黑土区"),
    ("臺灣台灣", "台湾台湾"),
    ("裏裡里", "里里里"),
    ("發髮", "发发"),
    ("後皇后", "后皇后"),
    ("著名", "著名"),  # read in simplified texts as well, so it stays
    ("鎔赟", "镕赟"),
    ("車⾞", "车车"),
]


@pytest.mark.parametrize(("text", "folded"), TRADITIONAL)
def test_traditional_characters_fold_to_simplified_ones(text: str, folded: str) -> None:
    assert fold_for_search(text) == folded
