"""What a published site holds: two languages, one set of assets, the data files, a sitemap."""

from __future__ import annotations

import dataclasses
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from heitu.errors import PublishError
from heitu.publish import STEPS

from .conftest import FILES, PAGES, SETTINGS, TREE, digest, write_tree

Published = Callable[..., Path]
ADDRESS = dataclasses.replace(SETTINGS, site_url="https://example.org/heitu/")


def test_site_holds_both_languages_shared_assets_and_files(published: Published) -> None:
    assert list(digest(published())) == [
        ".made-by-heitu",
        "404.html",
        "assets/site.css",
        "assets/site.js",
        "data/archive.json",
        "data/sources/x.txt",
        "en/index.html",
        "en/reports/x.html",
        "index.html",
        "reports/x.html",
    ]


def test_files_arrive_byte_for_byte(published: Published) -> None:
    site = published()
    assert {path: (site / path).read_bytes() for path in FILES} == FILES


@pytest.mark.parametrize(
    ("page", "language", "link"),
    [
        ("index.html", "zh", "assets/site.css"),
        ("reports/x.html", "zh", "../assets/site.css"),
        ("en/index.html", "en", "../assets/site.css"),
        ("en/reports/x.html", "en", "../../assets/site.css"),
    ],
)
def test_pages_of_both_languages_find_the_shared_assets(
    published: Published, page: str, language: str, link: str
) -> None:
    site = published()
    text = (site / page).read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in text
    assert f'href="{link}"' in text
    assert f'src="{link.replace(".css", ".js")}"' in text
    assert (site / page).parent.joinpath(link).resolve() == site / "assets" / "site.css"


def test_the_word_assets_in_a_text_is_left_alone(published: Published) -> None:
    pages = {**PAGES, "en": {"index.md": '<div>\n<p>"assets/site.css" and assets/x</p>\n</div>\n'}}
    assert '<p>"assets/site.css" and assets/x</p>' in (published(pages) / "en" / "index.html").read_text(
        encoding="utf-8"
    )


def test_source_maps_are_neither_published_nor_asked_for(published: Published) -> None:
    site = published()
    assert (site / "assets/site.css").read_text() == "p { color: #222 }\n"
    assert (site / "assets/site.js").read_text() == "document.title;\n"


def test_without_an_address_nothing_speaks_of_one(published: Published) -> None:
    for path in published().rglob("*"):
        assert path.is_dir() or (b"None" not in path.read_bytes() and b"canonical" not in path.read_bytes())


def test_sitemap_pairs_the_languages(published: Published) -> None:
    site = published(settings=ADDRESS)
    name = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ET.fromstring((site / "sitemap.xml").read_bytes()).findall("s:url", name)
    pairs = {
        url.findtext("s:loc", "", name): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", name)
        }
        for url in urls
    }
    index = {"zh-Hans": "https://example.org/heitu/index.html", "en": "https://example.org/heitu/en/index.html"}
    report = {key: value.replace("index", "reports/x") for key, value in index.items()}
    assert pairs == {url: links for links in (index, report) for url in links.values()}


def test_sitemap_names_pages_by_their_canonical_address(published: Published) -> None:
    site = published(settings=ADDRESS)
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    for page in site.rglob("*.html"):
        if page.name != "404.html":
            address = ADDRESS.site_url + page.relative_to(site).as_posix()
            assert f'<link rel="canonical" href="{address}">' in page.read_text(encoding="utf-8")
            assert f"<loc>{address}</loc>" in sitemap


def test_same_input_gives_the_same_bytes(published: Published, small: Path) -> None:
    first = digest(published(settings=ADDRESS, target=small / "one"))
    assert first == digest(published(settings=ADDRESS, target=small / "two"))


def test_a_page_that_is_gone_leaves_the_site(published: Published, small: Path) -> None:
    published()
    site = published({language: {"index.md": "# 1\n"} for language in ("zh", "en")})
    assert not (site / "reports").exists()
    assert digest(small / ".cache/pages/zh").keys() == {".made-by-heitu", "index.md"}


def test_unchanged_pages_are_not_written_again(published: Published, small: Path) -> None:
    published()
    page = small / ".cache/pages/zh/reports/x.md"
    before = page.stat().st_mtime_ns
    published()
    assert page.stat().st_mtime_ns == before


def test_progress_names_each_step_once_in_order(published: Published) -> None:
    steps: list[str] = []
    published(progress=steps.append)
    assert tuple(steps) == STEPS


@pytest.mark.parametrize(
    ("tree", "page", "said"),
    [
        ({}, "[gone](gone.md)\n", "gone.md"),
        ({"theme/main.html": "\n{{ nothing.here.at_all }}"}, "", "main.html:2"),
        ({"theme/main.html": "{% if %}"}, "", "main.html:1"),
        ({"mkdocs.en.yml": "INHERIT: mkdocs.yml\nsite_nam: x\n"}, "", "site_nam"),
        ({"mkdocs.yml": "site_name: [\n"}, "", "mkdocs.yml"),
    ],
    ids=["warning", "undefined name", "template syntax", "unknown setting", "settings syntax"],
)
def test_pages_that_do_not_build_are_one_clear_fault(
    published: Published, small: Path, tree: dict[str, str], page: str, said: str
) -> None:
    before = digest(published())
    write_tree(small, tree)
    with pytest.raises(PublishError) as caught:
        published({**PAGES, "en": {"index.md": page}})
    for text in (caught.value.zh, caught.value.en):
        assert said in text
        assert "Traceback" not in text
    assert digest(small / "site") == before


def test_assets_that_differ_between_the_languages_are_refused(published: Published, small: Path) -> None:
    write_tree(small, {"theme-en/assets/site.css": "other"})
    (small / "mkdocs.en.yml").write_text(TREE["mkdocs.en.yml"].replace("{language", "{custom_dir: theme-en, language"))
    (small / "theme-en/main.html").write_text(TREE["theme/main.html"])
    with pytest.raises(PublishError, match=r"site\.css .* differs"):
        published()
