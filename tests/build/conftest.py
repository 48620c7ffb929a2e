"""A project of a few pages with a theme of one line, which builds in half a second."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from heitu.language import Bilingual, Language
from heitu.publish import publish
from heitu.records import Settings

MKDOCS = """\
site_name: 小库
docs_dir: .cache/pages/zh
use_directory_urls: false
theme:
  name: null
  custom_dir: theme
  language: zh
plugins: []
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""
MKDOCS_EN = """\
INHERIT: mkdocs.yml
site_name: A small archive
docs_dir: .cache/pages/en
theme: {language: en}
"""
THEME = """\
<!doctype html><html lang="{{ config.theme.language }}"><title>{{ page.title }}</title>
<link rel="stylesheet" href="{{ 'assets/site.css' | url }}"><script src="{{ 'assets/site.js' | url }}"></script>
{% if page.canonical_url %}<link rel="canonical" href="{{ page.canonical_url }}">{% endif %}
{{ page.content }}
"""
TREE = {
    "mkdocs.yml": MKDOCS,
    "mkdocs.en.yml": MKDOCS_EN,
    "theme/main.html": THEME,
    "theme/assets/site.css": "p { color: #222 }\n/*# sourceMappingURL=site.css.map */",
    "theme/assets/site.css.map": "{}",
    "theme/assets/site.js": "document.title;\n//# sourceMappingURL=site.js.map\n",
    "theme/assets/javascripts/workers/search.js": "",
    "theme/assets/javascripts/lunr/min/lunr.zh.min.js": "",
}
PAGES: Mapping[Language, Mapping[str, str]] = {
    "zh": {"index.md": "# 首页\n", "reports/x.md": '<article id="top">\n<p>黑土</p>\n</article>\n'},
    "en": {"index.md": "# Home\n", "reports/x.md": '<article id="top">\n<p lang="zh-Hans">黑土</p>\n</article>\n'},
}
FILES: Mapping[str, bytes] = {"404.html": b"404", "data/archive.json": b"{}", "data/sources/x.txt": b"\xff\x00"}
SETTINGS = Settings(Bilingual("小库", "A small archive"), "", "", "", "", "2026-11-22")


def write_tree(folder: Path, tree: Mapping[str, str]) -> Path:
    for path, text in tree.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder


def digest(folder: Path) -> dict[str, str]:
    """What a folder holds: each file's path and SHA-256."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def silent(step: str) -> None:
    """Progress that nobody follows."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "small", TREE)


@pytest.fixture
def published(small: Path) -> Callable[..., Path]:
    """A function that publishes the small project, with other pages, files or settings where given."""

    def build(
        pages: Mapping[Language, Mapping[str, str]] = PAGES,
        files: Mapping[str, bytes] = FILES,
        settings: Settings = SETTINGS,
        target: Path | None = None,
        progress: Callable[[str], None] = silent,
        finish: Callable[[Path], None] = lambda site: None,
    ) -> Path:
        target = target or small / "site"
        publish(small, pages, files, target=target, settings=settings, progress=progress, finish=finish)
        return target

    return build
