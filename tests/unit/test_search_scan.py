"""A run of characters finds exactly the units that contain it: held against a brute-force scan of the records."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heitu.folding import fold_for_search as fold
from heitu.search import search_files
from tests.archive_fixture import archive
from tests.unit.nodes import Service

Unit = tuple[str, str]


def _units() -> Iterator[tuple[Unit, str]]:
    for report in archive().reports:
        yield (report.id, "title"), report.title.text
        if report.subtitle:
            yield (report.id, "subtitle"), report.subtitle.text
        if report.authors:
            yield (report.id, "byline"), "、".join(author.value for author in report.authors)
        for section in report.sections:
            if section.heading:
                yield (report.id, section.id), section.heading
            for paragraph in section.paragraphs:
                yield (report.id, paragraph.id), paragraph.text.text
        for caption in report.captions:
            yield (report.id, caption.id), caption.text.text


UNITS = dict(_units())
ENGLISH = fold(" ".join(unit.target for unit in archive().translations.values()))


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("search")
    paths = []
    for path, content in search_files(archive()).items():
        paths.append(folder / path.replace("/", "-"))
        paths[-1].write_bytes(content)
    with Service("search_service.mjs", *paths) as service:
        yield service


def _brute_force(*terms: str) -> set[Unit]:
    return {unit for unit, text in UNITS.items() if all(term in fold(text) for term in map(fold, terms))}


def _found(scan: Service, query: str) -> set[Unit]:
    hits = [(report, unit) for report, unit, reason in scan(query) if reason == "text"]
    assert len(hits) == len(set(hits))
    return set(hits)


@given(st.data())
def test_any_run_of_a_text_finds_all_and_only_what_has_it(scan: Service, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(sorted(UNITS.values())))
    start = data.draw(st.integers(0, len(text) - 1))
    run = "".join(text[start : start + data.draw(st.integers(1, 12))].split())
    if not fold(run) or fold(run) in ENGLISH:
        return
    assert _found(scan, run) == _brute_force(run)


@given(st.text("禾川黑土地0123456789.万亩%年", min_size=1, max_size=5))
def test_any_run_of_characters_finds_what_a_plain_scan_does(scan: Service, run: str) -> None:
    if fold(run) not in ENGLISH:
        assert _found(scan, run) == _brute_force(run)


def test_several_terms_find_the_units_that_have_them_all(scan: Service) -> None:
    draw = random.Random(7)
    texts = sorted(UNITS.values())
    for _ in range(200):
        terms = []
        for text in draw.choices(texts, k=2) if draw.random() < 0.3 else [draw.choice(texts)] * 2:
            start = draw.randrange(len(text))
            terms.append("".join(text[start : start + draw.randint(1, 4)].split()) or "的")
        if not any(fold(term) in ENGLISH for term in terms):
            assert _found(scan, "　".join(terms)) == _brute_force(*terms)


CASES = [
    ("４１２．６万亩", {("hechuan", "s0-p1", "text")}),
    ("84.83%", {("hechuan", "s1-p1", "text")}),
    ("王立田说:“地一年", {("hechuan", "s1-p1", "text")}),
    ("踏实肯干", set()),
    ("限抓", {("hechuan", "s1-p3", "reading")}),
    ("<script>alert(1)", {("traps", unit, "text") for unit in ("title", "subtitle", "byline", "s0", "s0-p1", "c1")}),
    ("toilets", {("qingling", "s2-p1", "text")}),
    ("岚江 户厕", {("qingling", "s2-p1", "context")}),
    ("秸秆 深井 机井", set()),
    ("秸秆 机井", {("hechuan", "s1", "section")}),
]


@pytest.mark.parametrize(("query", "expected"), CASES)
def test_what_a_reader_types_finds(scan: Service, query: str, expected: set[tuple[str, str, str]]) -> None:
    found = {
        (report, unit.split("-")[0] if reason == "section" else unit, reason) for report, unit, reason in scan(query)
    }
    assert found == expected
