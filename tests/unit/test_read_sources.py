"""A folder of sources: what is read, in which order, and every fault of every file at once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from heitu.errors import Fault, InputError
from heitu.read import read_bytes, read_sources
from heitu.read.rules import RULES


def faults_of(folder: Path) -> dict[str, Fault]:
    with pytest.raises(InputError) as caught:
        read_sources(folder, folder.parent)
    return {fault.file: fault for fault in caught.value.faults}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def test_sources_come_sorted_by_id(tmp_path: Path) -> None:
    html = "<p>黑土地保护，取得成效。</p>".encode()
    files = {
        "b.TXT": b"b",
        "A.md": b"a",
        "c.htm": html,
        "d.html": html,
        ".hidden": b"\0",
        "README.md": b"",
        "readme": b"",
    }
    extracts = read_sources(write(tmp_path / "sources", files), tmp_path)
    assert [(e.document.id, e.document.file, e.document.media_type) for e in extracts] == [
        ("a", "A.md", "text/markdown"),
        ("b", "b.TXT", "text/plain"),
        ("c", "c.htm", "text/html"),
        ("d", "d.html", "text/html"),
    ]
    assert extracts[2].document.sha256 == hashlib.sha256(html).hexdigest()


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    files = {
        "same.txt": "甲".encode(),
        "same.md": "乙".encode(),
        "blank.txt": " \n\u3000\ufeff".encode(),
        "markup.html": b"<html><body><p>&nbsp;</p><script>x</script></body></html>",
        "empty.txt": b"",
        "scan.txt": b"%PDF-1.7\n",
        "report.txt": b"PK\x03\x04\x14",
        "old.txt": b"\xd0\xcf\x11\xe0\xa1",
        "rich.txt": b"{\\rtf1\\ansi",
        "noise.txt": b"a\0b",
        "table.xlsx": b"PK",
        "noname": b"x",
        "broken.txt": "黑土地\n保护".encode()[:-1],
    }
    folder = write(tmp_path / "sources", files)
    (folder / "more").mkdir()
    faults = faults_of(folder)
    assert faults.keys() == {f"sources/{name}" for name in files if name != "same.md"} | {"sources/more"}
    assert "same.md" in faults["sources/same.txt"].what_en
    assert "PDF" in faults["sources/scan.txt"].what_zh
    assert "DOCX" in faults["sources/report.txt"].what_zh
    assert "RTF" in faults["sources/rich.txt"].what_en
    assert "NUL" in faults["sources/noise.txt"].what_en
    assert ".txt, .md, .html, .htm" in faults["sources/table.xlsx"].do_en
    assert "UTF-8" in faults["sources/broken.txt"].what_en
    assert faults["sources/broken.txt"].line == 2
    for name in ("blank", "empty"):
        assert "empty" in faults[f"sources/{name}.txt"].what_en
    assert "empty" in faults["sources/markup.html"].what_en


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "sources").keys() == {"sources"}


def test_a_link_to_nowhere_is_a_fault(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources", {"a.txt": b"a"})
    (folder / "b.txt").symlink_to("nowhere.txt")
    assert faults_of(folder).keys() == {"sources/b.txt"}


def test_utf16_is_not_binary() -> None:
    assert read_bytes("a.txt", "\ufeffreport".encode("utf-16-le")).lines[0].text.text == "report"


def test_every_rule_is_described_in_both_languages() -> None:
    for rule, label in RULES.items():
        assert rule.split(".")[0] in ("text", "html")
        assert label.zh
        assert label.en
        assert not label.en.endswith(".")
