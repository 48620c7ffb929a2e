"""Icons as inline SVG, from the set that comes with Material (Material Design Icons and others)."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape


class Icons:
    """`icons("material/sprout")` is the SVG; a name that the set does not have is shown as it is (a character)."""

    def __init__(self) -> None:
        spec = importlib.util.find_spec("material")
        if spec is None or not spec.submodule_search_locations:
            raise ModuleNotFoundError("material")
        self._folder = Path(spec.submodule_search_locations[0]) / "templates" / ".icons"
        self._read = cache(self._load)

    def __call__(self, name: str) -> Markup:
        return self._read(name)

    def _load(self, name: str) -> Markup:
        file = self._folder / f"{name}.svg"
        if not file.is_file():
            return Markup('<span class="ht-icon" aria-hidden="true">{}</span>').format(escape(name[:1]))
        svg = file.read_text(encoding="utf-8").strip()
        return Markup(svg.replace("<svg ", '<svg class="ht-icon" aria-hidden="true" focusable="false" ', 1))
