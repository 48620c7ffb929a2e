"""Folding is the same in Python and in the browser, character by character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heitu.folding import fold
from tests.unit.nodes import Service

STRANGE = "“”„‘’「」『』…㎡№％８ＡａİıΣςßŒ𠮷𝐀\u3000\u00a0\u2003\u200b\u200d\u2060\u00ad\ufeff\x1c\x85\u2028豈⼀﹏Ⅷ①㈱ｶﾞ"


@pytest.fixture(scope="module")
def browser_fold() -> Iterator[Service]:
    with Service("folding_service.mjs") as service:
        yield service


def test_every_character_folds_alike(browser_fold: Service) -> None:
    """Characters that this Python's Unicode does not know yet are left out: the browser's may be newer."""
    known = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) not in ("Cn", "Cs")]
    answers = browser_fold(known)
    assert [c for c, (folded, *_) in zip(known, answers, strict=True) if folded != fold(c)] == []


@given(st.lists(st.text(st.one_of(st.sampled_from(STRANGE), st.characters(codec="utf-8"))), max_size=20))
def test_texts_fold_alike_and_offsets_lead_back(browser_fold: Service, texts: list[str]) -> None:
    texts = ["".join(c for c in text if unicodedata.category(c) != "Cn") for text in texts]
    answers = browser_fold(texts)
    assert answers == [[fold(text), fold(text), True] for text in texts]
