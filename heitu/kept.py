"""What one build keeps for the next: a folder of fragments of the search index, which may be deleted at any time.

Each file is named by a digest of its key, of the program's parts that make fragments and of the machine's byte order:
what another version made is never found. It begins with a digest of the rest, so that a damaged file is none. Where the
folder cannot be written, nothing is kept, and the build goes on.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import sys
import unicodedata
from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path

_HEITU = Path(__file__).parent
PROGRAM = ("folding.py", "simplified.py", "search/*.py", "figures/units.py")
"""The parts of the program that decide what a fragment is."""

_SUFFIX = ".fragment"
_DIGEST = hashlib.sha256().digest_size


class KeptFolder:
    """The fragments in a folder, by their keys."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The fragment, None where it is not there, damaged or from another version."""
        try:
            data = self._path(key).read_bytes()
        except OSError:
            return None
        digest, rest = data[:_DIGEST], data[_DIGEST:]
        return rest if hashlib.sha256(rest).digest() == digest else None

    def put(self, key: str, data: bytes) -> None:
        """Keep the fragment; a reader sees all of it or nothing."""
        path = self._path(key)
        fresh = path.with_name(f"{secrets.token_hex(8)}.new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(hashlib.sha256(data).digest() + data)
            fresh.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink()

    def retain(self, keys: Collection[str]) -> None:
        """Delete every other fragment, and what a killed build left behind."""
        names = {self._path(key).name for key in keys}
        with contextlib.suppress(OSError):
            for path in list(self._folder.iterdir()):
                if path.suffix in (_SUFFIX, ".new") and path.name not in names:
                    path.unlink()

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(f"{self._version} {key}".encode()).hexdigest()
        return self._folder / f"{name}{_SUFFIX}"

    @cached_property
    def _version(self) -> str:
        digest = hashlib.sha256(f"{sys.byteorder} {unicodedata.unidata_version}".encode())
        for path in _program():
            digest.update(path.read_bytes())
        return digest.hexdigest()


def _program() -> Iterator[Path]:
    for pattern in PROGRAM:
        yield from sorted(_HEITU.glob(pattern))
