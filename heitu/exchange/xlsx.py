"""Spreadsheets (Office Open XML): a sheet for each report, for people who translate there, and what they send back.

Every cell is text, so that no spreadsheet takes a sentence for a formula, a number or a date.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from types import MappingProxyType

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from heitu.errors import Fault, InputError
from heitu.exchange import wording
from heitu.exchange.records import Pair, Row

COLUMNS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "name": ("编号 Id", 22),
        "heading": ("标题 Heading", 24),
        "zh": ("中文 Chinese", 60),
        "en": ("英文 English", 70),
        "note": ("译注 Note", 36),
        "state": ("状态 State", 12),
        "before": ("原来的中文 Chinese before", 40),
    }
)
"""What stands in a column -> its head and its width in characters."""
LONGEST_TITLE = 31
LONGEST_CELL = 32_767
LARGEST = 300_000_000
"""Bytes of a workbook unpacked; one of 100,000 sentences has a fifth of that."""
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 - the first moment that a zip file can name; it has no time zone
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FORMULA = ("=", "+", "-", "@")


def export_xlsx(rows: Sequence[Row]) -> bytes:
    """The workbook; InputError for a text that no cell can hold."""
    faults = [fault for row in rows for fault in _unfit(row)]
    if faults:
        raise InputError(faults)
    book = Workbook()
    book.remove(book.worksheets[0])
    titles: set[str] = set()
    for report, group in groupby(rows, key=lambda row: row.report):
        titles.add(title := _title(report, titles))
        _fill(book.create_sheet(title), tuple(group))
    if not book.worksheets:
        _fill(book.create_sheet("heitu"), ())
    book.properties.creator = "heitu"
    book.properties.created = _EPOCH
    packed = io.BytesIO()
    book.save(packed)
    return _dated(packed.getvalue())


def _values(row: Row) -> tuple[str, ...]:
    """The cells of a row, as `COLUMNS` has them."""
    unit = row.unit
    joined = f"→ {unit.joined}" if unit.joined else ""
    return (row.name, row.heading, unit.source, unit.target, unit.note, f"{unit.state} {joined}".strip(), unit.before)


def _unfit(row: Row) -> Iterator[Fault]:
    if not row.is_xml:
        yield wording.control_character(row.unit.file, row.unit.line, row.name, "XLSX")
    if max(map(len, _values(row))) > LONGEST_CELL:
        yield wording.too_long(row.unit.file, row.unit.line, row.name)


def _title(report: str, taken: set[str]) -> str:
    """The report's id, shortened and numbered where a sheet's name cannot be so long."""
    title, number = report[:LONGEST_TITLE], 1
    while title in taken:
        number += 1
        title = f"{report[: LONGEST_TITLE - 4]}-{number}"
    return title


def _fill(sheet: Worksheet, rows: Sequence[Row]) -> None:
    wrapped = Alignment(wrap_text=True, vertical="top")
    heads = tuple(head for head, _ in COLUMNS.values())
    for n, values in enumerate((heads, *map(_values, rows)), start=1):
        for m, value in enumerate(values, start=1):
            cell = sheet.cell(n, m)
            if value:
                cell.value = value
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(_FORMULA)
            cell.alignment = wrapped
            if n == 1:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8E4D8")
    for column, (_, width) in zip("ABCDEFG", COLUMNS.values(), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"


def _dated(packed: bytes) -> bytes:
    """The workbook with dates that do not change from one export to the next."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            info = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, data)
    return result.getvalue()


def read_xlsx(data: bytes, file: str) -> tuple[Pair, ...]:
    """The pairs of all sheets that have a column of English and one of Chinese or of ids."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(info.file_size for info in packed.infolist()) > LARGEST:
                raise InputError([wording.too_large(file)])
        with warnings.catch_warnings(action="ignore"):  # what openpyxl cannot show does not concern us
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = {sheet.title: [tuple(map(_shown, row)) for row in sheet.values] for sheet in book.worksheets}
    except InputError:
        raise
    except Exception:  # a damaged workbook fails anywhere in openpyxl, with any kind of error
        raise InputError([wording.no_workbook(file)]) from None
    heads = {title: _columns(rows) for title, rows in sheets.items()}
    if not any(heads.values()):
        raise InputError([wording.no_columns(file)])
    return tuple(pair for title, rows in sheets.items() for pair in _pairs(rows, heads[title], f"{file} [{title}]"))


def _shown(value: object) -> str:
    """A cell as text. Spreadsheets have numbers as floats.

    >>> [_shown(value) for value in (None, "2021 ", 2021.0, 7.2, "a_x000D_\\nb")]
    ['', '2021', '2021', '7.2', 'a\\nb']
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("_x000D_", "").replace("\r", "").strip()


def _columns(rows: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """What stands in which column, by the first row; none where English, or what it is of, is not among them."""
    names = {
        word: key for key, (head, _) in COLUMNS.items() for word in (head.lower(), *head.lower().split(" ", maxsplit=1))
    }
    found: dict[str, int] = {}
    for n, head in enumerate(rows[0] if rows else ()):
        if key := names.get(" ".join(head.lower().split())):
            found.setdefault(key, n)
    return found if "en" in found and ("zh" in found or "name" in found) else {}


def _pairs(rows: Sequence[Sequence[str]], columns: Mapping[str, int], file: str) -> Iterator[Pair]:
    for n, row in enumerate(rows[1:] if columns else (), start=2):
        cells = {key: row[m] if m < len(row) else "" for key, m in columns.items()}
        if any(cells.values()):
            state = cells.get("state", "").partition(" ")[0]
            yield Pair(
                f"{file}:{n}", cells.get("name", ""), cells.get("zh", ""), cells["en"], cells.get("note", ""), state
            )
