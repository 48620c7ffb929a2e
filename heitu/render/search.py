"""The page of search results: a shell that the script fills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heitu.render.edition import Edition
from heitu.render.page import Page


@dataclass(frozen=True, slots=True)
class SearchView:
    """Themes to go on with where a search finds nothing."""

    themes: tuple[tuple[str, str], ...]


def pages(edition: Edition) -> Iterator[Page]:
    yield Page(
        path="search.md",
        template="search.md.j2",
        title=edition.label("search.title"),
        description=edition.label("search.description"),
        section="search",
        view=SearchView(
            tuple((f"themes/{t.id}.html", t.label[edition.language]) for t in edition.archive.themes if t.front)
        ),
    )
