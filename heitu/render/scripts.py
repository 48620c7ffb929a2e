"""The scripts of the site: the modules of `templates/js` as one classic file, since `file://` cannot load modules.

The modules are written so that joining them is enough: they import by name from files beside them, export functions,
constants and classes, and no two of them use a name for different things. What is served is without comments and needless
blanks; names stay, so that a fault that a reader reports can be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]

FOLDER = "templates/js"
ENTRY = "main.js"
TARGET = "assets/js/heitu.js"

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.[^"]+)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) )", re.M)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.M)
_COMMENT = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.M | re.S)
_DECLARED = re.compile(r"^(?:async )?(?:function|const|let|class) (\w+)", re.M)


def render_scripts(project: Path) -> Mapping[str, bytes]:
    """Path below the site's root -> the one script, of all modules that `main.js` needs."""
    return {TARGET: f"{jsmin(join_modules(project))}\n".encode()}


def join_modules(project: Path) -> str:
    """The one script as it was written; raises ValueError where its modules cannot be joined."""
    folder = (project / FOLDER).resolve()
    modules = list(_in_order(folder / ENTRY, []))
    owners: dict[str, Path] = {}
    parts = []
    for path in modules:
        code = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", path.read_text("utf-8")))).strip()
        if left := _LEFT.search(code):
            raise ValueError(f"{path.name}: a classic script cannot have {left[0]!r}")
        for name in _DECLARED.findall(code):
            if (owner := owners.setdefault(name, path)) != path:
                raise ValueError(f"{path.name} and {owner.name} both declare {name}")
        parts.append(f"// {path.relative_to(folder).as_posix()}\n{code}\n")
    body = "\n".join(parts)
    return f'(function () {{\n"use strict";\n\n{body}\n}})();\n'


def _in_order(path: Path, done: list[Path]) -> Iterator[Path]:
    """A module after those that it imports, each once."""
    if path in done:
        return
    done.append(path)
    for name in _IMPORT.findall(path.read_text("utf-8")):
        yield from _in_order((path.parent / name).resolve(), done)
    yield path
