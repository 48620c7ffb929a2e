"""Is an offline copy as it was made? Every file, in the ZIP file or in the folder it was extracted to, against `SHA256SUMS`.

This finds damage. It cannot find a forger, who would write the list anew as well.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TypeVar
from zipfile import BadZipFile, ZipFile

from heitu.errors import InputError
from heitu.offline import wording
from heitu.offline.contents import SUMS, parse_sums, top_of
from heitu.offline.verdict import Verdict

Opener = Callable[[], IO[bytes]]

Found = TypeVar("Found", str, Path)

_CATALOGUE = "data/archive.json"
_CLUTTER = frozenset(
    {"system volume information", "$recycle.bin", "thumbs.db", "ehthumbs.db", "desktop.ini"}
    | {".ds_store", ".spotlight-v100", ".trashes", ".fseventsd", ".temporaryitems", ".directory"}
)
"""What Windows, macOS and Linux leave on a stick by themselves, in lower case; also names that begin with ._ or .Trash-"""
_UNREADABLE = (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
"""What zipfile and the disk raise where a file is damaged, locked, a device, or packed in a way that is not known."""


def verify(path: Path) -> Verdict:
    """Check a ZIP file or a folder that is, or holds, an offline copy. Writes nothing. InputError with one fault where it
    is no copy, cannot be read, or would not be safe to extract."""
    name = str(path)
    if path.is_dir():
        return _compare(name, "", _in_folder(_only(name, _copies_in(path))))
    try:
        with ZipFile(path) as file:
            files = _in_zip(name, file)
            return _compare(name, _only(name, top_of(files)), files)
    except (BadZipFile, NotImplementedError, struct.error, ValueError):
        raise InputError([wording.cut_short(name) if _begins_as_zip(path) else wording.no_zip(name)]) from None
    except OSError as error:
        raise InputError([wording.not_there(name, error.strerror or str(error))]) from None


def _only(name: str, found: Sequence[Found]) -> Found:
    """The one copy that was found; InputError where there is none, or several."""
    if not found:
        raise InputError([wording.no_copy(name)])
    if len(found) > 1:
        raise InputError([wording.several(name, (Path(place).name for place in found))])
    return found[0]


def _compare(name: str, top: str, files: Mapping[str, Opener]) -> Verdict:
    """The copy in the folder `top` of `files` ("" or with a slash at its end); what lies beside that folder was added."""
    listed = parse_sums(_read(files[top + SUMS]) or b"")
    if listed is None:
        raise InputError([wording.bad_sums(name)])
    wanted = {top + path: digest for path, digest in listed.items()}
    found = files.keys() - {top + SUMS}
    changed = {path for path in wanted.keys() & found if _digest(files[path]) != wanted[path]}
    date = _date(files.get(top + _CATALOGUE))
    missing, added = wanted.keys() - found, found - wanted.keys()
    return Verdict(_below(top, changed), _below(top, missing), _below(top, added), len(wanted), date)


def _below(top: str, paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(path.removeprefix(top) for path in paths))


def _in_zip(name: str, file: ZipFile) -> Mapping[str, Opener]:
    """The files of a ZIP file by their paths; InputError where one leads out of it, or one would overwrite another."""
    files: dict[str, Opener] = {}
    taken: set[str] = set()
    for member in file.infolist():
        path = member.orig_filename  # not yet as zipfile mends it
        if path.startswith("/") or ".." in path.split("/") or any(c in path for c in "\\:\0"):
            raise InputError([wording.unsafe(name, path)])
        if path.lower() in taken:
            raise InputError([wording.twice(name, path)])
        taken.add(path.lower())
        if not path.endswith("/"):
            files[path] = partial(file.open, member)
    return files


def _copies_in(folder: Path) -> list[Path]:
    """The folders with a `SHA256SUMS` that are nearest to the folder, itself included."""
    for pattern in ("", "*/", "*/*/"):
        if found := sorted(path.parent for path in folder.glob(pattern + SUMS) if path.is_file()):
            return found
    return []


def _in_folder(folder: Path) -> Mapping[str, Opener]:
    """The files below a folder by their paths, without what systems leave on a stick. Links to folders are not followed."""
    files: dict[str, Opener] = {}
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        folders[:] = [name for name in folders if not _is_clutter(name)]
        for name in (*names, *links):
            if not _is_clutter(name):
                path = Path(place, name)
                files[path.relative_to(folder).as_posix()] = partial(_open, path)
    return files


def _is_clutter(name: str) -> bool:
    return name.lower() in _CLUTTER or name.startswith(("._", ".Trash-"))


def _open(path: Path) -> IO[bytes]:
    if not path.is_file():
        raise OSError(f"not a file: {path}")
    return path.open("rb")


def _read(opener: Opener) -> bytes | None:
    """The content of a file; None where it cannot be read."""
    try:
        with opener() as file:
            return file.read()
    except _UNREADABLE:
        return None


def _digest(opener: Opener) -> str:
    """The SHA-256 of a file; "" where it cannot be read."""
    try:
        with opener() as file:
            return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type] # zipfile's reads as well
    except _UNREADABLE:
        return ""


def _date(opener: Opener | None) -> str:
    """The date of the data, as the catalogue gives it."""
    try:
        date = json.loads((_read(opener) if opener else None) or b"{}").get("generated", "")
    except (ValueError, AttributeError):
        return ""
    return date if isinstance(date, str) else ""


def _begins_as_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"
