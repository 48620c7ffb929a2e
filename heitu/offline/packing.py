"""The ZIP file: the same site gives the same bytes, on the same machine and with the same Python."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from heitu import ids
from heitu.errors import InputError
from heitu.offline.contents import SUMS, data_of_copy, files_of, name_in_copy, sums, unfit

DOWNLOADS = "downloads"
_LEVEL = 6
_UNIX, _FILE = 3, 0o100644 << 16  # APPNOTE.TXT 4.4.2 and 4.4.15: made on Unix, an ordinary file that all may read
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # what a date in a ZIP file can say


def pack(site: Path, dist: Path, date: str, *, unpack: bytes, readmes: Mapping[str, bytes]) -> None:
    """Pack the finished folder `site` into `downloads/` below it, and into `dist`, where it replaces one of its name.

    `date` (ISO 8601) is that of the data, `unpack` what pages open with inside the ZIP file, `readmes` the files that
    only the copy has. Copies of other dates in `dist` stay: somebody may have to compare a stick with them. Raises
    InputError where a path cannot be unpacked everywhere, OSError where the disk is full.
    """
    name = ids.offline_copy(date)
    found = {name_in_copy(path): path for path in files_of(site)}
    paths = sorted([*found, *readmes])
    if faults := list(unfit(paths, name)):
        raise InputError(faults)

    def content(path: str) -> bytes:
        return (
            readmes[path] if path in readmes else data_of_copy(found[path], (site / found[path]).read_bytes(), unpack)
        )

    place = site / DOWNLOADS / f"{name}.zip"
    place.parent.mkdir()
    write_zip(place, name, date, with_sums((path, content(path)) for path in paths))
    deliver(place, dist)


def with_sums(members: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The members, and after them the file with the SHA-256 of each."""
    digests: list[tuple[str, str]] = []
    for path, data in members:
        digests.append((path, hashlib.sha256(data).hexdigest()))
        yield path, data
    yield SUMS, sums(digests)


def write_zip(place: Path, folder: str, date: str, members: Iterable[tuple[str, bytes]]) -> None:
    """Write the members, in their order, into `folder` of a new ZIP file; date, rights and compression are fixed."""
    year, month, day = (int(part) for part in date.split("-"))
    stamp = (min(max(year, _FIRST_YEAR), _LAST_YEAR), month, day, 0, 0, 0)
    with ZipFile(place, "w") as file:
        for path, data in members:
            info = ZipInfo(f"{folder}/{path}", stamp)
            info.create_system, info.external_attr = _UNIX, _FILE
            file.writestr(info, data, ZIP_DEFLATED, _LEVEL)


def deliver(place: Path, dist: Path) -> None:
    """Copy a finished file into `dist` in one step."""
    dist.mkdir(parents=True, exist_ok=True)
    fresh = dist / f"{place.name}.new"
    try:
        shutil.copyfile(place, fresh)
        fresh.replace(dist / place.name)
    finally:
        fresh.unlink(missing_ok=True)
