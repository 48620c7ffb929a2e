"""The archive of `archive_fixture`, rendered: its pages as text, as front matter, and as parsed HTML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup, Tag

from heitu.language import Language
from heitu.render import render
from tests.archive_fixture import archive

PROJECT = Path(__file__).parents[1]


@cache
def rendered() -> Mapping[Language, Mapping[str, str]]:
    return render(archive(), PROJECT)


def page(path: str, language: Language = "zh") -> str:
    return rendered()[language][path]


def meta(path: str, language: Language = "zh") -> dict[str, Any]:
    """The front matter of a page."""
    return dict(yaml.safe_load(page(path, language).split("---\n")[1]))


def block(text: str) -> str:
    """The Markdown below the front matter."""
    return text.split("\n---\n\n", 1)[1]


def soup(path: str, language: Language = "zh") -> BeautifulSoup:
    return BeautifulSoup(block(page(path, language)), "lxml")


def one(tree: BeautifulSoup | Tag, selector: str) -> Tag:
    """The only element that fits."""
    found = tree.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)} elements"
    return found[0]
