"""Every kind of page of the real site, from the disk with the network off: accessible, silent, and narrow enough.

axe-core (WCAG 2 A and AA and its best practices) in both languages, light and dark; the visit itself fails on an error
on the console and on a request to another host.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from tests.browser.conftest import Visit

KINDS = (
    "index.html",
    "reports/index.html",
    "reports/siping-countryside-2022.html",
    "themes/index.html",
    "themes/rural-revitalization.html",
    "sources/index.html",
    "sources/002_3342d3ec2a967abc.html",
    "compare/siping-two-years-2022.html",
    "unknown.html",
    "glossary.html",
    "translation.html",
    "search.html?q=辽河",
    "rights.html",
    "about.html",
    "data.html",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_axe_finds_nothing(
    built_site: Path, visit: Visit, project: Path, language: str, scheme: Literal["light", "dark"]
) -> None:
    axe = (project / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    for kind in KINDS:
        page = visit(f"{built_site.as_uri()}/{language}{kind}", color_scheme=scheme)
        page.evaluate(axe)
        found = page.evaluate("axe.run({resultTypes: ['violations'], preload: false})")
        violations = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]]
        page.context.close()
        assert violations == [], f"{language}{kind}, {scheme}"


@pytest.mark.parametrize("language", ["", "en/"])
def test_nothing_is_wider_than_a_phone(built_site: Path, visit: Visit, language: str) -> None:
    for kind in KINDS:
        page = visit(f"{built_site.as_uri()}/{language}{kind}", viewport={"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, f"{language}{kind}"
        page.context.close()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("reading", ["zh", "en", "both"])
def test_no_reading_of_a_report_is_wider_than_its_window(
    built_site: Path, visit: Visit, language: str, reading: str
) -> None:
    for width in (360, 1000, 1280):
        page = visit(
            f"{built_site.as_uri()}/{language}reports/siping-countryside-2022.html",
            script=f"localStorage.setItem('heitu-reading', '{reading}')",
            viewport={"width": width, "height": 740},
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".ht-p > p:visible").count() >= 27 * (2 if reading == "both" else 1)
        page.context.close()


def test_the_page_for_what_is_missing_stands_alone(built_site: Path, visit: Visit, project: Path) -> None:
    page = visit(f"{built_site.as_uri()}/404.html")
    page.evaluate((project / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
    assert page.evaluate("axe.run({preload: false}).then((found) => found.violations.map((v) => v.id))") == []
