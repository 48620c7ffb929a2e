"""Publish is stopped at every moment in turn: `python interrupted.py FOLDER kill|full exchange|renames`.

A moment is an operation that changes the disk, seen by an audit hook. `kill` ends the process there as kill -9 does;
`full` lets this operation and every later one that needs room fail as on a full disk. Each time the site must be the
old one or the new one, whole: at once where folders can be exchanged, and after the next start, even one that fails,
where two renames stand in for that. The next build must succeed and leave nothing behind. A function that writes a few
pages stands in for MkDocs, so that all moments take seconds. Prints how many there were.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import heitu.publish
import heitu.publish.folders
from heitu.errors import PublishError
from heitu.language import Bilingual
from heitu.publish import publish
from heitu.records import Settings

SETTINGS = Settings(Bilingual("", ""), "https://example.org/", "", "", "", "2026-11-22")
NEEDS_ROOM = ("open", "os.mkdir")
FULL = 9
CHANGES = (*NEEDS_ROOM, "os.rename", "os.remove", "os.rmdir", "ctypes.dlsym")


class Moments:
    """An audit hook that counts the moments and stops the process at one of them."""

    def __init__(self, folder: Path, mode: str, stop: int) -> None:
        self.folder, self.mode, self.stop, self.seen = str(folder), mode, stop, 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in (CHANGES if self.mode == "kill" else NEEDS_ROOM) or not self._is_ours(event, arguments):
            return
        self.seen += 1
        if self.mode == "kill" and self.seen == self.stop:
            os.kill(os.getpid(), signal.SIGKILL)
        elif self.mode == "full" and self.seen >= self.stop:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _is_ours(self, event: str, arguments: tuple[object, ...]) -> bool:
        if event == "ctypes.dlsym":
            return arguments[1] == "renameat2"
        if event in ("os.remove", "os.rmdir") and arguments[1] != -1:
            return True  # named below an open folder, as shutil.rmtree does
        path = arguments[0]
        if not isinstance(path, str | os.PathLike) or not os.fspath(path).startswith(self.folder):
            return False
        return event != "open" or bool(int(str(arguments[2])) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def build_by_hand(version: str) -> Callable[..., None]:
    def build(project: Path, fresh: Path, settings: Settings, progress: Callable[[str], None]) -> None:
        for language in ("zh", "en"):
            for path in ("index.html", "reports/x.html", "assets/site.css"):
                place = fresh / language / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(f"{version}" if path.startswith("assets") else f"{version} {language} {path}")

    return build


def run(project: Path, version: str) -> None:
    heitu.publish.build_languages = build_by_hand(version)  # type: ignore[attr-defined]
    pages = {"index.md": version, f"reports/{version}.md": version}
    files = {"data/archive.json": version.encode() * 100_000}
    target = project / "site"
    publish(project, {"zh": pages, "en": pages}, files, target=target, settings=SETTINGS, progress=lambda step: None)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_child(action: Callable[[], None]) -> int:
    """Run in a forked process; its exit code, or minus the signal that ended it."""
    pid = os.fork()
    if pid == 0:
        action()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def stopped_build(project: Path, mode: str, stop: int) -> None:
    sys.addaudithook(Moments(project, mode, stop))
    try:
        run(project, "new")
    except PublishError as error:
        os._exit(FULL if "磁盘空间不足" in error.zh and "disk is full" in error.en else 1)


def failing_build(project: Path) -> None:
    def fail(project: Path, fresh: Path, settings: Settings, progress: Callable[[str], None]) -> None:
        raise PublishError("", "")

    heitu.publish.build_languages = fail  # type: ignore[attr-defined]
    with contextlib.suppress(PublishError):
        publish(
            project, {"zh": {}, "en": {}}, {}, target=project / "site", settings=SETTINGS, progress=lambda step: None
        )


def main(folder: Path, mode: str, way: str) -> None:
    if way == "renames":
        heitu.publish.folders.exchange = lambda one, other: False  # as on a system without renameat2
    sites = []
    for version in ("old", "new"):
        (folder / version).mkdir(parents=True)
        run(folder / version, version)
        sites.append(contents(folder / version / "site"))
    moment, code = 0, -1
    while code:
        moment += 1
        project = folder / f"{moment}"
        shutil.copytree(folder / "old", project)
        code = in_child(functools.partial(stopped_build, project, mode, moment))
        assert code in (0, FULL if mode == "full" else -signal.SIGKILL), (moment, code)
        if way == "exchange" or mode == "full":
            assert contents(project / "site") in sites, moment
        assert in_child(functools.partial(failing_build, project)) == 0, moment
        assert contents(project / "site") in sites, moment
        assert in_child(functools.partial(run, project, "new")) == 0, moment
        assert contents(project / "site") == sites[1], moment
        left = {path.name for path in (project / ".site.build").iterdir()}
        assert left == {".made-by-heitu", "lock"}, (moment, left)
        shutil.rmtree(project)
    sys.stdout.write(f"{moment - 1}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
