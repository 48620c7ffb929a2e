"""The ZIP file of the offline copy: what is in it, under which names, and that the same site gives the same bytes."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from heitu.errors import InputError
from heitu.offline import pack
from heitu.offline.contents import page_of_copy, unfit
from heitu.render import render_readmes, render_unpack
from tests.archive_fixture import archive

DATE = "2026-11-22"
NAME = f"heitu-offline-{DATE}"
UNPACK = b"<p>Extract</p>"
README = {"README-en.txt": b"Read me\r\n"}
HEAD = '<link rel="canonical" href="https://example.org/x.html">\n<link rel="stylesheet" href="a.css">'
HOME = (
    '<div data-heitu-hosted><dt>Copy</dt><dd><a href="downloads/x.zip">x</a></dd></div>\n'
    "<div data-heitu-copy hidden><dt>Copy</dt></div>"
)
TREE = {
    ".made-by-heitu": "ours",
    "404.html": "<body>",
    "sitemap.xml": "<urlset/>",
    "CNAME": "example.org",
    "a.css": "p {}",
    "index.html": f"<head>{HEAD}</head><body dir=ltr>{HOME}</body>",
    "en/alone.html": "<head><style>p {}</style></head><body>",
    "sources/page.html": f'{HEAD}<body><a href="../data/sources/page.html" download="页.html">',
    "data/sources/page.html": '<body><img src="https://example.org/x.png">',
    "data/archive.json": '{"generated": "2026-11-22", "path": "sources/page.html", "zh": "sources/page.html"}',
}


@pytest.fixture
def packed(tmp_path: Path) -> Callable[..., Path]:
    """A function that packs a small site, with other files or another date where given, and returns the ZIP file."""

    def build(tree: dict[str, str] = TREE, date: str = DATE, place: str = "one") -> Path:
        site = tmp_path / place / "site"
        for path, text in tree.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, "utf-8")
        pack(site, tmp_path / "dist", date, unpack=UNPACK, readmes=README)
        return tmp_path / "dist" / f"heitu-offline-{date}.zip"

    return build


def contents(place: Path) -> dict[str, bytes]:
    with ZipFile(place) as file:
        assert all(name.startswith(f"{NAME}/") for name in file.namelist())
        return {name.removeprefix(f"{NAME}/"): file.read(name) for name in file.namelist()}


def test_what_only_a_server_needs_is_left_out(packed: Callable[..., Path]) -> None:
    assert list(contents(packed())) == [
        "README-en.txt",
        "a.css",
        "data/archive.json",
        "data/sources/page.html.txt",
        "en/alone.html",
        "index.html",
        "sources/page.html",
        "SHA256SUMS",
    ]


def test_the_list_of_checksums_is_right_and_sorted(packed: Callable[..., Path]) -> None:
    files = contents(packed())
    lines = files.pop("SHA256SUMS").decode().splitlines()
    assert lines == [f"{hashlib.sha256(data).hexdigest()}  {path}" for path, data in sorted(files.items())]


def test_pages_open_with_the_notice_and_name_no_address(packed: Callable[..., Path]) -> None:
    files = contents(packed())
    assert b"<body dir=ltr>\n<p>Extract</p>" in files["index.html"]
    assert b"canonical" not in files["index.html"]
    assert b"downloads" not in files["index.html"]
    assert b"<div data-heitu-copy><dt>" in files["index.html"]
    assert UNPACK not in files["en/alone.html"]


def test_a_source_that_is_a_web_page_becomes_a_text_and_is_found_there(packed: Callable[..., Path]) -> None:
    files = contents(packed())
    assert files["data/sources/page.html.txt"] == TREE["data/sources/page.html"].encode()
    assert b'href="../data/sources/page.html.txt"' in files["sources/page.html"]
    assert files["data/archive.json"].count(b"page.html.txt") == 1


def test_the_same_site_gives_the_same_bytes(packed: Callable[..., Path], tmp_path: Path) -> None:
    first = packed().read_bytes()
    (tmp_path / "dist" / f"{NAME}.zip").unlink()
    backwards = dict(reversed(TREE.items()))
    before = os.umask(0o077)
    try:
        second = packed(backwards, place="two").read_bytes()
    finally:
        os.umask(before)
    assert first == second
    assert first == (tmp_path / "one" / "site" / "downloads" / f"{NAME}.zip").read_bytes()


def test_dates_rights_and_compression_are_fixed(packed: Callable[..., Path]) -> None:
    with ZipFile(packed()) as file:
        for member in file.infolist():
            assert member.date_time == (2026, 11, 22, 0, 0, 0)
            assert member.external_attr >> 16 == 0o100644
            assert (member.create_system, member.compress_type, member.flag_bits) == (3, ZIP_DEFLATED, 0)


def test_a_date_before_zip_files_is_the_first_that_they_have(packed: Callable[..., Path]) -> None:
    with ZipFile(packed(date="1970-01-02")) as file:
        assert file.infolist()[0].date_time[:3] == (1980, 1, 2)


def test_a_copy_of_the_same_date_is_replaced_and_others_stay(packed: Callable[..., Path], tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    dist.mkdir()
    for name in (f"{NAME}.zip", "heitu-offline-2026-11-21.zip", "translations.tmx"):
        (dist / name).write_text("old")
    assert contents(packed())
    assert {path.name: path.read_bytes()[:3] for path in dist.iterdir()} == {
        f"{NAME}.zip": b"PK\x03",
        "heitu-offline-2026-11-21.zip": b"old",
        "translations.tmx": b"old",
    }


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("关于.html", "letters a to z"),
        ("a b.html", "letters a to z"),
        ("a:b", "letters a to z"),
        ("themes/con.html", "letters a to z"),
        ("dot.", "letters a to z"),
        (f"themes/{'x' * 90}.html", "has 127 characters, and may have 119"),
    ],
)
def test_a_name_that_some_system_cannot_unpack_is_one_fault(
    packed: Callable[..., Path], tmp_path: Path, path: str, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        packed({**TREE, path: ""})
    (fault,) = caught.value.faults
    assert fault.file == path
    assert said in fault.message("en")
    assert "离线包" in fault.message("zh")
    assert not (tmp_path / "dist").exists()


def test_the_longest_path_has_119_characters() -> None:
    fits = "x" * (119 - len(NAME) - 1)
    assert not list(unfit([fits], NAME))
    assert list(unfit([f"{fits}x"], NAME))


def test_paths_that_differ_by_capitals_only_are_faults() -> None:
    assert [fault.file for fault in unfit(["a/X.html", "a/x.html", "b"], NAME)] == ["a/X.html", "a/x.html"]


def test_only_the_first_body_tag_of_a_page_counts() -> None:
    page = b'<link rel="stylesheet" href="a.css"><body><p>&lt;body&gt;</p><pre><body></pre>'
    assert page_of_copy(page, UNPACK).count(UNPACK) == 1


def test_the_readmes_are_for_the_notepad_of_windows() -> None:
    for contact, owner in (("archive@example.org", "禾川市档案馆"), ("", "")):
        settings = replace(archive().settings, contact=contact, owner=owner)
        files = render_readmes(replace(archive(), settings=settings))
        assert list(files) == ["README-zh.txt", "README-en.txt"]
        assert files["README-zh.txt"].startswith(codecs.BOM_UTF8)
        assert files["README-en.txt"].startswith(codecs.BOM_UTF8) is bool(owner)  # where it is not all ASCII
        for data in files.values():
            text = data.decode("utf-8-sig")
            assert text.count("\n") == text.count("\r\n") > 30
            assert text.endswith("\r\n")
            for words in (DATE, NAME, "index.html", "certutil -hashfile index.html SHA256", "build_site.py verify"):
                assert words in text
            assert contact in text
            assert "{" not in text


def test_the_notice_is_in_both_languages_and_nothing_in_it_keeps_it_in_view() -> None:
    notice = render_unpack().decode()
    assert notice.index("请先全部解压") < notice.index("Extract all files first")
    assert 'class="ht-unpack-banner"' in notice
    assert "display" not in notice
