"""The offline copy as a reader opens it: from the disk with the network off, and inside the ZIP file, without its styles."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from heitu.offline import pack
from heitu.render import render_readmes, render_unpack
from tests.archive_fixture import archive

KINDS = (
    "index.html",
    "reports/index.html",
    "reports/hechuan.html",
    "themes/index.html",
    "themes/black-soil.html",
    "sources/index.html",
    "sources/hechuan-web.html",
    "compare/hechuan.html",
    "unknown.html",
    "glossary.html",
    "translation.html",
    "search.html?q=黑土",
    "rights.html",
    "about.html",
    "data.html",
    "en/index.html",
    "en/reports/hechuan.html",
    "en/search.html?q=soil",
)


@pytest.fixture(scope="module")
def copy(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the small site's offline copy, packed and extracted."""
    stick = tmp_path_factory.mktemp("U 盘")  # as a folder of a reader may be called
    shutil.copytree(small_site, stick / "site")
    texts = {"unpack": render_unpack(), "readmes": render_readmes(archive())}
    pack(stick / "site", stick, archive().settings.generated, **texts)  # type: ignore[arg-type] # by their names
    name = f"heitu-offline-{archive().settings.generated}"
    with ZipFile(stick / f"{name}.zip") as file:
        file.extractall(stick)
    shutil.rmtree(stick / "site")
    return f"file://{stick / name}/"


def test_every_kind_of_page_is_silent_dated_and_asks_for_files_only(copy: str, visit: Callable[..., Page]) -> None:
    page = visit(copy + KINDS[0])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for kind in KINDS:
        page.goto(copy + kind)
        assert page.locator(".ht-unpack-banner").is_hidden()
        assert page.locator(".ht-old-browser").is_hidden()
        assert "2026-11-22" in page.locator("footer").inner_text()
    assert "请先全部解压" not in page.locator("body").aria_snapshot()
    assert len(asked) > len(KINDS)
    assert [url for url in asked if not url.startswith("file://")] == []


def test_a_reader_finds_reads_and_changes_the_language(copy: str, visit: Callable[..., Page]) -> None:
    page = visit(f"{copy}index.html")
    assert page.get_by_text("README-zh.txt").is_visible()
    assert page.locator("a[href*=downloads]").count() == 0
    page.locator("main [data-heitu-search] input").fill("保护性耕作")
    page.locator("main [data-heitu-search] input").press("Enter")
    page.locator("main [data-paragraph] a, main a[href*='reports/hechuan']").first.click()
    page.wait_for_url("**/reports/hechuan.html**")
    page.locator("a.ht-language").click()
    page.wait_for_url("**/en/reports/hechuan.html**")
    page.emulate_media(media="print")
    assert page.locator(".ht-unpack-banner").is_hidden()


@pytest.mark.parametrize("path", ["index.html", "en/reports/hechuan.html"])
def test_inside_the_zip_file_the_page_begins_with_what_to_do(copy: str, chromium: Browser, path: str) -> None:
    context = chromium.new_context(offline=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.route("**/assets/**", lambda route: route.abort())
    page.goto(copy + path)
    notice = page.locator(".ht-unpack-banner")
    assert notice.is_visible()
    assert page.locator("body").inner_text().strip().startswith("请先全部解压")
    assert page.get_by_text("Extract all files first").is_visible()
    assert page.locator(".ht-old-browser").is_hidden()
    box = notice.bounding_box()
    assert box
    assert box["y"] < 20
    assert box["x"] + box["width"] <= 360
    context.close()
