"""`verify` names what is not as it was, and says in one line what is no copy, damaged, or not safe to extract."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

import build_site
from heitu.errors import InputError
from heitu.offline import pack, tell, verify

NAME = "heitu-offline-2026-11-22"
TREE = {"index.html": "<body>首页", "data/archive.json": '{"generated": "2026-11-22"}', "en/index.html": "<body>Home"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The ZIP file of a small site."""
    site = tmp_path / "site"
    for path, text in TREE.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    pack(site, tmp_path, "2026-11-22", unpack=b"", readmes={})
    return tmp_path / f"{NAME}.zip"


@pytest.fixture
def folder(copy: Path, tmp_path: Path) -> Path:
    """The same, extracted."""
    with ZipFile(copy) as file:
        file.extractall(tmp_path / "stick")
    return tmp_path / "stick" / NAME


def altered(copy: Path, **changes: bytes | None) -> Path:
    """The copy with some members changed or added (their content) or removed (None), written anew."""
    place = copy.with_name("altered.zip")
    with ZipFile(copy) as old, ZipFile(place, "w") as new:
        members = {name: old.read(name) for name in old.namelist()} | changes
        for name, data in members.items():
            if data is not None:
                new.writestr(name, data)
    return place


def told(path: Path, language: str = "en") -> list[str]:
    return list(tell(verify(path), "zh" if language == "zh" else "en"))


def fault(path: Path) -> str:
    """The one fault that is told, in English; in Chinese it is one line as well."""
    with pytest.raises(InputError) as caught:
        verify(path)
    (found,) = caught.value.faults
    assert "\n" not in found.message("en") + found.message("zh")
    return found.message("en")


def test_a_whole_copy_is_one_line(copy: Path, folder: Path) -> None:
    for path in (copy, folder, folder.parent):
        assert told(path) == ["whole: all 3 files, data as of 2026-11-22"]
        assert told(path, "zh") == ["完好：3 个文件，一个不差，数据截至 2026-11-22"]


def test_each_changed_missing_and_added_file_of_a_zip_is_named(copy: Path) -> None:
    place = altered(
        copy,
        **{
            f"{NAME}/index.html": b"other",
            f"{NAME}/en/index.html": None,
            f"{NAME}/new\n.txt": b"new",
            "beside.txt": b"new",
        },
    )
    assert told(place) == ["changed: index.html", "missing: en/index.html", "added: beside.txt", "added: new\\n.txt"]
    assert told(place, "zh") == ["已改动：index.html", "缺少：en/index.html", "多出：beside.txt", "多出：new\\n.txt"]


def test_each_changed_missing_and_added_file_of_a_folder_is_named(folder: Path) -> None:
    (folder / "index.html").write_text("other")
    (folder / "en" / "index.html").unlink()
    (folder / "en" / "new.txt").write_text("new")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe")
    (folder.parent / "my own.doc").write_text("beside the copy")
    expected = ["changed: index.html", "missing: en/index.html", "added: en/new.txt", "added: loop", "added: pipe"]
    assert told(folder) == told(folder.parent) == expected


def test_a_file_that_cannot_be_read_counts_as_changed(folder: Path) -> None:
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to("nowhere")
    assert told(folder) == ["changed: index.html"]


def test_what_systems_leave_on_a_stick_is_passed_over(folder: Path) -> None:
    for path in (
        "Thumbs.db",
        "en/desktop.ini",
        ".DS_Store",
        "._index.html",
        "System Volume Information/x",
        "$RECYCLE.BIN/y",
    ):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text("clutter")
    assert told(folder) == ["whole: all 3 files, data as of 2026-11-22"]


def test_a_copy_that_somebody_packed_anew_is_the_same_copy(folder: Path, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "anew.zip", "w") as file:
        for path in folder.rglob("*"):
            file.write(path, path.relative_to(folder))
    assert told(tmp_path / "anew.zip") == ["whole: all 3 files, data as of 2026-11-22"]


def test_a_flipped_byte_is_found_wherever_it_is(copy: Path) -> None:
    """In the content, the file is named; in its header, too, or the flip means nothing, such as another hour."""
    with ZipFile(copy) as file:
        member = file.getinfo(f"{NAME}/index.html")
    data = copy.read_bytes()
    content = member.header_offset + 30 + len(member.filename)
    for position in range(member.header_offset, content + member.compress_size - 1):  # the last byte has bits to spare
        copy.write_bytes(data[:position] + bytes([data[position] ^ 0x10]) + data[position + 1 :])
        allowed = [["changed: index.html"]] + [["whole: all 3 files, data as of 2026-11-22"]] * (position < content)
        assert told(copy) in allowed, position


@pytest.mark.parametrize("left", [5, 200, -1, -30])
def test_a_copy_that_was_cut_short_is_said(copy: Path, left: int) -> None:
    copy.write_bytes(copy.read_bytes()[:left])
    assert "its end is not there. Copy it again" in fault(copy)


@pytest.mark.parametrize("data", [b"", b"PK", b"\xef\xbb\xbftext", b"Rar!\x1a\x07\x00"])
def test_what_is_no_zip_file_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    assert "it is neither a ZIP file nor a folder" in fault(tmp_path / "x.zip")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert "it cannot be opened: No such file" in fault(tmp_path / "x.zip")


def test_a_copy_without_its_list_is_said(copy: Path, folder: Path) -> None:
    (folder / "SHA256SUMS").unlink()
    for path in (altered(copy, **{f"{NAME}/SHA256SUMS": None}), folder):
        assert "there is no SHA256SUMS in it" in fault(path)


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"0" * 64 + b" index.html\n", (b"0" * 64 + b"  a\n") * 2])
def test_a_damaged_list_is_said(copy: Path, data: bytes) -> None:
    assert "SHA256SUMS is damaged" in fault(altered(copy, **{f"{NAME}/SHA256SUMS": data}))


def test_several_copies_in_one_folder_are_said(folder: Path) -> None:
    (folder.parent / "older").mkdir()
    (folder.parent / "older" / "SHA256SUMS").write_text("")
    assert f"several offline copies in it: {NAME}, older" in fault(folder.parent)


@pytest.mark.parametrize("name", ["/etc/x", f"{NAME}/../../x", "..\\x", "C:/x", f"{NAME}/en\\x"])
def test_a_name_that_leads_out_of_the_folder_is_said(copy: Path, name: str) -> None:
    assert "leads out of its folder" in fault(altered(copy, **{name: b"x"}))


@pytest.mark.parametrize("name", ["index.html", "INDEX.html"])
def test_two_files_of_one_name_are_said(copy: Path, name: str) -> None:
    with warnings.catch_warnings(), ZipFile(copy, "a", ZIP_STORED) as file:
        warnings.simplefilter("ignore")  # zipfile's own
        file.writestr(f"{NAME}/{name}", "x")
    assert "two files of one name" in fault(copy)


def test_a_locked_file_counts_as_changed(copy: Path) -> None:
    with ZipFile(copy) as file:
        local = file.getinfo(f"{NAME}/index.html").header_offset
    data = bytearray(copy.read_bytes())
    central = data.rindex(f"{NAME}/index.html".encode()) - 46
    for flags in (local + 6, central + 8):  # APPNOTE.TXT 4.4.4: bit 0 says that it is encrypted
        data[flags] |= 1
    copy.write_bytes(data)
    assert told(copy) == ["changed: index.html"]


def test_the_command_answers_in_the_language_of_the_user(
    copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert build_site.main(["verify", str(copy)]) == 0
    assert capsys.readouterr().out == "完好：3 个文件，一个不差，数据截至 2026-11-22\n"
    assert build_site.main(["verify", str(altered(copy, **{f"{NAME}/x": b""}))]) == 1
    assert capsys.readouterr().out == "多出：x\n"
    assert build_site.main(["verify", str(copy.parent / "nothing")]) == 1
    assert "打不开" in capsys.readouterr().err
