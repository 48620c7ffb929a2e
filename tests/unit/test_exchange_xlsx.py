"""Spreadsheets: what is written, and what people make of it: other columns, numbers, formulas, damage."""

from __future__ import annotations

import io
import time
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from heitu.errors import InputError
from heitu.exchange import Row, export, read_pairs
from heitu.exchange.xlsx import COLUMNS
from heitu.translation import TranslationUnit

FORMULAS = ("=1+1", "+7.2%", "-5", "@here", '=HYPERLINK("http://example.org")', "2021", "1-5", "TRUE", "'x")
ROWS = (
    Row("county", "", TranslationUnit("title", "河口县\n新貌", "A New\nLook", "reviewed", note="From boxing.")),
    Row("county", "黑土地", TranslationUnit("s1-p1.1", "守好黑土地。", "Keep it.", "stale", before="守黑土地。")),
    Row("county", "黑土地", TranslationUnit("s1-p1.2", "纳入监测。", "", "translated", joined="s1-p1.1")),
    *(Row("town", "", TranslationUnit(f"s1-p2.{n}", text, text, "translated")) for n, text in enumerate(FORMULAS)),
)


def book(rows: list[list[Any]], **sheets: list[list[Any]]) -> bytes:
    made = Workbook()
    for name, content in {"sheet": rows, **sheets}.items():
        sheet = made.create_sheet(name)
        for row in content:
            sheet.append(row)
    made.remove(made.worksheets[0])
    result = io.BytesIO()
    made.save(result)
    return result.getvalue()


def fault(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_pairs(data, "a.xlsx")
    (one,) = caught.value.faults
    assert "\n" not in one.message("zh") + one.message("en")
    return one.message("en")


def test_what_is_exported_is_read_again() -> None:
    pairs = read_pairs(export(ROWS, "xlsx"), "a.xlsx")
    assert [(p.name, p.zh, p.en, p.note, p.state) for p in pairs] == [
        (row.name, row.unit.source, row.unit.target, row.unit.note, row.unit.state) for row in ROWS
    ]
    assert (pairs[0].place, pairs[-1].place) == ("a.xlsx [county]:2", f"a.xlsx [town]:{len(FORMULAS) + 1}")


def test_a_sheet_for_each_report_with_a_head_that_stays() -> None:
    made = load_workbook(io.BytesIO(export(ROWS, "xlsx")))
    assert made.sheetnames == ["county", "town"]
    for sheet in made.worksheets:
        assert sheet.freeze_panes == "A2"
        assert [cell.value for cell in sheet[1]] == [head for head, _ in COLUMNS.values()]
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
        assert sheet.column_dimensions["C"].width == 60


def test_every_cell_is_text() -> None:
    made = load_workbook(io.BytesIO(export(ROWS, "xlsx")))
    cells = [cell for sheet in made.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in made["town"]["C"]][1:] == list(FORMULAS)
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "-", "@")))


def test_the_same_units_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = export(ROWS, "xlsx")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 100_000)
    assert export(ROWS, "xlsx") == first
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = packed.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2


def test_ids_that_no_sheet_can_be_called() -> None:
    long = "a-county-in-the-north-of-the-province"
    rows = tuple(Row(f"{long}-{n}", "", TranslationUnit("title", f"貌{n}", "", "missing")) for n in (2020, 2021, 2022))
    data = export(rows, "xlsx")
    titles = load_workbook(io.BytesIO(data)).sheetnames
    assert len(set(titles)) == 3 and max(map(len, titles)) <= 31
    assert [pair.name for pair in read_pairs(data, "a.xlsx")] == [row.name for row in rows]


def test_nothing_to_export_is_a_workbook_still() -> None:
    assert read_pairs(export((), "xlsx"), "a.xlsx") == ()


def test_two_columns_are_enough_in_any_order_and_under_either_name() -> None:
    data = book([["English", "备注", "中文"], ["black soil", "x", "黑土"], [None, None, None], ["", "x", "红土"]])
    assert [(pair.zh, pair.en) for pair in read_pairs(data, "a.xlsx")] == [("黑土", "black soil"), ("红土", "")]
    assert [pair.name for pair in read_pairs(book([["ID", "英文"], ["county/title", "Look"]]), "")] == ["county/title"]


def test_sheets_without_such_columns_are_passed_over() -> None:
    data = book([["中文", "英文"], ["黑土", "black soil"]], notes=[["nothing"], ["x"]], empty=[])
    assert [pair.zh for pair in read_pairs(data, "a.xlsx")] == ["黑土"]
    assert "no sheet names its columns" in fault(book([["黑土", "black soil"]]))


def test_what_a_spreadsheet_took_for_a_number_is_text_again() -> None:
    data = book([["中文", "英文"], [2021, 7.2], [" 黑土 ", "a_x000D_\nb"], ["是", True], ["式", "=1+1"]])
    assert [(pair.zh, pair.en) for pair in read_pairs(data, "a.xlsx")] == [
        ("2021", "7.2"), ("黑土", "a\nb"), ("是", "True"), ("式", ""),
    ]  # fmt: skip


def test_damage_is_one_clear_line() -> None:
    whole = export(ROWS, "xlsx")
    for broken in (whole[:2000], whole[:200] + b"\0" * 400 + whole[600:], b"PK\x03\x04 nothing"):
        assert "no sound XLSX workbook" in fault(broken)
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    assert "no sound XLSX workbook" in fault(other.getvalue())


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heitu.exchange.xlsx.LARGEST", 1000)
    assert "too large" in fault(export(ROWS, "xlsx"))


@pytest.mark.parametrize(
    ("text", "told"), [("河口县\x0b", "control character"), ("长" * 32_768, "longer than a cell may be")]
)
def test_a_text_that_no_cell_can_hold_is_told_with_its_line(text: str, told: str) -> None:
    unit = TranslationUnit("title", text, "", "missing", file="seeds/translations/county.po", line=7)
    with pytest.raises(InputError) as caught:
        export((Row("county", "", unit),), "xlsx")
    message = caught.value.faults[0].message("en")
    assert message.startswith("seeds/translations/county.po:7: county/title has a")
    assert told in message
