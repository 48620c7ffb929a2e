"""The project's own offline copy, extracted: whole, for every system, and nothing in it leads to another host."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup

from heitu.offline import verify

_HOST = r"[\"']?\s*(?:[a-z]+:)?//"
LOADING = re.compile(
    rf"\b(?:src|srcset|poster|action)\s*=\s*{_HOST}|<link\b[^>]*\bhref\s*=\s*{_HOST}|url\(\s*{_HOST}|@import\s+{_HOST}"
    r"|<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh",
    re.I,
)


@pytest.fixture(scope="module")
def packed(built_site: Path) -> Path:
    """The ZIP file that the build made."""
    (place,) = (built_site.parent / "dist").glob("heitu-offline-*.zip")
    return place


@pytest.fixture(scope="module")
def copy(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its folder, extracted elsewhere."""
    stick = tmp_path_factory.mktemp("stick")
    with ZipFile(packed) as file:
        file.extractall(stick)
    (folder,) = stick.iterdir()
    return folder.resolve()


@pytest.fixture(scope="module")
def pages(copy: Path) -> dict[Path, BeautifulSoup]:
    return {path: BeautifulSoup(path.read_bytes(), "lxml") for path in sorted(copy.rglob("*.html"))}


def test_it_is_whole_as_a_file_and_as_a_folder(packed: Path, copy: Path) -> None:
    assert verify(packed) == verify(copy)
    assert verify(copy).whole
    assert verify(copy).files > 90
    assert verify(copy).date == json.loads((copy / "data" / "archive.json").read_bytes())["generated"]


def test_it_holds_the_whole_site_but_what_a_server_needs(built_site: Path, copy: Path) -> None:
    def files(folder: Path) -> set[str]:
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    ours = {"README-zh.txt", "README-en.txt", "SHA256SUMS"}
    servers = {".made-by-heitu", "404.html", f"downloads/{copy.name}.zip"}
    assert files(copy) - files(built_site) == ours
    assert files(built_site) - files(copy) == servers


def test_names_are_ascii_and_short(packed: Path) -> None:
    with ZipFile(packed) as file:
        for name in file.namelist():
            assert name.isascii()
            assert len(name) < 120
            assert name.startswith(f"{packed.stem}/")


def test_every_link_and_asset_is_in_the_copy(copy: Path, pages: dict[Path, BeautifulSoup]) -> None:
    anchors = {path: {str(element["id"]) for element in page.select("[id]")} for path, page in pages.items()}
    broken = set()
    for path, page in pages.items():
        for element in page.select("[href], [src], [action]"):
            address = str(element.get("href") or element.get("src") or element.get("action"))
            parts = urlsplit(address)
            if parts.scheme in ("mailto", "https", "http"):
                assert element.name == "a", f"{path.relative_to(copy)} loads {address}"
                continue
            place = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            there = place.is_relative_to(copy) and place.is_file() and not parts.path.startswith("/")
            fragment = unquote(parts.fragment)
            if not there or (fragment and place in anchors and fragment not in anchors[place]):
                broken.add(f"{path.relative_to(copy)}: {address}")
    assert not broken
    assert len(pages) > 40


@pytest.mark.parametrize(
    "text",
    [
        '<img src="//x.org/a">',
        "<script src=https://x.org>",
        '<link rel=icon href="http://x.org">',
        "a{b:url('//x.org')}",
    ],
)
def test_what_asks_for_another_host_is_found(text: str) -> None:
    assert LOADING.search(text)


def test_no_file_asks_for_another_host(copy: Path) -> None:
    for path in copy.rglob("*"):
        if path.suffix in (".html", ".css", ".svg"):
            assert not LOADING.search(path.read_text("utf-8")), path.relative_to(copy)
        if path.suffix == ".css":
            for address in re.findall(r"url\(\s*[\"']?([^)\"']+)", path.read_text("utf-8")):
                assert address.startswith(("data:", "#")) or (path.parent / address).is_file(), (path.name, address)
        assert path.suffix != ".js" or not re.search(rb"\b(?:fetch|importScripts)\(\s*[\"']https?:", path.read_bytes())


def test_every_page_opens_with_the_notice_and_shows_its_date(copy: Path, pages: dict[Path, BeautifulSoup]) -> None:
    date = copy.name[-10:]
    alone = {path for path, page in pages.items() if not page.select("link[rel=stylesheet], script[src]")}
    assert {path.parent.name for path in alone} == {"single"}, "only one-file copies need nothing beside them"
    for path in alone:
        assert date in pages[path].get_text(), path
    for path in pages.keys() - alone:
        page = pages[path]
        assert page.select("body > *")[0].get_text().strip().startswith("请先全部解压"), path
        words = f"Data as of {date}" if path.is_relative_to(copy / "en") else f"数据截至 {date}"
        assert words in page.select("footer")[0].get_text(), path


def test_the_page_for_what_is_missing_shows_the_date_too(built_site: Path, copy: Path) -> None:
    text = (built_site / "404.html").read_text("utf-8")
    assert f"数据截至 {copy.name[-10:]}" in text
    assert f"Data as of {copy.name[-10:]}" in text
