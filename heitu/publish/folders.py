"""Folders that are ours, and the one step in which a fresh site takes the old one's place.

Beside the site `site/` stands the workshop `.site.build/`, where a build makes its fresh folder. Both carry a marker
file; a folder without it is never written to or deleted. What a killed build left in the workshop is removed, or put
back, by the next one.
"""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from heitu.errors import PublishError

MARKER = ".made-by-heitu"
MARKER_TEXT = (
    "This folder is made by heitu, which deletes it and makes it anew. 本目录由 heitu 生成，每次生成时整体更换。\n"
)

_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
_NOT_HERE = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM)  # what kernels and file systems without it answer


def claim(folder: Path) -> Path:
    """The folder, existing and marked as ours; PublishError where it holds what is not ours."""
    require_ours(folder)
    folder.mkdir(parents=True, exist_ok=True)
    mark(folder)
    return folder


def require_ours(folder: Path) -> None:
    """PublishError unless we made the folder, it is empty, or there is none."""
    if not folder.exists():
        return
    if not folder.is_dir() or not ((folder / MARKER).is_file() or next(folder.iterdir(), None) is None):
        raise PublishError(
            f"{folder} 不是 heitu 生成的，未作改动。请将其移走，或换一个位置。",
            f"{folder} was not made by heitu and was left alone. Move it away, or choose another place.",
        )


def mark(folder: Path) -> None:
    """Say that the folder is ours; on a folder that is marked already, nothing is written."""
    if not (folder / MARKER).is_file():
        (folder / MARKER).write_text(MARKER_TEXT, encoding="utf-8")


@contextmanager
def locked(folder: Path, progress: Callable[[str], None]) -> Iterator[None]:
    """One build at a time works on the folder; another one waits, and says so. The lock falls with the process."""
    lock = FileLock(folder / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress("wait")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def fresh_folder(target: Path, progress: Callable[[str], None]) -> Iterator[Path]:
    """A fresh folder on the same disk as `target`, gone afterwards with all that is left in it."""
    require_ours(target)
    workshop = claim(target.with_name(f".{target.name}.build"))
    with locked(workshop, progress):
        _repair(workshop, target)
        fresh = workshop / f"{os.getpid()}-{secrets.token_hex(4)}"
        fresh.mkdir()
        try:
            yield fresh
        finally:
            shutil.rmtree(fresh, ignore_errors=True)  # what stays is removed by the next build


def swap(site: Path, target: Path) -> None:
    """Put the finished folder `site` where `target` is; the old one, if any, is then in its place or beside it."""
    require_ours(target)
    if not target.exists():
        site.rename(target)
    elif not exchange(site, target):
        _rename_twice(site, target)


def exchange(one: Path, other: Path) -> bool:
    """Two existing folders change places at once (renameat2 with RENAME_EXCHANGE); False where that cannot be had."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        renameat2 = libc.renameat2
    except AttributeError:  # a C library without it
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _rename_twice(site: Path, target: Path) -> None:
    """The second best: between the two renames there is no site, and `_repair` would bring the old one back."""
    old = _old(site.parent)
    target.rename(old)
    try:
        site.rename(target)
    except OSError:
        old.rename(target)
        raise


def _repair(workshop: Path, target: Path) -> None:
    """Undo what a killed build left: bring back a site that was on its way out, and clear the workshop."""
    for left in sorted(path for path in workshop.iterdir() if path.is_dir()):
        if _old(left).is_dir() and not target.exists():
            _old(left).rename(target)
        shutil.rmtree(left, ignore_errors=True)


def _old(fresh: Path) -> Path:
    return fresh / "old"
