"""Translations for people who work in other programs: TMX and XLSX out, and back with a preview of what would change."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from heitu.errors import InputError
from heitu.exchange import wording
from heitu.exchange.compare import compare
from heitu.exchange.records import Pair, Preview, Row
from heitu.exchange.telling import tell
from heitu.exchange.tmx import export_tmx, read_tmx
from heitu.exchange.xlsx import export_xlsx, read_xlsx
from heitu.printed import translatable
from heitu.records import Report
from heitu.translation import Format, TranslationUnit

__all__ = ["Pair", "Preview", "Row", "compare", "export", "read_file", "read_pairs", "rows", "save", "tell"]

_ZIP = b"PK\x03\x04"
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def rows(reports: Iterable[Report], units: Mapping[tuple[str, str], TranslationUnit]) -> tuple[Row, ...]:
    """The units of some reports, in their order."""
    return tuple(
        Row(report.id, one.heading, units[report.id, one.unit]) for report in reports for one in translatable(report)
    )


def export(units: tuple[Row, ...], kind: Format) -> bytes:
    """The file of a format; the same units give the same bytes."""
    return export_tmx(units) if kind == "tmx" else export_xlsx(units)


def read_pairs(data: bytes, file: str) -> tuple[Pair, ...]:
    """What a file brings, told apart by its first bytes; `file` is what it is called in messages."""
    if data.startswith(_ZIP):
        return read_xlsx(data, file)
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    start = data[len(mark) : 200].decode(_MARKS.get(mark, "latin-1"), errors="ignore")
    if start.lstrip(" \t\r\n\0").startswith("<"):  # UTF-16 without its mark has a zero there
        return read_tmx(data, file)
    raise InputError([wording.neither(file)])


def read_file(path: Path) -> tuple[Pair, ...]:
    """The pairs of a file; InputError in one line if there is none or it is of no use."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError([wording.unreadable(str(path), error.strerror or str(error))]) from None
    return read_pairs(data, str(path))


def save(path: Path, data: bytes) -> None:
    """Write a file in one step. One that is there and differs is left alone: somebody may have worked in it."""
    fresh = path.with_name(f"{path.name}.new")
    try:
        if path.exists():
            if path.read_bytes() != data:
                raise InputError([wording.is_there(str(path))])
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise InputError([wording.unwritable(str(path), error.strerror or str(error))]) from None
