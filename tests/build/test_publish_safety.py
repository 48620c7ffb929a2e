"""Nothing that is not ours is touched, and the site of before survives whatever happens to a build."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import heitu.publish
from heitu.errors import PublishError
from heitu.publish import folders

from .conftest import PAGES, digest

Published = Callable[..., Path]
HERE = Path(__file__).parent
CODE = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("mode", "way", "at_least"),
    [("kill", "exchange", 40), ("kill", "renames", 40), ("full", "exchange", 25), ("full", "renames", 25)],
)
def test_stopped_at_any_moment_the_old_site_stands(tmp_path: Path, mode: str, way: str, at_least: int) -> None:
    command = [sys.executable, str(HERE / "interrupted.py"), str(tmp_path), mode, way]
    done = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": str(CODE)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= at_least


PUBLISH = """
import sys
from pathlib import Path
from heitu.publish import publish
from heitu.records import Bilingual, Settings
settings = Settings(Bilingual("", ""), "", "", "", "", "2026-11-22")
pages = {"index.md": "# new\\n"} | {f"reports/{n}.md": "# x\\n" for n in range(50)}
here = Path(sys.argv[1])
publish(here, {"zh": pages, "en": pages}, {}, target=here / "site", settings=settings, progress=print)
"""


def start(small: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-u", "-c", PUBLISH, str(small)]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(CODE)}, stdout=subprocess.PIPE, text=True)


def test_killed_at_random_times_the_old_site_stands(published: Published, small: Path) -> None:
    old = digest(published())
    began = time.monotonic()
    with start(small) as whole:
        whole.wait()
    seconds = time.monotonic() - began
    new = digest(small / "site")
    assert old != new
    for _ in range(12):
        published()
        with start(small) as build:
            time.sleep(random.uniform(0, seconds))
            build.send_signal(signal.SIGKILL)
        assert digest(small / "site") in (old, new)
    published()
    assert {path.name for path in (small / ".site.build").iterdir()} == {".made-by-heitu", "lock"}


def test_the_engine_ends_with_a_killed_build(small: Path) -> None:
    def engines() -> list[str]:
        found = subprocess.run(
            ["pgrep", "-f", f"heitu.publish mkdocs.*{small}"], capture_output=True, text=True, check=False
        )
        return found.stdout.split()

    with start(small) as build:
        assert build.stdout
        assert build.stdout.readline() == "pages\n"
        deadline = time.monotonic() + 20
        while not engines() and time.monotonic() < deadline:
            time.sleep(0.01)
        assert engines()
        build.send_signal(signal.SIGKILL)
    while engines() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not engines()


def test_a_disk_that_fills_up_under_the_engine_is_said(published: Published, small: Path) -> None:
    before = digest(published())
    (small / "full.py").write_text(
        "import errno\ndef on_post_page(output, **rest):\n    raise OSError(errno.ENOSPC, 'No space left on device')\n"
    )
    with (small / "mkdocs.en.yml").open("a") as settings:
        settings.write("hooks: [full.py]\n")
    with pytest.raises(PublishError, match="The disk is full") as caught:
        published()
    assert "磁盘空间不足" in caught.value.zh
    assert digest(small / "site") == before


@pytest.mark.parametrize("where", ["site", ".site.build", ".cache/pages", ".cache/pages/zh"])
def test_a_folder_that_is_not_ours_is_refused(published: Published, small: Path, where: str) -> None:
    theirs = small / where / "thesis.doc"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("years of work")
    with pytest.raises(PublishError) as caught:
        published()
    for text in (caught.value.zh, caught.value.en):
        assert str(small / where.removesuffix("/zh")) in text
        assert "\n" not in text
    assert theirs.read_text() == "years of work"


def test_a_file_where_the_site_should_go_is_refused(published: Published, small: Path) -> None:
    (small / "site").write_text("mine")
    with pytest.raises(PublishError):
        published()
    assert (small / "site").read_text() == "mine"


def test_a_site_that_somebody_replaced_during_the_build_is_refused(published: Published, small: Path) -> None:
    def replace(step: str) -> None:
        if step == "merge":
            (small / "site" / folders.MARKER).unlink()

    published()
    with pytest.raises(PublishError):
        published(progress=replace)
    assert (small / "site" / "index.html").exists()


def test_an_empty_folder_is_taken(published: Published, small: Path) -> None:
    (small / "site").mkdir()
    assert (published() / "index.html").exists()


def test_a_link_to_the_site_stays_a_link(published: Published, small: Path) -> None:
    (small / "www").mkdir()
    (small / "site").symlink_to("www")
    published()
    published()
    assert (small / "site").is_symlink()
    assert (small / "www" / "index.html").exists()


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "a/../../x.md", "C:/x.md", "a\\x.md", ""])
def test_a_path_out_of_the_site_is_refused(published: Published, small: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path below the site"):
        published({**PAGES, "zh": {path: "x"}})
    with pytest.raises(ValueError, match="not a path below the site"):
        published(files={path: b"x"})
    assert not (small / "site").exists()


def test_folders_are_exchanged_at_once_on_linux(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert folders.exchange(tmp_path / "a", tmp_path / "b") is (sys.platform == "linux")
    assert (tmp_path / "a" / "b").exists()


def test_what_fails_before_the_swap_leaves_the_old_site(published: Published, small: Path) -> None:
    def add(site: Path) -> None:
        (site / "more.txt").write_text("more")

    def fail(site: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = digest(published(finish=add))
    assert "more.txt" in before
    with pytest.raises(PublishError, match="The disk is full"):
        published({language: {"index.md": "# new\n"} for language in ("zh", "en")}, finish=fail)
    assert digest(small / "site") == before


def test_a_failed_second_rename_brings_the_old_site_back(
    published: Published, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(published())
    rename = Path.rename

    def fail_once(self: Path, target: Path) -> Path:
        if self.name == "zh":
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(folders, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(PublishError, match="Input/output error"):
        published({language: {"index.md": "# new\n"} for language in ("zh", "en")})
    assert digest(small / "site") == before


def test_a_second_build_waits_and_says_so(published: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    first_is_in, second_waits = threading.Event(), threading.Event()
    steps: list[str] = []

    def hold(step: str) -> None:
        if step == "pages":
            first_is_in.set()
            assert second_waits.wait(20)

    def follow(step: str) -> None:
        steps.append(step)
        if step == "wait":
            second_waits.set()

    first = threading.Thread(target=published, kwargs={"progress": hold})
    first.start()
    assert first_is_in.wait(20)
    published(progress=follow)
    first.join()
    assert steps == ["wait", *heitu.publish.STEPS]
