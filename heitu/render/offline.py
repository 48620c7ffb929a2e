"""What only the offline copy has: its two READMEs, and the words that its pages open with inside the ZIP file."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

from jinja2 import Environment

from heitu import ids
from heitu.language import LANGUAGES
from heitu.records import Archive, Settings
from heitu.render.labels import Labels, load_table
from heitu.render.missing import TEMPLATES
from heitu.render.writing import environment


def render_unpack() -> bytes:
    """HTML in both languages that tells to extract all files first. The site's style sheet hides it."""
    templates = environment(TEMPLATES)
    table = load_table(templates)
    sides = [(language, Labels(table, language)) for language in LANGUAGES]
    return templates.get_template("offline/unpack.html.j2").render(sides=sides).encode()


def render_readmes(archive: Archive) -> Mapping[str, bytes]:
    """README-zh.txt and README-en.txt, with the line ends of Windows."""
    templates = environment(TEMPLATES)
    return {name: _readme(templates, name, archive.settings) for name in ("README-zh.txt", "README-en.txt")}


def _readme(templates: Environment, name: str, settings: Settings) -> bytes:
    """What is not all ASCII opens with a byte order mark, or an old Notepad takes it for the system's own encoding."""
    copy = ids.offline_copy(settings.generated)
    text = templates.get_template(f"offline/{name}.j2").render(settings=settings, name=copy)
    data = "".join(f"{line}\r\n" for line in text.strip().splitlines()).encode()
    return data if data.isascii() else codecs.BOM_UTF8 + data
