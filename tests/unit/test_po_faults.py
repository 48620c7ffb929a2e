"""What is wrong in a translator's file is told with its file and line, in both languages, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from heitu.errors import Fault
from heitu.language import LANGUAGES
from heitu.translations import FOLDER, read_translations, translate
from tests.small_archive import small_archive

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "po_faults.yml").read_text("utf-8"))


def faults_of(project: Path, files: dict[str, bytes]) -> tuple[Fault, ...]:
    (project / FOLDER).mkdir(parents=True)
    for name, data in files.items():
        (project / FOLDER / f"{name}.po").write_bytes(data)
    catalogs, faults = read_translations(project)
    return (*faults, *translate(small_archive().reports, catalogs).faults)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_faults_are_told(case: dict[str, Any], tmp_path: Path) -> None:
    files = case["po"] if isinstance(case["po"], dict) else {"county": case["po"]}
    told = [
        {language: fault.message(language) for language in LANGUAGES}
        for fault in faults_of(tmp_path, {name: text.encode() for name, text in files.items()})
    ]
    for place, zh, en in case["faults"]:
        assert [t for t in told if t["zh"].startswith(f"{place}: ") and zh in t["zh"] and en in t["en"]], (place, told)
    assert len(told) == len(case["faults"]), told
    assert all("\n" not in message for each in told for message in each.values())


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, {"county": 'msgctxt "title"\nmsgid "河口县新貌"\nmsgstr ""\n'.encode("gbk")})
    assert (fault.line, fault.what_en, fault.what_zh) == (2, "it is not in UTF-8", "不是 UTF-8 编码")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / FOLDER / "county.po").mkdir(parents=True)
    catalogs, (fault,) = read_translations(tmp_path)
    assert fault.what_en.startswith("it cannot be read")
    assert not catalogs


def test_what_has_a_fault_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    entry = 'msgctxt "{}"\nmsgid "{}"\nmsgstr "x"\n\n'
    (tmp_path / FOLDER).mkdir(parents=True)
    text = entry.format("title", "河口县新貌") + entry.format("title", "河口县新貌") + entry.format("c1", "李明 摄")
    (tmp_path / FOLDER / "county.po").write_text(text, "utf-8")
    catalogs, faults = read_translations(tmp_path)
    assert [entry.unit for entry in catalogs["county"].entries] == ["title", "c1"]
    assert len(faults) == 1
