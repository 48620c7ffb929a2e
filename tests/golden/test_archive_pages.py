"""The golden archive, a small one made for the tests, rendered: its pages and data as expected, character by character.

`pytest tests/golden/test_archive_pages.py --rewrite-golden` writes what is expected anew; read the difference before you
commit it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

import build_site
from heitu.export import data_files
from heitu.progress import Progress
from heitu.records import Archive
from heitu.render import render, render_single
from tests.conftest import copy_project

GOLDEN = Path(__file__).parent
EXPECTED = GOLDEN / "expected"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    project = copy_project(tmp_path_factory.mktemp("golden") / "project")
    shutil.rmtree(project / "seeds")
    shutil.copytree(GOLDEN / "archive" / "seeds", project / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        patch.setenv("HEITU_SITE_URL", "")
        return build_site.gather(project, Progress("en", (), quiet=True))


@pytest.fixture(scope="module")
def made(archive: Archive, project: Path) -> Mapping[str, bytes]:
    """What the archive makes, by path: pages, without those that people write; data, without sources; a single file."""
    by_hand = {f"{folder.name}/{path.name}" for folder in (project / "docs").iterdir() for path in folder.glob("*.md")}
    pages = {
        f"{language}/{path}": text.encode()
        for language, texts in render(archive, project).items()
        for path, text in texts.items()
        if f"{language}/{path}" not in by_hand
    }
    data = {path: data for path, data in data_files(archive).items() if path.endswith((".json", ".csv"))}
    single = render_single(archive, [report for report in archive.reports if report.id == "qinghe-countryside"])
    return {**pages, **single} | {path: data for path, data in data.items() if "/schema/" not in path}


def test_pages_and_data_are_as_expected(made: Mapping[str, bytes], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--rewrite-golden"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, content in made.items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_bytes(content)
    expected = {p.relative_to(EXPECTED).as_posix(): p.read_bytes() for p in EXPECTED.rglob("*") if p.is_file()}
    assert sorted(made) == sorted(expected)
    for path, content in made.items():
        assert content.decode() == expected[path].decode(), path


def test_text_that_looks_like_markup_is_shown_literally(made: Mapping[str, bytes]) -> None:
    for language in ("zh", "en"):
        page = re.sub("</?span[^>]*>", "", made[f"{language}/reports/c_page.md"].decode())
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "![a](b)" in page.replace("&#33;", "!").replace("&#91;", "[").replace("&#93;", "]")
