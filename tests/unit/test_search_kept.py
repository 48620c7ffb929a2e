"""Fragments are kept between builds: what did not change is not indexed again, and what is kept is never trusted blindly."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from heitu import kept as module
from heitu.kept import KeptFolder
from heitu.records import Archive
from heitu.search import fragments, search_files
from heitu.search.units import Sheet
from heitu.spans import SpannedText
from tests.archive_fixture import archive


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the reports that were indexed, in order."""
    found: list[str] = []
    make = fragments.fragment

    def counting(sheet: Sheet) -> bytes:
        found.append(sheet.report)
        return make(sheet)

    monkeypatch.setattr(fragments, "fragment", counting)
    return found


def changed() -> Archive:
    first, *others = archive().reports
    return replace(archive(), reports=(replace(first, title=SpannedText.supplied("新题")), *others))


def test_only_the_report_that_changed_is_indexed_again(tmp_path: Path, indexed: list[str]) -> None:
    search_files(archive(), KeptFolder(tmp_path))
    assert sorted(indexed) == sorted(report.id for report in archive().reports)
    indexed.clear()
    files = search_files(changed(), KeptFolder(tmp_path))
    assert indexed == ["hechuan"]
    assert dict(files) == dict(search_files(changed()))


def test_a_new_translation_and_a_new_figure_count_as_changes(tmp_path: Path, indexed: list[str]) -> None:
    search_files(archive(), KeptFolder(tmp_path))
    indexed.clear()
    unit = archive().translations["qingling", "title"]
    translations = {**archive().translations, ("qingling", "title"): replace(unit, target="Another title")}
    figures = archive().figures[1:]
    search_files(replace(archive(), translations=translations, figures=figures), KeptFolder(tmp_path))
    assert indexed == ["hechuan", "qingling"]


def test_what_is_used_no_more_is_deleted(tmp_path: Path) -> None:
    search_files(archive(), KeptFolder(tmp_path))
    before = set(tmp_path.iterdir())
    (tmp_path / "left.new").write_bytes(b"")
    (tmp_path / "note.txt").write_text("not ours", encoding="utf-8")
    search_files(changed(), KeptFolder(tmp_path))
    after = set(tmp_path.iterdir()) - {tmp_path / "note.txt"}
    assert (len(before), len(after), len(before & after)) == (4, 4, 3)
    assert (tmp_path / "note.txt").is_file()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [_cut, _flip, _empty, _folder])
def test_a_damaged_file_is_made_anew(tmp_path: Path, indexed: list[str], damage: Callable[[Path], None]) -> None:
    files = search_files(archive(), KeptFolder(tmp_path))
    for path in list(tmp_path.iterdir()):
        damage(path)
    indexed.clear()
    assert dict(search_files(archive(), KeptFolder(tmp_path))) == dict(files)
    assert len(indexed) == len(archive().reports)


def test_what_another_version_made_is_not_found(
    tmp_path: Path, indexed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    search_files(archive(), KeptFolder(tmp_path))
    indexed.clear()
    monkeypatch.setattr(module, "PROGRAM", (*module.PROGRAM, "errors.py"))
    search_files(archive(), KeptFolder(tmp_path))
    assert len(indexed) == len(archive().reports)


def test_every_part_of_the_program_that_is_named_is_there() -> None:
    for pattern in module.PROGRAM:
        assert list(Path(module.__file__).parent.glob(pattern)), pattern


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    files = search_files(archive(), KeptFolder(tmp_path / "file" / "search"))
    assert dict(files) == dict(search_files(archive()))


def test_a_full_disk_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:10])
        raise OSError(os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", full)
    files = search_files(archive(), KeptFolder(tmp_path))
    assert list(tmp_path.iterdir()) == []
    assert dict(files) == dict(search_files(archive()))
