"""The data files of the project's own sources: sound, within their schemas, and their figures as annotated by reading."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import jsonschema
import pytest

from heitu.check import check
from heitu.export import data_files, schemas
from heitu.figures import find_figures
from heitu.language import Bilingual
from heitu.records import Archive, Settings
from tests.pipeline import reports_of, seed_witnesses, seeds

Json = Any
SCHEMA_OF = {"reports": "report", "ledger": "ledger", "archive.json": "archive", "figures.json": "figures"}


@pytest.fixture(scope="module")
def archive() -> Archive:
    witnesses = seed_witnesses()
    reports = reports_of(witnesses)
    return Archive(
        settings=Settings(Bilingual("黑土", "heitu"), "", "", "", "", "2026-11-22"),
        reports=reports,
        sources=tuple(w.document for w in witnesses.values()),
        ledgers=MappingProxyType({source: w.ledger for source, w in witnesses.items()}),
        themes=seeds().themes,
        places=seeds().places,
        publishers=seeds().publishers,
        figures=tuple(figure for report in reports for figure in find_figures(report)),
    )


@pytest.fixture(scope="module")
def files(archive: Archive) -> Mapping[str, bytes]:
    return data_files(archive)


@pytest.fixture(scope="module")
def rows(files: Mapping[str, bytes]) -> list[Json]:
    found: list[Json] = json.loads(files["data/figures.json"])
    return found


def test_the_archive_is_sound(archive: Archive) -> None:
    assert [fault.message("en") for fault in check(archive)] == []


def test_all_files_keep_to_their_schemas(files: Mapping[str, bytes]) -> None:
    checked = 0
    for path, content in files.items():
        schema = SCHEMA_OF.get(path.split("/")[1])
        if schema:
            validator = jsonschema.Draft202012Validator(json.loads(schemas()[f"{schema}.schema.json"]))
            assert [f"{path}: {error.message}" for error in validator.iter_errors(json.loads(content))] == []
            checked += 1
    assert checked == 2 + 4 + 5


def _values(rows: list[Json], *raws: str) -> list[Fraction]:
    found = {row["raw"]: Fraction(row["value"]) for row in rows}
    return [found[raw] for raw in raws]


def test_the_figures_agree_with_each_other(rows: list[Json]) -> None:
    """The reports can be checked against themselves: parts add up to their sums, shares to their percentages."""
    handled, items, share = _values(rows, "1577个", "1859个", "84.83%")
    assert round(handled / items * 100, 2) == share
    for whole, parts in (
        ("1164个", ("665个", "499个")),
        ("465个", ("2个", "24个", "117个", "322个")),
        ("86个", ("35个", "25个", "26个")),
    ):
        assert sum(_values(rows, *parts)) == _values(rows, whole)[0]
    cleared, all_people = _values(rows, "2246人", "2502人")
    assert cleared / all_people * 100 == pytest.approx(Fraction("89.76"), abs=0.01)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("493.3万亩", {"value": "4933000", "unit": "亩", "period": "2021", "subject": "保护性耕作“梨树模式”"}),
        ("181万", {"value": "1810000", "unit": "", "subject": "四平人民"}),
        ("1-5天", {"value": "1", "value_to": "5", "unit": "天"}),
        ("125元/月", {"value": "125", "unit": "元/月", "comparison": "比2016年提高", "period": "2021"}),
        ("2.7个点", {"unit": "个点", "comparison": "高于全省平均值"}),
        ("14万余次", {"value": "140000", "qualifier": "余"}),
        ("8.3万家", {"value": "83000", "qualifier": "超过"}),
        ("18倍", {"value": "18", "comparison": "是2021年贷款金额的"}),
        ("1至6月", {"value": "1", "value_to": "6", "dimension": "date"}),
        ("第16位", {"value": "16", "dimension": "ordinal", "period": "2022-04"}),
        ("1.2万人次", {"value": "12000", "dimension": "person-times"}),
        ("百万套", {"value": "1000000", "unit": "套"}),
        ("4.5亿袋", {"value": "450000000", "unit": "袋", "qualifier": "达"}),
    ],
)
def test_figures_that_readers_look_for(rows: list[Json], raw: str, expected: dict[str, str]) -> None:
    assert any(expected.items() <= row.items() for row in rows if row["raw"] == raw)


def test_names_made_of_numerals_are_no_figures(rows: list[Json]) -> None:
    names = re.compile(r"2244|三三五八|五零|三个一|3\+1|1\+16|9\+X|12345|321(?!\.)|3456|3335|5G|第一书记")
    assert [row["raw"] for row in rows if names.search(row["raw"])] == []
    sentences = "".join({row["sentence_zh"] for row in rows})
    assert "第一书记" in sentences and "5G" in sentences


def test_no_number_of_the_sources_is_missed(archive: Archive) -> None:
    """Every run of digits in a paragraph is in a figure, but for the names annotated here."""
    named = {"12345", "9", "321", "3", "1", "16", "5", "2244", "3456", "3335"}
    for report in archive.reports:
        figures = [figure for figure in archive.figures if figure.report == report.id]
        for paragraph in report.paragraphs:
            text = paragraph.text.text
            covered = {i for f in figures if f.paragraph == paragraph.id for i in range(f.start, f.end)}
            digits = "".join(c if c.isdecimal() and i not in covered else " " for i, c in enumerate(text))
            assert set(digits.split()) <= named, paragraph.id


def test_spans_of_figures_read_as_printed(rows: list[Json], archive: Archive) -> None:
    texts = {source.id: source.text for source in archive.sources}
    for row in rows:
        runs = "".join(texts[run["source"]][run["start"] : run["end"]] for run in row["provenance"])
        assert runs == row["raw"]
        assert (row["start"], row["end"]) == (row["provenance"][0]["start"], row["provenance"][-1]["end"])
