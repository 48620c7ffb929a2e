"""Render: records -> the Markdown pages of both languages, and the page for addresses that do not exist.

Text of a source reaches a page as escaped HTML inside one HTML block, never as Markdown. Templates hold no logic but
loops and branches; what they print is made here, one module a kind of page (`registry.py` lists them).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from heitu.language import Language
from heitu.parallel import LARGE, side_by_side
from heitu.records import Archive
from heitu.render.edition import Edition
from heitu.render.icons import Icons
from heitu.render.labels import Labels, load_table
from heitu.render.missing import render_404
from heitu.render.offline import render_readmes, render_unpack
from heitu.render.registry import KINDS
from heitu.render.single import render_single
from heitu.render.writing import check_pairs, environment, write, written_by_people

__all__ = ["render", "render_404", "render_readmes", "render_single", "render_unpack"]


def render(archive: Archive, project: Path) -> Mapping[Language, Mapping[str, str]]:
    """Language -> path of a page ("reports/x.md") -> its Markdown, the hand-written pages of `docs/` included.

    Reads `templates/` and `docs/` of the project, and nothing else. Raises InputError where a hand-written page lacks
    its front matter or its twin in the other language.
    """
    check_pairs(project)
    templates = environment(project / "templates")
    table, icons = load_table(templates), Icons()

    def pages(language: Language) -> Mapping[str, str]:
        edition = Edition(archive, language, Labels(table, language), icons)
        made = {page.path: write(templates, edition, page) for build in KINDS for page in build(edition)}
        return written_by_people(edition, project) | made

    zh, en = side_by_side(lambda: pages("zh"), lambda: pages("en"), large=len(archive.reports) >= LARGE)
    return {"zh": zh, "en": en}
