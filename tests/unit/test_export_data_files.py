"""The data contract: what the files hold, that they keep to their schemas, and that every text can be rebuilt."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import jsonschema
import pytest

from heitu.export import data_files, schemas
from heitu.records import Archive
from heitu.translation import TranslationUnit
from tests.rebuild import rebuild, rebuilder_of
from tests.small_archive import PAGE, TEXT, small_archive

Json = Any


@pytest.fixture(scope="module")
def archive() -> Archive:
    return small_archive()


@pytest.fixture(scope="module")
def files(archive: Archive) -> Mapping[str, bytes]:
    return data_files(archive)


def _json(files: Mapping[str, bytes], path: str) -> Json:
    return json.loads(files[f"data/{path}"])


def test_files_are_those_of_the_contract(files: Mapping[str, bytes]) -> None:
    assert set(files) == {
        "data/archive.json",
        "data/figures.csv",
        "data/figures.json",
        "data/ledger/county.json",
        "data/ledger/town.json",
        "data/reports/county.json",
        "data/reports/town.json",
        "data/schema/archive.schema.json",
        "data/schema/figures.schema.json",
        "data/schema/ledger.schema.json",
        "data/schema/report.schema.json",
        "data/sources/county.txt",
        "data/sources/town.html",
    }


def test_sources_are_published_untouched(files: Mapping[str, bytes]) -> None:
    assert files["data/sources/county.txt"] == TEXT.encode()
    assert files["data/sources/town.html"] == PAGE.encode()


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("archive.json", "archive"),
        ("reports/county.json", "report"),
        ("reports/town.json", "report"),
        ("ledger/county.json", "ledger"),
        ("ledger/town.json", "ledger"),
        ("figures.json", "figures"),
    ],
)
def test_files_keep_to_their_schema(files: Mapping[str, bytes], path: str, schema: str) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schemas()[f"{schema}.schema.json"]))
    assert [error.message for error in validator.iter_errors(_json(files, path))] == []


def test_schemas_are_schemas_and_refuse_unknown_keys(files: Mapping[str, bytes]) -> None:
    for content in schemas().values():
        jsonschema.Draft202012Validator.check_schema(json.loads(content))
    report = _json(files, "reports/county.json")
    validator = jsonschema.Draft202012Validator(json.loads(schemas()["report.schema.json"]))
    assert not validator.is_valid(report | {"colour": "red"})
    assert not validator.is_valid({key: value for key, value in report.items() if key != "basis"})


def test_every_text_is_rebuilt_from_source_runs_ledger_and_emendations(files: Mapping[str, bytes]) -> None:
    rebuilder = rebuilder_of(files)
    places = []
    for name in ("county", "town"):
        for place, zh, rebuilt in rebuild(_json(files, f"reports/{name}.json"), rebuilder):
            assert rebuilt == zh, place
            places.append(place)
    assert places == [
        *("title", "subtitle", "s1 kicker", "s1 heading", "s1-p1", "s1-p1.1", "s1-p1.2", "s1-p2", "s1-p2.1", "c1"),
        *("title", "s0-p1", "s0-p1.1", "s0-p1.2"),
    ]


def test_a_text_that_the_emendations_do_not_explain_is_not_rebuilt(files: Mapping[str, bytes]) -> None:
    report = _json(files, "reports/county.json") | {"emendations": []}
    differing = [place for place, zh, rebuilt in rebuild(report, rebuilder_of(files)) if zh != rebuilt]
    assert differing == ["s1-p1", "s1-p1.2"]


def test_heading_joins_its_lines_by_one_blank(files: Mapping[str, bytes]) -> None:
    section = _json(files, "reports/county.json")["sections"][0]
    assert section["heading"] == {"zh": "守好黑土地—— 耕地面积稳步增加", "en": None}
    assert section["kicker"] == {"zh": "守好黑土地——", "en": None}
    assert _json(files, "reports/town.json")["sections"][0]["heading"] is None


def test_facts_are_plain_values_with_a_basis(files: Mapping[str, bytes]) -> None:
    county, town = _json(files, "archive.json")["reports"]
    assert county["region"] == "北江省河口县"
    assert county["region_id"] == "hekou"
    assert county["labels"]["publisher"] == {"zh": "河口日报", "en": "Hekou Daily"}
    assert county["basis"]["date"] == {
        "basis": "stated",
        "evidence": "2022-03-01",
        "source": "county",
        "start": TEXT.index("2022-03-01"),
        "end": TEXT.index("2022-03-01") + 10,
    }
    assert county["authors"] == [{"zh": "李明", "en": None}]
    assert county["basis"]["authors"]["basis"] == "supplied"
    assert town["date"] is None
    assert town["region"] is None
    assert "date" not in town["basis"]
    assert town["basis"]["title"]["basis"] == "stated"


def test_urls_are_relative_to_the_root_of_the_site(files: Mapping[str, bytes]) -> None:
    paragraph = _json(files, "reports/county.json")["sections"][0]["paragraphs"][0]
    assert paragraph["url"] == {"zh": "reports/county.html#s1-p1", "en": "en/reports/county.html#s1-p1"}
    for row in _json(files, "archive.json")["reports"]:
        assert f"data/{row['data']}" in files


def test_translations_and_their_states(files: Mapping[str, bytes]) -> None:
    first, second = _json(files, "reports/county.json")["sections"][0]["paragraphs"]
    assert (first["en"], first["state"]) == (None, "missing")
    assert (second["en"], second["state"]) == ("Three sewage works were built this year.", "reviewed")
    assert second["segments"][0]["en"] == second["en"]


def test_a_paragraph_is_as_far_as_its_last_sentence(archive: Archive) -> None:
    units = {
        ("county", "s1-p1.1"): TranslationUnit("s1-p1.1", "", "One.", "reviewed"),
        ("county", "s1-p1.2"): TranslationUnit("s1-p1.2", "", "Two.", "stale"),
    }
    files = data_files(replace(archive, translations=MappingProxyType(units)))
    paragraph = _json(files, "reports/county.json")["sections"][0]["paragraphs"][0]
    assert (paragraph["en"], paragraph["state"]) == ("One. Two.", "stale")


def test_emendations_have_a_row_for_each_run(files: Mapping[str, bytes]) -> None:
    correction, doubt = _json(files, "reports/county.json")["emendations"]
    start = TEXT.index("纳人")
    assert (correction["start"], correction["end"], correction["sic"]) == (start, start + 2, "纳人")
    assert (correction["corr"], correction["applied"]) == ("纳入", True)
    assert (doubt["corr"], doubt["applied"], doubt["kind"]) == (None, False, "doubt")


def test_an_emendation_over_a_line_end_corrects_once(archive: Archive) -> None:
    county = archive.reports[0]
    correction = county.emendations[0]
    text = county.paragraphs[0].segments[1].text
    wrapped = replace(correction, sic="纳人监测", corr="纳入监测", spans=(*correction.spans, *text.spans(2, 4)))
    report = replace(county, emendations=(wrapped,))
    rows = _json(data_files(replace(archive, reports=(report,), figures=())), "reports/county.json")["emendations"]
    assert [(row["sic"], row["corr"]) for row in rows] == [("纳人", "纳入监测"), ("监测", "")]


def test_ledger_tiles_the_file(files: Mapping[str, bytes]) -> None:
    ledger = _json(files, "ledger/county.json")
    edges = [0, *(span["end"] for span in ledger["spans"])]
    assert [span["start"] for span in ledger["spans"]] == edges[:-1]
    assert edges[-1] == ledger["chars"] == len(TEXT)


def test_figures_name_their_sentence_and_place(files: Mapping[str, bytes]) -> None:
    rows = {row["raw"]: row for row in _json(files, "figures.json")}
    area = rows["12.5万亩"]
    assert (area["value"], area["unit"], area["dimension"], area["period"]) == ("125000", "亩", "area", "2021")
    assert area["place"] == "北江省河口县"
    assert area["sentence_zh"] == "2021年,全县推广保护性耕作12.5万亩,比上年增长7.2%。"
    assert area["url_en"] == "en/reports/county.html#s1-p1"
    assert TEXT[area["start"] : area["end"]] == "12.5\r\n万亩"
    assert rows["7.2%"]["comparison"] == "比上年增长"
    assert rows["2万吨"]["qualifier"] == "约"
    assert rows["2万吨"]["sentence_en"] == "Three sewage works were built this year."
    assert rows["3座"]["period"] == "2022"
    assert rows["84.83%"]["place"] is None


def test_figures_csv_opens_in_excel_and_has_the_same_rows(files: Mapping[str, bytes]) -> None:
    content = files["data/figures.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    rows = _json(files, "figures.json")
    assert list(table[0]) == list(rows[0])[: len(table[0])]
    assert [row["raw"] for row in table] == [row["raw"] for row in rows]
    assert content.count(b"\r\n") == len(rows) + 1


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "\t=1", " =1"])
def test_no_cell_of_the_csv_is_a_formula(archive: Archive, cell: str) -> None:
    figure = replace(archive.figures[0], subject=cell, value=-archive.figures[0].value)
    files = data_files(replace(archive, figures=(figure,)))
    (row,) = csv.DictReader(io.StringIO(files["data/figures.csv"].decode("utf-8-sig"), newline=""))
    assert row["subject"] == f"'{cell}"
    assert row["value"] == "-2021"


def test_same_archive_same_bytes(archive: Archive, files: Mapping[str, bytes]) -> None:
    assert dict(data_files(small_archive())) == dict(files)
    assert all(content.endswith(b"\n") for path, content in files.items() if path.endswith(".json"))
    assert data_files(archive)["data/archive.json"].isascii() is False
