"""Material's own search in Chinese and English (jieba): a site a language, a page a report, a heading a section."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from bench.__main__ import PACKAGES, STOCK, install_jieba
from bench.measure import measure
from bench.search.engine import Cost, Engine, on_disk
from bench.search.texts import SectionText
from heitu.language import LANGUAGES, Language

_FOUND = re.compile(r"reports/(.+)\.html#(s\d+)")


def material(sections: Sequence[SectionText], folder: Path) -> Engine:
    """Both sites; the cost is that of building them, pages and all, one after the other."""
    install_jieba()
    costs = []
    for language in LANGUAGES:
        write_pages(sections, folder / language, language)
        config = folder / f"{language}.yml"
        config.write_text(STOCK.format(language=language, docs=language, site=f"site/{language}"), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config.name]
        costs.append(measure(command, folder, {"PYTHONPATH": str(PACKAGES), "NO_MKDOCS_2_WARNING": "1"}))
    cost, site = costs[0].then(costs[1]), folder / "site"
    files, size = on_disk(path for language in LANGUAGES for path in (site / language / "search").iterdir())
    places = ("search/", "assets/javascripts/workers/", "assets/javascripts/lunr/")
    return Engine(
        name="Material",
        root=site,
        pages={language: f"{language}/index.html" for language in LANGUAGES},
        parts=tuple(f"{language}/{place}" for language in LANGUAGES for place in places),
        script="material.js",
        key=section_key,
        cost=Cost(cost.wall, None, cost.memory, files, size),
    )


def write_pages(sections: Sequence[SectionText], folder: Path, language: Language) -> None:
    """The Markdown of a language: a page for each report, and one to search from."""
    (folder / "reports").mkdir(parents=True)
    (folder / "index.md").write_text("# Search\n", encoding="utf-8")
    for report, group in groupby(sections, key=lambda section: section.report):
        parts = list(group)
        lines = [f"# {escaped(parts[0].title[language])}"]
        for part in parts:
            lines.append(f"## {escaped(part.heading[language])} {{#{part.section}}}")
            lines += [escaped(paragraph[language]) for paragraph in part.paragraphs]
        (folder / "reports" / f"{report}.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def escaped(text: str) -> str:
    """Text that Markdown leaves as it is.

    >>> escaped("1. *a* <b> [c]")
    '1\\\\. \\\\*a\\\\* &lt;b&gt; \\\\[c\\\\]'
    """
    return re.sub(r"([\\`*_{}\[\]#+|~])|(?<=^\d)(?=\.)", r"\\\1", html.escape(text, quote=False).replace("\n", " "))


def section_key(location: str) -> str:
    """REPORT/SECTION of a place in a site, "" for what is no section.

    >>> section_key("reports/bench-00001.html#s3"), section_key("reports/bench-00001.html")
    ('bench-00001/s3', '')
    """
    match = _FOUND.fullmatch(location)
    return f"{match[1]}/{match[2]}" if match else ""
