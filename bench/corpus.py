"""Official translations, sentence by sentence: TMX files, and CSV files with the columns 中文, 英文, 对齐类型."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_COLUMNS = {"中文", "英文", "对齐类型"}
_CUT = re.compile(r"\d\.$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese text and its English; `year` is the report's, where the file says it.

    `is_aligned`: the file gives one sentence for one, and the Chinese is not half of one that was cut inside a decimal.
    """

    zh: str
    en: str
    is_aligned: bool
    year: int | None = None


def files(folder: Path) -> list[Path]:
    """The files that can be read here."""
    tables = [path for path in sorted(folder.glob("*.csv")) if _columns(path) >= _COLUMNS]
    return [*sorted(folder.glob("*.tmx")), *tables]


def pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a file in order."""
    cut = False
    for pair in _of_memory(path) if path.suffix == ".tmx" else _of_table(path):
        rest, cut = cut, _CUT.search(pair.zh) is not None
        yield replace(pair, is_aligned=pair.is_aligned and not cut and not rest)


def _of_memory(path: Path) -> Iterator[Pair]:
    for unit in ElementTree.parse(path).iter("tu"):
        texts = {
            variant.attrib.get(_LANGUAGE, "")[:2]: "".join(variant.itertext()).strip() for variant in unit.iter("tuv")
        }
        if texts.get("zh") and texts.get("en"):
            yield Pair(texts["zh"], texts["en"], is_aligned=True)


def _of_table(path: Path) -> Iterator[Pair]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            year = row.get("报告年份", "")
            yield Pair(row["中文"], row["英文"], row["对齐类型"] == "1-1", int(year) if year.isdecimal() else None)


def _columns(path: Path) -> set[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return set(next(csv.reader(file), []))
