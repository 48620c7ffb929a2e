"""The page of search results: a shell that the script fills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from heitu.folding import is_han
from heitu.render.edition import Edition
from heitu.render.page import Page

HELP = (
    ("search.help.run", "search.help.run.example"),
    ("search.help.several", "search.help.several.example"),
    ("search.help.quoted", "search.help.quoted.example"),
    ("search.help.less", "search.help.less.example"),
    ("search.help.value", "search.help.value.example"),
    ("search.help.pinyin", "search.help.pinyin.example"),
    ("search.help.other", "search.help.other.example"),
    ("search.help.reading", "search.help.reading.example"),
)
"""What can be typed, in the order of the page: the keys of what it is and of an example."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """What can be typed (what, an example, its language and address), and themes to go on with where a search finds nothing."""

    help: tuple[tuple[str, str, str, str], ...]
    themes: tuple[tuple[str, str], ...]


def _help(edition: Edition) -> Iterator[tuple[str, str, str, str]]:
    for what, shown in HELP:
        example = edition.label(shown)
        language = "zh-Hans" if any(map(is_han, example)) else "en"
        yield edition.label(what), example, language, "?" + urlencode({"q": example})


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
