"""The Markdown pages on disk, where MkDocs (or another engine) reads them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from heitu.publish.folders import MARKER, claim


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Make `folder` hold just these pages: write what is new or changed, delete what is no page any more."""
    claim(folder)
    wanted = {below(folder, path): text.encode() for path, text in pages.items()}
    for path, data in wanted.items():
        if not (path.is_file() and path.read_bytes() == data):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    for path in sorted(folder.rglob("*"), reverse=True):  # files before the folder that holds them
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted and path != folder / MARKER:
            path.unlink()


def below(folder: Path, path: str) -> Path:
    """A relative POSIX path as a path below the folder; ValueError where it would lead out of it.

    >>> below(Path("site"), "data/archive.json").as_posix()
    'site/data/archive.json'
    >>> below(Path("site"), "../x")
    Traceback (most recent call last):
    ValueError: not a path below the site: '../x'
    """
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or ":" in parts[0]:
        raise ValueError(f"not a path below the site: {path!r}")
    return folder.joinpath(*parts)
