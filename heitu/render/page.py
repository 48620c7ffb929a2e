"""What every kind of page hands to the renderer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from heitu.render.edition import Edition


@dataclass(frozen=True, slots=True)
class Page:
    """A page before its template: `view` is all that the template reads.

    `path` is that of its Markdown file below the language's root, `section` the entry of the header's navigation that
    it belongs to, `jsonld` the schema.org description of a report or None, `foot` what stands at the foot of each
    printed sheet beside the date, `readings` whether it can be read in either language or both.
    """

    path: str
    template: str
    title: str
    description: str
    section: str
    view: object
    jsonld: object = None
    foot: str = ""
    readings: bool = False


Builder = Callable[[Edition], Iterator[Page]]


def clip(text: str, length: int = 150) -> str:
    """A description of at most `length` characters, cut at the last sentence or clause that fits."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = max(text.rfind(mark, 0, length) for mark in "。！？；，. ;,")
    return text[: cut + 1].rstrip("，,; ；") + "…" if cut > length // 2 else text[:length] + "…"
