"""sitemap.xml: every page with its counterpart in the other language (sitemaps.org, with xhtml:link hreflang)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from heitu.language import LANGUAGES, Language
from heitu.publish.engine import BELOW
from heitu.records import Settings

HREFLANG: Mapping[Language, str] = {"zh": "zh-Hans", "en": "en"}


def write_sitemap(site: Path, pages: Mapping[Language, Mapping[str, str]], settings: Settings) -> None:
    """Write the site's sitemap; a site without an address has none."""
    if not settings.site_url:
        return
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for path in sorted({path for language in LANGUAGES for path in pages[language]}):
        urls = {language: _url(settings, language, path) for language in LANGUAGES if path in pages[language]}
        links = [
            f'<xhtml:link rel="alternate" hreflang="{HREFLANG[la]}" href={quoteattr(u)}/>' for la, u in urls.items()
        ]
        for url in urls.values():
            lines += [
                "<url>",
                f"<loc>{escape(url)}</loc>",
                f"<lastmod>{settings.generated}</lastmod>",
                *links,
                "</url>",
            ]
    lines.append("</urlset>\n")
    (site / "sitemap.xml").write_text("\n".join(lines), encoding="utf-8")


def _url(settings: Settings, language: Language, path: str) -> str:
    return settings.site_url + BELOW[language] + quote(path.removesuffix(".md") + ".html")
