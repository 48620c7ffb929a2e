"""`serve`: what is edited changes the open page, in both languages; a fault shows there and goes when it is mended."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from watchdog.events import DirModifiedEvent, FileModifiedEvent, FileOpenedEvent

from heitu.errors import PublishError
from heitu.serve import SCRIPT_PATH, Changes, serve

SLOW = 60_000
"""Milliseconds that a build may take on a busy machine."""


@contextlib.contextmanager
def serving(project: Path) -> Iterator[str]:
    """The address of a running `serve` of the project."""
    command = [sys.executable, "-u", "build_site.py", "serve", "--port", "0"]
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            said = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
            assert said, "serve said no address"
            threading.Thread(target=server.stdout.read, daemon=True).start()  # keep the pipe empty
            yield said[0]
        finally:
            server.terminate()


@pytest.fixture
def pages(project_copy: Path, chromium: Browser) -> Iterator[tuple[Path, Page, Page]]:
    """The project's copy, and its front page open in Chinese and in English."""
    with serving(project_copy) as address, chromium.new_context() as context:
        context.set_default_timeout(SLOW)
        expect.set_options(timeout=SLOW)
        chinese, english = context.new_page(), context.new_page()
        chinese.goto(address)
        chinese.wait_for_selector("[data-build='1']", state="attached")  # the first build is done
        english.goto(address + "en/")
        yield project_copy, chinese, english


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def sentence_of_a_report(project: Path) -> tuple[dict[str, Any], Path, str]:
    """A report from one source and without emendations, that source, and a sentence that stands there once."""
    data = project / "site" / "data"
    archive = json.loads((data / "archive.json").read_bytes())
    files = {source["id"]: project / "seeds" / "sources" / source["file"] for source in archive["sources"]}
    for report in archive["reports"]:
        source = files[report["witnesses"][0]]
        text = source.read_text(encoding="utf-8")
        content = json.loads((data / report["data"]).read_bytes())
        segments = [s["zh"] for x in content["sections"] for p in x["paragraphs"] for s in p["segments"]]
        once = [zh for zh in segments if len(zh) > 30 and text.count(zh) == 1]
        if len(report["witnesses"]) == 1 and once and not content["emendations"]:
            return report, source, once[0]
    raise AssertionError("no such report")


def test_edits_change_the_open_page_in_both_languages(pages: tuple[Path, Page, Page]) -> None:
    project, *open_pages = pages
    report, source, sentence = sentence_of_a_report(project)
    for page, url in zip(open_pages, (report["url"]["zh"], report["url"]["en"].removeprefix("en/")), strict=True):
        page.goto(page.url + url)

    edit(source, sentence, sentence[:9] + "【试改】" + sentence[9:])
    for page in open_pages:
        expect(page.locator("body")).to_contain_text("【试改】")

    edit(project / "templates" / "pages" / "report.md.j2", "<h1", '<p id="probe">probe</p>\n<h1')
    for page in open_pages:
        expect(page.locator("#probe")).to_have_text("probe")

    style = sorted((project / "templates" / "theme" / "assets" / "css").glob("*.css"))[0]
    with style.open("a", encoding="utf-8") as text:
        text.write("\n#probe { letter-spacing: 7px }\n")
    for page in open_pages:
        expect(page.locator("#probe")).to_have_css("letter-spacing", "7px")

    edit(project / "mkdocs.yml", 'owner: ""', 'owner: "某某档案馆"')
    for page in open_pages:
        expect(page.get_by_role("contentinfo")).to_contain_text("某某档案馆")


def test_a_fault_shows_in_the_page_and_goes_when_it_is_mended(pages: tuple[Path, Page, Page]) -> None:
    project, chinese, english = pages
    themes = project / "seeds" / "themes.yml"
    good = themes.read_text(encoding="utf-8")
    edit(themes, "scope:", "no-such-key:")
    for page in (chinese, english):
        expect(page.get_by_role("alert")).to_contain_text("seeds/themes.yml:")
        expect(page.get_by_role("alert")).to_contain_text("no-such-key")
    themes.write_text(good, encoding="utf-8")
    for page in (chinese, english):
        expect(page.get_by_role("alert")).to_have_count(0)
        expect(page.locator("h1").first).to_be_visible()


def test_the_script_is_not_written_into_the_site(pages: tuple[Path, Page, Page]) -> None:
    project, chinese, _ = pages
    assert SCRIPT_PATH in chinese.content()
    assert not any(SCRIPT_PATH.encode() in page.read_bytes() for page in (project / "site").rglob("*.html"))


def test_a_missing_page_answers_404_with_the_site_s_own_page(pages: tuple[Path, Page, Page]) -> None:
    project, chinese, _ = pages
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(chinese.url + "no/such/page.html")
    assert caught.value.code == 404
    assert caught.value.read().startswith((project / "site" / "404.html").read_bytes())
    caught.value.close()


def test_a_port_in_use_is_one_clear_fault(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PublishError, match=f"127.0.0.1:{port}.*--port") as caught:
            serve(tmp_path, tmp_path / "site", "127.0.0.1", port, "en")
    assert f"127.0.0.1:{port}" in caught.value.zh


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("seeds/sources/a.txt", True),
        ("templates/pages/report.md.j2", True),
        ("docs/en/about.md", True),
        ("mkdocs.en.yml", True),
        ("heitu/split/__init__.py", True),
        ("site/index.html", False),
        (".cache/pages/zh/index.md", False),
        ("heitu/__pycache__/ids.cpython-311.pyc", False),
        ("seeds/.themes.yml.swp", False),
        ("seeds/themes.yml~", False),
        ("README.md", False),
    ],
)
def test_only_what_the_site_is_made_from_counts(path: str, counts: bool) -> None:
    changes = Changes((Path("/project"),))
    changes.dispatch(FileModifiedEvent(f"/project/{path}"))
    assert changes.happened.is_set() is counts


@pytest.mark.parametrize("event", [FileOpenedEvent("/project/seeds/themes.yml"), DirModifiedEvent("/project/seeds")])
def test_looking_is_no_change(event: FileOpenedEvent | DirModifiedEvent) -> None:
    changes = Changes((Path("/project"),))
    changes.dispatch(event)
    assert not changes.happened.is_set()
