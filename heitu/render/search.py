"""The page of search results: a shell that the script fills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from heitu.folding import is_han
from heitu.render.edition import Edition
from heitu.render.page import Page

HELP = ("run", "several", "quoted", "less", "value", "pinyin", "other", "reading")
"""What can be typed, in the order of the page: `search.help.NAME` says it, `search.help.NAME.example` shows it."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """What can be typed (what, an example, its language and address), and themes to go on with where a search finds nothing."""

    help: tuple[tuple[str, str, str, str], ...]
    themes: tuple[tuple[str, str], ...]


def _help(edition: Edition) -> Iterator[tuple[str, str, str, str]]:
    for name in HELP:
        example = edition.label(f"search.help.{name}.example")
        language = "zh-Hans" if any(map(is_han, example)) else "en"
        yield edition.label(f"search.help.{name}"), example, language, "?" + urlencode({"q": example})


def pages(edition: Edition) -> Iterator[Page]:
    yield Page(
        path="search.md",
        template="search.md.j2",
        title=edition.label("search.title"),
        description=edition.label("search.description"),
        section="search",
        view=SearchView(
            tuple(_help(edition)),
            tuple((f"themes/{t.id}.html", t.label[edition.language]) for t in edition.archive.themes if t.front),
        ),
    )
