"""The page for an address that does not exist: one file in both languages that works from any depth."""

from __future__ import annotations

from pathlib import Path

from heitu.language import LANGUAGES
from heitu.records import Archive
from heitu.render.labels import Labels, load_table
from heitu.render.writing import environment

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def render_404(archive: Archive) -> bytes:
    """A self-contained page (its own style, no script). Its links need the site's address, since a server shows it at
    any depth; without one it links to nothing and says where to go in words."""
    templates = environment(TEMPLATES)
    table = load_table(templates)
    page = templates.get_template("pages/404.html.j2").render(
        sides=[(language, Labels(table, language)) for language in LANGUAGES], settings=archive.settings
    )
    return page.encode()
