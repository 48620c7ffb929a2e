"""The frame that the theme puts around a page: titles, addresses, the language switch, linked data, the printed foot."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from heitu.offline.contents import page_of_copy
from heitu.publish import publish
from heitu.render import render, render_404, render_single, render_unpack
from tests.archive_fixture import NASTY, PARTS, archive
from tests.rendered import PROJECT, one

ADDRESS = "https://example.org/heitu/"
Site = Callable[[str], Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The archive's site with an address ("" for none), built once for each."""
    project = tmp_path_factory.mktemp("project")
    for name in ("templates", "docs"):
        shutil.copytree(PROJECT / name, project / name)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(PROJECT / name, project / name)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace('contact: ""', 'contact: "archive@example.org"'), "utf-8")

    @cache
    def build(address: str) -> Path:
        addressed = replace(archive(), settings=replace(archive().settings, site_url=address))
        target = tmp_path_factory.mktemp("built") / "site"
        files = {f"data/sources/{source.published}": source.data for source in addressed.sources}
        files |= {f"data/ledger/{source.id}.json": b"[]" for source in addressed.sources}
        files |= render_single(addressed)
        pages = render(addressed, project)
        publish(project, pages, files, target=target, settings=addressed.settings, progress=lambda step: None)
        return target

    return build


def read(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def test_title_description_and_linked_data_hold_any_text(site: Site) -> None:
    tree = read(site("") / "reports" / "traps.html")
    assert one(tree, "title").get_text() == f"{PARTS[0]}{NASTY} - 黑土档案"
    assert NASTY.split()[0] in str(one(tree, "meta[name=description]")["content"])
    data = json.loads(one(tree, 'script[type="application/ld+json"]').get_text())
    assert data["headline"] == PARTS[0] + NASTY
    assert len(tree.select("h1")) == 1


def test_a_page_names_its_place_in_the_site(site: Site) -> None:
    for path, base, root in (
        ("index.html", "./", "./"),
        ("reports/hechuan.html", "../", "../"),
        ("en/index.html", "./", "../"),
        ("en/reports/hechuan.html", "../", "../../"),
    ):
        tree = read(site("") / path)
        assert one(tree, "meta[name=heitu-base]")["content"] == base
        assert one(tree, "meta[name=heitu-root]")["content"] == root
        assert one(tree, "meta[name=heitu-generated]")["content"] == "2026-11-22"


def test_the_language_switch_goes_to_the_same_page(site: Site) -> None:
    for path in ("index.html", "reports/hechuan.html", "themes/liao-river.html", "about.html"):
        there = one(read(site("") / path), "header a[hreflang]")
        back = one(read(site("") / "en" / path), "header a[hreflang]")
        folder = (site("") / path).parent
        assert (folder / str(there["href"])).resolve() == (site("") / "en" / path).resolve()
        assert (site("") / "en" / path).parent.joinpath(str(back["href"])).resolve() == (site("") / path).resolve()
        assert (there["hreflang"], back["hreflang"]) == ("en", "zh-Hans")


def test_without_an_address_no_page_has_one(site: Site) -> None:
    for path in site("").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "canonical" not in text and "None" not in text and "https://example.org" not in text, path


def test_with_an_address_each_page_has_its_own_and_its_twins(site: Site) -> None:
    for below, path in (("", "reports/hechuan.html"), ("en/", "reports/hechuan.html"), ("en/", "index.html")):
        tree = read(site(ADDRESS) / below / path)
        canonical = "" if path == "index.html" else path
        assert one(tree, "link[rel=canonical]")["href"] in (ADDRESS + below + canonical, ADDRESS + below + path)
        twins = {str(link["hreflang"]): str(link["href"]) for link in tree.select("link[rel=alternate]")}
        assert twins["en"].startswith(ADDRESS + "en/") and twins["zh-Hans"] == twins["x-default"]
        assert "/en/" not in twins["zh-Hans"]
    data = one(read(site(ADDRESS) / "en/reports/hechuan.html"), 'script[type="application/ld+json"]').get_text()
    assert json.loads(data)["url"] == f"{ADDRESS}en/reports/hechuan.html"


def test_every_link_of_the_pages_leads_somewhere(site: Site) -> None:
    ids = {path: {str(e["id"]) for e in read(path).select("[id]")} for path in site("").rglob("*.html")}
    skipped = ("data/archive", "data/figures", "data/schema", "assets/js/", "downloads/")  # not made in this test
    for page in ids:
        for element in read(page).select("a[href], link[href], script[src], form[action]"):
            address = str(element.get("href") or element.get("src") or element.get("action"))
            if (
                address.startswith(("mailto:", "#__"))
                or any(name in address for name in skipped)
                or page.name == "404.html"
            ):
                continue
            path, _, anchor = unquote(address).partition("#")
            path = path.partition("?")[0]
            target = (page.parent / path).resolve() if path else page
            assert target.is_file(), (page, address)
            assert not anchor or anchor in ids[target], (page, address)


@pytest.mark.parametrize("path", ["index.html", "en/index.html", "reports/hechuan.html", "en/about.html"])
def test_a_page_of_the_offline_copy_names_no_address_and_opens_with_the_notice(site: Site, path: str) -> None:
    page = (site(ADDRESS) / path).read_bytes()
    assert b"ht-unpack-banner" not in page
    tree = BeautifulSoup(page_of_copy(page, render_unpack()), "lxml")
    assert not tree.select(f"link[href^='{ADDRESS}'], [data-heitu-hosted], a[href*=downloads]")
    assert tree.select("body > *")[0]["class"] == ["ht-unpack-banner"]
    assert len(tree.select("[data-heitu-copy]:not([hidden])")) == path.endswith("index.html")


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    for page in site("").rglob("*.html"):
        for element in read(page).select("[src], link[href]"):
            assert "//" not in str(element.get("src") or element.get("href")), page


def test_the_printed_foot_names_the_report_its_source_and_the_date(site: Site) -> None:
    style = one(read(site("") / "reports" / "qingling.html"), "style[media=print]").get_text()
    assert 'content:"qingling  ·  qingling.txt  ·  2026-11-22"' in style


def test_how_to_report_a_mistake_stands_on_every_page(site: Site) -> None:
    for path in site("").rglob("*.html"):
        if path.name != "404.html" and path.parent.name != "single":  # neither has the frame
            footer = one(read(path), "footer")
            assert one(footer, "[data-heitu-mistake]")["data-contact"] == "archive@example.org"
            assert "2026-11-22" in footer.get_text()


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_the_page_for_a_wrong_address_is_one_file_in_both_languages(address: str) -> None:
    addressed = replace(archive(), settings=replace(archive().settings, site_url=address))
    tree = BeautifulSoup(render_404(addressed).decode(), "lxml")
    assert [section.get("lang") for section in tree.select("section")] == [None, "en"]
    assert not tree.select("link, img, script[src]")
    links = [str(link["href"]) for link in tree.select("a")]
    assert links[0] == f"{address or '/'}index.html" and links[3] == f"{address or '/'}en/index.html"
