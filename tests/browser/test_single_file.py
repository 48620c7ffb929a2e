"""A report's single file, sent to somebody: alone in a folder, with the network off, narrow and wide, light and dark."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.browser.conftest import Visit

NAME = "heitu-siping-countryside-2022.html"


def test_the_file_works_alone(built_site: Path, visit: Visit, project: Path, tmp_path: Path) -> None:
    axe = (project / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    shutil.copy(built_site / "single" / NAME, tmp_path / NAME)
    for width, scheme in ((360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")):
        page = visit((tmp_path / NAME).as_uri(), viewport={"width": width, "height": 900}, color_scheme=scheme)
        assert page.evaluate("performance.getEntriesByType('resource').length") == 0
        page.evaluate(axe)
        found = page.evaluate("axe.run({resultTypes: ['violations'], preload: false})")
        assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]] == [], (width, scheme)
        for reading, zh, en in (("both", True, True), ("zh", True, False), ("en", False, True)):
            page.locator(f"label[for=reading-{reading}]").click()
            assert page.locator("#s1-p1 > .zh").is_visible() == zh
            assert page.locator("#s1-p1 > .en").is_visible() == en
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.context.close()
