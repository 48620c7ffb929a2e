"""Browser tests drive Chromium over the small archive of the tests: on a server, and on the disk with the network off."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Request

from heitu.publish import publish
from heitu.render import render, render_404, render_single
from heitu.render.scripts import render_scripts
from heitu.search import search_files
from tests.archive_fixture import archive
from tests.conftest import copy_project

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `tests.archive_fixture`, built once for all workers of a run; not to be changed."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "small"
    with FileLock(folder.with_suffix(".lock")):
        if not (folder / "site").is_dir():
            shutil.rmtree(folder, ignore_errors=True)
            copy_project(folder)
            made = (search_files(archive()), render_scripts(folder), render_single(archive()))
            files = {path: data for part in made for path, data in part.items()} | {"404.html": render_404(archive())}
            settings = archive().settings
            publish(
                folder,
                render(archive(), folder),
                files,
                target=folder / "site",
                settings=settings,
                progress=lambda _: None,
            )
    return folder / "site"


@pytest.fixture(scope="session")
def small_address(small_site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The small site on a server of this machine."""
    return serve_folder(small_site)


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, small_site: Path, small_address: str) -> str:
    """The address of the small site, on a server and on the disk: a test that uses it runs on both."""
    return small_address if request.param == "http" else small_site.as_uri() + "/"


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Open a page: `visit(root + path, script="…", **context options)`; `script` runs before the page's own.

    After the test, an error on the console and a request to another host fail it. Pages on the disk have no network.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "file://", "data:", "blob:")):
            faults.append(f"a request to {request.url}")

    def open_page(address: str, script: str = "", **options: Any) -> Page:
        context = chromium.new_context(offline=address.startswith("file:"), **{"locale": "zh-CN", **options})
        contexts.append(context)
        if address.startswith("http"):
            context.grant_permissions(["clipboard-read", "clipboard-write"])
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", watch)
        page.set_default_timeout(5000)
        page.goto(quote(address, safe=":/?#=&%+"))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
