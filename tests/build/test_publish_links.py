"""Every link of the built site leads somewhere on the site, also from a sub-folder and on file://."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

LOADED = {"audio", "embed", "iframe", "img", "link", "script", "source", "track", "video"}
"""Elements whose address the browser loads by itself."""
METADATA = {"canonical", "alternate"}


@functools.cache
def page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "lxml")


@functools.cache
def anchors(path: Path) -> frozenset[str]:
    return frozenset(str(element["id"]) for element in page(path).find_all(id=True))


def addresses(path: Path) -> list[tuple[Tag, str]]:
    elements = page(path).find_all(lambda element: element.has_attr("href") or element.has_attr("src"))
    return [(element, str(element.get("href", element.get("src")))) for element in elements]


def leads_nowhere(site: Path, path: Path, address: str) -> bool:
    parts = urlsplit(address)
    base = path.parent
    if path == site / "404.html":  # shown in the place of any page, so its links begin at the root
        base, parts = site, parts._replace(path=parts.path.removeprefix("/"))
    place = (base / unquote(parts.path)).resolve() if parts.path else path
    if parts.path.startswith("/") or not place.is_relative_to(site) or not place.is_file():
        return True
    return bool(parts.fragment) and place.suffix == ".html" and unquote(parts.fragment) not in anchors(place)


def test_links_lead_to_files_and_anchors_of_the_site(built_site: Path) -> None:
    site = built_site.resolve()
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    broken = {
        f"{path.relative_to(site)}: {address}"
        for path in pages
        for element, address in addresses(path)
        if not urlsplit(address).scheme and not address.startswith("//") and leads_nowhere(site, path, address)
    }
    assert not broken


def test_nothing_is_loaded_from_another_host(built_site: Path) -> None:
    foreign = {
        f"{path.relative_to(built_site)}: {address}"
        for path in built_site.rglob("*.html")
        for element, address in addresses(path)
        if element.name in LOADED and (urlsplit(address).netloc or urlsplit(address).scheme not in ("", "data"))
        if not METADATA & set(element.get_attribute_list("rel"))
    }
    assert not foreign
    for style in built_site.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")), style.name


def test_no_address_is_made_up(built_site: Path) -> None:
    """Without `site_url` there is no canonical address, no hreflang, no sitemap, and never `None…`."""
    assert not list(built_site.rglob("sitemap*"))
    for path in built_site.rglob("*.html"):
        assert not page(path).select("link[rel=canonical], link[hreflang]"), path.name
        assert not [address for _, address in addresses(path) if "None" in address], path.name


def test_assets_are_there_once(built_site: Path) -> None:
    assert (built_site / "assets").is_dir()
    assert not (built_site / "en" / "assets").exists()
    assert not list(built_site.rglob("*.map"))
    assert not list(built_site.rglob("*lunr*"))
