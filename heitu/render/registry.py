"""The kinds of pages. A new one is a module with `pages(edition)`, a template, and an entry here."""

from __future__ import annotations

from heitu.render import (
    compare,
    glossary,
    home,
    report,
    reports,
    search,
    source,
    sources,
    theme,
    themes,
    translation,
    unknown,
)
from heitu.render.page import Builder

KINDS: tuple[Builder, ...] = (
    home.pages,
    reports.pages,
    report.pages,
    themes.pages,
    theme.pages,
    sources.pages,
    source.pages,
    compare.pages,
    unknown.pages,
    glossary.pages,
    translation.pages,
    search.pages,
)
