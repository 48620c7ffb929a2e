"""The engine finds exactly what is there: held against a brute-force scan of the records, over the files as published."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heitu.folding import fold_for_search as fold
from heitu.search import search_files
from tests.archive_fixture import archive
from tests.unit.nodes import Service

Unit = tuple[str, str | None, str | None, str]
"""Report, section, paragraph as `window.heitu.search` names them, and the text."""


def _units() -> Iterator[Unit]:
    for report in archive().reports:
        yield report.id, None, None, report.title.text
        if report.subtitle:
            yield report.id, None, None, report.subtitle.text
        if report.authors:
            yield report.id, None, None, "、".join(author.value for author in report.authors)
        for section in report.sections:
            if section.heading:
                yield report.id, section.id, None, section.heading
            for paragraph in section.paragraphs:
                yield report.id, section.id, paragraph.id, paragraph.text.text
        for caption in report.captions:
            yield report.id, None, caption.id, caption.text.text


UNITS = list(_units())


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    for path, content in search_files(archive()).items():
        (folder / Path(path).name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def engine(index: Path) -> Iterator[Service]:
    with Service("engine_service.mjs", index) as service:
        yield service


def _ask(engine: Service, query: str, **options: Any) -> Any:
    answer: Any = engine([query, options])
    assert "error" not in answer, answer
    return answer


def _found(engine: Service, query: str, *reasons: str) -> list[str]:
    hits = _ask(engine, query)["hits"]
    return sorted(str((h["report"], h["section"], h["paragraph"])) for h in hits if h["reason"] in reasons)



def _brute(*terms: str) -> list[str]:
    runs = [fold(term) for term in terms]
    return sorted(
        str((report, section, paragraph))
        for report, section, paragraph, text in UNITS
        if all(run in fold(text) for run in runs)
    )


def _typed(text: str) -> str:
    """A piece of a text as somebody would look for it: no blanks, and nothing that a query gives a meaning to."""
    return re.sub(r"[\s“”„「『』」\"]", "", text).lstrip("-－")


@given(st.data())
def test_any_run_of_a_text_finds_all_and_only_what_has_it(engine: Service, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(sorted(text for *_, text in UNITS)))
    start = data.draw(st.integers(0, len(text) - 1))
    run = _typed(text[start : start + data.draw(st.integers(1, 12))])
    if fold(run):
        assert _found(engine, run, "text") == _brute(run)


@given(st.text("禾川黑土地0123456789.万亩%年", min_size=1, max_size=5))
def test_any_run_of_characters_finds_what_a_plain_scan_does(engine: Service, run: str) -> None:
    assert _found(engine, run, "text") == _brute(run)


def test_several_terms_find_the_units_that_have_them_all(engine: Service) -> None:
    draw = random.Random(7)
    texts = sorted(text for *_, text in UNITS)
    for _ in range(200):
        terms = []
        for text in draw.choices(texts, k=2) if draw.random() < 0.3 else [draw.choice(texts)] * 2:
            start = draw.randrange(len(text))
            terms.append(_typed(text[start : start + draw.randint(1, 4)]) or "的")
        assert _found(engine, "　".join(terms), "text") == _brute(*terms)
