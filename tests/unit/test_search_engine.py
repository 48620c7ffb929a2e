"""The engine finds exactly what is there: held against a brute-force scan of the records, over the files as published."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heitu.folding import fold_for_search as fold
from heitu.language import Bilingual
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


CASES = [
    ("４１２．６万亩", {("hechuan", "s0-p1", "text")}),
    ("84.83%", {("hechuan", "s1-p1", "text")}),
    ("1865000亩", {("hechuan", "s1-p1", "value")}),
    ("1.865 million mu", {("hechuan", "s1-p1", "value")}),
    ("王立田说:“地一年", {("hechuan", "s1-p1", "text")}),
    ("踏实肯干", set()),
    ("限抓", {("hechuan", "s1-p3", "reading")}),
    ("toilets", {("qingling", "s2-p1", "translation")}),
    ("TOILET", {("qingling", "s2-p1", "translation")}),
    ('"toilet"', set()),
    ("oilets", set()),
    ("戶廁", {("qingling", "s2-p1", "text")}),
    ("jiegan", {("hechuan", "s1-p1", "pinyin")}),
    ("jie'gan huantian", {("hechuan", "s1-p1", "pinyin")}),
    ("jiē'gǎn", {("hechuan", "s1-p1", "pinyin")}),
    ("quanshituiguangjieganhuantian", {("hechuan", "s1-p1", "pinyin")}),
    ("quanshituiguangjieganhuantianq", set()),
    ("4%", set()),
    ("83%", {("hechuan", "s1-p1", "text")}),
    ("2020 总值", {("qingling-2020", "s0-p1", "text")}),
    ("2020 个", {("hechuan", "s1", "context"), ("hechuan", "s2-p1", "context")}),
    ("186.5万 -亩", set()),
    ("深井 -限抓", set()),
    ("狠抓 -限抓", {("hechuan", "s1-p3", "text")}),
    ("岚江 户厕", {("qingling", "s2-p1", "context")}),
    ("2020 审批", {("hechuan", "s2-p2", "context")}),
    ("2023 审批", set()),
    ("秸秆 深井 机井", set()),
    ("“秸秆还田”", {("hechuan", "s1-p1", "text")}),
    ("秸秆 机井", {("hechuan", "s1", "section")}),
    ("秸秆 机井 -狠抓", set()),
    ("机井 -秸秆", {("hechuan", "s1-p2", "text")}),
    ("机井 -高标准", set()),
    ("-秸秆", set()),
    ('"秸秆 还田"', {("hechuan", "s1-p1", "text")}),
    ("岚江省", {("hechuan", "s0-p1", "text")}),
    ("岚江", {("hechuan", "s0-p1", "text")}),
]


@pytest.mark.parametrize(("query", "expected"), CASES)
def test_what_a_reader_types_finds(engine: Service, query: str, expected: set[tuple[str, str, str]]) -> None:
    hits = _ask(engine, query)["hits"]
    assert {(h["report"], h["paragraph"] or h["section"] or "title", h["reason"]) for h in hits} == expected


Hits = list[tuple[str, str | None, str]]
"""Report, paragraph (None for a title) and reason."""


def _hits(engine: Service, query: str) -> Hits:
    return [(hit["report"], hit["paragraph"], hit["reason"]) for hit in _ask(engine, query)["hits"]]


PLACES: list[tuple[str, Hits]] = [
    ("Lanjiang", [("hechuan", "s0-p1", "translation")]),
    ("岚江", [("hechuan", "s0-p1", "text")]),
    ("2022", [("qingling", None, "context")]),
    ("Lanjiang 2022", [("qingling", None, "context")]),
    ("岚江 2020", [("hechuan", "s0-p1", "context"), ("qingling-2020", "s0-p1", "context")]),
]


@pytest.mark.parametrize(("query", "expected"), PLACES)
def test_a_report_of_the_place_or_period_is_found_by_what_it_says_first(
    engine: Service, query: str, expected: Hits
) -> None:
    """All reports but one are of Lanjiang, and one sentence names it: the others come only where nothing says it."""
    assert _hits(engine, query) == expected


@pytest.mark.parametrize("query", ["Yunmeng", "云梦"])
def test_a_place_that_no_text_names_finds_the_titles_of_its_reports(tmp_path: Path, query: str) -> None:
    province, *others = archive().places
    renamed = replace(province, label=Bilingual("云梦省", "Yunmeng"))
    for path, content in search_files(replace(archive(), places=(renamed, *others))).items():
        (tmp_path / Path(path).name).write_bytes(content)
    with Service("engine_service.mjs", tmp_path) as engine:
        assert sorted(_hits(engine, query)) == [
            ("hechuan", None, "context"),
            ("qingling", None, "context"),
            ("qingling-2020", None, "context"),
        ]


def test_filters_narrow(engine: Service) -> None:
    def reports(**filters: str) -> set[str]:
        return {hit["report"] for hit in _ask(engine, "全", **filters)["hits"]}

    assert reports() == {"hechuan", "qingling", "qingling-2020"}
    assert reports(place="qingling") == {"qingling", "qingling-2020"}
    assert reports(place="lanjiang") == {"hechuan", "qingling", "qingling-2020"}
    assert reports(publisher="岚江日报") == {"hechuan"}
    assert reports(period="2020") == {"hechuan", "qingling-2020"}
    assert reports(period="2021/2023") == {"hechuan", "qingling"}
    assert reports(period="2021-01-01/2021-12-31") == {"hechuan"}
    assert reports(theme="black-soil") == {"hechuan"}
    assert reports(language="en") == set()
    assert reports(place="nowhere") == set()


def test_a_theme_takes_paragraphs_that_have_it_by_themselves(engine: Service) -> None:
    hits = _ask(engine, "办理", theme="liao-river")["hits"]
    assert [hit["paragraph"] for hit in hits] == ["s2-p2"]


def test_a_limit_cuts_the_hits_and_not_the_total(engine: Service) -> None:
    whole, cut = _ask(engine, "禾川"), _ask(engine, "禾川", limit=2)
    assert cut["total"] == whole["total"] > 2
    assert cut["hits"] == whole["hits"][:2]


def test_english_words_that_stand_together_come_first_and_before_words_of_both_languages(engine: Service) -> None:
    hits = _ask(engine, "grain 2021")["hits"]
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_headings_come_before_paragraphs_and_all_have_addresses(engine: Service) -> None:
    hits = _ask(engine, "清溪河")["hits"]
    assert [hit["paragraph"] for hit in hits] == [None, "s3-p1", "c2"]
    assert hits[0]["url"] == {"zh": "reports/hechuan.html#s3", "en": "en/reports/hechuan.html#s3"}
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_near_spellings_and_a_term_less_are_offered(engine: Service) -> None:
    def offered(query: str) -> list[tuple[str, str]]:
        suggestions: Any = engine([query, {"suggest": True}])
        return [(one["query"], one["kind"]) for one in suggestions]

    assert offered("高标谁农田")[0] == ("高标准农田", "spelling")
    assert offered("高标准农甜")[0] == ("高标准农田", "spelling")
    assert offered("tiolets") == [("toilets", "spelling")]
    assert offered("秸秆 火星") == [("秸秆", "less")]
    assert offered("秸秆 火星 木星") == [("秸秆", "less")]
    assert offered("秸秆 火星 -机井") == [("秸秆 -机井", "less")]
    assert offered(" ".join(f"火星{n}" for n in range(500))) == []
    assert ("高标准农田", "less") in offered("高标准农田火星火星")
    assert offered("禾川") == []


@pytest.mark.parametrize("kind", ["byte", "cut", "missing", "other"])
def test_a_damaged_file_gives_an_error_and_never_another_answer(index: Path, tmp_path: Path, kind: str) -> None:
    queries = ["84.83%", "秸秆 机井", "toilets", "1865000亩", "jiegan", "限抓", "禾"]
    with Service("engine_service.mjs", index) as service:
        right: list[Any] = [service([query, {}]) for query in queries]
    draw = random.Random(kind)
    names = sorted(path.name for path in index.iterdir())
    errors = 0
    for name in names:
        folder = tmp_path / name
        folder.mkdir()
        for path in index.iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        data = bytearray((folder / name).read_bytes())
        if kind == "byte":
            data[draw.randrange(30, len(data) - 4)] ^= 1
        elif kind == "cut":
            del data[draw.randrange(len(data)) :]
        elif kind == "other":
            other = draw.choice([n for n in names if n != name])
            data = bytearray((index / other).read_bytes().replace(other[:-3].encode(), name[:-3].encode(), 1))
        (folder / name).unlink() if kind == "missing" else (folder / name).write_bytes(data)
        with Service("engine_service.mjs", folder) as service:
            answers: list[Any] = [service([query, {}]) for query in queries]
        for answer, expected in zip(answers, right, strict=True):
            errors += answer != expected
            assert answer == expected or "error" in answer, name
    assert errors >= len(names) - 2  # themes are not asked for


def test_a_query_loads_the_lists_and_no_text_until_one_is_shown(index: Path) -> None:
    with Service("engine_service.mjs", index) as service:
        service(["全", {}])
        loaded: Any = service(["", {"loaded": True}])
    assert "root.js" in loaded
    assert not [name for name in loaded if name.startswith(("zh-", "en-"))]
