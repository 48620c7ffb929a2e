"""Fragments that are kept from one build to the next: only a report that changed is indexed again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from heitu.parallel import mapped
from heitu.search import fragments as made
from heitu.search.units import Sheet


class Kept(Protocol):
    """What keeps fragments; it may forget any of them, and never hands out another one than was given to it."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, data: bytes) -> None: ...

    def retain(self, keys: Collection[str]) -> None:
        """Forget all others."""


def fragments(sheets: Sequence[Sheet], kept: Kept | None) -> list[list[bytes]]:
    """The parts of each report's fragment, in order."""
    if kept is None:
        return [made.parts(data) for data in mapped(made.fragment, sheets)]
    keys = [made.key(sheet) for sheet in sheets]
    found = {key: data for key in keys if (data := kept.get(key)) is not None}
    missing = {key: sheet for key, sheet in zip(keys, sheets, strict=True) if key not in found}
    for key, data in zip(missing, mapped(made.fragment, list(missing.values())), strict=True):
        found[key] = data
        kept.put(key, data)
    kept.retain(found.keys())
    return [made.parts(found[key]) for key in keys]
